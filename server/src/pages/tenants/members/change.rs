//! One of a merchant's people: other roles, none any more, leaving.

use super::{At, member, merchant, model};
use crate::{
    pages::tenants::invite::roles,
    web::{PageResult, Visit, forms},
};
use app::{
    pages::tenants::members::{
        person::{self as page, Model},
        team,
    },
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::{MerchantId, PersonId};
use services::{Result, tenants::members};

async fn page_of(visit: &Visit, id: MerchantId, person: PersonId, form: Option<FormState>) -> Result<Model> {
    let row = members::member(&visit.app.services, &visit.actor, id, person).await?;
    let team = members::team(&visit.app.services, &visit.actor, id).await?;
    let mut shown = FormState::default();
    shown.set_all("roles", row.roles.iter().map(|role| role.word().to_owned()).collect());
    let form = form.unwrap_or(shown);
    Ok(Model { merchant: merchant(&team.merchant), member: member(visit, &row), form })
}

/// `GET /t/{slug}/members/{merchant}/people/{person}`
pub(in super::super) async fn person(visit: Visit, Path(at): Path<At>) -> PageResult {
    visit.signed_in()?;
    let model = page_of(&visit, at.merchant()?, at.person()?, None).await?;
    Ok(visit.page(page::page(&visit.frame, &model)))
}

/// Where an act leads: to the people, or home for whoever has nothing to see there any more.
fn onward(visit: &Visit, id: MerchantId, person: PersonId, gone: bool) -> String {
    let me = visit.actor.person().is_some_and(|reader| reader.id == person);
    if me && gone { visit.frame.at("/home") } else { visit.frame.at(&format!("/members/{id}")) }
}

/// `POST /t/{slug}/members/{merchant}/people/{person}`
pub(in super::super) async fn change_roles(
    visit: Visit,
    Path(at): Path<At>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let (id, person) = (at.merchant()?, at.person()?);
    let sent = FormState::sent(pairs);
    let done = members::change_roles(&visit.app.services, &visit.actor, id, person, &roles(&sent)).await;
    match forms::again(done, sent)? {
        Ok(()) => Ok(visit.see_other_saying(&onward(&visit, id, person, false), "member-changed")),
        Err(form) => {
            let model = page_of(&visit, id, person, Some(form)).await?;
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &model)))
        }
    }
}

/// `POST /t/{slug}/members/{merchant}/people/{person}/remove`
pub(in super::super) async fn remove(visit: Visit, Path(at): Path<At>) -> PageResult {
    visit.signed_in()?;
    let (id, person) = (at.merchant()?, at.person()?);
    let done = members::remove(&visit.app.services, &visit.actor, id, person).await;
    match forms::again(done, FormState::default())? {
        Ok(()) => Ok(visit.see_other_saying(&onward(&visit, id, person, true), "member-removed")),
        Err(form) => {
            let mut model = page_of(&visit, id, person, None).await?;
            if let Some(error) = form.form_error() {
                model.form.add_form(error.clone());
            }
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &model)))
        }
    }
}

/// `POST /t/{slug}/members/{merchant}/leave`
pub(in super::super) async fn leave(visit: Visit, Path(at): Path<At>) -> PageResult {
    visit.signed_in()?;
    let id = at.merchant()?;
    let done = members::leave(&visit.app.services, &visit.actor, id).await;
    match forms::again(done, FormState::default())? {
        Ok(()) => Ok(visit.see_other_saying(&visit.frame.at("/home"), "member-left")),
        Err(form) => {
            let model = model(&visit, id, form).await?;
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, team::page(&visit.frame, &model)))
        }
    }
}
