//! A credential is replaced: the new secret is shown in the same answer, the old one goes on for the overlap.

use super::{
    Drawn, event,
    own::{DRAWN, MOST, keep},
};
use crate::{Result, ServiceError, Services, accounts::demand_proof, error::Refusal, mail::Template};
use domain::{
    Actor, CredentialId,
    credentials::{
        Life, Overlap, Token,
        life::{self, Why},
    },
    permissions::Act,
};
use store::{
    StoreError, TenantTx,
    credentials::{self, Ending, NewCredential},
    ports::bytes,
};
use time::OffsetDateTime;

/// What came of it.
pub struct Rotated {
    /// The credential that takes the place, with its secret.
    pub drawn: Drawn,
    /// Until when the old one goes on; nothing where it ended at once.
    pub until: Option<OffsetDateTime>,
}

/// Puts another credential in the place of this one and draws its secret; without an overlap this one ends at once,
/// which cures a lost answer.
///
/// # Errors
/// [`ServiceError::Conflict`] where it was replaced already, has ended, or was never drawn.
pub async fn rotate(services: &Services, actor: &Actor, id: CredentialId, overlap: &str) -> Result<Rotated> {
    let random = bytes(&*services.ports().random);
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let old = credentials::find(&mut tx, id).await?;
    if !actor.may_at(old.merchant, Act::ManageOwnCredentials) {
        return Err(ServiceError::NotFound);
    }
    demand_proof(actor, Act::ManageOwnCredentials)?;
    let Some(overlap) = Overlap::from_word(overlap) else {
        return Err(Refusal::at("overlap", "credentials-error-overlap").into());
    };
    let standing = credentials::lock_and_count(&mut tx, old.merchant).await?;
    // Read again under the lock: of two who replace it the second finds it replaced.
    let old = credentials::find(&mut tx, id).await?;
    let life = old.life(tx.now()).apply(life::Event::Rotate(overlap), tx.now()).map_err(|refused| {
        ServiceError::Conflict(match refused.why {
            Why::NotDrawn => "credentials-not-drawn",
            _ => "credentials-rotated-already",
        })
    })?;
    // The old one goes, but not at once: it may make one more than there are otherwise.
    if standing > MOST {
        return Err(Refusal::whole("credentials-error-many").into());
    }
    let new = NewCredential {
        merchant: old.merchant,
        environment: old.environment,
        label: &old.label,
        expires: old.instants.expires,
        networks: &old.networks,
        replaces: Some(old.id),
    };
    let new = credentials::insert(&mut tx, &new).await.map_err(no_right)?;
    tx.record(event("credential.created", new, old.merchant).with("environment", old.environment));
    let until = if let Life::Rotating { until, .. } = life {
        credentials::rotate(&mut tx, id, until).await?;
        Some(until)
    } else {
        credentials::revoke(&mut tx, id, Ending { reason: Some("replaced") }).await?;
        None
    };
    tx.record(
        event("credential.rotated", id, old.merchant).with("overlap", overlap).with("replaced_by", new),
    );
    let credential = credentials::find(&mut tx, new).await?;
    let secret = Token::draw(old.environment, &random);
    keep(&mut tx, &credential, &secret, Template::CredentialRotated).await?;
    let credential = credentials::find(&mut tx, new).await?;
    tx.commit().await?;
    Ok(Rotated { drawn: Drawn { credential, secret }, until })
}

fn no_right(error: StoreError) -> ServiceError {
    match error {
        StoreError::NoRight => DRAWN,
        other => other.into(),
    }
}
