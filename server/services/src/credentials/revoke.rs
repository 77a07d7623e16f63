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

/// Whether the actor may end it.
pub(super) fn allowed(actor: &Actor, credential: &Credential) -> bool {
    actor.may_at(credential.merchant, Act::ManageOwnCredentials) || actor.may(Act::ManageAllCredentials)
}

/// Ends a credential at once: what presents it next is refused. Its merchant's owners are told.
pub async fn revoke(services: &Services, actor: &Actor, id: CredentialId) -> Result<()> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let credential = credentials::find(&mut tx, id).await?;
    if !allowed(actor, &credential) {
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
