//! What is known of each page of a version, and which pages of other applications show the same.

use crate::{StoreError, TenantTx, error::Result, keys::DossierKey};
use domain::{
    ApplicationId, VersionId,
    documents::likeness::{Outline, Sheet},
};
use std::collections::{BTreeMap, BTreeSet};

const TABLE: &str = "document_pages";
/// Pages that are looked at for one page: as many on one form as a tenant has, and no end of them.
const MOST: i64 = 20_000;

/// A page of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Of which version.
    pub version: VersionId,
    /// The how many-eth page, from 1.
    pub page: u16,
}

/// A page to be kept.
#[derive(Debug)]
pub struct NewPage<'a> {
    /// Whether another font stood in for one of its own.
    pub substitute_font: bool,
    /// By what it is known, where there is enough on it.
    pub sheet: Option<&'a Sheet>,
}

/// A page of another application that may show the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub place: Place,
    /// Of which application.
    pub application: ApplicationId,
    /// Its outline.
    pub outline: Outline,
}

/// Two pages that show the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The one, with its application.
    pub one: (ApplicationId, Place),
    /// The other.
    pub other: (ApplicationId, Place),
    /// In how many of a hundred squares with print it is the same.
    pub alike: u8,
}

/// Keeps what is known of a version's pages, in their order.
pub async fn insert(
    tx: &mut TenantTx,
    key: &DossierKey,
    (application, version): (ApplicationId, VersionId),
    pages: &[NewPage<'_>],
) -> Result<()> {
    let tenant = tx.tenant().0;
    for (number, page) in (1_i32..).zip(pages) {
        let outline = page.sheet.map(Outline::of);
        let sealed = page
            .sheet
            .map(|sheet| key.seal(&*tx.random(), TABLE, version.0, "sheet", number, &sheet.to_bytes()))
            .transpose()?;
        sqlx::query!(
            "insert into document_pages (tenant_id, version_id, page, application_id, substitute_font, outline,
                 sheet_sealed)
             values ($1, $2, $3, $4, $5, $6, $7)",
            tenant,
            version.0,
            number,
            application.0,
            page.substitute_font,
            outline.as_ref().map(Outline::as_bytes),
            sealed,
        )
        .execute(tx.conn())
        .await?;
        let bands = outline.as_ref().map(Outline::bands).unwrap_or_default();
        sqlx::query!(
            "insert into page_bands (tenant_id, band, version_id, page)
             select $1::uuid, band, $2::uuid, $3::integer from unnest($4::integer[]) as drawn (band)",
            tenant,
            version.0,
            number,
            &bands,
        )
        .execute(tx.conn())
        .await?;
    }
    Ok(())
}

/// Forgets all of it, with what was found by it: the version's bytes go.
pub async fn forget(tx: &mut TenantTx, version: VersionId) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!(
        "delete from page_likenesses where tenant_id = $1 and (version_id = $2 or other_version_id = $2)",
        tenant,
        version.0,
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("delete from page_bands where tenant_id = $1 and version_id = $2", tenant, version.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from document_pages where tenant_id = $1 and version_id = $2", tenant, version.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The pages of an application's files in which another font stood in for one of theirs.
pub async fn with_substitutes(
    tx: &mut TenantTx,
    application: ApplicationId,
) -> Result<BTreeMap<VersionId, Vec<u16>>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select version_id, page from document_pages
         where tenant_id = $1 and application_id = $2 and substitute_font order by version_id, page",
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let mut all: BTreeMap<VersionId, Vec<u16>> = BTreeMap::new();
    for row in rows {
        all.entry(VersionId(row.version_id)).or_default().push(number(row.page)?);
    }
    Ok(all)
}

/// The small sheets of a version's pages, as far as they are known by one.
pub async fn sheets(tx: &mut TenantTx, key: &DossierKey, version: VersionId) -> Result<BTreeMap<u16, Sheet>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select page, sheet_sealed as "sheet!" from document_pages
           where tenant_id = $1 and version_id = $2 and sheet_sealed is not null order by page"#,
        tenant,
        version.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let mut all = BTreeMap::new();
    for row in rows {
        let bytes = key.open(TABLE, version.0, "sheet", row.page, &row.sheet)?;
        let sheet = Sheet::from_bytes(&bytes).ok_or(StoreError::Corrupt("sheet of a page"))?;
        all.insert(number(row.page)?, sheet);
    }
    Ok(all)
}

/// Pages of other applications that have one of these bands. The same file is found by its hash, not by its pages.
pub async fn with_bands(
    tx: &mut TenantTx,
    application: ApplicationId,
    bands: &BTreeSet<i32>,
    sha256: &[u8; 32],
) -> Result<Vec<Candidate>> {
    let (tenant, bands) = (tx.tenant().0, bands.iter().copied().collect::<Vec<i32>>());
    let rows = sqlx::query!(
        r#"select p.version_id, p.page, p.application_id, p.outline as "outline!"
           from (select distinct version_id, page from page_bands where tenant_id = $1 and band = any($2)) b
           join document_pages p on p.tenant_id = $1 and p.version_id = b.version_id and p.page = b.page
           join document_versions v on v.tenant_id = $1 and v.id = p.version_id
           where p.application_id <> $3 and p.outline is not null and v.sha256 <> $4
           limit $5"#,
        tenant,
        &bands,
        application.0,
        sha256,
        MOST,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Candidate {
                place: Place { version: VersionId(row.version_id), page: number(row.page)? },
                application: ApplicationId(row.application_id),
                outline: Outline::from_bytes(&row.outline).ok_or(StoreError::Corrupt("outline"))?,
            })
        })
        .collect()
}

/// Keeps a pair, from both sides; says whether it is new. A page that is gone meanwhile is in no pair.
pub async fn pair(tx: &mut TenantTx, pair: &Pair) -> Result<bool> {
    let mut new = false;
    for ((application, at), (other_application, other)) in [(pair.one, pair.other), (pair.other, pair.one)] {
        let (tenant, now) = (tx.tenant().0, tx.now());
        let done = sqlx::query!(
            "insert into page_likenesses (tenant_id, version_id, page, other_version_id, other_page, application_id,
                 other_application_id, alike, found_at)
             select p.tenant_id, p.version_id, p.page, o.version_id, o.page, $4::uuid, $7::uuid, $8::smallint,
                    $9::timestamptz
             from document_pages p, document_pages o
             where p.tenant_id = $1 and p.version_id = $2 and p.page = $3
               and o.tenant_id = $1 and o.version_id = $5 and o.page = $6
             on conflict do nothing",
            tenant,
            at.version.0,
            i32::from(at.page),
            application.0,
            other.version.0,
            i32::from(other.page),
            other_application.0,
            i16::from(pair.alike),
            now,
        )
        .execute(tx.conn())
        .await?;
        new |= done.rows_affected() == 1;
    }
    Ok(new)
}

fn number(page: i32) -> Result<u16> {
    u16::try_from(page).map_err(|_| StoreError::Corrupt("number of a page"))
}
