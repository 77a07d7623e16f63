//! A merchant's own credentials: made with a name, drawn once.

use crate::{
    Result, ServiceError, Services,
    error::Refusal,
    mail::{self, About, Template},
};
use domain::{
    Actor, CredentialId, MerchantId,
    audit::{Audience, Event},
    credentials::{Environment, Token, life},
    permissions::Act,
};
use store::{
    StoreError, TenantTx,
    applications::merchants,
    credentials::{self, Credential},
    ports::bytes,
};

/// The secret was shown already, or the credential has ended.
const DRAWN: ServiceError = ServiceError::Conflict("credentials-drawn-already");
const LONGEST_LABEL: usize = 80;
/// Credentials of one merchant that have not ended.
const MOST: i64 = 20;

/// Makes a test credential, still without a secret. The merchant must have its number.
pub async fn create(
    services: &Services,
    actor: &Actor,
    merchant: MerchantId,
    label: &str,
) -> Result<CredentialId> {
    if !actor.may_at(merchant, Act::ManageOwnCredentials) {
        return Err(ServiceError::NotFound);
    }
    let label = check_label(label)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let standing = credentials::lock_and_count(&mut tx, merchant).await?;
    if merchants::load(&mut tx, merchant).await?.number.is_none() {
        return Err(Refusal::whole("credentials-error-no-number").into());
    }
    if standing >= MOST {
        return Err(Refusal::whole("credentials-error-many").into());
    }
    let id = credentials::insert(&mut tx, merchant, Environment::Test.word(), label).await?;
    tx.record(event("credential.created", id, merchant));
    tx.commit().await?;
    Ok(id)
}

/// A secret and what it belongs to, for the one answer that shows it.
pub struct Drawn {
    /// The credential.
    pub credential: Credential,
    /// The secret itself. Not stored, not logged, not shown again.
    pub secret: Token,
}

/// Draws a credential's secret. Its hash is committed before the secret leaves; a second draw is a conflict.
pub async fn draw(services: &Services, actor: &Actor, id: CredentialId) -> Result<Drawn> {
    let secret = Token::draw(Environment::Test, &bytes(&*services.ports().random));
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let credential = credentials::find(&mut tx, id).await?;
    if !actor.may_at(credential.merchant, Act::ManageOwnCredentials) {
        return Err(ServiceError::NotFound);
    }
    credential.life().apply(life::Event::Draw { until: None }, tx.now()).map_err(|_| DRAWN)?;
    // Of two who draw at the same moment the row lets one through.
    credentials::draw(&mut tx, id, &secret.hash(), secret.tail()).await.map_err(|error| match error {
        StoreError::Conflict => DRAWN,
        other => other.into(),
    })?;
    tx.record(event("credential.drawn", id, credential.merchant));
    for owner in merchants::owners(&mut tx, credential.merchant).await? {
        mail::to_person(&mut tx, owner, Template::CredentialDrawn, About::merchant(credential.merchant))
            .await?;
    }
    tx.commit().await?;
    Ok(Drawn { credential, secret })
}

fn event(name: &'static str, id: CredentialId, merchant: MerchantId) -> Event {
    Event::new(name, "credential", id).for_audience(Audience::Merchant).with("merchant", merchant)
}

fn check_label(typed: &str) -> Result<&str> {
    let label = typed.trim();
    let key = match label.chars().count() {
        0 => "form-error-required",
        1..=LONGEST_LABEL if label.chars().any(char::is_control) => "error-control-characters",
        1..=LONGEST_LABEL => return Ok(label),
        _ => "credentials-error-label-long",
    };
    Err(Refusal::at("label", key).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_short_plain_and_not_empty() {
        assert_eq!(check_label(" 收银台 ").unwrap(), "收银台");
        for wrong in ["", "  ", "a\nb", &"x".repeat(81)] {
            assert!(matches!(check_label(wrong), Err(ServiceError::Refused(_))), "{wrong:?}");
        }
    }
}
