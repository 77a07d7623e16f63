//! A form that comes back: what was typed, and what the use case says is wrong with it.

use super::Fault;
use app::ui::{FieldError, FormState};
use axum::http::StatusCode;
use services::{Refusal, ServiceError};

/// Parts a refusal, which renders the form again with what was typed, from every other failure, which doesn't.
///
/// ```ignore
/// match forms::again(accounts::register(…).await, typed)? {
///     Ok(done) => Ok(visit.see_other("/…")),
///     Err(form) => Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, register::page(&visit.frame, &Model { form }))),
/// }
/// ```
pub fn again<T>(result: Result<T, ServiceError>, typed: FormState) -> Result<Result<T, FormState>, Fault> {
    match result {
        Ok(done) => Ok(Ok(done)),
        Err(ServiceError::Refused(refusal)) => Ok(Err(refused(typed, refusal))),
        Err(other) => Err(other.into()),
    }
}

/// The same for a form of settings, which somebody else may have saved since it was opened: then it comes back too,
/// with what was typed and a word about it, and `fresh` is the version with which sending it again goes through.
/// With the form comes the status to answer.
pub fn again_over<T>(
    result: Result<T, ServiceError>,
    mut typed: FormState,
    fresh: &str,
) -> Result<Result<T, (StatusCode, FormState)>, Fault> {
    if matches!(result, Err(ServiceError::Conflict("error-stale"))) {
        typed.set("version", fresh);
        typed.refuse_form("form-error-stale");
        return Ok(Err((StatusCode::CONFLICT, typed)));
    }
    Ok(again(result, typed)?.map_err(|form| (StatusCode::UNPROCESSABLE_ENTITY, form)))
}

/// What was typed, with what is wrong.
pub fn refused(mut typed: FormState, refusal: Refusal) -> FormState {
    if let Some(key) = refusal.whole {
        typed.refuse_form(key);
    }
    for error in refusal.fields {
        typed.add(FieldError { field: error.field, key: error.key, args: error.args });
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_refusal_comes_back_as_a_form() {
        let typed = || FormState::default().with("email", "ada@haven.example");
        assert_eq!(again(Ok(7), typed()).unwrap(), Ok(7));
        let refusal = ServiceError::Refused(Refusal::at("email", "error-email-form"));
        let form = again::<()>(Err(refusal), typed()).unwrap().unwrap_err();
        assert_eq!(form.value("email"), "ada@haven.example");
        assert_eq!(form.error_of("email").unwrap().key, "error-email-form");
        assert_eq!(again::<()>(Err(ServiceError::NotFound), typed()).unwrap_err().status(), 404);
    }

    #[test]
    fn what_somebody_else_saved_meanwhile_comes_back_with_what_was_typed() {
        let typed = || FormState::default().with("name", "Haven").with("version", "1");
        let stale = Err(ServiceError::Conflict("error-stale"));
        let (status, form) = again_over::<()>(stale, typed(), "7").unwrap().unwrap_err();
        assert_eq!((status, form.value("name"), form.value("version")), (StatusCode::CONFLICT, "Haven", "7"));
        assert_eq!(form.form_error().unwrap().key, "form-error-stale");
        let refused = Err(ServiceError::Refused(Refusal::at("name", "form-error-required")));
        let (status, form) = again_over::<()>(refused, typed(), "7").unwrap().unwrap_err();
        assert_eq!((status, form.value("version")), (StatusCode::UNPROCESSABLE_ENTITY, "1"));
        let other = Err(ServiceError::Conflict("error-both-sides"));
        assert_eq!(again_over::<()>(other, typed(), "7").unwrap_err().status(), 409);
    }
}
