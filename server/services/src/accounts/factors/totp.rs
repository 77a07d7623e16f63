//! The codes of an authenticator app: six digits, thirty seconds, as RFC 6238 has them and every app knows them.

use crate::{Result, ServiceError, Services};
use domain::accounts::{
    EmailAddress,
    factors::{STEP_SECONDS, open_steps, step_of},
};
use store::accounts::{factors, logins};
use time::OffsetDateTime;
use totp_rs::{Algorithm, Builder, Secret, Totp};

/// The secret as the library reckons with it. Only a secret of a wrong length is refused, and ours have one length.
pub(super) fn of(secret: &[u8], account: &str, issuer: &str) -> Result<Totp> {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(0)
        .with_step_duration(STEP_SECONDS.unsigned_abs())
        .with_secret(secret.to_vec())
        .with_account_name(account.replace(':', " "))
        .with_issuer(Some(issuer.replace(':', " ")))
        .build()
        .map_err(|error| ServiceError::Internal(error.to_string().into()))
}

/// The step whose code this is, among those that are open after `last`.
pub(super) fn step(secret: &[u8], code: &str, now: OffsetDateTime, last: Option<i64>) -> Result<Option<i64>> {
    let totp = of(secret, "", "")?;
    Ok(open_steps(now, last).find(|step| totp.check(code, at(*step)).is_some()))
}

/// The first second of a step.
fn at(step: i64) -> u64 {
    u64::try_from(step.saturating_mul(STEP_SECONDS)).unwrap_or_default()
}

/// The code that an app with this key, as it is shown for typing, shows at an instant.
///
/// # Errors
/// It isn't such a key.
pub fn code_of(secret: &str, now: OffsetDateTime) -> Result<String> {
    let plain: String = secret.split_whitespace().collect();
    let secret = Secret::try_from_base32(plain).map_err(|_| ServiceError::NotFound)?;
    code(secret.as_bytes(), now)
}

/// The code of a secret at an instant.
///
/// # Errors
/// The secret isn't as long as ours are.
pub fn code(secret: &[u8], now: OffsetDateTime) -> Result<String> {
    Ok(of(secret, "", "")?.generate(at(step_of(now))).to_string())
}

/// A code that is taken now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CurrentCode {
    /// This one.
    Code(String),
    /// The codes that could be taken were used; the next one stands in so many seconds.
    In(i64),
}

/// The code that the authenticator app of an address shows; where it was used already, the one after it. Only the embedded
/// run, whose people are invented, asks for this.
///
/// # Errors
/// Nobody has this address, or they have no app.
pub async fn current_code(services: &Services, email: &str) -> Result<CurrentCode> {
    let key = EmailAddress::parse(email).map_err(|_| ServiceError::NotFound)?.key();
    let login = logins::by_email(&services.db, &key).await?.ok_or(ServiceError::NotFound)?;
    let held = factors::totp(&services.db, login.person).await?.ok_or(ServiceError::NotFound)?;
    let now = services.now();
    let this = step_of(now);
    let open = open_steps(now, Some(held.last_step)).find(|step| *step >= this);
    let Some(step) = open else {
        return Ok(CurrentCode::In((held.last_step * STEP_SECONDS - now.unix_timestamp()).max(1)));
    };
    Ok(CurrentCode::Code(of(&held.secret, "", "")?.generate(at(step)).to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    /// RFC 6238, appendix B, cut to six digits.
    #[test]
    fn the_vectors_of_the_rfc() {
        let secret = b"12345678901234567890";
        for (now, code) in [
            (datetime!(1970-01-01 00:00:59 UTC), "287082"),
            (datetime!(2005-03-18 01:58:29 UTC), "081804"),
            (datetime!(2009-02-13 23:31:30 UTC), "005924"),
            (datetime!(2033-05-18 03:33:20 UTC), "279037"),
        ] {
            let this = step_of(now);
            assert_eq!(step(secret, code, now, None).unwrap(), Some(this));
            assert_eq!(step(secret, code, now, Some(this)).unwrap(), None, "used");
            let second = time::Duration::seconds(STEP_SECONDS);
            assert_eq!(step(secret, code, now + second, None).unwrap(), Some(this), "a step late");
            assert_eq!(step(secret, code, now - second, None).unwrap(), Some(this), "a step early");
            assert_eq!(step(secret, code, now + second * 2, None).unwrap(), None, "two steps late");
            assert_eq!(step(secret, code, now - second * 2, None).unwrap(), None, "two steps early");
        }
    }
}
