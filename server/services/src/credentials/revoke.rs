//! The end of a credential, by its merchant or by an admin.

use crate::{
    Result, ServiceError, Services,
    mail::{self, About, Template},
};
use domain::{
    Actor, CredentialId,
    audit::{Audience, Event},
    credentials::life,
    permissions::Act,
};
use store::{
    StoreError, TenantTx,
    applications::merchants,
    credentials::{self, Credential},
};

/// It has ended already.
const ENDED: ServiceError = ServiceError::Conflict("credentials-ended-already");

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

/// Ends a credential at once: what presents it next is refused. Its merchant's owners are told.
pub async fn revoke(services: &Services, actor: &Actor, id: CredentialId, side: Side) -> Result<()> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let credential = credentials::find(&mut tx, id).await?;
    if !side.allows(actor, &credential) {
        return Err(ServiceError::NotFound);
    }
    credential.life().apply(life::Event::Revoke, tx.now()).map_err(|_| ENDED)?;
    credentials::revoke(&mut tx, id).await.map_err(|error| match error {
        StoreError::Conflict => ENDED,
        other => other.into(),
    })?;
    tx.record(
        Event::new("credential.revoked", "credential", id)
            .for_audience(Audience::Merchant)
            .with("merchant", credential.merchant),
    );
    for owner in merchants::owners(&mut tx, credential.merchant).await? {
        mail::to_person(&mut tx, owner, Template::CredentialRevoked, About::merchant(credential.merchant))
            .await?;
    }
    Ok(tx.commit().await?)
}
