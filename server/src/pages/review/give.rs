//! Taking several cases, or giving them to one person, from the queue.

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
use axum::{Form, http::StatusCode, response::Response};
use domain::{ApplicationId, PersonId, permissions::Act};
use services::{
    ServiceError,
    review::{self, Given},
};

/// `POST /t/{slug}/desk/assign`
pub(super) async fn all(visit: Visit, Form(pairs): Form<Pairs>) -> PageResult {
    visit.signed_in()?;
    let mut typed = FormState::sent(pairs.clone());
    let claims = typed.value("do") == "claim";
    if !visit.actor.may(if claims { Act::WorkCases } else { Act::AssignCases }) {
        return Err(ServiceError::Forbidden.into());
    }
    let ids: Vec<ApplicationId> = typed.values("case").iter().filter_map(|id| id.parse().ok()).collect();
    if ids.is_empty() {
        typed.refuse_form("review-error-give-cases");
    }
    if ids.len() > review::MOST_AT_ONCE {
        typed.refuse_form("review-error-give-many");
    }
    if claims {
        return claim(&visit, &pairs, typed, &ids).await;
    }
    let colleagues = review::colleagues(&visit.app.services, &visit.actor).await?;
    let to = typed.value("to").parse::<PersonId>().ok();
    let to = to.and_then(|to| colleagues.iter().find(|member| member.person == to));
    if to.is_none() {
        typed.refuse("to", "review-error-give-to");
    }
    let Some(to) = to.filter(|_| !typed.is_refused()) else { return refused(&visit, &pairs, typed).await };
    let given = review::assign_all(&visit.app.services, &visit.actor, &ids, to.person).await?;
    Ok(told(&visit, &pairs, given, Some(to.email.clone())))
}

async fn claim(visit: &Visit, pairs: &Pairs, typed: FormState, ids: &[ApplicationId]) -> PageResult {
    if typed.is_refused() {
        return refused(visit, pairs, typed).await;
    }
    let taken = review::claim_all(&visit.app.services, &visit.actor, ids).await?;
    Ok(told(visit, pairs, taken, None))
}

async fn refused(visit: &Visit, pairs: &Pairs, typed: FormState) -> PageResult {
    let forms = Forms { give: Some(typed), ..Forms::default() };
    listed(visit, pairs, &forms, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// What became of each case, where something is to be told of one.
fn told(visit: &Visit, pairs: &Pairs, given: Vec<Given>, to: Option<String>) -> Response {
    let back = Asked::read(pairs).here(&visit.frame.at("/desk"));
    if given.iter().all(|given| given.why_not.is_none()) {
        let notice = if to.is_some() { "cases-assigned" } else { "cases-claimed" };
        return visit.see_other_saying(&back, notice);
    }
    let cases = given.into_iter().map(|given| {
        let case = given.number.map(|number| (case_path(visit, given.id), number));
        (case, given.why_not.map(str::to_owned))
    });
    let model = Model { to, back, cases: cases.collect() };
    visit.page_with(StatusCode::CONFLICT, page(&visit.frame, &model))
}
