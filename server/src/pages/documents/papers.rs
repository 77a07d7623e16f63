//! The page of an application's papers.

use super::{Of, document};
use crate::web::{PageResult, Visit};
use app::{
    Frame,
    pages::documents::papers::{self as page, File, Model, Paper},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode, response::Response};
use domain::{
    ApplicationId,
    applications::{Fault as What, State, StateKind},
    documents::Version,
    review::RedoReason,
};
use serde::Deserialize;
use services::{
    ServiceError,
    documents::{self, Sheet, Shown},
};

/// `GET /t/{slug}/applications/{id}/papers`
pub(super) async fn show(visit: Visit, Path(of): Path<Of>) -> PageResult {
    visit.signed_in()?;
    let sheet = documents::sheet(&visit.app.services, &visit.actor, of.application()?).await?;
    Ok(visit.page(page::page(&visit.frame, &model(&visit.frame, sheet, FormState::default()))))
}

/// The same page again, with what is wrong with the file that was just sent.
pub(super) async fn again(
    visit: &Visit,
    application: ApplicationId,
    status: StatusCode,
    form: FormState,
) -> PageResult {
    let sheet = documents::sheet(&visit.app.services, &visit.actor, application).await?;
    Ok(visit.page_with(status, page::page(&visit.frame, &model(&visit.frame, sheet, form))))
}

/// What the button that removes a file says.
#[derive(Deserialize)]
pub(super) struct Removed {
    document: String,
}

/// `POST /t/{slug}/applications/{id}/papers/remove`
pub(super) async fn remove(visit: Visit, Path(of): Path<Of>, Form(removed): Form<Removed>) -> PageResult {
    visit.signed_in()?;
    let (application, document) = (of.application()?, document(&removed.document)?);
    match documents::remove(&visit.app.services, &visit.actor, application, document).await {
        Err(ServiceError::Conflict(key)) => {
            let mut form = FormState::default();
            form.refuse_form(key);
            again(&visit, application, StatusCode::CONFLICT, form).await
        }
        done => {
            done?;
            Ok(visit.see_other_saying(&path(&visit, application), "file-removed"))
        }
    }
}

/// Whoever comes back to the button's own address sees the papers.
pub(super) async fn back(visit: Visit, Path(of): Path<Of>) -> PageResult {
    Ok(visit.see_other(&path(&visit, of.application()?)))
}

/// Back to the page, at the paper, with a word that the file has come.
pub(super) fn arrived(visit: &Visit, application: ApplicationId, paper: &str) -> Response {
    let path = format!("{}?said=file-sent#{paper}", path(visit, application));
    visit.see_other(&path)
}

fn path(visit: &Visit, application: ApplicationId) -> String {
    visit.frame.at(&format!("/applications/{application}/papers"))
}

fn model(frame: &Frame, sheet: Sheet, form: FormState) -> Model {
    let changes = (sheet.application.state.kind() == StateKind::ChangesRequested)
        .then(|| frame.at(&format!("/applications/{}/changes", sheet.application.id)));
    let papers = sheet.rules.papers.iter().map(|paper| Paper {
        code: paper.code.clone(),
        label: paper.label.clone(),
        number: paper.instance.as_ref().map(|one| one.place),
        hint: paper.hint.clone(),
        media: paper.media.clone(),
        required: paper.min > 0,
        most: paper.max,
        open: sheet.open.contains(&paper.code),
        not_needed: sheet.not_needed.contains(&paper.code),
        served: served(&sheet, paper),
        asked: asked(&sheet.application.state, &What::Paper(paper.code.clone())),
        changes: changes.clone(),
        files: sheet
            .files
            .iter()
            .filter(|shown| shown.file.paper == paper.code)
            .map(|shown| file(&sheet.application.state, shown))
            .collect(),
    });
    Model {
        papers: papers.collect(),
        application: sheet.application.id.0,
        number: sheet.application.case_number,
        name: sheet.application.name,
        form,
    }
}

/// What serves for a paper of which nothing was given.
fn served(sheet: &Sheet, paper: &domain::applications::Paper) -> Option<String> {
    let given =
        |code: &str| sheet.files.iter().any(|one| one.file.paper == code && one.file.version.is_given());
    let other = sheet.rules.serving(paper).find(|other| given(&other.code))?;
    sheet.files.iter().all(|one| one.file.paper != paper.code).then(|| other.label.clone())
}

/// Why it is asked for (again), where it is.
fn asked(state: &State, what: &What) -> Option<(RedoReason, String)> {
    let items = state.editable().unwrap_or_default();
    let item = items.iter().find(|item| item.what == *what)?;
    Some((item.reason, item.words.clone()))
}

fn file(state: &State, shown: &Shown) -> File {
    let file = &shown.file;
    let what = What::Document(file.paper.clone(), file.document);
    File {
        version: file.id.0,
        document: file.document.0,
        name: file.name.clone(),
        state: file.version.clone(),
        size: file.size,
        pictures: file.pictures,
        remarks: file.remarks.clone(),
        at: file.uploaded_at,
        // Once another one has come, what was said about the one before is answered.
        redo: asked(state, &what).filter(|(reason, _)| match file.version {
            Version::RedoRequested { .. } => true,
            Version::Accepted { .. } | Version::Expired => *reason == RedoReason::ExpiresSoon,
            _ => false,
        }),
        replaceable: shown.replaceable,
        removable: shown.removable,
        not_taken: shown.not_taken,
    }
}
