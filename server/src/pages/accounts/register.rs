//! Registering, and asking for links: each answers alike for every address.

use super::{
    super::query::{self, Pairs},
    client,
};
use crate::web::{PageResult, Visit, choice, forms};
use app::{
    pages::accounts::{confirm, forgotten, register, sent},
    ui::FormState,
};
use axum::{Form, extract::Query, http::StatusCode};
use domain::applications::Choice;
use services::{
    accounts::{self, LinkRequest, Registration},
    applications::today,
};

/// `GET /t/{slug}/register`: what was chosen on the front page is kept in the browser until it is begun.
pub(super) async fn show(visit: Visit, Query(query): Query<Pairs>) -> PageResult {
    let offered = visit.app.services.rules.offered(today("CN", visit.app.services.now()));
    let kept = choice::keep(&visit.app, &visit.tenant()?.slug, &Choice::read(&query, &offered));
    let mut response = visit.page(register::page(&visit.frame, &register::Model::default()));
    // Where there is but one kind it is chosen anyway: only a choice that somebody made is kept.
    if let Some((name, value)) = kept.filter(|_| query::given(&query, "kind").is_some()) {
        response.headers_mut().append(name, value);
    }
    Ok(response)
}

/// `POST /t/{slug}/register`
pub(super) async fn take(visit: Visit, Form(input): Form<Registration>) -> PageResult {
    let typed = FormState::default().with("email", input.email.clone());
    let services = &visit.app.services;
    let done = accounts::register(services, &visit.actor, &input, visit.frame.lang, client(&visit)).await;
    Ok(match forms::again(done, typed)? {
        Ok(()) => visit.see_other(&visit.frame.at("/register/sent")),
        Err(form) => {
            let page = register::page(&visit.frame, &register::Model { form });
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page)
        }
    })
}

/// `GET /t/{slug}/register/sent`
pub(super) async fn sent(visit: Visit) -> PageResult {
    Ok(visit.page(sent::page(&visit.frame, sent::Mail::Registration)))
}

/// `GET /account/confirm`
pub(super) async fn show_again(visit: Visit) -> PageResult {
    Ok(visit.page(confirm::again(&visit.frame, &FormState::default())))
}

/// `POST /account/confirm`
pub(super) async fn take_again(visit: Visit, Form(input): Form<LinkRequest>) -> PageResult {
    let typed = FormState::default().with("email", input.email.clone());
    let done = accounts::ask_to_confirm(&visit.app.services, &input, client(&visit)).await;
    Ok(match forms::again(done, typed)? {
        Ok(()) => visit.see_other("/account/confirm/sent"),
        Err(form) => visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, confirm::again(&visit.frame, &form)),
    })
}

/// `GET /account/confirm/sent`
pub(super) async fn sent_again(visit: Visit) -> PageResult {
    Ok(visit.page(sent::page(&visit.frame, sent::Mail::Confirmation)))
}

/// `GET /account/forgotten`
pub(super) async fn show_forgotten(visit: Visit) -> PageResult {
    Ok(visit.page(forgotten::page(&visit.frame, &FormState::default())))
}

/// `POST /account/forgotten`
pub(super) async fn take_forgotten(visit: Visit, Form(input): Form<LinkRequest>) -> PageResult {
    let typed = FormState::default().with("email", input.email.clone());
    let done = accounts::ask_to_reset(&visit.app.services, &input, client(&visit)).await;
    Ok(match forms::again(done, typed)? {
        Ok(()) => visit.see_other("/account/forgotten/sent"),
        Err(form) => visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, forgotten::page(&visit.frame, &form)),
    })
}

/// `GET /account/forgotten/sent`
pub(super) async fn sent_forgotten(visit: Visit) -> PageResult {
    Ok(visit.page(sent::page(&visit.frame, sent::Mail::Reset)))
}
