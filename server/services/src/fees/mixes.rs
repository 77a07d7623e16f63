//! Mixes made of past payments: uploaded as CSV, shown, compared on, deleted.

use crate::{Refusal, Result, ServiceError, Services, error::FieldError, tenants::authorise};
use bytes::Bytes;
use domain::{
    Actor, MerchantId, StoredMixId,
    audit::{Audience, Event},
    fees::{
        intake::{Field, Intake, Mapping, Refused},
        stored::Stored,
    },
    money::Currency,
    permissions::Act,
};
use futures::{Stream, StreamExt};
use std::{collections::BTreeMap, pin::pin};
use store::{
    TenantTx,
    fees::mixes::{self as rows, New},
};
use tokio::sync::Semaphore;

pub use store::fees::mixes::{Columns, Head, Owner};

/// Mixes that a tenant may keep, and each merchant.
pub const MOST: i64 = 100;
/// The longest name, in characters.
pub const LONGEST_NAME: usize = 80;
/// The longest heading, in bytes.
const LONGEST_HEADING: usize = 200;
/// Bytes of a file.
pub const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Files that are read at a time: each may hold its groups, some ten megabytes, until it is stored.
static PLACES: Semaphore = Semaphore::const_new(4);
/// Until when to come again where all places are taken, in seconds.
const AGAIN: u32 = 20;

/// What is said of a file before it comes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MixInput {
    /// What the mix is to be called.
    pub name: String,
    /// The currency of a file without a column for it; empty where it has one.
    pub currency: String,
    /// Headings by what they mean; empty where there is no such column.
    pub headings: BTreeMap<Field, String>,
}

impl MixInput {
    /// The name and what the columns mean, once they are sound.
    fn checked(&self) -> Result<(String, Mapping)> {
        let mut refusal = Refusal::default();
        let name = self.name.trim();
        let key = match name.chars().count() {
            0 => Some("form-error-required"),
            1..=LONGEST_NAME if name.chars().any(char::is_control) => Some("error-control-characters"),
            1..=LONGEST_NAME => None,
            _ => Some("mixes-error-name-long"),
        };
        refusal.fields.extend(key.map(|key| FieldError::new("name", key)));
        let currency = Some(self.currency.as_str()).filter(|code| !code.is_empty());
        let known = currency.and_then(Currency::get);
        if currency.is_some() && known.is_none() {
            refusal.fields.push(FieldError::new("currency", "error-choose"));
        }
        let mut headings = BTreeMap::new();
        for (field, heading) in &self.headings {
            let heading = heading.trim();
            if heading.len() > LONGEST_HEADING {
                refusal.fields.push(FieldError::new(field_name(*field), "mixes-error-heading-long"));
            } else if !heading.is_empty() {
                headings.insert(*field, heading.to_owned());
            }
        }
        if !headings.contains_key(&Field::Amount) {
            refusal.fields.push(FieldError::new(field_name(Field::Amount), "form-error-required"));
        }
        if !headings.contains_key(&Field::Currency) && currency.is_none() {
            refusal.fields.push(FieldError::new("currency", "mixes-error-currency"));
        }
        refusal.or_ok()?;
        Ok((name.to_owned(), Mapping { headings, currency: known }))
    }
}

/// The name of a form's field for a column.
pub fn field_name(field: Field) -> String {
    format!("column_{field}")
}

/// Whether this actor may compare on somebody's mixes. A merchant's are its own: no one of the tenant's staff sees them.
fn may_see(actor: &Actor, owner: Owner) -> Result<()> {
    match owner {
        None => authorise(actor, Act::CompareFees),
        Some(merchant) => is_of(actor, merchant),
    }
}

/// Whether this actor may upload and delete somebody's mixes: of a merchant's, whoever compares on them.
pub fn may_upload(actor: &Actor, owner: Owner) -> Result<()> {
    match owner {
        None => authorise(actor, Act::ManageFees),
        Some(merchant) => is_of(actor, merchant),
    }
}

fn is_of(actor: &Actor, merchant: MerchantId) -> Result<()> {
    if actor.may_at(merchant, Act::ViewOwnPrices) { Ok(()) } else { Err(ServiceError::NotFound) }
}

/// An event about somebody's mixes; a merchant reads of its own.
fn told(event: Event, owner: Owner) -> Event {
    match owner {
        None => event,
        Some(merchant) => event.with("merchant", merchant).for_audience(Audience::Merchant),
    }
}

