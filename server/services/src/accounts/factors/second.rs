//! The second step of signing in, and signing in by a passkey alone.

use super::{KeyAnswer, Prover, Token, keys, recovery, totp};
use crate::{
    Result, Services,
    accounts::{
        Client, Entry, Outcome, ladder,
        limits::{self, SIGN_IN_FROM},
        sign_in::idle_seconds,
    },
    error::{Refusal, ServiceError},
    mail::{self, About, Template},
};
use domain::{
    Actor, PersonId, TenantId,
    accounts::{Attempts, Gate},
    audit::Event,
};
use secrecy::{ExposeSecret as _, SecretString};
use store::{
    TenantTx,
    accounts::{factors, logins, proofs, tokens},
};

/// With what a person proved themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Means {
    Totp,
    Recovery,
}

/// Completes a session in which the password was proved, by a code of the app or a recovery code.
///
/// # Errors
/// The code is none, was used, or came too soon after wrong ones; the session has ended.
pub async fn take_second_step(
    services: &Services,
    by: &Prover,
    code: &SecretString,
    client: Client<'_>,
    token: &Token,
) -> Result<()> {
    SIGN_IN_FROM.check(services, &limits::network(client.address)).await?;
    let mut tx = by.begin(services).await?;
    if !take_code(&mut tx, by.person, code).await? {
        tx.commit().await?;
        return Err(refusal("code"));
    }
    let idle = idle_seconds(services, by.person).await?;
    proofs::complete(&mut tx, by.person, by.session, idle, token).await?;
    tx.record(Event::new("account.second_step", "person", by.person));
    Ok(tx.commit().await?)
}

/// What is said of a code that isn't taken, whatever the reason.
pub(super) fn refusal(field: &str) -> ServiceError {
    Refusal::at(field, "factors-error-code").into()
}

/// Takes a code, on the ladder of its own. The caller holds the person's row, so that of twenty at once one is looked at.
pub(super) async fn take_code(tx: &mut TenantTx, person: PersonId, code: &SecretString) -> Result<bool> {
    let now = tx.now();
    let before = factors::attempts(tx, person).await?;
    let (after, why) = match before.gate(now) {
        Gate::Locked(_) => (before, Some("locked")),
        Gate::Waiting(_) => (before, Some("waiting")),
        Gate::Open => match means(tx, person, &recovery::plain(code.expose_secret())).await? {
            Some(Means::Recovery) => {
                tx.record(Event::new("account.recovery_used", "person", person));
                mail::to_person(tx, person, Template::RecoveryUsed, About::nothing()).await?;
                (Attempts::default(), None)
            }
            Some(Means::Totp) => (Attempts::default(), None),
            None => (before.failed_again(now), Some("wrong")),
        },
    };
    factors::set_attempts(tx, person, &after).await?;
    if let Some(why) = why {
        tx.record(Event::new("account.code_refused", "person", person).with("why", why));
    }
    if matches!(after.gate(now), Gate::Locked(_)) && after != before {
        tx.record(Event::new("account.codes_locked", "person", person).with("failed", after.failed));
        mail::to_person(tx, person, Template::CodesLocked, About::nothing()).await?;
    }
    Ok(why.is_none())
}

async fn means(tx: &mut TenantTx, person: PersonId, code: &str) -> Result<Option<Means>> {
    let now = tx.now();
    if code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()) {
        let Some(held) = factors::hold_totp(tx, person).await? else { return Ok(None) };
        let Some(step) = totp::step(&held.secret, code, now, Some(held.last_step))? else { return Ok(None) };
        return Ok(factors::take_step(tx, person, step).await?.then_some(Means::Totp));
    }
    Ok(factors::take_recovery(tx, person, code).await?.then_some(Means::Recovery))
}

/// Signs in by a passkey: its person, or the one whose password was proved before. No ladder stands in its way.
///
/// # Errors
/// Too often from this address, or a dependency is down.
pub async fn sign_in_with_passkey(
    services: &Services,
    expected: Option<PersonId>,
    answer: &KeyAnswer,
    client: Client<'_>,
) -> Result<Outcome> {
    SIGN_IN_FROM.check(services, &limits::network(client.address)).await?;
    let checked = keys::check(services, answer).await?;
    let checked = checked.filter(|checked| expected.is_none_or(|person| person == checked.person));
    let mut tx = TenantTx::begin(&services.db, &Actor::Visitor { tenant: TenantId::PLATFORM }).await?;
    let person = checked.as_ref().map_or(ladder::NOBODY, |checked| checked.person);
    let outcome = match checked {
        Some(checked) => {
            tokens::lock_person(&mut tx, person).await?;
            let login = logins::hold(&mut tx, person).await?.ok_or(ServiceError::SignedOut)?;
            if !login.confirmed {
                Outcome::Unconfirmed
            } else if keys::note_use(&mut tx, &checked).await? {
                tx.record(Event::new("account.signed_in", "person", person).with("by", "passkey"));
                Outcome::Entered(Entry::whole(person, login.epoch))
            } else {
                Outcome::Refused
            }
        }
        None => Outcome::Refused,
    };
    if outcome == Outcome::Refused {
        tx.record(Event::new("account.passkey_refused", "person", person));
    }
    tx.commit().await?;
    Ok(outcome)
}
