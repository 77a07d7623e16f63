//! A case: shown, claimed, put back.

use super::{
    super::query::{Pairs, address, given},
    application, case_path, model,
};
use crate::web::{Fault, PageResult, Visit};
use app::{
    pages::review::case::{Model, Trouble, page},
    ui::FormState,
};
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use domain::{ApplicationId, applications::Verdict};
use services::{
    audit::Stretch,
    review::{self, CaseView, Denied, Moved},
};

pub(super) async fn show(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Query(pairs): Query<Pairs>,
) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let chosen = given(&pairs, "kind").and_then(|word| KINDS.into_iter().find(|(known, _)| *known == word));
    let kind = chosen.map(|(word, _)| word);
    let before = given(&pairs, "before").and_then(|place| place.parse().ok());
    let stretch = Stretch { kinds: chosen.map(|(_, names)| names.to_vec()).unwrap_or_default(), before };
    let view = review::case_with(&visit.app.services, &visit.actor, id, &stretch).await?;
    let form = first_form(&view);
    let mut model = model::of(&visit, &view, form, None);
    let path = case_path(&visit, id);
    model.kinds = kinds(&path, kind);
    model.older = view.timeline.older.map(|place| {
        let place = place.to_string();
        let pairs = [("kind", kind.unwrap_or_default()), ("before", place.as_str())];
        let wanted = if kind.is_some() { &pairs[..] } else { &pairs[1..] };
        format!("{}#timeline", address(&path, wanted))
    });
    Ok(visit.page(page(&visit.frame, &model)))
}

/// The kinds of events that the timeline is filtered by, each with the first words of their names.
const KINDS: [(&str, &[&str]); 9] = [
    ("application", &["application"]),
    ("section", &["section"]),
    ("document", &["document"]),
    ("request", &["request"]),
    ("review", &["review"]),
    ("case", &["case"]),
    ("consent", &["consent"]),
    ("personal-data", &["personal_data"]),
    ("channel", &["channel", "capability", "live_right", "merchant"]),
];

fn kinds(path: &str, chosen: Option<&str>) -> Vec<(&'static str, String, bool)> {
    let all = ("all", format!("{path}#timeline"), chosen.is_none());
    let one = |kind: &'static str| {
        (kind, format!("{}#timeline", address(path, &[("kind", kind)])), chosen == Some(kind))
    };
    std::iter::once(all).chain(KINDS.into_iter().map(|(kind, _)| one(kind))).collect()
}

/// Whoever comes back to a form's own address sees the case.
pub(super) async fn back(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    Ok(visit.see_other(&case_path(&visit, application(&id)?)))
}

pub(super) async fn claim(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    match review::claim(&visit.app.services, &visit.actor, id).await {
        Ok(()) => Ok(visit.see_other_saying(&case_path(&visit, id), "case-claimed")),
        Err(denied) => refused(&visit, id, FormState::default(), denied).await,
    }
}

pub(super) async fn release(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    match review::release(&visit.app.services, &visit.actor, id).await {
        Ok(()) => Ok(visit.see_other_saying(&visit.frame.at("/desk"), "case-released")),
        Err(denied) => refused(&visit, id, FormState::default(), denied).await,
    }
}

/// The case as it stands now, with what was typed and why nothing was done.
pub(super) async fn refused(
    visit: &Visit,
    id: ApplicationId,
    typed: FormState,
    denied: Denied,
) -> Result<Response, Fault> {
    let trouble = match denied {
        Denied::Service(error) => return Err(error.into()),
        Denied::NotOpen(key) => Trouble::NotOpen(key.to_owned()),
        Denied::Moved(moved) => Trouble::Moved(moved.into_iter().map(moved_to).collect()),
    };
    again(visit, id, typed, StatusCode::CONFLICT, Some(trouble)).await
}

/// The case as it stands now, with the form as it was typed.
pub(super) async fn again(
    visit: &Visit,
    id: ApplicationId,
    typed: FormState,
    status: StatusCode,
    trouble: Option<Trouble>,
) -> Result<Response, Fault> {
    let view = review::case(&visit.app.services, &visit.actor, id).await?;
    let mut model: Model = model::of(visit, &view, typed, trouble);
    model.kinds = kinds(&case_path(visit, id), None);
    Ok(visit.page_with(status, page(&visit.frame, &model)))
}

fn moved_to(moved: Moved) -> app::pages::review::case::Moved {
    use app::pages::review::case::Moved as Shown;
    match moved {
        Moved::Case => Shown::Case,
        Moved::Section(code) => Shown::Section(code),
        Moved::Paper(code) => Shown::Paper(code),
    }
}

/// A second reviewer who is to reject begins with what the first one said.
fn first_form(view: &CaseView) -> FormState {
    let mut form = FormState::default();
    if let Some(advice) = view.advice.as_ref().filter(|advice| advice.verdict == Verdict::Reject) {
        let words = |sayable: bool| {
            let fitting = advice.reasons.iter().filter(|reason| reason.is_sayable() == sayable);
            fitting.map(|reason| reason.word().to_owned()).collect()
        };
        form.set_all("reasons", words(true));
        form.set_all("confidential", words(false));
        form.set("words", advice.words.clone().unwrap_or_default());
    }
    form
}
