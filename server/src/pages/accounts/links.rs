//! Links from mails: `GET` shows a button, `POST` uses the token.

use super::{sign_in_path, wear};
use crate::web::{Fault, PageResult, Visit, forms};
use app::{
    pages::accounts::{
        confirm,
        link_gone::{self, Gone},
        new_password,
    },
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode, response::Response};
use services::{
    ServiceError,
    accounts::{self, Link, NewPassword},
};

/// The page of a link that is not good, or no longer; every other failure stays one.
fn gone(visit: &Visit, error: ServiceError, which: Gone) -> Result<Response, Fault> {
    match error {
        ServiceError::NotFound => {
            Ok(visit.page_with(StatusCode::NOT_FOUND, link_gone::page(&visit.frame, which)))
        }
        other => Err(other.into()),
    }
}

fn confirmation(email: String, change: bool, form: FormState) -> confirm::Model {
    confirm::Model { email, change, form }
}

/// `GET /account/confirm/{token}`
pub(super) async fn show_confirm(mut visit: Visit, Path(token): Path<String>) -> PageResult {
    match accounts::see_confirmation(&visit.app.services, &token).await {
        Ok(Link { slug, email, .. }) => {
            wear(&mut visit, slug.as_deref()).await?;
            let model = confirmation(email, false, FormState::default());
            Ok(visit.page(confirm::page(&visit.frame, &model)))
        }
        Err(error) => gone(&visit, error, Gone::Confirmation),
    }
}

/// `POST /account/confirm/{token}`
pub(super) async fn take_confirm(visit: Visit, Path(token): Path<String>) -> PageResult {
    match accounts::confirm(&visit.app.services, &token).await {
        Ok(slug) => Ok(visit.see_other_saying(&sign_in_path(slug.as_deref()), "confirmed")),
        Err(error) => gone(&visit, error, Gone::Confirmation),
    }
}

/// `GET /account/reset/{token}`
pub(super) async fn show_reset(mut visit: Visit, Path(token): Path<String>) -> PageResult {
    match accounts::see_reset(&visit.app.services, &token).await {
        Ok(Link { slug, email, .. }) => {
            wear(&mut visit, slug.as_deref()).await?;
            let model = new_password::Model { email, form: FormState::default() };
            Ok(visit.page(new_password::page(&visit.frame, &model)))
        }
        Err(error) => gone(&visit, error, Gone::Reset),
    }
}

/// `POST /account/reset/{token}`
pub(super) async fn take_reset(
    mut visit: Visit,
    Path(token): Path<String>,
    Form(input): Form<NewPassword>,
) -> PageResult {
    match accounts::reset(&visit.app.services, &token, &input).await {
        Ok(slug) => {
            // Whoever sets a password signs in with it: nobody stays signed in, here neither.
            visit.session.flush().await?;
            Ok(visit.see_other_saying(&sign_in_path(slug.as_deref()), "password-set"))
        }
        Err(ServiceError::Refused(refusal)) => {
            let link = accounts::see_reset(&visit.app.services, &token).await?;
            wear(&mut visit, link.slug.as_deref()).await?;
            let form = forms::refused(FormState::default(), refusal);
            let model = new_password::Model { email: link.email, form };
            let page = new_password::page(&visit.frame, &model);
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => gone(&visit, error, Gone::Reset),
    }
}

/// `GET /account/email/{token}`
pub(super) async fn show_change(visit: Visit, Path(token): Path<String>) -> PageResult {
    match accounts::see_change(&visit.app.services, &token).await {
        Ok(link) => {
            let model = confirmation(link.new_email.unwrap_or_default(), true, FormState::default());
            Ok(visit.page(confirm::page(&visit.frame, &model)))
        }
        Err(error) => gone(&visit, error, Gone::Change),
    }
}

/// `POST /account/email/{token}`
pub(super) async fn take_change(visit: Visit, Path(token): Path<String>) -> PageResult {
    match accounts::change_email(&visit.app.services, &token).await {
        Ok(()) => Ok(visit.see_other_saying("/account", "email-changed")),
        Err(ServiceError::Refused(refusal)) => {
            let link = accounts::see_change(&visit.app.services, &token).await?;
            let form = forms::refused(FormState::default(), refusal);
            let model = confirmation(link.new_email.unwrap_or_default(), true, form);
            let page = confirm::page(&visit.frame, &model);
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => gone(&visit, error, Gone::Change),
    }
}
