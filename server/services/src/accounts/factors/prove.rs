//! Proving once more who one is, for acts that demand it: by a factor; by the password where there is none.

use super::{KeyAnswer, Prover, Token, keys, second};
use crate::{Result, ServiceError, Services, accounts::changes::reauthenticate, error::Refusal};
use domain::{Actor, actor::Person, audit::Event, permissions::Act};
use secrecy::{ExposeSecret as _, SecretString};
use store::{
    TenantTx,
    accounts::{factors, proofs},
};

/// What a proof was made with: one of the three.
#[derive(Default)]
pub struct ProofInput {
    /// A code of the app, or a recovery code.
    pub code: SecretString,
    /// The password, of a person without a factor.
    pub password: SecretString,
    /// A passkey's answer.
    pub passkey: Option<KeyAnswer>,
}

/// Looks at a proof. The session has the cookie `token` from then on, and may for five minutes do what demands a proof.
///
/// # Errors
/// What was given proves nothing.
pub async fn prove(services: &Services, person: &Person, input: &ProofInput, token: &Token) -> Result<()> {
    let by = Prover::of(person);
    if !factors::held(&services.db, by.person).await?.any() {
        reauthenticate(services, person, "proof_password", &input.password).await?;
        let tx = TenantTx::begin_own(&services.db, &by.actor()).await?;
        return finish(tx, &by, token).await;
    }
    if let Some(answer) = &input.passkey {
        let checked = keys::check(services, answer).await?.filter(|checked| checked.person == by.person);
        let mut tx = TenantTx::begin_own(&services.db, &by.actor()).await?;
        if let Some(checked) = checked
            && keys::note_use(&mut tx, &checked).await?
        {
            return finish(tx, &by, token).await;
        }
        tx.record(Event::new("account.passkey_refused", "person", by.person));
        tx.commit().await?;
        return Err(Refusal::whole("factors-error-passkey").into());
    }
    if input.code.expose_secret().trim().is_empty() {
        return Err(Refusal::at("proof_code", "form-error-required").into());
    }
    let mut tx = TenantTx::begin_own(&services.db, &by.actor()).await?;
    if second::take_code(&mut tx, by.person, &input.code).await? {
        return finish(tx, &by, token).await;
    }
    tx.commit().await?;
    Err(second::refusal("proof_code"))
}

async fn finish(mut tx: TenantTx, by: &Prover, token: &Token) -> Result<()> {
    proofs::prove(&mut tx, by.person, by.session, token).await?;
    tx.record(Event::new("account.proved", "person", by.person));
    Ok(tx.commit().await?)
}

/// Refuses an act that demands a fresh proof where there is none. Jobs and the command line prove nothing.
///
/// # Errors
/// [`ServiceError::ProofNeeded`].
pub(crate) fn demand(actor: &Actor, act: Act) -> Result<()> {
    let stale = actor.person().is_some_and(|person| !person.proved);
    if act.demands_proof() && stale { Err(ServiceError::ProofNeeded) } else { Ok(()) }
}

/// The same for changes of the login itself: whoever has a factor proves it, beside the password that the form asks for.
///
/// # Errors
/// [`ServiceError::ProofNeeded`].
pub async fn demand_factor(services: &Services, person: &Person) -> Result<()> {
    let needed = !person.proved && factors::held(&services.db, person.id).await?.any();
    if needed { Err(ServiceError::ProofNeeded) } else { Ok(()) }
}
