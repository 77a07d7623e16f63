//! Passkeys: challenges, new ones, and answers. The user must be verified by the authenticator each time, a challenge is
//! good once and for five minutes, and a count that goes back is refused.

use super::{Prover, Token, enrol};
use crate::{
    Result, ServiceError, Services,
    accounts::{
        Client,
        limits::{self, SIGN_IN_FROM},
    },
    error::Refusal,
    mail::Template,
};
use domain::{PersonId, accounts::factors::PASSKEYS, audit::Event};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::sync::Arc;
use store::{
    StoreError, TenantTx,
    accounts::passkeys::{self as rows, Passkey as Stored},
};
use time::Duration;
use uuid::Uuid;
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder,
};

/// How long a challenge may take to be answered.
const ANSWERED_WITHIN: Duration = Duration::minutes(5);
/// Characters of a passkey's name.
const NAME: usize = 60;

/// Whom passkeys are made for: this installation, by its address. An installation reached by a bare IP address has none.
#[derive(Clone)]
pub struct RelyingParty(Option<Arc<Webauthn>>);

impl RelyingParty {
    /// The one of a base address.
    pub fn at(base_url: &str) -> Self {
        let party = Url::parse(base_url).ok().and_then(|origin| {
            let host = origin.domain()?.to_owned();
            WebauthnBuilder::new(&host, &origin).ok()?.rp_name("Gangway").build().ok()
        });
        Self(party.map(Arc::new))
    }

    /// Whether there can be passkeys here.
    pub const fn exists(&self) -> bool {
        self.0.is_some()
    }

    fn get(&self) -> Result<&Webauthn> {
        self.0.as_deref().ok_or(ServiceError::NotFound)
    }
}

/// What a browser is asked.
#[derive(serde::Serialize)]
pub struct Challenge {
    /// By which the answer finds it.
    pub challenge: Uuid,
    /// The options of `navigator.credentials`, in their JSON form.
    pub options: Value,
}

/// What a browser answers.
#[derive(Clone, Deserialize)]
pub struct KeyAnswer {
    /// The challenge it answers.
    pub challenge: String,
    /// The credential, in its JSON form.
    pub credential: String,
}

/// A name for a passkey.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasskeyName {
    /// As typed.
    pub name: String,
}

/// An answer found right, not yet noted.
pub(super) struct Checked {
    pub(super) person: PersonId,
    stored: Uuid,
    passkey: Passkey,
    result: AuthenticationResult,
}

fn internal(error: impl std::error::Error + Send + Sync + 'static) -> ServiceError {
    ServiceError::Internal(Box::new(error))
}

fn refused() -> ServiceError {
    Refusal::whole("factors-error-passkey").into()
}

fn stored<T: DeserializeOwned>(value: Value) -> Result<T> {
    serde_json::from_value(value).map_err(internal)
}

/// A person's passkeys, the oldest first.
///
/// # Errors
/// The database is down.
pub async fn passkeys(services: &Services, person: PersonId) -> Result<Vec<Stored>> {
    Ok(rows::of_person(&services.db, person).await?)
}

/// Asks for any passkey of ours: whose it is, the answer tells.
///
/// # Errors
/// There are no passkeys here, or too often from this address.
pub async fn put_challenge(services: &Services, client: Client<'_>) -> Result<Challenge> {
    SIGN_IN_FROM.check(services, &limits::network(client.address)).await?;
    let (options, state) = services.passkeys.get()?.start_discoverable_authentication().map_err(internal)?;
    let options = serde_json::to_value(options.public_key).map_err(internal)?;
    put(services, None, options, &state).await
}

/// Asks for a new passkey.
///
/// # Errors
/// A proof is needed, there are a dozen already, or there are no passkeys here.
pub async fn put_new_challenge(services: &Services, by: &Prover, email: &str) -> Result<Challenge> {
    let (tx, _) = by.change(services).await?;
    drop(tx);
    let known = rows::of_person(&services.db, by.person).await?;
    room(known.len())?;
    let known = known.into_iter().map(|one| Ok(stored::<Passkey>(one.credential)?.cred_id().clone()));
    let (options, state) = services
        .passkeys
        .get()?
        .start_passkey_registration(by.person.0, email, email, Some(known.collect::<Result<_>>()?))
        .map_err(internal)?;
    let mut options = serde_json::to_value(options.public_key).map_err(internal)?;
    // Kept by the authenticator, so that it opens without an address being typed.
    if let Some(selection) = options.get_mut("authenticatorSelection").and_then(Value::as_object_mut) {
        selection.insert("residentKey".into(), json!("required"));
        selection.insert("requireResidentKey".into(), json!(true));
    }
    put(services, Some(by.person), options, &state).await
}

