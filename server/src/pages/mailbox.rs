//! The embedded run's mailbox.

use crate::{
    embedded::mailbox::{Mail, Mailbox},
    web::{AppState, Fault, PageResult, Visit},
};
use app::pages::mailbox::{self as pages, Letter, Line};
use axum::{Router, extract::Path, routing::get};
use services::ServiceError;
use time::OffsetDateTime;

/// How many mails the page lists.
const LISTED: usize = 200;

/// The routes, where there is a mailbox.
pub fn routes() -> Router<AppState> {
    Router::new().route("/mailbox", get(list)).route("/mailbox/{number}", get(read))
}

fn mailbox(visit: &Visit) -> Result<Mailbox, Fault> {
    visit.app.mailbox.clone().ok_or_else(|| ServiceError::NotFound.into())
}

fn line(mail: &Mail) -> Line {
    Line {
        number: mail.number,
        to: mail.to.join(", "),
        subject: mail.subject.clone(),
        at: mail.written_at.and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok()),
    }
}

async fn list(visit: Visit) -> PageResult {
    let mails = mailbox(&visit)?.list(LISTED).map_err(|error| ServiceError::Internal(Box::new(error)))?;
    let lines: Vec<_> = mails.iter().map(line).collect();
    Ok(visit.page(pages::list(&visit.frame, &lines)))
}

async fn read(visit: Visit, Path(number): Path<String>) -> PageResult {
    let number = number.parse().map_err(|_| ServiceError::NotFound)?;
    let mail = mailbox(&visit)?.read(number).map_err(|error| ServiceError::Internal(Box::new(error)))?;
    let mail = mail.ok_or(ServiceError::NotFound)?;
    let base_url = visit.app.web.base_url.clone();
    let letter = Letter { line: line(&mail), from: mail.from, text: mail.text, base_url };
    Ok(visit.page(pages::letter(&visit.frame, &letter)))
}
