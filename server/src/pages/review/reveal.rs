//! Masked personal data, shown on purpose: why is asked on a page of its own, and another one shows it for a minute.

use super::{
    super::query::{Pairs, given},
    application, case_path,
};
use crate::web::{PageResult, Visit, forms};
use app::{
    pages::review::reveal::{self as pages, Model, Past, Shown},
    ui::FormState,
};
use axum::{
    Form,
    extract::{Path, Query},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use domain::{ApplicationId, RevealId};
use services::{
    ServiceError,
    review::{self, Masked, RevealInput},
};

/// Leads on by itself after so many seconds: what browsers do with a page's own refresh, without a word in its markup.
const REFRESH: HeaderName = HeaderName::from_static("refresh");

/// A section or a reveal of a case, by its address.
type At = Path<(String, String, String)>;

/// `GET /t/{slug}/desk/cases/{id}/reveal/{code}`
pub(super) async fn ask(visit: Visit, Path((_, id, code)): At, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let masked = review::masked(&visit.app.services, &visit.actor, id, &code).await?;
    let mut form = FormState::default();
    if let Some(field) = given(&pairs, "fields") {
        form.set("fields", field);
    }
    Ok(visit.page(pages::page(&visit.frame, &model(&visit, id, masked, form))))
}

/// `POST /t/{slug}/desk/cases/{id}/reveal/{code}`
pub(super) async fn take(visit: Visit, Path((_, id, code)): At, Form(pairs): Form<Pairs>) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let typed = FormState::sent(pairs);
    let input = RevealInput {
        fields: typed.values("fields").to_vec(),
        reason: typed.value("reason").to_owned(),
        words: typed.value("words").to_owned(),
    };
    match review::reveal(&visit.app.services, &visit.actor, id, &code, &input).await {
        Ok(reveal) => Ok(visit.see_other(&format!("{}/revealed/{reveal}", case_path(&visit, id)))),
        Err(ServiceError::Refused(refusal)) => {
            let masked = review::masked(&visit.app.services, &visit.actor, id, &code).await?;
            let model = model(&visit, id, masked, forms::refused(typed, refusal));
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, pages::page(&visit.frame, &model)))
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /t/{slug}/desk/cases/{id}/revealed/{reveal}`: while its minute lasts; then the way back.
pub(super) async fn show(visit: Visit, Path((_, id, reveal)): At) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let reveal: RevealId = reveal.parse().map_err(|_| ServiceError::NotFound)?;
    let path = case_path(&visit, id);
    let Some(open) = review::revealed(&visit.app.services, &visit.actor, id, reveal).await? else {
        return Ok(visit.see_other_saying(&path, "reveal-over"));
    };
    let over = format!("{path}?said=reveal-over");
    let back = pages::back(&over, &open.section.code);
    // A second more than is left: by then the minute is over on the server too.
    let refresh = format!("{}; url={back}", open.left.whole_seconds() + 1);
    let page = pages::shown(
        &visit.frame,
        &Shown {
            path,
            number: open.application.case_number,
            rules: open.rules,
            section: open.section,
            fields: open.fields,
            values: open.values,
            until: open.until,
        },
    );
    let mut response: Response = visit.page(page);
    let refresh = HeaderValue::from_str(&refresh).map_err(|error| ServiceError::Internal(Box::new(error)))?;
    response.headers_mut().insert(REFRESH, refresh);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn model(visit: &Visit, id: ApplicationId, masked: Masked, form: FormState) -> Model {
    let before = masked.before.into_iter().map(|past| Past {
        section: past.section,
        fields: past.fields,
        why: past.why,
        words: past.words,
        by: past.email,
        at: past.at,
    });
    Model {
        path: case_path(visit, id),
        number: masked.application.case_number,
        rules: masked.rules,
        section: masked.section,
        fields: masked.fields,
        values: masked.values,
        before: before.collect(),
        form,
    }
}