async fn put(
    services: &Services,
    person: Option<PersonId>,
    options: Value,
    state: &impl serde::Serialize,
) -> Result<Challenge> {
    let challenge = services.ports().random.id(services.now());
    let state = serde_json::to_value(state).map_err(internal)?;
    rows::put_challenge(&services.db, challenge, person, &state).await?;
    Ok(Challenge { challenge, options })
}

async fn take<T: DeserializeOwned>(
    services: &Services,
    person: Option<PersonId>,
    challenge: &str,
) -> Result<Option<T>> {
    let Ok(id) = challenge.parse() else { return Ok(None) };
    let since = services.now() - ANSWERED_WITHIN;
    rows::take_challenge(&services.db, id, person, since).await?.map(stored).transpose()
}

fn room(known: usize) -> Result<()> {
    if known < PASSKEYS { Ok(()) } else { Err(Refusal::whole("factors-error-many").into()) }
}

fn name(typed: &str) -> Result<String> {
    let name = typed.trim();
    let wrong = |key| Err(Refusal::at("name", key).into());
    match name.chars().count() {
        0 => wrong("form-error-required"),
        1..=NAME if !name.chars().any(char::is_control) => Ok(name.to_owned()),
        _ => wrong("factors-error-name"),
    }
}

/// Keeps a new passkey. The session is whole from then on, with the cookie `token`. Gives recovery codes to whoever has
/// none.
///
/// # Errors
/// A proof is needed, the answer isn't right, or it has no name.
pub async fn add_passkey(
    services: &Services,
    by: &Prover,
    typed: &str,
    answer: &KeyAnswer,
    token: &Token,
) -> Result<Vec<String>> {
    let name = name(typed)?;
    let state: Option<PasskeyRegistration> = take(services, Some(by.person), &answer.challenge).await?;
    let credential: Option<RegisterPublicKeyCredential> = serde_json::from_str(&answer.credential).ok();
    let (Some(state), Some(credential)) = (state, credential) else { return Err(refused()) };
    let passkey =
        services.passkeys.get()?.finish_passkey_registration(&credential, &state).map_err(|_| refused())?;
    let (mut tx, held) = by.change(services).await?;
    room(usize::try_from(held.passkeys).unwrap_or(usize::MAX))?;
    let kept = serde_json::to_value(&passkey).map_err(internal)?;
    let id = match rows::add(&mut tx, by.person, &name, passkey.cred_id(), &kept).await {
        Err(StoreError::Taken(_)) => return Err(refused()),
        added => added?,
    };
    tx.record(Event::new("account.passkey_added", "person", by.person).with("passkey", id));
    let codes = enrol::finish(services, &mut tx, by, held, Template::PasskeyAdded, token).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Gives a passkey another name.
///
/// # Errors
/// It isn't theirs, or the name is none.
pub async fn rename_passkey(services: &Services, by: &Prover, id: Uuid, typed: &str) -> Result<()> {
    let name = name(typed)?;
    let mut tx = by.begin(services).await?;
    rows::rename(&mut tx, by.person, id, &name).await?;
    tx.record(Event::new("account.passkey_renamed", "person", by.person).with("passkey", id));
    Ok(tx.commit().await?)
}

/// Looks at an answer: the challenge was ours and is spent, the signature is right, the user was verified, and the
/// authenticator says whose it is as we know it.
pub(super) async fn check(services: &Services, answer: &KeyAnswer) -> Result<Option<Checked>> {
    let state: Option<DiscoverableAuthentication> = take(services, None, &answer.challenge).await?;
    let credential: Option<PublicKeyCredential> = serde_json::from_str(&answer.credential).ok();
    let (Some(state), Some(credential)) = (state, credential) else { return Ok(None) };
    let party = services.passkeys.get()?;
    let Ok((person, id)) = party.identify_discoverable_authentication(&credential) else { return Ok(None) };
    let Some(found) = rows::by_credential(&services.db, id).await?.filter(|one| one.person == person) else {
        return Ok(None);
    };
    let passkey: Passkey = stored(found.credential)?;
    let result = party.finish_discoverable_authentication_v2(&credential, state, &passkey);
    let Ok(result) = result else { return Ok(None) };
    let verified = result.user_verified();
    Ok(verified.then_some(Checked { person: PersonId(person), stored: found.id, passkey, result }))
}

/// Notes an answer's count. False where it didn't go up.
pub(super) async fn note_use(tx: &mut TenantTx, checked: &Checked) -> Result<bool> {
    let mut passkey = checked.passkey.clone();
    passkey.update_credential(&checked.result);
    let kept = serde_json::to_value(&passkey).map_err(internal)?;
    Ok(rows::used(tx, checked.stored, &kept, checked.result.counter()).await?)
}
