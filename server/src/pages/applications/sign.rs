//! What whoever signs sees on their own phone: what was declared in their name, to be confirmed or disowned.

use crate::web::{PageResult, Visit, forms};
use app::{
    pages::applications::sign::{self as page, Model},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use services::{
    ServiceError,
    applications::signing::{self, AnswerInput, Declared, Look, Read},
};

/// Slug and token, as the address names them.
type At = Path<(String, String)>;

/// `GET /t/{slug}/sign/{token}`
pub(super) async fn show(visit: Visit, Path((_, token)): At) -> PageResult {
    look(&visit, &token, StatusCode::OK, FormState::default()).await
}

/// What the link opens now, with this status where it opens anything.
async fn look(visit: &Visit, token: &str, status: StatusCode, form: FormState) -> PageResult {
    match signing::look(&visit.app.services, &visit.actor, token, visit.address).await? {
        Look::Open(declared) => {
            let model = model(visit, token, *declared, form);
            Ok(visit.page_with(status, page::page(&visit.frame, &model)))
        }
        Look::Answered => Ok(visit.page_with(status, page::answered(&visit.frame))),
        Look::Over => {
            // A link that was good and isn't any more is gone; an act on it is refused.
            let status = if status == StatusCode::OK { StatusCode::GONE } else { status };
            Ok(visit.page_with(status, page::over(&visit.frame)))
        }
    }
}

fn model(visit: &Visit, token: &str, declared: Declared, form: FormState) -> Model {
    Model {
        path: visit.frame.at(&format!("/sign/{token}")),
        number: declared.number,
        business: declared.business,
        name: declared.name,
        sections: declared.sections,
        answers: declared.answers,
        agreement: (declared.agreement.kind, declared.agreement.version),
        handed_in: declared.handed_in,
        until: declared.until,
        form,
    }
}

/// `POST /t/{slug}/sign/{token}`: confirms or disowns, once.
pub(super) async fn take(visit: Visit, Path((_, token)): At, Form(input): Form<AnswerInput>) -> PageResult {
    let services = &visit.app.services;
    let declared = match signing::look(services, &visit.actor, &token, visit.address).await? {
        Look::Open(declared) => declared,
        Look::Answered | Look::Over => return again(&visit, &token, "sign-closed").await,
    };
    let read = Read {
        text: page::agreement(&visit.frame, &declared.agreement.kind, &declared.agreement.version),
        version: declared.agreement.version,
        lang: visit.frame.lang,
    };
    let done = signing::answer(services, &visit.actor, &token, &input, &read, visit.address).await;
    if let Err(ServiceError::Conflict(key)) = done {
        return again(&visit, &token, key).await;
    }
    match forms::again(done, FormState::default())? {
        Ok(()) => Ok(visit.see_other(&visit.frame.at(&format!("/sign/{token}")))),
        Err(form) => look(&visit, &token, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}

/// The link as it stands, with why nothing was done.
async fn again(visit: &Visit, token: &str, key: &'static str) -> PageResult {
    let mut form = FormState::default();
    form.refuse_form(key);
    look(visit, token, StatusCode::CONFLICT, form).await
}
