//! Giving several cases to one person, from the queue.

use super::{
    super::query::Pairs,
    asked::Asked,
    case_path,
    queue::{Forms, listed},
};
use crate::web::{PageResult, Visit};
use app::{
    pages::review::given::{Model, page},
    ui::FormState,
};
use axum::{Form, http::StatusCode};
use domain::{ApplicationId, PersonId, permissions::Act};
use services::{ServiceError, review};

/// `POST /t/{slug}/desk/assign`
pub(super) async fn all(visit: Visit, Form(pairs): Form<Pairs>) -> PageResult {
    visit.signed_in()?;
    if !visit.actor.may(Act::AssignCases) {
        return Err(ServiceError::Forbidden.into());
    }
    let mut typed = FormState::sent(pairs.clone());
    let ids: Vec<ApplicationId> = typed.values("case").iter().filter_map(|id| id.parse().ok()).collect();
    let colleagues = review::colleagues(&visit.app.services, &visit.actor).await?;
    let to = typed.value("to").parse::<PersonId>().ok();
    let to = to.and_then(|to| colleagues.iter().find(|member| member.person == to));
    let Some(to) = to.filter(|_| !ids.is_empty()) else {
        if to.is_none() {
            typed.refuse("to", "review-error-give-to");
        }
        if ids.is_empty() {
            typed.refuse_form("review-error-give-cases");
        }
        let forms = Forms { give: Some(typed), ..Forms::default() };
        return listed(&visit, &pairs, &forms, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let given = review::assign_all(&visit.app.services, &visit.actor, &ids, to.person).await?;
    let back = Asked::read(&pairs).here(&visit.frame.at("/desk"));
    if given.iter().all(|given| given.why_not.is_none()) {
        return Ok(visit.see_other_saying(&back, "cases-assigned"));
    }
    let cases = given.into_iter().map(|given| {
        let case = given.number.map(|number| (case_path(&visit, given.id), number));
        (case, given.why_not.map(str::to_owned))
    });
    let model = Model { to: to.email.clone(), back, cases: cases.collect() };
    Ok(visit.page_with(StatusCode::CONFLICT, page(&visit.frame, &model)))
}
