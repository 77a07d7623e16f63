//! The end of a credential, by its merchant or by an admin.

use super::event;
use crate::{
    Result, ServiceError, Services,
    error::Refusal,
    mail::{self, About, Template},
};
use domain::{
    Actor, CredentialId, MerchantId,
    credentials::{Environment, RevokeReason, life},
    permissions::Act,
};
use store::{
    StoreError, TenantTx,
    applications::merchants,
    credentials::{self, Credential, Ending},
};

/// It has ended already.
pub(super) const ENDED: ServiceError = ServiceError::Conflict("credentials-ended-already");

/// From whose list it is ended: on the other side's it isn't there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// From its merchant's.
    Merchant,
    /// From the admin's, of every merchant.
    Admin,
}

impl Side {
    /// Whether the actor may end it from here.
    pub(super) fn allows(self, actor: &Actor, credential: &Credential) -> bool {
        match self {
            Self::Merchant => actor.may_at(credential.merchant, Act::ManageOwnCredentials),
            Self::Admin => actor.may(Act::ManageAllCredentials),
        }
    }
}

/// Ends a credential at once: what presents it next is refused. Its merchant's owners are told; an admin says why.
pub async fn revoke(
    services: &Services,
    actor: &Actor,
    id: CredentialId,
    side: Side,
    reason: &str,
) -> Result<()> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let credential = credentials::find(&mut tx, id).await?;
    if !side.allows(actor, &credential) {
        return Err(ServiceError::NotFound);
    }
    let reason = match side {
        Side::Merchant => None,
        Side::Admin => {
            let reason = RevokeReason::from_word(reason);
            Some(reason.ok_or_else(|| Refusal::at("reason", "credentials-error-reason"))?.word())
        }
    };
    end(&mut tx, &credential, reason).await?;
    for owner in merchants::owners(&mut tx, credential.merchant).await? {
        mail::to_person(&mut tx, owner, Template::CredentialRevoked, About::merchant(credential.merchant))
            .await?;
    }
    Ok(tx.commit().await?)
}

/// Ends everything of a merchant that stands: its tenant's relationship with it is over.
pub(crate) async fn end_all(tx: &mut TenantTx, merchant: MerchantId) -> Result<()> {
    for environment in Environment::ALL {
        for credential in credentials::standing(tx, merchant, *environment).await? {
            end(tx, &credential, Some("relationship_ended")).await?;
        }
    }
    Ok(())
}

/// Ends one that stands, and records why.
pub(super) async fn end(
    tx: &mut TenantTx,
    credential: &Credential,
    reason: Option<&'static str>,
) -> Result<()> {
    credential.life(tx.now()).apply(life::Event::Revoke, tx.now()).map_err(|_| ENDED)?;
    credentials::revoke(tx, credential.id, Ending { reason }).await.map_err(|error| match error {
        StoreError::Conflict => ENDED,
        other => other.into(),
    })?;
    let mut event = event("credential.revoked", credential.id, credential.merchant);
    if let Some(reason) = reason {
        event = event.with("reason", reason);
    }
    tx.record(event);
    Ok(())
}
