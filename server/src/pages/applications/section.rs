//! One section: shown, and taken.

use super::{Of, changes, head};
use crate::web::{PageResult, Visit, forms};
use app::{
    pages::applications::{
        fields::filled_in,
        section::{self, Model, Saver},
    },
    ui::{FieldError, FormState},
};
use axum::{Form, extract::Path, http::StatusCode, response::Response};
use domain::applications::{RuleSet, StateKind, Weight};
use serde::Deserialize;
use services::{
    Result,
    applications::{self, Saved, SavedBy, SectionInput, SectionView, Then},
};

/// The section of a path.
#[derive(Deserialize)]
pub(super) struct At {
    id: String,
    code: String,
}

impl At {
    fn application(&self) -> Result<domain::ApplicationId> {
        Of { id: self.id.clone() }.application()
    }
}

/// `GET /t/{slug}/applications/{id}/sections/{code}`
pub(super) async fn show(visit: Visit, Path(at): Path<At>) -> PageResult {
    visit.signed_in()?;
    let view = applications::section(&visit.app.services, &visit.actor, at.application()?, &at.code).await?;
    let mut form = filled_in(&view.section, &view.values, &view.known);
    // What contradicts another section stands at its field; what is merely missing has not been asked for yet.
    for finding in view.findings.iter().filter(|finding| finding.weight == Weight::Refusal) {
        let (field, key, args) = (finding.input.clone(), finding.key.clone(), finding.args.clone());
        form.add(FieldError { field, key, args });
    }
    with_requests(&visit, &view, &mut form);
    Ok(visit.page(section::page(&visit.frame, &model(view, form))))
}

/// What the desk asked for stands at the very field.
fn with_requests(visit: &Visit, view: &SectionView, form: &mut FormState) {
    let changes = head(&view.application).at(&visit.frame, "/changes");
    changes::note(visit, form, (&view.application.state, &view.section), &changes);
}

/// `POST /t/{slug}/applications/{id}/sections/{code}`
pub(super) async fn take(
    visit: Visit,
    Path(at): Path<At>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let (services, id) = (&visit.app.services, at.application()?);
    let before = applications::section(services, &visit.actor, id, &at.code).await?;
    let input = SectionInput::read(&before.section, &pairs);
    let mut typed = FormState::sent(pairs);
    with_requests(&visit, &before, &mut typed);
    match input.then {
        Then::Choices => {
            let mut model = model(before, typed);
            model.version = input.version;
            return Ok(visit.page(section::page(&visit.frame, &model)));
        }
        Then::Remove => return remove(&visit, &before, &input).await,
        Then::Next | Then::Later => {}
    }
    let address = visit.address.to_string();
    let saved = applications::save_section(services, &visit.actor, id, &at.code, &input, &address).await;
    Ok(match forms::again(saved, typed.clone())? {
        Ok(Saved::Kept { changed, doubtful, rules }) => {
            kept(&visit, (&before, &rules), input.then == Then::Later, changed && doubtful)
        }
        Ok(Saved::Clash { theirs, differing }) => {
            let mut model = model(*theirs, typed);
            model.clash = Some(differing);
            visit.page_with(StatusCode::CONFLICT, section::page(&visit.frame, &model))
        }
        Err(form) => {
            let mut model = model(before, form);
            model.version = input.version;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, section::page(&visit.frame, &model))
        }
    })
}

/// Takes one of several away, with its papers.
async fn remove(visit: &Visit, view: &SectionView, input: &SectionInput) -> PageResult {
    let (services, id) = (&visit.app.services, view.application.id);
    let done =
        applications::remove_section(services, &visit.actor, id, &view.section.code, input.version).await;
    let tasks = head(&view.application).at(&visit.frame, "");
    match done {
        Ok(()) => Ok(visit.see_other_saying(&tasks, "section-removed")),
        // Somebody else changed it meanwhile: it stands there to be looked at.
        Err(services::ServiceError::Conflict("error-stale")) => {
            let path = head(&view.application).at(&visit.frame, &format!("/sections/{}", view.section.code));
            Ok(visit.see_other_saying(&path, "section-changed"))
        }
        Err(other) => Err(other.into()),
    }
}

/// Where to go on: back to what is doubtful, to the task list, or to the next thing to fill in.
fn kept(visit: &Visit, (view, rules): (&SectionView, &RuleSet), later: bool, doubtful: bool) -> Response {
    let head = head(&view.application);
    let section = |code: &str| head.at(&visit.frame, &format!("/sections/{code}"));
    if view.application.state.kind() == StateKind::ChangesRequested && !doubtful {
        return visit.see_other_saying(&head.at(&visit.frame, "/changes"), "section-saved");
    }
    if later {
        return visit.see_other_saying(&head.at(&visit.frame, ""), "section-saved");
    }
    if doubtful {
        return visit.see_other_saying(&section(&view.section.code), "section-doubtful");
    }
    let mine = rules.sections.iter().filter(|next| visit.actor.may_at(view.application.merchant, next.act));
    let mut after = mine.skip_while(|next| next.code != view.section.code);
    // Of what repeats there may be one more: the task list offers it.
    let next = after.nth(1).filter(|_| view.section.instance.is_none());
    match next {
        Some(next) => visit.see_other_saying(&section(&next.code), "section-saved"),
        None => visit.see_other_saying(&head.at(&visit.frame, ""), "section-saved"),
    }
}

fn model(view: SectionView, form: FormState) -> Model {
    Model {
        head: head(&view.application),
        rules: view.rules.clone(),
        section: view.section.clone(),
        version: view.version,
        form,
        saved: view.values,
        known: view.known,
        open: view.open,
        doubts: view.findings.into_iter().filter(|finding| !finding.blocks()).collect(),
        saver: view.saved.map(|(by, at)| {
            let other = match by {
                SavedBy::You => None,
                SavedBy::Other(email) => Some(email),
            };
            Saver { other, at }
        }),
        clash: None,
    }
}
