//! A merchant's own credentials: made with a name, drawn once, fenced in.

use super::{NewInput, event, input, lists, rights};
use crate::{
    Result, ServiceError, Services,
    accounts::demand_proof,
    applications::Terms,
    error::Refusal,
    mail::{self, Template},
};
use domain::{
    Actor, CredentialId, MerchantId,
    credentials::{Environment, RightKind, Token, life},
    permissions::Act,
};
use store::{
    StoreError, TenantTx,
    applications::merchants,
    credentials::{self, Credential, NewCredential},
    ports::bytes,
    tenants::{self, Tenant},
};

/// The secret was shown already, or the credential has ended.
pub(super) const DRAWN: ServiceError = ServiceError::Conflict("credentials-drawn-already");
/// Credentials of one merchant that have not ended.
pub(super) const MOST: i64 = 20;

/// Makes a credential, still without a secret: a test one from the confirmed address on where the tenant lets, or else
/// from approval on; a live one with the right to it. Without a merchant, the actor gets one with themself as its owner:
/// the same that their application will be of.
pub async fn create(
    services: &Services,
    actor: &Actor,
    merchant: Option<MerchantId>,
    typed: &NewInput,
) -> Result<CredentialId> {
    let newcomer = merchant.is_none() && lists::is_newcomer(services, actor).await?;
    if !newcomer && !merchant.is_some_and(|merchant| actor.may_at(merchant, Act::ManageOwnCredentials)) {
        return Err(ServiceError::NotFound);
    }
    let tenant = tenants::by_id(&services.db, actor.tenant()).await?;
    let terms = Terms::of(services, &tenant)?;
    let sound = typed.checked(terms.today(services.now()))?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let merchant = match merchant {
        Some(merchant) => merchant,
        None => first_merchant(&mut tx).await?,
    };
    let standing = credentials::lock_and_count(&mut tx, merchant).await?;
    may_have(&mut tx, &tenant, merchant, sound.environment).await?;
    if standing >= MOST {
        return Err(Refusal::whole("credentials-error-many").into());
    }
    let new = NewCredential {
        merchant,
        environment: sound.environment,
        label: &sound.label,
        expires: sound.expires.map(|day| terms.end_of(day)),
        networks: &sound.networks,
        replaces: None,
    };
    let id = credentials::insert(&mut tx, &new).await?;
    tx.record(event("credential.created", id, merchant).with("environment", sound.environment));
    tx.commit().await?;
    Ok(id)
}

/// The merchant of somebody who has none yet; of two such at once the second finds the first one's.
async fn first_merchant(tx: &mut TenantTx) -> Result<MerchantId> {
    let person = tx.actor().person().ok_or(ServiceError::SignedOut)?.id;
    merchants::hold_person(tx, person).await?;
    match merchants::unused_of(tx, person).await? {
        Some(unused) => Ok(unused),
        None => Ok(merchants::create(tx, person).await?),
    }
}

async fn may_have(
    tx: &mut TenantTx,
    tenant: &Tenant,
    merchant: MerchantId,
    environment: Environment,
) -> Result<()> {
    let key = match environment {
        Environment::Test if tenant.policy.test_credentials => return Ok(()),
        Environment::Test if merchants::is_aboard(tx, merchant).await? => return Ok(()),
        Environment::Test => "credentials-error-no-number",
        Environment::Live if rights::kind(tx, merchant).await? == Some(RightKind::Open) => return Ok(()),
        Environment::Live => "credentials-error-no-right",
    };
    Err(Refusal::at("environment", key).into())
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
    let random = bytes(&*services.ports().random);
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let credential = credentials::find(&mut tx, id).await?;
    if !actor.may_at(credential.merchant, Act::ManageOwnCredentials) {
        return Err(ServiceError::NotFound);
    }
    demand_proof(actor, Act::ManageOwnCredentials)?;
    // The end of the right to live ones takes the merchant first, too.
    merchants::lock(&mut tx, credential.merchant).await?;
    let until = credential.instants.expires;
    credential.life(tx.now()).apply(life::Event::Draw { until }, tx.now()).map_err(|_| DRAWN)?;
    let secret = Token::draw(credential.environment, &random);
    keep(&mut tx, &credential, &secret, Template::CredentialDrawn).await?;
    let credential = credentials::find(&mut tx, id).await?;
    tx.commit().await?;
    Ok(Drawn { credential, secret })
}

/// Keeps the hash of a secret that is about to be shown, records it and tells the owners and whoever did it.
pub(super) async fn keep(
    tx: &mut TenantTx,
    credential: &Credential,
    secret: &Token,
    told: Template,
) -> Result<()> {
    // Of two who draw at the same moment the row lets one through; the right to a live one may just have ended.
    let kept = credentials::draw(tx, credential.id, &secret.hash(), secret.tail()).await;
    kept.map_err(|error| match error {
        StoreError::Conflict | StoreError::NoRight => DRAWN,
        other => other.into(),
    })?;
    tx.record(
        event("credential.drawn", credential.id, credential.merchant)
            .with("environment", credential.environment),
    );
    mail::to_owners_and_actor(tx, credential.merchant, told).await?;
    Ok(())
}

/// Says from which networks a credential may be used.
pub async fn fence(services: &Services, actor: &Actor, id: CredentialId, typed: &str) -> Result<()> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let credential = credentials::find(&mut tx, id).await?;
    if !actor.may_at(credential.merchant, Act::ManageOwnCredentials) {
        return Err(ServiceError::NotFound);
    }
    let networks = input::networks(typed)
        .map_err(|error| ServiceError::Refused(Refusal { whole: None, fields: vec![error] }))?;
    if matches!(credential.state(tx.now()), life::LifeKind::Revoked | life::LifeKind::Expired) {
        return Err(super::revoke::ENDED);
    }
    if credential.networks == networks {
        return Ok(());
    }
    credentials::fence(&mut tx, id, &networks).await?;
    tx.record(event("credential.fenced", id, credential.merchant).with("networks", networks.len()));
    Ok(tx.commit().await?)
}
