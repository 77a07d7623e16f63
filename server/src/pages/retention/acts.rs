//! What an admin does on the page of one application.

use super::{application, one};
use crate::web::{PageResult, Visit, forms};
use app::{pages::retention::PATH, ui::FormState};
use axum::{Form, extract::Path, http::StatusCode};
use domain::ApplicationId;
use services::{
    ServiceError,
    retention::{self, Came, Ending},
};

type At = Path<(String, String)>;
type Sent = Form<Vec<(String, String)>>;

/// On to the page again, with a word; or the page with what was typed.
async fn answer(
    visit: Visit,
    id: ApplicationId,
    done: Result<&'static str, ServiceError>,
    sent: FormState,
) -> PageResult {
    match forms::again(done, sent)? {
        Ok(said) => Ok(visit.see_other_saying(&visit.frame.at(&format!("{PATH}/{id}")), said)),
        Err(form) => one::shown(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}

/// `POST /t/{slug}/console/retention/{application}/end`
pub(super) async fn end(visit: Visit, Path((_, id)): At, Form(pairs): Sent) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let sent = FormState::sent(pairs);
    let typed = Ending { on: sent.value("on").to_owned(), reason: sent.value("end_reason").to_owned() };
    let done = retention::end(&visit.app.services, &visit.actor, id, &typed).await;
    answer(visit, id, done.map(|()| "retention-ended"), sent).await
}

/// `POST /t/{slug}/console/retention/{application}/holds`
pub(super) async fn place(visit: Visit, Path((_, id)): At, Form(pairs): Sent) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let sent = FormState::sent(pairs);
    let done = retention::place(&visit.app.services, &visit.actor, id, sent.value("hold_reason")).await;
    answer(visit, id, done.map(|_| "retention-held"), sent).await
}

/// `POST /t/{slug}/console/retention/{application}/holds/{hold}/lift`
pub(super) async fn lift(visit: Visit, Path((_, id, hold)): Path<(String, String, String)>) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let hold = hold.parse().map_err(|_| ServiceError::NotFound)?;
    let done = retention::lift(&visit.app.services, &visit.actor, id, hold).await;
    answer(visit, id, done.map(|()| "retention-lifted"), FormState::default()).await
}

/// `POST /t/{slug}/console/retention/{application}/erase`
pub(super) async fn erase(visit: Visit, Path((_, id)): At, Form(pairs): Sent) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let sent = FormState::sent(pairs);
    let done = retention::erase(&visit.app.services, &visit.actor, id, sent.value("number")).await;
    let said = done.map(|came| match came {
        Came::Erased(..) => "retention-erased",
        Came::Restricted(..) => "retention-refused",
    });
    answer(visit, id, said, sent).await
}
