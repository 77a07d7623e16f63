//! `/t/{slug}/console/transfers`: what waits, orders to the bank, and files of what came in there.

use crate::web::{Fault, PageResult, Visit, files, forms};
use app::{
    pages::transfers::{
        file as page_of_file,
        list::{self as page, PATH},
    },
    ui::{FieldError, FormState},
};
use axum::{
    extract::{Multipart, Path},
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse as _,
};
use domain::{
    BankFileId,
    transfers::{
        amount,
        statement::{Refused, Wrong},
    },
};
use services::{
    ServiceError,
    transfers::{self, File, LookAt, Overview},
};
use uuid::Uuid;

type At = Path<(String, String)>;

/// `GET /t/{slug}/console/transfers`
pub(super) async fn show(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let overview = transfers::overview(&visit.app.services, &visit.actor).await?;
    Ok(visit.page(page::page(&visit.frame, &model(overview))))
}

fn model(overview: Overview) -> page::Model {
    let line = |line: transfers::waiting::Line| page::Line {
        number: line.case_number,
        name: line.name,
        state: line.state,
        reference: line.reference,
        since: line.begun_at,
        until: line.until,
    };
    let batch = |(id, count): (Uuid, i64)| (id.to_string(), u64::try_from(count).unwrap_or_default());
    page::Model {
        waiting: overview.waiting.into_iter().map(line).collect(),
        by_itself: overview.by_itself,
        batches: overview.batches.into_iter().map(batch).collect(),
        files: overview.files.iter().map(file_of).collect(),
        ..page::Model::default()
    }
}

fn file_of(file: &File) -> page::File {
    page::File {
        id: file.id.to_string(),
        lines: file.lines,
        by: file.imported_by.clone(),
        at: file.imported_at,
        confirmed: match (file.confirmed_at, file.dropped_at) {
            (Some(_), _) => Some(true),
            (_, Some(_)) => Some(false),
            _ => None,
        },
    }
}

/// `POST /t/{slug}/console/transfers`
pub(super) async fn import(visit: Visit, mut form: Multipart) -> PageResult {
    visit.signed_in()?;
    // Who may not is told so before a byte of the file is read.
    transfers::may_manage(&visit.actor)?;
    let mut bytes = Vec::new();
    while let Some(part) = form.next_field().await.map_err(|error| files::broken(&error))? {
        if part.name() == Some("file") {
            bytes = part.bytes().await.map_err(|error| files::broken(&error))?.to_vec();
        }
    }
    let taken = transfers::import(&visit.app.services, &visit.actor, &bytes).await;
    let (form, faults) = match forms::again(taken, FormState::default())? {
        Ok(Ok(file)) => return Ok(visit.see_other(&visit.frame.at(&format!("{PATH}/files/{file}")))),
        Ok(Err(refused)) => told(refused),
        Err(form) => (form, vec![]),
    };
    let overview = transfers::overview(&visit.app.services, &visit.actor).await?;
    let model = page::Model { form, faults, ..model(overview) };
    Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &model)))
}

/// Why the file can't be used, at its field.
fn told(refused: Refused) -> (FormState, Vec<(u64, Wrong)>) {
    let (key, args, faults) = match refused {
        Refused::NotText => ("transfers-refused-not-text", vec![], vec![]),
        Refused::Empty => ("transfers-refused-empty", vec![], vec![]),
        Refused::TooMany => ("transfers-refused-too-many", vec![], vec![]),
        Refused::Column(column) => ("transfers-refused-column", vec![("column", column.to_owned())], vec![]),
        Refused::Lines(faults) => ("transfers-refused-lines", vec![], faults),
    };
    let mut form = FormState::default();
    form.add(FieldError { field: "file".into(), key: key.into(), args });
    (form, faults)
}

fn file_id(id: &str) -> Result<BankFileId, Fault> {
    id.parse().map_err(|_| ServiceError::NotFound.into())
}

/// `GET /t/{slug}/console/transfers/files/{statement}`
pub(super) async fn look_at(visit: Visit, Path((_, id)): At) -> PageResult {
    visit.signed_in()?;
    let found = transfers::look_at(&visit.app.services, &visit.actor, file_id(&id)?).await?;
    Ok(visit.page(page_of_file::page(&visit.frame, &file_page(found))))
}

fn file_page(found: LookAt) -> page_of_file::Model {
    let line = |line: transfers::Line| page_of_file::Line {
        line: line.credit.line,
        dated: line.credit.dated,
        amount: format!("{} {}", line.credit.currency, amount::written(line.credit.amount)).trim().to_owned(),
        payer: line.credit.payer,
        reference: line.credit.reference,
        outcome: line.outcome,
        case_number: line.case_number,
    };
    page_of_file::Model { file: file_of(&found.file), lines: found.lines.into_iter().map(line).collect() }
}

/// `POST /t/{slug}/console/transfers/files/{statement}/confirm`
pub(super) async fn confirm(visit: Visit, Path((_, id)): At) -> PageResult {
    visit.signed_in()?;
    let id = file_id(&id)?;
    transfers::confirm(&visit.app.services, &visit.actor, id).await?;
    Ok(visit.see_other_saying(&visit.frame.at(&format!("{PATH}/files/{id}")), "bank-file-confirmed"))
}

/// `POST /t/{slug}/console/transfers/files/{statement}/drop`
pub(super) async fn discard(visit: Visit, Path((_, id)): At) -> PageResult {
    visit.signed_in()?;
    transfers::discard(&visit.app.services, &visit.actor, file_id(&id)?).await?;
    Ok(visit.see_other_saying(&visit.frame.at(PATH), "bank-file-dropped"))
}

/// `POST /t/{slug}/console/transfers/orders`
pub(super) async fn export(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let said = match transfers::export(&visit.app.services, &visit.actor).await? {
        Some(_) => "orders-exported",
        None => "orders-none",
    };
    Ok(visit.see_other_saying(&visit.frame.at(PATH), said))
}

/// `GET /t/{slug}/console/transfers/orders/{batch}`
pub(super) async fn exported(visit: Visit, Path((_, batch)): At) -> PageResult {
    visit.signed_in()?;
    let batch = batch.parse().map_err(|_| ServiceError::NotFound)?;
    let text = transfers::exported(&visit.app.services, &visit.actor, batch).await?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"orders.csv\"")),
    ];
    Ok((headers, text).into_response())
}
