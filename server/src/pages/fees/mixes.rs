//! `/t/{slug}/console/fees/mixes`: mixes made of past payments; `/t/{slug}/prices/mixes`: a merchant's own.

use super::{
    super::query::{Pairs, given},
    upload,
};
use crate::web::{
    PageResult, Visit,
    csv::{self, Holds},
};
use app::{
    pages::fees::mixes::{self as page, Home, Line, Model, Upload, delete, one},
    pages::sheets::MIXES,
    ui::FormState,
};
use axum::{
    extract::{Multipart, Path, Query},
    http::StatusCode,
};
use domain::{
    MerchantId, StoredMixId,
    fees::{intake::Field, stored::Stored},
};
use services::{
    Result, ServiceError,
    fees::{
        merchant,
        mixes::{self, Columns, Head, Owner},
    },
};

/// `GET /t/{slug}/console/fees/mixes`
pub(super) async fn list(visit: Visit) -> PageResult {
    visit.signed_in()?;
    shown(&visit, None, StatusCode::OK, None).await
}

/// `GET /t/{slug}/console/fees/mixes.csv`: the list as a file.
pub(super) async fn csv(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let (heads, _) = mixes::list(&visit.app.services, &visit.actor, None).await?;
    csv::whole(visit, &MIXES, Holds::Persons, heads.into_iter().map(line).collect()).await
}

/// `GET /t/{slug}/prices/mixes`: a merchant's own.
pub(super) async fn list_own(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let owner = owner(&visit, &pairs)?;
    shown(&visit, Some(owner), StatusCode::OK, None).await
}

/// The merchant that an address names, or the reader's first.
fn owner(visit: &Visit, pairs: &Pairs) -> Result<MerchantId> {
    let wanted = given(pairs, "merchant").map(str::parse).transpose().map_err(|_| ServiceError::NotFound)?;
    merchant::one(&visit.actor, wanted)
}

/// The merchant whose mix an address names.
async fn merchant_of(visit: &Visit, mix: &str) -> Result<MerchantId> {
    mixes::merchant_of(&visit.app.services, &visit.actor, id(mix)?).await
}

/// Where somebody's are kept.
pub(super) fn home(owner: Owner) -> Home {
    owner.map_or(Home::Console, |merchant| Home::Merchant(merchant.to_string()))
}

/// The list, with a form that comes back where there is one.
pub(super) async fn shown(
    visit: &Visit,
    owner: Owner,
    status: StatusCode,
    again: Option<Upload>,
) -> PageResult {
    let (heads, columns) = mixes::list(&visit.app.services, &visit.actor, owner).await?;
    let upload = || again.unwrap_or_else(|| Upload { form: remembered(columns), ..Upload::default() });
    let upload = may_keep(visit, owner).then(upload);
    let model = Model {
        home: home(owner),
        mixes: heads.into_iter().map(line).collect(),
        upload: upload.map(|upload| Upload { most_bytes: mixes::MOST_BYTES, ..upload }),
    };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}

fn may_keep(visit: &Visit, owner: Owner) -> bool {
    mixes::may_upload(&visit.actor, owner).is_ok()
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
pub(super) async fn stored(visit: &Visit, owner: Owner, text: &str) -> Result<(Head, Stored)> {
    mixes::find(&visit.app.services, &visit.actor, owner, id(text)?).await
}

fn id(text: &str) -> Result<StoredMixId> {
    text.parse().map_err(|_| ServiceError::NotFound)
}

/// `GET /t/{slug}/console/fees/mixes/{mix}`
pub(super) async fn show(visit: Visit, Path((_, mix)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    one(&visit, None, &mix).await
}

/// `GET /t/{slug}/prices/mixes/{mix}`
pub(super) async fn show_own(visit: Visit, Path((_, mix)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    one(&visit, Some(merchant_of(&visit, &mix).await?), &mix).await
}

async fn one(visit: &Visit, owner: Owner, mix: &str) -> PageResult {
    let (head, stored) = self::stored(visit, owner, mix).await?;
    let may_delete = may_keep(visit, owner);
    let model = one::Model { home: home(owner), mix: line(head), stored, may_delete };
    Ok(visit.page(one::page(&visit.frame, &model)))
}

/// `GET /t/{slug}/console/fees/mixes/{mix}/delete`
pub(super) async fn ask(visit: Visit, Path((_, mix)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    asked(&visit, None, &mix).await
}

/// `GET /t/{slug}/prices/mixes/{mix}/delete`
pub(super) async fn ask_own(visit: Visit, Path((_, mix)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    asked(&visit, Some(merchant_of(&visit, &mix).await?), &mix).await
}

async fn asked(visit: &Visit, owner: Owner, mix: &str) -> PageResult {
    let head = mixes::to_delete(&visit.app.services, &visit.actor, owner, id(mix)?).await?;
    Ok(visit.page(delete::page(&visit.frame, &home(owner), &line(head))))
}

/// `POST /t/{slug}/console/fees/mixes/{mix}/delete`
pub(super) async fn delete(visit: Visit, Path((_, mix)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    deleted(&visit, None, &mix).await
}

/// `POST /t/{slug}/prices/mixes/{mix}/delete`
pub(super) async fn delete_own(visit: Visit, Path((_, mix)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    deleted(&visit, Some(merchant_of(&visit, &mix).await?), &mix).await
}

async fn deleted(visit: &Visit, owner: Owner, mix: &str) -> PageResult {
    mixes::delete(&visit.app.services, &visit.actor, owner, id(mix)?).await?;
    Ok(visit.see_other_saying(&home(owner).list(&visit.frame), "mixes-deleted"))
}

/// `POST /t/{slug}/console/fees/mixes`
pub(super) async fn take(visit: Visit, form: Multipart) -> PageResult {
    visit.signed_in()?;
    upload::take(&visit, None, form).await
}

/// `POST /t/{slug}/prices/mixes`
pub(super) async fn take_own(visit: Visit, Query(pairs): Query<Pairs>, form: Multipart) -> PageResult {
    visit.signed_in()?;
    let owner = owner(&visit, &pairs)?;
    upload::take(&visit, Some(owner), form).await
}