/// Takes a file that streams in and keeps its mix, with what its columns mean; or nothing of it.
///
/// # Errors
/// [`ServiceError::Refused`] where what is said of the file isn't sound, [`ServiceError::TooMany`] while as many files
/// as may be are being read.
pub async fn upload<E: std::error::Error + Send + Sync + 'static>(
    services: &Services,
    actor: &Actor,
    owner: Owner,
    input: &MixInput,
    stream: impl Stream<Item = std::result::Result<Bytes, E>> + Send,
) -> Result<Result<StoredMixId, Refused>> {
    may_upload(actor, owner)?;
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let (name, mapping) = input.checked()?;
    has_room(services, actor, owner).await?;
    let _place = PLACES.try_acquire().map_err(|_| ServiceError::TooMany { retry_after: AGAIN })?;
    let intake = read(Intake::new(mapping.clone()), stream).await?;
    let ready = tokio::task::spawn_blocking(move || {
        intake.finish().map(|stored| serde_json::to_string(&stored).map(|content| (stored, content)))
    });
    let (stored, content) = match ready.await.map_err(internal)? {
        Ok(ready) => ready.map_err(internal)?,
        Err(refused) => return Ok(Err(refused)),
    };
    let currencies = stored.currencies();
    let new = New {
        owner,
        name: &name,
        currencies: &currencies,
        rows: stored.rows,
        groups: stored.groups.len(),
        content: &content,
        by,
    };
    let currency = mapping.currency.map(|currency| currency.code().to_owned());
    keep(services, actor, &new, &Columns { headings: mapping.headings, currency }).await.map(Ok)
}

/// Reads a file to its end, or until it is certain that it isn't taken.
async fn read<E: std::error::Error + Send + Sync + 'static>(
    mut intake: Intake,
    stream: impl Stream<Item = std::result::Result<Bytes, E>> + Send,
) -> Result<Intake> {
    let mut stream = pin!(stream);
    let mut size = 0_u64;
    while let Some(piece) = stream.next().await {
        let cut = |error| ServiceError::Unavailable { what: "upload", source: Some(Box::new(error)) };
        let piece = piece.map_err(cut)?;
        size = size.saturating_add(piece.len() as u64);
        if size > MOST_BYTES {
            return Err(ServiceError::TooLarge);
        }
        if !intake.feed(&piece) {
            break;
        }
    }
    Ok(intake)
}

async fn keep(services: &Services, actor: &Actor, new: &New<'_>, columns: &Columns) -> Result<StoredMixId> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let id = rows::insert(&mut tx, new).await?;
    rows::remember(&mut tx, new.owner, columns).await?;
    let event = Event::new("stored_mix.uploaded", "stored_mix", id);
    tx.record(told(event.with("payments", new.rows).with("groups", new.groups), new.owner));
    tx.commit().await?;
    Ok(id)
}

async fn has_room(services: &Services, actor: &Actor, owner: Owner) -> Result<()> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    if rows::count(&mut tx, owner).await? >= MOST {
        return Err(Refusal::whole("mixes-error-full").into());
    }
    Ok(())
}

/// All of somebody's, the newest first, and what the columns of the last file meant.
pub async fn list(services: &Services, actor: &Actor, owner: Owner) -> Result<(Vec<Head>, Option<Columns>)> {
    may_see(actor, owner)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    Ok((rows::all(&mut tx, owner).await?, rows::columns(&mut tx, owner).await?))
}

/// The merchant whose mix this is.
///
/// # Errors
/// Not found where it is the tenant's own, or of a merchant whose prices the reader may not see.
pub async fn merchant_of(services: &Services, actor: &Actor, id: StoredMixId) -> Result<MerchantId> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let merchant = rows::merchant_of(&mut tx, id).await?.ok_or(ServiceError::NotFound)?;
    is_of(actor, merchant)?;
    Ok(merchant)
}

/// One with its groups.
pub async fn find(
    services: &Services,
    actor: &Actor,
    owner: Owner,
    id: StoredMixId,
) -> Result<(Head, Stored)> {
    may_see(actor, owner)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let head = rows::head(&mut tx, owner, id).await?;
    let content = rows::content(&mut tx, owner, id).await?;
    drop(tx);
    let stored = tokio::task::spawn_blocking(move || serde_json::from_str(&content));
    Ok((head, stored.await.map_err(internal)?.map_err(internal)?))
}

/// One that may be deleted, without its groups.
pub async fn to_delete(services: &Services, actor: &Actor, owner: Owner, id: StoredMixId) -> Result<Head> {
    may_upload(actor, owner)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    Ok(rows::head(&mut tx, owner, id).await?)
}

/// Deletes one.
pub async fn delete(services: &Services, actor: &Actor, owner: Owner, id: StoredMixId) -> Result<()> {
    may_upload(actor, owner)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    rows::delete(&mut tx, owner, id).await?;
    tx.record(told(Event::new("stored_mix.deleted", "stored_mix", id), owner));
    Ok(tx.commit().await?)
}

fn internal(error: impl std::error::Error + Send + Sync + 'static) -> ServiceError {
    ServiceError::Internal(Box::new(error))
}
