//! What a person proves themselves with beside the password: the second step, getting factors, giving them up.

use super::{client, entry};
use crate::web::{Fault, NewCookie, PageResult, Visit, forms, own_path};
use app::{
    pages::accounts::factors::{
        enrol,
        list::{self, Key},
        recovery, rename, second,
    },
    ui::FormState,
};
use axum::{
    Form, Json,
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use secrecy::ExposeSecret as _;
use serde::Deserialize;
use services::{
    ServiceError,
    accounts::{
        self, Outcome,
        factors::{self, Code, Enrolment, KeyAnswer, PasskeyName},
    },
};
use uuid::Uuid;

/// A new passkey, with its name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewKey {
    name: String,
    challenge: String,
    credential: String,
    #[serde(default)]
    to: String,
}

/// A passkey's answer, on the way in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeySignIn {
    challenge: String,
    credential: String,
    #[serde(default)]
    to: String,
}

fn typed(to: &str) -> FormState {
    FormState::default().with("to", own_path(to).unwrap_or_default())
}

/// The path of the second step for a session that opens nothing yet.
pub(super) fn next_step(factor: bool, to: &str) -> String {
    let path = if factor { "/account/factor" } else { "/account/totp" };
    match own_path(to) {
        Some(to) => super::super::query::address(path, &[("to", to)]),
        None => path.to_owned(),
    }
}

/// Where to go on to once all is proved.
async fn onward(visit: &Visit, to: &str) -> Result<String, Fault> {
    let person = visit.prover()?.person;
    Ok(match own_path(to) {
        Some(path) => path.to_owned(),
        None => accounts::landing(&visit.app.services, person).await?,
    })
}

async fn second_page(visit: &Visit, status: StatusCode, form: FormState) -> PageResult {
    let pending = visit.pending.as_ref().ok_or(ServiceError::SignedOut)?;
    let held = factors::held(&visit.app.services, pending.by.person).await?;
    let passkey = held.passkeys > 0 && visit.app.services.passkeys.exists();
    let model = second::Model { email: pending.email.clone(), form, app: held.totp.is_some(), passkey };
    Ok(visit.page_with(status, second::page(&visit.frame, &model)))
}

/// `GET /account/factor`
pub(super) async fn show_second(visit: Visit, Query(onward): Query<entry::Onward>) -> PageResult {
    match &visit.pending {
        Some(pending) if pending.factor => second_page(&visit, StatusCode::OK, typed(&onward.to)).await,
        Some(_) => Ok(visit.see_other(&next_step(false, &onward.to))),
        None => Ok(visit.see_other(own_path(&onward.to).unwrap_or("/account"))),
    }
}

/// `POST /account/factor`
pub(super) async fn take_second(visit: Visit, Form(input): Form<Code>) -> PageResult {
    let pending = visit.pending.as_ref().ok_or(ServiceError::SignedOut)?;
    let cookie = NewCookie::draw();
    let services = &visit.app.services;
    let done =
        factors::take_second_step(services, &pending.by, &input.code, client(&visit), &cookie.digest()).await;
    match forms::again(done, typed(&input.to))? {
        Ok(()) => {
            let mut response = visit.see_other(&onward(&visit, &input.to).await?);
            cookie.put(&visit.app.web, &mut response);
            Ok(response)
        }
        Err(form) => second_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}

/// The address that the app files the secret under, and whether nothing else is open before there is a factor.
fn whose(visit: &Visit) -> (String, bool) {
    let own = || visit.known.as_ref().map(|known| known.email.clone()).unwrap_or_default();
    visit.pending.as_ref().map_or_else(|| (own(), false), |pending| (pending.email.clone(), true))
}

async fn enrol_page(visit: &Visit, status: StatusCode, form: FormState, again: &str) -> PageResult {
    let by = visit.prover()?;
    let (email, required) = whose(visit);
    let offer = factors::offer(&visit.app.services, by.person, &email, "Gangway", again)?;
    let held = factors::held(&visit.app.services, by.person).await?;
    let model = enrol::Model {
        form,
        offer: offer.sealed,
        secret: offer.secret,
        link: offer.link,
        qr: offer.qr,
        required,
        replaces: held.totp.is_some(),
    };
    Ok(visit.page_with(status, enrol::page(&visit.frame, &model)))
}

/// `GET /account/totp`
pub(super) async fn show_enrol(visit: Visit, Query(onward): Query<entry::Onward>) -> PageResult {
    if visit.pending.as_ref().is_some_and(|pending| pending.factor) {
        return Ok(visit.see_other(&next_step(true, &onward.to)));
    }
    enrol_page(&visit, StatusCode::OK, typed(&onward.to), "").await
}

/// `POST /account/totp`
pub(super) async fn take_enrol(visit: Visit, Form(input): Form<Enrolment>) -> PageResult {
    let by = visit.prover()?;
    let cookie = NewCookie::draw();
    let done = factors::enrol(&visit.app.services, &by, &input, &cookie.digest()).await;
    match forms::again(done, typed(&input.to).with("code", input.code.expose_secret()))? {
        Ok(codes) => added(&visit, codes, &cookie, &input.to, "app-added").await,
        Err(form) => enrol_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, &input.offer).await,
    }
}

