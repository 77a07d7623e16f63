//! One of the staff: roles, leaving, coming back.

use super::{invite::roles, staff::member};
use crate::web::{PageResult, Visit, forms};
use app::{
    pages::tenants::member::{self as page, Model},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode, response::Response};
use domain::PersonId;
use services::{Result, ServiceError, tenants::staff};

/// Slug and person, as the address names them.
type At = Path<(String, String)>;

fn person(at: &At) -> Result<PersonId> {
    at.0.1.parse().map_err(|_| ServiceError::NotFound)
}

async fn page_of(visit: &Visit, person: PersonId, form: Option<FormState>) -> Result<page::Model> {
    let row = staff::member(&visit.app.services, &visit.actor, person).await?;
    let form = form.unwrap_or_else(|| {
        let mut form = FormState::default();
        form.set_all("roles", row.roles.iter().map(|role| role.word().to_owned()).collect());
        form
    });
    let me = visit.actor.person().is_some_and(|reader| reader.id == person);
    Ok(Model { member: member(&row), me, form })
}

/// What an act leads to: the list with a word, or the page again with what is wrong.
async fn settle(
    visit: &Visit,
    person: PersonId,
    done: Result<()>,
    sent: Option<FormState>,
    said: &str,
) -> PageResult {
    let mut keep = FormState::default();
    let touched = sent.is_some();
    if let Some(sent) = sent {
        keep = sent;
    }
    match forms::again(done, keep)? {
        Ok(()) => Ok(leave(visit, person, said)),
        Err(form) => {
            let mut model = page_of(visit, person, touched.then(|| form.clone())).await?;
            if let Some(error) = form.form_error().filter(|_| !touched) {
                model.form.add_form(error.clone());
            }
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &model)))
        }
    }
}

/// Whoever ended their own access has nothing to see here any more.
fn leave(visit: &Visit, person: PersonId, said: &str) -> Response {
    let me = visit.actor.person().is_some_and(|reader| reader.id == person);
    if me && said == "staff-deactivated" {
        return visit.see_other("/account");
    }
    visit.see_other_saying(&visit.frame.at("/console/staff"), said)
}

/// `GET /t/{slug}/console/staff/{person}`
pub(super) async fn show(visit: Visit, at: At) -> PageResult {
    visit.signed_in()?;
    let model = page_of(&visit, person(&at)?, None).await?;
    Ok(visit.page(page::page(&visit.frame, &model)))
}

/// `POST /t/{slug}/console/staff/{person}`
pub(super) async fn change_roles(
    visit: Visit,
    at: At,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let person = person(&at)?;
    let sent = FormState::sent(pairs);
    let done = staff::change_roles(&visit.app.services, &visit.actor, person, &roles(&sent)).await;
    settle(&visit, person, done, Some(sent), "saved").await
}

/// `POST /t/{slug}/console/staff/{person}/deactivate`
pub(super) async fn deactivate(visit: Visit, at: At) -> PageResult {
    visit.signed_in()?;
    let person = person(&at)?;
    let done = staff::deactivate(&visit.app.services, &visit.actor, person).await;
    settle(&visit, person, done, None, "staff-deactivated").await
}

/// `POST /t/{slug}/console/staff/{person}/reactivate`
pub(super) async fn reactivate(visit: Visit, at: At) -> PageResult {
    visit.signed_in()?;
    let person = person(&at)?;
    let done = staff::reactivate(&visit.app.services, &visit.actor, person).await;
    settle(&visit, person, done, None, "staff-reactivated").await
}
