//! Getting an authenticator app: the secret is offered, and kept once its first code has come back.

use super::{Held, Prover, Token, recovery, totp};
use crate::{
    Result, ServiceError, Services,
    accounts::sign_in::idle_seconds,
    error::Refusal,
    mail::{self, About, Template},
    qr,
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use domain::{PersonId, audit::Event};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use store::{
    TenantTx,
    accounts::{factors, proofs},
    ports::bytes,
};
use time::Duration;

/// How long an offer stands.
const OFFERED: Duration = Duration::minutes(30);
/// Bytes of a secret, as RFC 4226 recommends.
const SECRET: usize = 20;

/// A secret on offer, as the page shows it.
pub struct Offer {
    /// Sealed, for the form to bring back.
    pub sealed: String,
    /// For typing, in groups of four.
    pub secret: String,
    /// For opening on this very device: `otpauth://…`.
    pub link: String,
    /// For the app's camera, as SVG.
    pub qr: String,
}

/// The first code of an offered secret.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enrolment {
    /// The offer, as it was sealed.
    pub offer: String,
    /// The code typed.
    pub code: SecretString,
    /// A path to go on to.
    #[serde(default)]
    pub to: String,
}

/// Offers a secret; `issuer` is the name that the app files it under. `again` is an offer that came back with a wrong
/// code: it stays the same.
///
/// # Errors
/// None but faults of ours.
pub fn offer(services: &Services, person: PersonId, email: &str, issuer: &str, again: &str) -> Result<Offer> {
    let secret = match open(services, person, again) {
        Some(secret) => secret,
        None => bytes::<SECRET>(&*services.ports().random).to_vec(),
    };
    let totp = totp::of(&secret, email, issuer)?;
    let link = totp.to_url().map_err(|error| ServiceError::Internal(error.to_string().into()))?;
    let qr = qr::svg(&link)?;
    let plain = totp.secret().to_base32();
    let letters: Vec<char> = plain.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    Ok(Offer { sealed: seal(services, person, &secret)?, secret: groups.join(" "), link, qr })
}

/// The secret and when it was offered, sealed for this person alone.
fn seal(services: &Services, person: PersonId, secret: &[u8]) -> Result<String> {
    let at = services.now().unix_timestamp().to_be_bytes();
    let sealed = factors::seal_offer(&services.db, person, &[secret, &at].concat())?;
    Ok(BASE64.encode(sealed))
}

fn open(services: &Services, person: PersonId, sealed: &str) -> Option<Vec<u8>> {
    let plain = factors::open_offer(&services.db, person, &BASE64.decode(sealed).ok()?)?;
    let (secret, at) = plain.split_at_checked(SECRET)?;
    let at = i64::from_be_bytes(at.try_into().ok()?);
    let stands = services.now().unix_timestamp() - at <= OFFERED.whole_seconds();
    stands.then(|| secret.to_vec())
}

/// Keeps an offered secret, in the place of one there is. The session is whole from then on, with the cookie `token`.
/// Gives recovery codes to whoever has none.
///
/// # Errors
/// A proof is needed; the offer has run out, or the code isn't the secret's.
pub async fn enrol(
    services: &Services,
    by: &Prover,
    input: &Enrolment,
    token: &Token,
) -> Result<Vec<String>> {
    let (mut tx, held) = by.change(services).await?;
    let secret = open(services, by.person, &input.offer)
        .ok_or_else(|| ServiceError::from(Refusal::whole("factors-error-offer")))?;
    let code = recovery::plain(input.code.expose_secret());
    let step = totp::step(&secret, &code, tx.now(), None)?
        .ok_or_else(|| ServiceError::from(Refusal::at("code", "factors-error-first-code")))?;
    factors::set_totp(&mut tx, by.person, &secret, step).await?;
    tx.record(Event::new("account.totp_added", "person", by.person).with("replaced", held.totp.is_some()));
    let codes = finish(services, &mut tx, by, held, Template::TotpAdded, token).await?;
    tx.commit().await?;
    Ok(codes)
}

/// What follows from any new factor: the person is told, other sessions have proved nothing any more, this one is whole;
/// and whoever has no recovery codes gets ten.
pub(super) async fn finish(
    services: &Services,
    tx: &mut TenantTx,
    by: &Prover,
    held: Held,
    told: Template,
    token: &Token,
) -> Result<Vec<String>> {
    let codes = if held.recovery == 0 { recovery::give(tx, by.person).await? } else { Vec::new() };
    let idle = idle_seconds(services, by.person).await?;
    proofs::complete(tx, by.person, by.session, idle, token).await?;
    proofs::unprove_others(tx, by.person, Some(by.session)).await?;
    mail::to_person(tx, by.person, told, About::nothing()).await?;
    Ok(codes)
}
