//! One item of a case: looked at, judged, proposed to be waived; and a part of a case accepted at once.

use super::{
    super::query::{Pairs, given},
    application,
    case::refused,
    case_path, model,
};
use crate::web::{Fault as WebFault, PageResult, Visit, forms};
use app::{
    pages::review::{
        case::items::anchor,
        item::{Model, page},
        viewer::{Look, MOST_ZOOM},
    },
    ui::FormState,
};
use axum::{
    Form,
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use domain::{
    ApplicationId,
    applications::Fault,
    review::{Judgement, Mark},
};
use services::{
    ServiceError,
    review::{self, Denied, JudgementInput, Part},
};
use std::collections::BTreeSet;

/// An item of a case, by its address.
type At = Path<(String, String, String)>;

fn named(id: &str, item: &str) -> Result<(ApplicationId, Fault), WebFault> {
    Ok((application(id)?, Fault::from_token(item).ok_or(ServiceError::NotFound)?))
}

/// The item's own address.
fn item_path(visit: &Visit, id: ApplicationId, what: &Fault) -> String {
    format!("{}/items/{}", case_path(visit, id), what.token())
}

pub(super) async fn show(visit: Visit, Path((_, id, item)): At, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let (id, what) = named(&id, &item)?;
    let model = model_of(&visit, id, &what, None, look(&pairs)).await?;
    Ok(visit.page(page(&visit.frame, &model)))
}

/// Whoever comes back to a button's own address sees the item.
pub(super) async fn back(visit: Visit, Path((_, id, item)): At) -> PageResult {
    let (id, what) = named(&id, &item)?;
    Ok(visit.see_other(&item_path(&visit, id, &what)))
}

fn look(pairs: &[(String, String)]) -> Look {
    let number =
        |name: &str| given(pairs, name).and_then(|value| value.parse::<u16>().ok()).unwrap_or_default();
    let small = |name: &str| u8::try_from(number(name).min(3)).unwrap_or_default();
    Look {
        version: usize::from(number("version")),
        page: number("page").max(1),
        turn: small("turn"),
        zoom: small("zoom").min(MOST_ZOOM),
        beside: given(pairs, "beside").is_some(),
    }
}

/// The item as it stands now; with the form as it was typed, or as it was judged.
async fn model_of(
    visit: &Visit,
    id: ApplicationId,
    what: &Fault,
    typed: Option<FormState>,
    look: Look,
) -> Result<Model, WebFault> {
    let view = review::case(&visit.app.services, &visit.actor, id).await?;
    let item = view.items.find(what).ok_or(ServiceError::NotFound)?;
    let item = model::item(item, &view.proposed);
    let form = typed.unwrap_or_else(|| as_judged(item.judged.as_ref().map(|judged| &judged.judgement)));
    let files = match what {
        Fault::Document(_, document) => {
            view.files.iter().filter(|file| file.document == *document).map(model::file).collect()
        }
        _ => Vec::new(),
    };
    let values = match what {
        Fault::Field(section, _) => view.answers.get(section).cloned().unwrap_or_default(),
        _ => domain::applications::Values::new(),
    };
    let results = view.screening.iter().flat_map(|found| &found.results);
    Ok(Model {
        path: case_path(visit, id),
        number: view.application.case_number.clone(),
        rules: view.rules.clone(),
        results: results.filter(|one| one.what == *what).cloned().collect(),
        judge: view.acts.judge,
        waive: view.acts.propose_waiver,
        look: model::look(visit),
        reveal: view.acts.reveal,
        view: Look { version: look.version.min(files.len().saturating_sub(1)), ..look },
        item,
        values,
        files,
        form,
        trouble: None,
    })
}

/// The form as the item was judged last.
fn as_judged(judgement: Option<&Judgement>) -> FormState {
    let form = FormState::default();
    let Some(judgement) = judgement else { return form };
    let form = form.with("mark", judgement.mark().word());
    match judgement {
        Judgement::Accepted => form,
        Judgement::SentBack { reason, words } => form.with("redo", reason.word()).with("words", words),
        Judgement::Rejected { reason } => form.with("ground", reason.word()),
    }
}

pub(super) async fn judge(visit: Visit, Path((_, id, item)): At, Form(pairs): Form<Pairs>) -> PageResult {
    visit.signed_in()?;
    let (id, what) = named(&id, &item)?;
    judge_as(&visit, id, &what, FormState::sent(pairs)).await
}

async fn judge_as(visit: &Visit, id: ApplicationId, what: &Fault, typed: FormState) -> PageResult {
    let value = |name: &str| typed.value(name).to_owned();
    let input = JudgementInput {
        item: value("item"),
        mark: value("mark"),
        redo: value("redo"),
        words: value("words"),
        ground: value("ground"),
    };
    if review::Item::named(&input.item).is_some_and(|of| of != *what) {
        return Err(ServiceError::NotFound.into());
    }
    match review::judge_item(&visit.app.services, &visit.actor, id, &input).await {
        Ok(()) => Ok(judged(visit, id, what, &input.mark)),
        Err(denied) => not_done(visit, id, what, typed, denied).await,
    }
}

/// The button beside an item on the case's page: it is accepted as it stood there.
pub(super) async fn accept_one(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let typed = FormState::sent(pairs).with("mark", Mark::Accepted.word());
    let what = review::Item::named(typed.value("item")).ok_or(ServiceError::NotFound)?;
    judge_as(&visit, id, &what, typed).await
}

/// Back to the case, at the item, with a word.
fn judged(visit: &Visit, id: ApplicationId, what: &Fault, mark: &str) -> Response {
    let said = match Mark::from_word(mark) {
        Some(Mark::SentBack) => "item-sent-back",
        Some(Mark::Rejected) => "item-rejected",
        _ => "item-accepted",
    };
    visit.see_other(&format!("{}?said={said}#{}", case_path(visit, id), anchor(what)))
}

async fn not_done(
    visit: &Visit,
    id: ApplicationId,
    what: &Fault,
    typed: FormState,
    denied: Denied,
) -> PageResult {
    let (status, form, trouble) = match denied {
        Denied::Service(ServiceError::Refused(refusal)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, forms::refused(typed, refusal), None)
        }
        Denied::Service(error) => return Err(error.into()),
        Denied::NotOpen(key) => (StatusCode::CONFLICT, typed, Some(("review-refused-title", key))),
        Denied::Moved(_) => (StatusCode::CONFLICT, typed, Some(("review-moved-title", "review-item-moved"))),
    };
    let mut model = model_of(visit, id, what, Some(form), Look { page: 1, ..Look::default() }).await?;
    model.trouble = trouble.map(|(title, text)| (title.to_owned(), text.to_owned()));
    Ok(visit.page_with(status, page(&visit.frame, &model)))
}

