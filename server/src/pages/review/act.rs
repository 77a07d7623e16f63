//! What is done with a case beside judging it: a page for each act, and the act.

use super::{super::query::Pairs, application, case::refused, case_path, queue::people};
use crate::web::{Fault, PageResult, Visit, forms};
use app::{
    pages::review::act::{Ask, Model, Raised, page},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode, response::Response};
use domain::{ApplicationId, permissions::Act};
use services::{
    Refusal, ServiceError,
    review::{self, Acts, AnswerInput, Denied, EscalationInput, SnoozeInput, Standing, WorkTime},
};

/// An act that has a page.
#[derive(Clone, Copy)]
enum Which {
    Assign,
    Snooze,
    Escalate,
    HandBack,
}

impl Which {
    const fn is_open(self, acts: &Acts) -> bool {
        match self {
            Self::Assign => acts.assign,
            Self::Snooze => acts.snooze,
            Self::Escalate => acts.escalate,
            Self::HandBack => acts.hand_back,
        }
    }
}

/// `GET /t/{slug}/desk/cases/{id}/assign`
pub(super) async fn assign_page(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    first(&visit, &id, Which::Assign).await
}

/// `GET /t/{slug}/desk/cases/{id}/snooze`
pub(super) async fn snooze_page(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    first(&visit, &id, Which::Snooze).await
}

/// `GET /t/{slug}/desk/cases/{id}/escalate`
pub(super) async fn escalate_page(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    first(&visit, &id, Which::Escalate).await
}

/// `GET /t/{slug}/desk/cases/{id}/hand-back`
pub(super) async fn hand_back_page(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    first(&visit, &id, Which::HandBack).await
}

/// `POST /t/{slug}/desk/cases/{id}/assign`
pub(super) async fn assign(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> PageResult {
    visit.signed_in()?;
    let (id, typed) = (application(&id)?, FormState::sent(pairs));
    let done = if let Ok(to) = typed.value("to").parse() {
        review::assign(&visit.app.services, &visit.actor, id, to).await
    } else {
        let standing = review::standing(&visit.app.services, &visit.actor, id).await?;
        if !standing.gives {
            return Err(ServiceError::Forbidden.into());
        }
        Err(ServiceError::from(Refusal::at("to", "review-error-give-to")).into())
    };
    let done = done.map_err(|denied| match denied {
        // What is wrong with whom was chosen is told where they were chosen.
        Denied::NotOpen(key) if key.contains("-assignee-") || key.ends_with("-already-theirs") => {
            ServiceError::from(Refusal::at("to", key)).into()
        }
        other => other,
    });
    answered(&visit, id, Which::Assign, typed, done, "case-assigned").await
}

/// `POST /t/{slug}/desk/cases/{id}/snooze`
pub(super) async fn snooze(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> PageResult {
    visit.signed_in()?;
    let (id, typed) = (application(&id)?, FormState::sent(pairs));
    let value = |name: &str| typed.value(name).to_owned();
    let input = SnoozeInput {
        year: value("until_year"),
        month: value("until_month"),
        day: value("until_day"),
        hour: value("hour"),
    };
    let done = review::snooze(&visit.app.services, &visit.actor, id, &input).await;
    answered(&visit, id, Which::Snooze, typed, done, "case-snoozed").await
}

/// `POST /t/{slug}/desk/cases/{id}/resume`
pub(super) async fn resume(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    match review::resume(&visit.app.services, &visit.actor, id).await {
        Ok(()) => Ok(visit.see_other_saying(&case_path(&visit, id), "case-resumed")),
        Err(denied) => refused(&visit, id, FormState::default(), denied).await,
    }
}

/// `POST /t/{slug}/desk/cases/{id}/escalate`
pub(super) async fn escalate(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> PageResult {
    visit.signed_in()?;
    let (id, typed) = (application(&id)?, FormState::sent(pairs));
    let input = EscalationInput { reason: typed.value("reason").to_owned() };
    let done = review::escalate(&visit.app.services, &visit.actor, id, &input).await;
    answered(&visit, id, Which::Escalate, typed, done, "case-escalated").await
}

/// `POST /t/{slug}/desk/cases/{id}/hand-back`
pub(super) async fn hand_back(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> PageResult {
    visit.signed_in()?;
    let (id, typed) = (application(&id)?, FormState::sent(pairs));
    let input = AnswerInput { answer: typed.value("answer").to_owned() };
    let done = review::hand_back(&visit.app.services, &visit.actor, id, &input).await;
    answered(&visit, id, Which::HandBack, typed, done, "case-handed-back").await
}

/// The act's page as it is shown first; where the act isn't open, the case says why.
async fn first(visit: &Visit, id: &str, which: Which) -> Result<Response, Fault> {
    visit.signed_in()?;
    // Who gives nothing to anybody isn't told which cases there are.
    if matches!(which, Which::Assign) && !visit.actor.may(Act::AssignCases) {
        return Err(ServiceError::Forbidden.into());
    }
    let id = application(id)?;
    let standing = review::standing(&visit.app.services, &visit.actor, id).await?;
    if !which.is_open(&standing.acts) {
        return Ok(visit.see_other(&case_path(visit, id)));
    }
    let mut form = FormState::default();
    if matches!(which, Which::Snooze) {
        let work = WorkTime::of(&visit.app.services, visit.tenant()?)?;
        let (day, hour) = review::proposed(&work, visit.app.services.now());
        form.set_date("until", day);
        form.set("hour", hour.to_string());
    }
    shown(visit, id, which, standing, form, StatusCode::OK).await
}

async fn answered(
    visit: &Visit,
    id: ApplicationId,
    which: Which,
    typed: FormState,
    done: Result<(), Denied>,
    said: &'static str,
) -> PageResult {
    match done {
        Ok(()) => Ok(visit.see_other_saying(&case_path(visit, id), said)),
        Err(Denied::Service(ServiceError::Refused(refusal))) => {
            let standing = review::standing(&visit.app.services, &visit.actor, id).await?;
            let form = forms::refused(typed, refusal);
            shown(visit, id, which, standing, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(denied) => refused(visit, id, FormState::default(), denied).await,
    }
}

async fn shown(
    visit: &Visit,
    id: ApplicationId,
    which: Which,
    standing: Standing,
    form: FormState,
    status: StatusCode,
) -> Result<Response, Fault> {
    let ask = match which {
        Which::Assign => Ask::Assign(people(&review::colleagues(&visit.app.services, &visit.actor).await?)),
        Which::Snooze => Ask::Snooze,
        Which::Escalate => Ask::Escalate,
        Which::HandBack => Ask::HandBack(standing.raised.map(|raised| Raised {
            by: raised.raised_by,
            at: raised.raised_at,
            reason: raised.reason,
        })),
    };
    let path = case_path(visit, id);
    let model = Model { path, number: standing.number, name: standing.name, ask, form };
    Ok(visit.page_with(status, page(&visit.frame, &model)))
}
