//! A merchant's channels, for the desk.

use super::{super::credentials::right_line, application};
use crate::web::{PageResult, Visit};
use app::{
    pages::channels::desk::{self as page, Answered, File, Line, Model},
    ui::FormState,
};
use axum::{extract::Path, http::StatusCode};
use domain::{ApplicationId, applications::Ball, permissions::Act};
use serde::Deserialize;
use services::{
    ServiceError,
    channels::{self, Desk},
    credentials::rights,
};

/// The case in a path; whatever else stands in it is another handler's.
#[derive(Deserialize)]
pub(super) struct Of {
    id: String,
}

/// `GET /t/{slug}/desk/cases/{id}/channels`
pub(super) async fn show(visit: Visit, Path(of): Path<Of>) -> PageResult {
    visit.signed_in()?;
    shown(&visit, application(&of.id)?, StatusCode::OK, Again::default()).await
}

/// What is to be said on the page after something was tried.
#[derive(Default)]
pub(super) struct Again<'a> {
    /// Why nothing was done; a message key.
    pub(super) trouble: Option<&'a str>,
    /// What is wrong with the file of an answer.
    pub(super) file: Option<(String, FormState)>,
}

pub(super) async fn shown(
    visit: &Visit,
    id: ApplicationId,
    status: StatusCode,
    again: Again<'_>,
) -> PageResult {
    let view = channels::desk(&visit.app.services, &visit.actor, id).await?;
    Ok(visit.page_with(status, page::page(&visit.frame, &model(visit, view, again))))
}

/// Whoever comes back to a button's own address sees the page.
pub(super) async fn back(visit: Visit, Path(of): Path<Of>) -> PageResult {
    Ok(visit.see_other(&path(&visit, application(&of.id)?)))
}

/// The page's own address.
pub(super) fn path(visit: &Visit, id: ApplicationId) -> String {
    visit.frame.at(&format!("/desk/cases/{id}/channels"))
}

/// `POST /t/{slug}/desk/cases/{id}/channels/propose`
pub(super) async fn propose(visit: Visit, Path(of): Path<Of>) -> PageResult {
    visit.signed_in()?;
    let id = application(&of.id)?;
    match rights::propose(&visit.app.services, &visit.actor, id).await {
        Ok(()) => Ok(visit.see_other_saying(&path(&visit, id), "live-proposed")),
        Err(ServiceError::Conflict(key)) if key.starts_with("credentials-why-") => {
            let again = Again { trouble: Some(key), ..Again::default() };
            shown(&visit, id, StatusCode::CONFLICT, again).await
        }
        Err(other) => Err(other.into()),
    }
}

fn model(visit: &Visit, view: Desk, again: Again<'_>) -> Model {
    let records = visit.actor.may(Act::RecordChannels);
    let ours = view.application.state.ball() == Some(Ball::Us);
    let capabilities = view.capabilities.iter().map(|held| {
        let state = held.capability.kind();
        let ball = state.ball().map(|ball| if ball == Ball::Merchant && ours { Ball::Us } else { ball });
        Line {
            channel: held.channel.clone(),
            environment: held.environment,
            state,
            since: held.capability.since(),
            ball,
            record: records && !held.capability.answers().is_empty(),
        }
    });
    let mut wrong = again.file;
    let answers = view.answers.into_iter().map(|answered| {
        let id = answered.row.id.to_string();
        let form = wrong.take_if(|(of, _)| *of == id).map(|(_, form)| form).unwrap_or_default();
        entry(answered, form)
    });
    Model {
        case: visit.frame.at(&format!("/desk/cases/{}", view.application.id)),
        number: view.application.case_number,
        merchant: view.merchant.name,
        merchant_number: view.merchant.number.unwrap_or_default(),
        capabilities: capabilities.collect(),
        answers: answers.collect(),
        records,
        right: view.rights.standing.as_ref().map(|row| right_line(visit, row, view.rights.open)),
        propose: view.rights.propose.err(),
        trouble: again.trouble.map(str::to_owned),
    }
}

fn entry(answered: channels::Answered, form: FormState) -> Answered {
    let row = answered.row;
    Answered {
        id: row.id.to_string(),
        application: row.application.to_string(),
        channel: row.channel,
        environment: row.environment,
        answer: row.answer,
        on: row.on,
        by: row.by,
        at: row.at,
        verbatim: answered.verbatim.map(|verbatim| (verbatim.number, verbatim.state, verbatim.words)),
        file: answered.file.map(|file| File {
            id: file.id.to_string(),
            name: file.name,
            version: file.version,
            size: file.size,
            pictures: file.pictures,
        }),
        form,
    }
}
