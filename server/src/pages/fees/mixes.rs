//! `/t/{slug}/console/fees/mixes`: mixes made of past payments.

use super::upload;
use crate::web::{PageResult, Visit};
use app::{
    pages::fees::mixes::{self as page, Line, Model, Upload, delete, one},
    ui::FormState,
};
use axum::{
    extract::{Multipart, Path},
    http::StatusCode,
};
use domain::{
    StoredMixId,
    fees::{intake::Field, stored::Stored},
};
use services::{
    Result, ServiceError,
    fees::mixes::{self, Columns, Head},
};

/// `GET /t/{slug}/console/fees/mixes`
pub(super) async fn list(visit: Visit) -> PageResult {
    visit.signed_in()?;
    shown(&visit, StatusCode::OK, None).await
}

/// The list, with a form that comes back where there is one.
pub(super) async fn shown(visit: &Visit, status: StatusCode, again: Option<Upload>) -> PageResult {
    let (heads, columns) = mixes::list(&visit.app.services, &visit.actor).await?;
    let upload = || again.unwrap_or_else(|| Upload { form: remembered(columns), ..Upload::default() });
    let upload = mixes::may_keep(&visit.actor).then(upload);
    let model = Model {
        mixes: heads.into_iter().map(line).collect(),
        upload: upload.map(|upload| Upload { most_bytes: mixes::MOST_BYTES, ..upload }),
    };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}

/// The form as the last file that was taken leaves it; before the first with the usual headings.
fn remembered(columns: Option<Columns>) -> FormState {
    let columns = columns.unwrap_or_else(|| {
        let usual = [Field::Amount, Field::Currency, Field::Status];
        let headings = usual.map(|field| (field, field.word().to_owned())).into();
        Columns { headings, currency: None }
    });
    let form = FormState::default().with("currency", columns.currency.unwrap_or_default());
    columns
        .headings
        .into_iter()
        .fold(form, |form, (field, heading)| form.with(page::field_name(field), heading))
}

/// What a mix is, for a page.
pub(super) fn line(head: Head) -> Line {
    Line {
        id: head.id.to_string(),
        name: head.name,
        currencies: head.currencies,
        rows: head.rows,
        groups: head.groups,
        by: head.uploaded_by,
        at: head.uploaded_at,
    }
}

/// The mix that an address names, with its groups.
pub(super) async fn stored(visit: &Visit, text: &str) -> Result<(Head, Stored)> {
    mixes::find(&visit.app.services, &visit.actor, id(text)?).await
}

fn id(text: &str) -> Result<StoredMixId> {
    text.parse().map_err(|_| ServiceError::NotFound)
}

/// `GET /t/{slug}/console/fees/mixes/{mix}`
pub(super) async fn show(visit: Visit, Path((_, mix)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let (head, stored) = self::stored(&visit, &mix).await?;
    let model = one::Model { mix: line(head), stored, may_delete: mixes::may_keep(&visit.actor) };
    Ok(visit.page(one::page(&visit.frame, &model)))
}

/// `GET /t/{slug}/console/fees/mixes/{mix}/delete`
pub(super) async fn ask(visit: Visit, Path((_, mix)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let head = mixes::to_delete(&visit.app.services, &visit.actor, id(&mix)?).await?;
    Ok(visit.page(delete::page(&visit.frame, &line(head))))
}

/// `POST /t/{slug}/console/fees/mixes/{mix}/delete`
pub(super) async fn delete(visit: Visit, Path((_, mix)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    mixes::delete(&visit.app.services, &visit.actor, id(&mix)?).await?;
    Ok(visit.see_other_saying(&visit.frame.at(page::PATH), "mixes-deleted"))
}

/// `POST /t/{slug}/console/fees/mixes`
pub(super) async fn take(visit: Visit, form: Multipart) -> PageResult {
    visit.signed_in()?;
    upload::take(&visit, form).await
}
