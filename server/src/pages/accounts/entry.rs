//! Signing in and out.

use super::{client, factors, slug_of, wear};
use crate::web::{self, Fault, PageResult, Visit, own_path};
use app::{
    Page,
    pages::accounts::{sign_in, unconfirmed},
    ui::FormState,
};
use axum::{
    Form,
    extract::Query,
    http::{HeaderName, HeaderValue, StatusCode},
    response::Response,
};
use serde::Deserialize;
use services::{
    ServiceError,
    accounts::{self, Begun, Client, Entry, Outcome, SignIn},
};

/// What browsers are told to forget at signing out; not "cookies", which would sign out neighbours on this host.
const FORGET: (HeaderName, HeaderValue) =
    (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"storage\""));

/// Where to go on to.
#[derive(Deserialize)]
pub(super) struct Onward {
    #[serde(default)]
    pub(super) to: String,
}

fn form_of(email: &str, to: &str) -> FormState {
    FormState::default().with("email", email).with("to", own_path(to).unwrap_or_default())
}

/// `GET /account/sign-in`
pub(super) async fn show(mut visit: Visit, Query(onward): Query<Onward>) -> PageResult {
    if visit.known.is_some() {
        return Ok(visit.see_other(own_path(&onward.to).unwrap_or("/account")));
    }
    if let Some(pending) = &visit.pending {
        return Ok(visit.see_other(&factors::next_step(pending.factor, &onward.to)));
    }
    wear(&mut visit, slug_of(&onward.to)).await?;
    Ok(visit.page(page_of(&visit, form_of("", &onward.to))))
}

fn page_of(visit: &Visit, form: FormState) -> Page {
    let model = sign_in::Model { form, can_passkey: visit.app.services.passkeys.exists() };
    sign_in::page(&visit.frame, &model)
}

/// The form once more, with what was refused.
pub(super) async fn form_again(mut visit: Visit, form: FormState) -> PageResult {
    let to = form.value("to").to_owned();
    wear(&mut visit, slug_of(&to)).await?;
    let page = page_of(&visit, form);
    Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
}

/// `POST /account/sign-in`
pub(super) async fn take(mut visit: Visit, Form(input): Form<SignIn>) -> PageResult {
    match accounts::sign_in(&visit.app.services, &input, client(&visit)).await? {
        Outcome::Entered(entry) => enter(&visit, entry, &input.to).await,
        Outcome::Unconfirmed => {
            wear(&mut visit, slug_of(&input.to)).await?;
            let page = unconfirmed::page(&visit.frame, &unconfirmed::Model { email: input.email });
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Outcome::Refused => {
            let mut form = form_of(&input.email, &input.to);
            form.refuse_form("accounts-error-sign-in");
            form_again(visit, form).await
        }
    }
}

/// Signs in: on to where it goes, or to the second step.
pub(super) async fn enter(visit: &Visit, entry: Entry, to: &str) -> PageResult {
    if begin(visit, entry).await? {
        return Ok(visit.see_other(&onward(visit, entry, to).await?));
    }
    let factor = services::accounts::factors::held(&visit.app.services, entry.person).await?.any();
    Ok(visit.see_other(&factors::next_step(factor, to)))
}

/// Begins a session under a new id, whatever the browser brought. False where it opens nothing before a second step.
pub(super) async fn begin(visit: &Visit, entry: Entry) -> Result<bool, Fault> {
    let session = web::sign_in(&visit.session, entry.person).await?;
    let client = Client { address: visit.address, agent: &visit.agent };
    match accounts::begin_session(&visit.app.services, entry, session, client).await? {
        Begun::Whole => Ok(true),
        Begun::Half => Ok(false),
        // The password was changed while this was under way.
        Begun::Over => {
            visit.session.flush().await?;
            Err(ServiceError::SignedOut.into())
        }
    }
}

/// The path asked for, or where the person belongs.
async fn onward(visit: &Visit, entry: Entry, to: &str) -> Result<String, Fault> {
    Ok(match own_path(to) {
        Some(path) => path.to_owned(),
        None => accounts::landing(&visit.app.services, entry.person).await?,
    })
}

/// `POST /account/sign-out`
pub(super) async fn leave(visit: Visit) -> PageResult {
    if visit.known.is_some() {
        match accounts::sign_out(&visit.app.services, &visit.actor).await {
            // It has ended already: all the better.
            Ok(()) | Err(ServiceError::NotFound) => {}
            Err(other) => return Err(other.into()),
        }
    }
    // Whoever only gave a password is signed in nowhere: their session ends with the cookie.
    let (name, cookie) = web::sign_out(&visit.session, &visit.app.web).await?;
    let mut response: Response = visit.see_other_saying("/account/sign-in", "signed-out");
    response.headers_mut().append(name, cookie);
    response.headers_mut().insert(FORGET.0, FORGET.1);
    Ok(response)
}
