//! A signed-in person's own pages.

use super::entry;
use crate::web::{PageResult, Visit, forms};
use app::{
    Frame,
    pages::accounts::{change_email, change_password, hub, sent, sessions},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::SessionId;
use services::{
    ServiceError,
    accounts::{self, EmailChange, PasswordChange, Side, factors},
};

fn own_email(visit: &Visit) -> String {
    visit.known.as_ref().map(|known| known.email.clone()).unwrap_or_default()
}

/// `GET /account`
pub(super) async fn hub(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let places = accounts::places(&visit.app.services, &visit.actor).await?;
    let places = places.iter().map(|place| place_of(&visit.frame, place)).collect();
    let model = hub::Model { email: own_email(&visit), places };
    Ok(visit.page(hub::page(&visit.frame, &model)))
}

fn place_of(frame: &Frame, place: &accounts::Place) -> hub::Place {
    let name = place.tenant.as_ref().map_or("Gangway", |tenant| tenant.name(frame.lang));
    let side = match place.side {
        Side::Merchant => hub::Side::Merchant,
        Side::Desk => hub::Side::Desk,
        Side::Console => hub::Side::Console,
        Side::Operator => hub::Side::Operator,
    };
    hub::Place { name: name.to_owned(), side, href: place.path.clone() }
}

/// `GET /account/password`
pub(super) async fn show_password(visit: Visit) -> PageResult {
    factors::demand_factor(&visit.app.services, visit.signed_in()?).await?;
    Ok(visit.page(change_password::page(&visit.frame, &own_email(&visit), &FormState::default())))
}

/// `POST /account/password`
pub(super) async fn take_password(visit: Visit, Form(input): Form<PasswordChange>) -> PageResult {
    visit.signed_in()?;
    let done = accounts::change_password(&visit.app.services, &visit.actor, &input).await;
    match forms::again(done, FormState::default())? {
        Ok(entry) => {
            entry::begin(&visit, entry).await?;
            Ok(visit.see_other_saying("/account", "password-changed"))
        }
        Err(form) => {
            let page = change_password::page(&visit.frame, &own_email(&visit), &form);
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

/// `GET /account/email`
pub(super) async fn show_email(visit: Visit) -> PageResult {
    factors::demand_factor(&visit.app.services, visit.signed_in()?).await?;
    Ok(visit.page(change_email::page(&visit.frame, &own_email(&visit), &FormState::default())))
}

/// `POST /account/email`
pub(super) async fn take_email(visit: Visit, Form(input): Form<EmailChange>) -> PageResult {
    visit.signed_in()?;
    let typed = FormState::default().with("email", input.email.clone());
    let done = accounts::ask_to_change_email(&visit.app.services, &visit.actor, &input).await;
    match forms::again(done, typed)? {
        Ok(()) => Ok(visit.see_other("/account/email/sent")),
        Err(form) => {
            let page = change_email::page(&visit.frame, &own_email(&visit), &form);
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

/// `GET /account/email/sent`
pub(super) async fn sent_email(visit: Visit) -> PageResult {
    visit.signed_in()?;
    Ok(visit.page(sent::page(&visit.frame, sent::Mail::Change)))
}

/// `GET /account/sessions`
pub(super) async fn sessions(visit: Visit) -> PageResult {
    let current = visit.signed_in()?.session;
    let seen = accounts::list_sessions(&visit.app.services, &visit.actor).await?;
    let sessions = seen
        .into_iter()
        .map(|seen| sessions::Session {
            id: seen.id.to_string(),
            agent: seen.agent,
            address: seen.address,
            created_at: seen.created_at,
            last_seen_at: seen.last_seen_at,
            current: seen.id == current,
        })
        .collect();
    let model = sessions::Model { sessions, now: visit.app.services.now() };
    Ok(visit.page(sessions::page(&visit.frame, &model)))
}

/// `POST /account/sessions/{id}/end`
pub(super) async fn end_one(visit: Visit, Path(id): Path<String>) -> PageResult {
    visit.signed_in()?;
    let session: SessionId = id.parse().map_err(|_| ServiceError::NotFound)?;
    accounts::end_session(&visit.app.services, &visit.actor, session).await?;
    Ok(visit.see_other_saying("/account/sessions", "session-ended"))
}

/// `POST /account/sessions/end-others`
pub(super) async fn end_others(visit: Visit) -> PageResult {
    visit.signed_in()?;
    accounts::end_other_sessions(&visit.app.services, &visit.actor).await?;
    Ok(visit.see_other_saying("/account/sessions", "sessions-ended"))
}