pub(super) async fn waive(visit: Visit, Path((_, id, item)): At, Form(pairs): Form<Pairs>) -> PageResult {
    visit.signed_in()?;
    let (id, what) = named(&id, &item)?;
    let typed = FormState::sent(pairs);
    let reason = typed.value("reason").to_owned();
    match review::propose_waiver(&visit.app.services, &visit.actor, id, &what.token(), &reason).await {
        Ok(()) => Ok(visit.see_other_saying(&item_path(&visit, id, &what), "waiver-proposed")),
        Err(denied) => not_done(&visit, id, &what, typed, denied).await,
    }
}

pub(super) async fn accept(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let typed = FormState::sent(pairs);
    let part = match typed.value("part") {
        "" => return Err(ServiceError::NotFound.into()),
        "papers:" => Part::Papers,
        section => Part::Section(section.to_owned()),
    };
    let seen: BTreeSet<String> = typed.values("item").iter().cloned().collect();
    match review::accept(&visit.app.services, &visit.actor, id, &part, &seen).await {
        Ok(()) => {
            let place = match &part {
                Part::Papers => String::new(),
                Part::Section(code) => format!("#section-{}", app::pages::applications::words::dashed(code)),
            };
            Ok(visit.see_other(&format!("{}?said=items-accepted{place}", case_path(&visit, id))))
        }
        Err(denied) => refused(&visit, id, FormState::default(), denied).await,
    }
}