/// A factor was added: recovery codes, where there are new ones, or on to where it goes.
async fn added(visit: &Visit, codes: Vec<String>, cookie: &NewCookie, to: &str, said: &str) -> PageResult {
    let to = match own_path(to) {
        None if visit.pending.is_none() => "/account/factors".to_owned(),
        _ => onward(visit, to).await?,
    };
    let mut response = if codes.is_empty() {
        visit.see_other_saying(&to, said)
    } else {
        visit.page(recovery::page(&visit.frame, &recovery::Model { codes, to }))
    };
    cookie.put(&visit.app.web, &mut response);
    Ok(response)
}

async fn list_page(visit: &Visit, status: StatusCode, form: FormState) -> PageResult {
    let person = visit.signed_in()?.id;
    let services = &visit.app.services;
    let held = factors::held(services, person).await?;
    let passkeys = factors::passkeys(services, person).await?;
    let key = |one: factors::Passkey| Key {
        id: one.id.to_string(),
        name: one.name,
        created_at: one.created_at,
        last_used_at: one.last_used_at,
    };
    let model = list::Model {
        totp: held.totp,
        recovery: held.recovery,
        passkeys: passkeys.into_iter().map(key).collect(),
        can_passkey: services.passkeys.exists(),
        form,
    };
    Ok(visit.page_with(status, list::page(&visit.frame, &model)))
}

/// `GET /account/factors`
pub(super) async fn show_list(visit: Visit) -> PageResult {
    visit.signed_in()?;
    list_page(&visit, StatusCode::OK, FormState::default()).await
}

