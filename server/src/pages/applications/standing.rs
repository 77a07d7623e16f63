//! Where an application stands: its tasks, checking and handing in, its status, taking it back.

use super::{Of, head};
use crate::web::{Fault, PageResult, Visit, forms};
use app::{
    pages::applications::{
        check,
        status::{self, By, Happened},
        tasks, withdraw,
    },
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode, response::Response};
use domain::{
    applications::{Ball, StateKind, Status},
    permissions::Act,
};
use services::{
    ServiceError,
    applications::{self, Overview, VersionInput},
    audit::{self, Entry},
};

/// `GET /t/{slug}/applications/{id}`
pub(super) async fn tasks(visit: Visit, Path(of): Path<Of>) -> PageResult {
    let overview = load(&visit, &of).await?;
    if let Some(elsewhere) = not_to_be_filled_in(&visit, &overview) {
        return Ok(elsewhere);
    }
    if overview.application.state.kind() == StateKind::ChangesRequested {
        return Ok(visit.see_other(&head(&overview.application).at(&visit.frame, "/changes")));
    }
    let standing = applications::standing(&visit.app.services, &visit.actor, overview.application.id).await?;
    let model = tasks::Model {
        until: standing.ends,
        draft: overview.application.state.status() == Status::Draft,
        head: head(&overview.application),
        rules: overview.rules.clone(),
        tasks: overview.tasks,
        sections: overview.sections,
        may_add: overview.application.state.editable().is_none(),
        papers: overview.papers,
        not_needed: overview.not_needed,
        submit: overview.submit,
    };
    Ok(visit.page(tasks::page(&visit.frame, &model)))
}

async fn load(visit: &Visit, of: &Of) -> Result<Overview, Fault> {
    visit.signed_in()?;
    Ok(applications::overview(&visit.app.services, &visit.actor, of.application()?).await?)
}

/// An application that nobody may change now has a status, no tasks.
fn not_to_be_filled_in(visit: &Visit, overview: &Overview) -> Option<Response> {
    let closed = overview.application.state.editable().is_some_and(<[_]>::is_empty);
    closed.then(|| visit.see_other(&head(&overview.application).at(&visit.frame, "/status")))
}

/// `GET /t/{slug}/applications/{id}/check`
pub(super) async fn show_check(visit: Visit, Path(of): Path<Of>) -> PageResult {
    let overview = load(&visit, &of).await?;
    if let Some(elsewhere) = not_to_be_filled_in(&visit, &overview) {
        return Ok(elsewhere);
    }
    Ok(visit.page(check_page(&visit, overview, FormState::default())))
}

/// `POST /t/{slug}/applications/{id}/check`
pub(super) async fn take_check(
    visit: Visit,
    Path(of): Path<Of>,
    Form(input): Form<VersionInput>,
) -> PageResult {
    visit.signed_in()?;
    let id = of.application()?;
    let done = applications::submit(&visit.app.services, &visit.actor, id, input).await;
    let form = match done {
        Err(ServiceError::Conflict("error-stale")) => {
            let mut form = FormState::default();
            form.refuse_form("applications-submit-stale");
            form
        }
        done => match forms::again(done, FormState::default())? {
            Ok(()) => {
                let path = visit.frame.at(&format!("/applications/{id}/status"));
                return Ok(visit.see_other_saying(&path, "handed-in"));
            }
            Err(form) => form,
        },
    };
    let overview = load(&visit, &of).await?;
    if let Some(elsewhere) = not_to_be_filled_in(&visit, &overview) {
        return Ok(elsewhere);
    }
    Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, check_page(&visit, overview, form)))
}

fn check_page(visit: &Visit, overview: Overview, form: FormState) -> app::Page {
    let model = check::Model {
        head: head(&overview.application),
        rules: overview.rules.clone(),
        version: overview.application.version,
        tasks: overview.tasks,
        answers: overview.answers,
        sections: overview.sections,
        papers: overview.papers,
        replied: overview.replied,
        not_needed: overview.not_needed,
        submit: overview.submit,
        form,
    };
    check::page(&visit.frame, &model)
}

/// `GET /t/{slug}/applications/{id}/status`
pub(super) async fn status(visit: Visit, Path(of): Path<Of>) -> PageResult {
    let overview = load(&visit, &of).await?;
    let application = &overview.application;
    let events = audit::timeline(&visit.app.services, &visit.actor, application.id).await?;
    let standing = applications::standing(&visit.app.services, &visit.actor, application.id).await?;
    let status = application.state.status();
    // Once approved it is for the channels to open.
    let channel = (status == Status::Approved && standing.opened.waiting > 0).then_some(Ball::Channel);
    let ball = application.state.ball().or(channel);
    let model = status::Model {
        head: head(application),
        status,
        ball,
        until: if ball == Some(Ball::Us) { application.due_at } else { standing.ends },
        now: visit.app.services.now(),
        road: standing.road,
        usual_days: overview.rules.usual_days,
        number: overview.merchant_number.clone().filter(|_| application.state.aboard().is_some()),
        reasons: application.state.said_reasons(),
        words: overview.words.clone(),
        events: events.into_iter().filter_map(happened).collect(),
        submit: overview.submit,
        credentials: visit.actor.may_at(application.merchant, Act::ManageOwnCredentials),
        account: visit.actor.may_at(application.merchant, Act::EditBank),
        channels: overview.merchant_number.is_some(),
    };
    Ok(visit.page(status::page(&visit.frame, &model)))
}

/// What is worth a line: not each saving of a section.
fn happened(entry: Entry) -> Option<Happened> {
    if entry.name == "section.saved" {
        return None;
    }
    let by = match entry.by {
        audit::By::You => By::You,
        audit::By::Merchant { email } => By::Merchant(email),
        audit::By::Desk { .. } => By::Desk,
        audit::By::System => By::System,
    };
    let detail = |name| entry.details.get(name).cloned();
    let (paper, channel) = (detail("paper"), detail("channel"));
    Some(Happened { at: entry.at, name: entry.name, by, paper, channel })
}

/// `GET /t/{slug}/applications/{id}/withdraw`
pub(super) async fn show_withdraw(visit: Visit, Path(of): Path<Of>) -> PageResult {
    let overview = load(&visit, &of).await?;
    if !overview.submit {
        return Err(ServiceError::Forbidden.into());
    }
    let head = head(&overview.application);
    let state = &overview.application.state;
    if state.kind().is_closed() || state.aboard().is_some() {
        return Ok(visit.see_other(&head.at(&visit.frame, "/status")));
    }
    Ok(visit.page(withdraw::page(&visit.frame, &head)))
}

/// `POST /t/{slug}/applications/{id}/withdraw`
pub(super) async fn take_withdraw(visit: Visit, Path(of): Path<Of>) -> PageResult {
    visit.signed_in()?;
    let id = of.application()?;
    let path = visit.frame.at(&format!("/applications/{id}/status"));
    match applications::withdraw(&visit.app.services, &visit.actor, id).await {
        Ok(()) => Ok(visit.see_other_saying(&path, "withdrawn")),
        // Decided or withdrawn meanwhile: the status says which.
        Err(ServiceError::Conflict(_)) => Ok(visit.see_other(&path)),
        Err(other) => Err(other.into()),
    }
}
