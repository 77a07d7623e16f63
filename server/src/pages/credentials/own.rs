//! A merchant's own credentials: listed, made, drawn once, fenced in.

use super::{credential, line};
use crate::web::{PageResult, Visit, forms};
use app::{
    pages::credentials::{
        create::{self, Model as NewModel},
        drawn::{self, Model as DrawnModel, Replaced},
        networks::{self, Model as NetworksModel},
        own::{self as page, Model},
        spent::{self, Model as SpentModel},
    },
    ui::{FormState, named},
};
use axum::{
    Form,
    extract::Path,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use domain::{
    CredentialId, MerchantId,
    applications::answers::day_from_parts,
    credentials::{Environment, life::LifeKind, token},
    permissions::Act,
};
use services::{
    Refusal, Result, ServiceError,
    credentials::{self, Drawn, Mine, NewInput, Side, networks_text},
};
use time::OffsetDateTime;

/// `GET /t/{slug}/credentials`
pub(super) async fn list(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let now = visit.app.services.now();
    let Mine { places, credentials, newcomer } = credentials::mine(&visit.app.services, &visit.actor).await?;
    let manages =
        |place: &credentials::Place| visit.actor.may_at(place.merchant.id, Act::ManageOwnCredentials);
    let examples = examples(&visit.app.web.base_url, &credentials, now);
    let model = Model {
        credentials: credentials.into_iter().map(|credential| line(credential, now)).collect(),
        manage: newcomer || places.iter().any(manages),
        open: open(&places, newcomer),
        several: places.len() > 1,
        description: "/api/openapi.json".into(),
        examples,
    };
    Ok(visit.page(page::page(&visit.frame, &model)))
}

/// The command for each environment in which the reader has a key that speaks, with that key's own beginning and end;
/// for the sandbox where there is none yet.
fn examples(
    base_url: &str,
    credentials: &[credentials::Credential],
    now: OffsetDateTime,
) -> Vec<(Environment, String)> {
    let command = |shown: String| format!("curl {base_url}/api/v1/me -H 'Authorization: Bearer {shown}'");
    let mut found: Vec<(Environment, String)> = Environment::ALL
        .iter()
        .filter_map(|environment| {
            let own = credentials
                .iter()
                .find(|one| one.environment == *environment && matches!(one.state(now), LifeKind::Active))?;
            let tail = own.tail.as_deref()?;
            Some((*environment, command(token::shown(*environment, tail))))
        })
        .collect();
    if found.is_empty() {
        found.push((Environment::Test, command(format!("{}…", Environment::Test.prefix()))));
    }
    found
}

/// For which environments the reader may make a credential now.
fn open(places: &[credentials::Place], newcomer: bool) -> Vec<Environment> {
    let test = newcomer || places.iter().any(|place| place.test);
    let live = places.iter().any(|place| place.live);
    let both = [(test, Environment::Test), (live, Environment::Live)];
    both.into_iter().filter_map(|(open, environment)| open.then_some(environment)).collect()
}

async fn new_model(visit: &Visit, form: FormState) -> Result<NewModel> {
    let mine = credentials::mine(&visit.app.services, &visit.actor).await?;
    let manages =
        mine.places.iter().any(|place| visit.actor.may_at(place.merchant.id, Act::ManageOwnCredentials));
    if !mine.newcomer && !manages {
        return Err(ServiceError::Forbidden);
    }
    let merchants: Vec<(String, String)> = mine
        .places
        .iter()
        .filter(|place| place.test || place.live)
        .map(|place| (place.merchant.id.to_string(), named(&visit.frame, &place.merchant.name)))
        .collect();
    let test = mine.newcomer || mine.places.iter().any(|place| place.test);
    let live = mine.places.iter().any(|place| place.live);
    let form = match merchants.as_slice() {
        [(only, _)] => form.with("merchant", only.clone()),
        _ => form,
    };
    let form = match (test, live) {
        (true, false) => form.with("environment", Environment::Test.word()),
        (false, true) => form.with("environment", Environment::Live.word()),
        _ => form,
    };
    Ok(NewModel { form, merchants, test, live })
}

/// `GET /t/{slug}/credentials/new`
pub(super) async fn show_new(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let model = new_model(&visit, FormState::default()).await?;
    if !model.test && !model.live {
        return Ok(visit.see_other(&visit.frame.at("/credentials")));
    }
    Ok(visit.page(create::page(&visit.frame, &model)))
}

/// `POST /t/{slug}/credentials/new`
pub(super) async fn take_new(visit: Visit, Form(pairs): Form<Vec<(String, String)>>) -> PageResult {
    visit.signed_in()?;
    let sent = FormState::sent(pairs);
    let part = |which: &str| sent.value(&format!("expires_{which}"));
    let input = NewInput {
        environment: sent.value("environment").to_owned(),
        label: sent.value("label").to_owned(),
        expires: day_from_parts(part("year"), part("month"), part("day")),
        networks: sent.value("networks").to_owned(),
    };
    let merchant = match sent.value("merchant") {
        "" => Ok(None),
        id => id.parse::<MerchantId>().map(Some),
    };
    let done = match merchant {
        Ok(None) if !visit.signed_in()?.members.is_empty() => {
            Err(Refusal::at("merchant", "credentials-error-merchant").into())
        }
        Ok(merchant) => credentials::create(&visit.app.services, &visit.actor, merchant, &input).await,
        Err(_) => Err(Refusal::at("merchant", "credentials-error-merchant").into()),
    };
    match forms::again(done, sent)? {
        Ok(_) => Ok(visit.see_other_saying(&visit.frame.at("/credentials"), "credentials-created")),
        Err(form) => {
            let model = new_model(&visit, form).await?;
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, create::page(&visit.frame, &model)))
        }
    }
}