/// The list again with what was refused, or with a word about what was done.
async fn done(visit: &Visit, done: Result<(), ServiceError>, said: &str) -> PageResult {
    match forms::again(done, FormState::default())? {
        Ok(()) => Ok(visit.see_other_saying("/account/factors", said)),
        Err(form) => list_page(visit, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}

/// `POST /account/totp/remove`
pub(super) async fn remove_totp(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let result = factors::remove_totp(&visit.app.services, &visit.prover()?).await;
    done(&visit, result, "app-removed").await
}

/// `POST /account/recovery`
pub(super) async fn renew_recovery(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let codes = factors::renew_recovery(&visit.app.services, &visit.prover()?).await?;
    let model = recovery::Model { codes, to: "/account/factors".into() };
    Ok(visit.page(recovery::page(&visit.frame, &model)))
}

fn passkey(id: &str) -> Result<Uuid, Fault> {
    id.parse().map_err(|_| ServiceError::NotFound.into())
}

/// `POST /account/passkeys/{passkey}/remove`
pub(super) async fn remove_passkey(visit: Visit, Path(id): Path<String>) -> PageResult {
    visit.signed_in()?;
    let result = factors::remove_passkey(&visit.app.services, &visit.prover()?, passkey(&id)?).await;
    done(&visit, result, "passkey-removed").await
}

/// `GET /account/passkeys/{passkey}/name`
pub(super) async fn show_rename(visit: Visit, Path(id): Path<String>) -> PageResult {
    let person = visit.signed_in()?.id;
    let id = passkey(&id)?;
    let all = factors::passkeys(&visit.app.services, person).await?;
    let found = all.into_iter().find(|one| one.id == id).ok_or(ServiceError::NotFound)?;
    let form = FormState::default().with("name", found.name);
    Ok(visit.page(rename::page(&visit.frame, &id.to_string(), &form)))
}

/// `POST /account/passkeys/{passkey}/name`
pub(super) async fn rename_passkey(
    visit: Visit,
    Path(id): Path<String>,
    Form(input): Form<PasskeyName>,
) -> PageResult {
    visit.signed_in()?;
    let id = passkey(&id)?;
    let typed = FormState::default().with("name", input.name.clone());
    let done = factors::rename_passkey(&visit.app.services, &visit.prover()?, id, &input.name).await;
    match forms::again(done, typed)? {
        Ok(()) => Ok(visit.see_other_saying("/account/factors", "passkey-renamed")),
        Err(form) => {
            let page = rename::page(&visit.frame, &id.to_string(), &form);
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

/// `POST /account/passkeys/challenge`: what a browser is asked for a passkey that is to be used.
pub(super) async fn challenge(visit: Visit) -> PageResult {
    Ok(Json(factors::put_challenge(&visit.app.services, client(&visit)).await?).into_response())
}

/// `POST /account/passkeys/new-challenge`: what it is asked for a new one.
pub(super) async fn new_challenge(visit: Visit) -> PageResult {
    let (email, _) = whose(&visit);
    let by = visit.prover()?;
    Ok(Json(factors::put_new_challenge(&visit.app.services, &by, &email).await?).into_response())
}

/// `POST /account/passkeys`
pub(super) async fn add_passkey(visit: Visit, Form(input): Form<NewKey>) -> PageResult {
    let by = visit.prover()?;
    let cookie = NewCookie::draw();
    let NewKey { name, challenge, credential, to } = input;
    if credential.is_empty() && visit.pending.is_none() {
        // The script came here for the proof that it lacked: on with the name as it was typed.
        factors::demand_change(&by)?;
        return list_page(&visit, StatusCode::OK, typed(&to).with("name", name)).await;
    }
    let answer = KeyAnswer { challenge, credential };
    let done = factors::add_passkey(&visit.app.services, &by, &name, &answer, &cookie.digest()).await;
    match forms::again(done, typed(&to).with("name", name))? {
        Ok(codes) => added(&visit, codes, &cookie, &to, "passkey-added").await,
        Err(form) if visit.pending.is_some() => {
            enrol_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, "").await
        }
        Err(form) => list_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}

/// `POST /account/sign-in/passkey`: signing in without a password, or the second step after it.
pub(super) async fn sign_in(visit: Visit, Form(input): Form<KeySignIn>) -> PageResult {
    let KeySignIn { challenge, credential, to } = input;
    let answer = KeyAnswer { challenge, credential };
    let expected = visit.pending.as_ref().map(|pending| pending.by.person);
    let services = &visit.app.services;
    match factors::sign_in_with_passkey(services, expected, &answer, client(&visit)).await? {
        Outcome::Entered(entry) => entry::enter(&visit, entry, &to).await,
        Outcome::Unconfirmed | Outcome::Refused => refused(visit, &to).await,
    }
}

async fn refused(visit: Visit, to: &str) -> Result<Response, Fault> {
    let mut form = typed(to);
    form.refuse_form("factors-error-passkey");
    if visit.pending.as_ref().is_some_and(|pending| pending.factor) {
        return second_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, form).await;
    }
    entry::form_again(visit, form).await
}

/// `POST /account/prove`: the proof was looked at on the way here; a page asked for it.
pub(super) async fn proved(visit: Visit, Form(input): Form<entry::Onward>) -> PageResult {
    if !visit.signed_in()?.proved {
        return Err(ServiceError::ProofNeeded.into());
    }
    Ok(visit.see_other(own_path(&input.to).unwrap_or("/account")))
}
