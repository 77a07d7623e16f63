//! Rows and objects brought back into agreement, whatever stopped where.
//!
//! Rows decide. An upload whose time is over is given up; an object that no row knows is dropped, once it is old
//! enough not to be on its way; a row whose object is missing or of another size is reported, for nobody can make
//! it up. Run twice, the second run finds nothing to do.

use super::{place, upload::unavailable};
use crate::{
    Result, Services,
    papers::seal::sealed_size,
    ports::{BlobError, Found},
};
use domain::{Actor, TenantId, documents::limits::STALE_UPLOAD};
use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    slice,
};
use store::{
    StoreError, TenantTx,
    documents::uploads::{self, Expected, Stale},
};
use time::OffsetDateTime;

const JOB: &str = "document.reconcile";

/// What was found, and what was done about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Uploads that were given up.
    pub given_up: usize,
    /// Objects that no row knew and that were dropped.
    pub dropped: usize,
    /// Places whose object is missing or of another size, though a row says it is there.
    pub missing: Vec<String>,
}

/// Gives up the tenant's uploads whose time is over: a sender that went away, a process that was killed. One that
/// can't be given up is logged and left to the next sweep; it doesn't stand in the way of the others.
///
/// # Errors
/// When the database doesn't say which they are.
pub async fn give_up_stale(services: &Services, tenant: TenantId) -> Result<usize> {
    let actor = Actor::System { tenant, job: JOB };
    let stale = {
        let mut tx = TenantTx::read(&services.db, &actor).await?;
        uploads::stale(&mut tx).await?
    };
    let mut given_up = 0;
    for upload in stale {
        match give_up(services, &actor, &upload).await {
            Ok(true) => given_up += 1,
            Ok(false) => {}
            Err(error) => {
                tracing::warn!(upload = %upload.id, error = &error as &dyn Error, "an upload is left to the next sweep");
            }
        }
    }
    Ok(given_up)
}

/// Gives one upload up, unless its file has come in after all.
async fn give_up(services: &Services, actor: &Actor, upload: &Stale) -> Result<bool> {
    // The parts first: should this stop here, the row still names them.
    drop_parts(services, upload).await?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    match uploads::abort(&mut tx, upload.id).await {
        Ok(()) => {}
        Err(StoreError::Conflict) => return Ok(false),
        Err(error) => return Err(error.into()),
    }
    // Whoever was killed after the parts became an object and before the version's row has left the object behind.
    let kept = uploads::expected(&mut tx, slice::from_ref(&upload.blob_key)).await?;
    tx.commit().await?;
    if kept.is_empty() {
        services.blobs.delete(&upload.blob_key).await.map_err(unavailable)?;
    }
    Ok(true)
}

/// Drops the parts of an upload. A store that doesn't know the upload (any more) may say so by refusing: there is
/// nothing to drop then, and asking again would be refused for good.
async fn drop_parts(services: &Services, upload: &Stale) -> Result<()> {
    let dropped = match &upload.s3_upload_id {
        Some(s3) => services.blobs.abort(&upload.blob_key, s3).await,
        None => services.blobs.abort_all(&upload.blob_key).await,
    };
    match dropped {
        Err(error @ BlobError::Refused(_)) => {
            tracing::warn!(upload = %upload.id, error = &error as &dyn Error, "the blob store refused to drop parts");
            Ok(())
        }
        dropped => dropped.map_err(unavailable),
    }
}

/// Brings a tenant's rows and objects into agreement.
///
/// # Errors
/// When a dependency fails; what was done stays done.
pub async fn reconcile(services: &Services, tenant: TenantId) -> Result<Findings> {
    let actor = Actor::System { tenant, job: JOB };
    let mut findings = Findings { given_up: give_up_stale(services, tenant).await?, ..Findings::default() };
    let prefix = format!("{tenant}/");
    let mut after = prefix.clone();
    loop {
        let objects = services.blobs.list(&prefix, Some(&after)).await.map_err(unavailable)?;
        let until = objects.last().map(|object| object.key.clone());
        let span = Span { after: &after, until: until.as_deref() };
        compare(services, &actor, span, &objects, &mut findings).await?;
        match until {
            Some(last) => after = last,
            None => break,
        }
    }
    for key in &findings.missing {
        tracing::error!(key, "a row says that an object is there, and it isn't");
    }
    Ok(findings)
}

/// A stretch of keys, the first not included, to the end where nothing bounds it.
#[derive(Clone, Copy)]
struct Span<'a> {
    after: &'a str,
    until: Option<&'a str>,
}

async fn compare(
    services: &Services,
    actor: &Actor,
    span: Span<'_>,
    objects: &[Found],
    findings: &mut Findings,
) -> Result<()> {
    // Rows are read after the objects: a row that is younger may know objects that weren't listed yet.
    let originals: Vec<String> =
        objects.iter().filter_map(|o| Some(place::parse(&o.key)?.0.to_owned())).collect();
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let expected = uploads::expected(&mut tx, &originals).await?;
    let under_way: BTreeSet<String> = uploads::open_at(&mut tx, &originals).await?.into_iter().collect();
    let old = tx.now() - STALE_UPLOAD;
    let rows = uploads::kept_between(&mut tx, span.after, span.until, old).await?;
    drop(tx);
    for object in objects.iter().filter(|object| is_unknown(object, &expected, &under_way, old)) {
        services.blobs.delete(&object.key).await.map_err(unavailable)?;
        findings.dropped += 1;
    }
    let there: BTreeMap<&str, i64> =
        objects.iter().map(|object| (object.key.as_str(), object.size)).collect();
    findings
        .missing
        .extend(rows.into_iter().filter(|(key, row)| !is_there(&there, key, row)).map(|(key, _)| key));
    Ok(())
}

fn is_unknown(
    object: &Found,
    expected: &BTreeMap<String, Expected>,
    under_way: &BTreeSet<String>,
    old: OffsetDateTime,
) -> bool {
    let known = place::parse(&object.key).is_some_and(|(original, page)| {
        let row = expected.get(original);
        under_way.contains(original) || row.is_some_and(|row| page.is_none_or(|page| page <= row.pictures))
    });
    !known && object.modified < old
}

fn is_there(objects: &BTreeMap<&str, i64>, key: &str, row: &Expected) -> bool {
    let size = u64::try_from(row.size).map(sealed_size).ok().and_then(|size| i64::try_from(size).ok());
    objects.get(key).copied() == size
}
