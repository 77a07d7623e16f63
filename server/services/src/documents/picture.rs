//! Our pictures of pages, on their way to whoever looks at them.
//!
//! Who sent a file sees our picture as it is. The desk sees it written on, with who looks and when, and each look at a
//! file on which a person or an account stands is on record before the first byte leaves.

use super::{access::Side, look::seen, place, upload::unavailable};
use crate::{
    Result, ServiceError, Services,
    applications::rules_of,
    papers::{self, Stamp, seal::Part, seal::open},
};
use bytes::Bytes;
use domain::{
    Actor, VersionId,
    audit::{self, Audience},
    permissions::Act,
};
use futures::TryStreamExt;
use jiff::{Timestamp, tz::TimeZone};
use store::{
    StoreError, TenantTx,
    applications::{dossiers, load},
    documents::{Stored, looks},
    keys::DossierKey,
    review,
    tenants::{self, Tenant},
};
use time::OffsetDateTime;
use uuid::Uuid;

/// Pictures that are written on at once: each takes some twenty megabytes for as long as it takes.
const AT_ONCE: usize = 4;

static PLACES: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(AT_ONCE);

/// How a page is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// What the page-load calls itself that shows it: its pictures of one file are one look. Without it, this is one of
    /// its own.
    pub look: Option<Uuid>,
    /// Quarter turns to the right, for the desk.
    pub turn: u8,
    /// Whether it is to be small enough for a list.
    pub small: bool,
}

/// Our picture of a page, counted from 1: a JPEG.
///
/// # Errors
/// Not found for whoever may not look at it, and where there is none.
pub async fn picture(
    services: &Services,
    actor: &Actor,
    id: VersionId,
    page: u16,
    asked: Asked,
) -> Result<Bytes> {
    // What the desk looks at may be noted; a session that has ended notes nothing and sees nothing.
    let mut tx = if actor.may(Act::ViewCases) {
        TenantTx::begin(&services.db, actor).await?
    } else {
        TenantTx::read(&services.db, actor).await?
    };
    let (version, object, side) = seen(&mut tx, id).await?;
    if !(1..=version.pictures).contains(&page) {
        return Err(StoreError::NotFound.into());
    }
    let dossier = dossiers::open(&mut tx, version.application).await?;
    let lines = match side {
        Side::Sender => None,
        Side::Desk => {
            note(services, &mut tx, &version, asked.look).await?;
            Some(lines(services, &mut tx).await?)
        }
    };
    tx.commit().await?;
    let jpeg = fetch(services, actor, (&version, &dossier), (&object, page)).await?;
    match lines {
        None if asked.small => drawn(move || papers::small(&jpeg)).await,
        None => Ok(jpeg.into()),
        Some(lines) => {
            let stamp = Stamp { lines, turn: asked.turn, small: asked.small };
            let pens = services.pens.clone();
            drawn(move || papers::stamp(&jpeg, &stamp, &pens)).await
        }
    }
}

/// Opens the picture as it is kept.
async fn fetch(
    services: &Services,
    actor: &Actor,
    (version, dossier): (&Stored, &DossierKey),
    (object, page): (&str, u16),
) -> Result<Vec<u8>> {
    let key = place::picture(object, page);
    let place = place::seal(actor.tenant(), version.document, version.id, Part::Page(page));
    let pieces = services.blobs.get(&key).await.map_err(unavailable)?;
    let sealed: Vec<Bytes> = pieces.try_collect().await.map_err(unavailable)?;
    open(place::key(dossier, &key).expose(), &place, &sealed.concat())
        .map_err(|error| ServiceError::Internal(Box::new(error)))
}

/// Draws apart from whatever waits for answers, a few at once.
async fn drawn(draw: impl FnOnce() -> Option<Vec<u8>> + Send + 'static) -> Result<Bytes> {
    let _place = PLACES.acquire().await.map_err(|error| ServiceError::Internal(Box::new(error)))?;
    let drawn =
        tokio::task::spawn_blocking(draw).await.map_err(|error| ServiceError::Internal(Box::new(error)))?;
    Ok(drawn.ok_or(StoreError::Corrupt("a picture of ours"))?.into())
}

/// Records that somebody of the desk looks at a file on which a person or an account stands, once for each look.
async fn note(services: &Services, tx: &mut TenantTx, version: &Stored, look: Option<Uuid>) -> Result<()> {
    let application = load(tx, version.application).await?;
    let by = tx.actor().person().map(|person| person.id);
    let (Some(_), Some(by)) = (rules_of(services, &application)?.shows(&version.paper), by) else {
        return Ok(());
    };
    let look = look.unwrap_or_else(|| tx.new_id());
    if looks::begins(tx, version.id, by, look).await? {
        tx.record(
            audit::Event::new("personal_data.viewed", "document", version.document)
                .on(version.application)
                .for_audience(Audience::Staff)
                .with("paper", &version.paper)
                .with("file", version.id),
        );
    }
    Ok(())
}

/// What is written on a picture: who looks, when in the tenant's zone, and at which tenant.
async fn lines(services: &Services, tx: &mut TenantTx) -> Result<Vec<String>> {
    let by = tx.actor().person().map(|person| person.id);
    let emails = review::emails(tx, &by.into_iter().collect::<Vec<_>>()).await?;
    let tenant = tenants::by_id(&services.db, tx.tenant()).await?;
    let brand = brand(&tenant, |name| services.pens.can_write(name));
    let when = format!("{} {brand}", time_there(tx.now(), &tenant.time_zone));
    Ok(emails.into_values().chain([when]).collect())
}

/// The tenant's name in its first language that can be written here; else its part of the address.
fn brand(tenant: &Tenant, can_write: impl Fn(&str) -> bool) -> &str {
    let names = tenant.languages.iter().map(|lang| tenant.name(*lang));
    names.chain([tenant.name_en.as_str()]).find(|name| can_write(name)).unwrap_or(&tenant.slug)
}

/// `2026-11-28 12:03 +08:00`
fn time_there(at: OffsetDateTime, zone: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let there = Timestamp::from_second(at.unix_timestamp()).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone);
    there.strftime("%Y-%m-%d %H:%M %:z").to_string()
}

#[cfg(test)]
mod tests {
    use super::time_there;
    use time::macros::datetime;

    #[test]
    fn it_says_what_time_it_is_at_the_tenants() {
        let at = datetime!(2026-11-27 20:03:59 UTC);
        assert_eq!(time_there(at, "Asia/Shanghai"), "2026-11-28 04:03 +08:00");
        assert_eq!(time_there(at, "America/New_York"), "2026-11-27 15:03 -05:00");
        assert_eq!(time_there(at, "Nowhere/Land"), "2026-11-27 20:03 +00:00");
    }
}
