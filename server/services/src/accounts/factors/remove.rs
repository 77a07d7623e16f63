//! Giving up a factor. The last one of somebody who must have one stays.

use super::{Held, Prover};
use crate::{
    Result, Services,
    accounts::sign_in::must_have_factor,
    error::Refusal,
    mail::{self, About, Template},
};
use domain::audit::Event;
use store::{
    TenantTx,
    accounts::{factors, passkeys},
};
use uuid::Uuid;

/// Gives up the authenticator app.
///
/// # Errors
/// A proof is needed, there is none, or it is the last factor of somebody who must have one.
pub async fn remove_totp(services: &Services, by: &Prover) -> Result<()> {
    let (mut tx, held) = by.change(services).await?;
    factors::remove_totp(&mut tx, by.person).await?;
    tx.record(Event::new("account.totp_removed", "person", by.person));
    let left = Held { totp: None, ..held };
    finish(services, tx, by, left, Template::TotpRemoved).await
}

/// Gives up a passkey.
///
/// # Errors
/// A proof is needed, it isn't theirs, or it is the last factor of somebody who must have one.
pub async fn remove_passkey(services: &Services, by: &Prover, id: Uuid) -> Result<()> {
    let (mut tx, held) = by.change(services).await?;
    passkeys::remove(&mut tx, by.person, id).await?;
    tx.record(Event::new("account.passkey_removed", "person", by.person).with("passkey", id));
    let left = Held { passkeys: held.passkeys - 1, ..held };
    finish(services, tx, by, left, Template::PasskeyRemoved).await
}

async fn finish(
    services: &Services,
    mut tx: TenantTx,
    by: &Prover,
    left: Held,
    told: Template,
) -> Result<()> {
    if !left.any() {
        if must_have_factor(services, by.person).await? {
            return Err(Refusal::whole("factors-error-last").into());
        }
        // Codes stand in for a factor; without one they would be one.
        factors::drop_recovery(&mut tx, by.person).await?;
    }
    mail::to_person(&mut tx, by.person, told, About::nothing()).await?;
    Ok(tx.commit().await?)
}