/// `GET /t/{slug}/credentials/{id}/draw`: whoever comes back to the button's own address sees the list.
pub(super) async fn back(visit: Visit) -> PageResult {
    Ok(visit.see_other(&visit.frame.at("/credentials")))
}

/// `POST /t/{slug}/credentials/{id}/draw`: the one answer that holds the secret. Its hash is committed by then; the
/// answer is kept nowhere, and a second one is refused.
pub(super) async fn draw(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let id = credential(&id)?;
    match credentials::draw(&visit.app.services, &visit.actor, id).await {
        Err(ServiceError::Conflict(_)) => spent(&visit, id).await,
        other => Ok(shown(&visit, other?, Replaced::Nothing)),
    }
}

/// The answer that shows a secret: once, kept by nobody.
pub(super) fn shown(visit: &Visit, drawn: Drawn, replaced: Replaced) -> Response {
    let merchant = named(&visit.frame, &drawn.credential.merchant_name);
    let number = drawn.credential.merchant_number.map(|number| format!(" {number}")).unwrap_or_default();
    let model = DrawnModel {
        label: drawn.credential.label,
        merchant: merchant + &number,
        environment: drawn.credential.environment,
        replaced,
        ends: drawn.credential.instants.expires,
        secret: drawn.secret.as_str().to_owned(),
    };
    let mut response = visit.page(drawn::page(&visit.frame, &model));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The secret can't be had again; the way out is to replace the key, where it can still be replaced.
pub(super) async fn spent(visit: &Visit, id: CredentialId) -> PageResult {
    let found = credentials::one(&visit.app.services, &visit.actor, id, Side::Merchant).await?;
    let active = found.state(visit.app.services.now()) == LifeKind::Active;
    let replace = active.then(|| visit.frame.at(&format!("/credentials/{id}/rotate")));
    Ok(visit.page_with(StatusCode::CONFLICT, spent::page(&visit.frame, &SpentModel { replace })))
}

async fn networks_model(visit: &Visit, id: CredentialId, form: Option<FormState>) -> Result<NetworksModel> {
    let found = credentials::one(&visit.app.services, &visit.actor, id, Side::Merchant).await?;
    let as_kept = || FormState::default().with("networks", networks_text(&found.networks));
    let form = form.unwrap_or_else(as_kept);
    let address = visit.address.to_canonical().to_string();
    Ok(NetworksModel { line: line(found, visit.app.services.now()), form, address })
}

/// `GET /t/{slug}/credentials/{id}/networks`
pub(super) async fn show_networks(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let model = networks_model(&visit, credential(&id)?, None).await?;
    Ok(visit.page(networks::page(&visit.frame, &model)))
}

/// `POST /t/{slug}/credentials/{id}/networks`
pub(super) async fn take_networks(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let id = credential(&id)?;
    let sent = FormState::sent(pairs);
    let done = credentials::fence(&visit.app.services, &visit.actor, id, sent.value("networks")).await;
    match forms::again(done, sent)? {
        Ok(()) => Ok(visit.see_other_saying(&visit.frame.at("/credentials"), "credentials-fenced")),
        Err(form) => {
            let model = networks_model(&visit, id, Some(form)).await?;
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, networks::page(&visit.frame, &model)))
        }
    }
}
