//! What a purge takes out of an application's rows. Keys and digests go, what stood in clear is blanked; that something
//! was there, when and by whom, stays.
//!
//! The order matters: only in an application that is purged does the database let go of what is otherwise only added.

use super::erasures::Removed;
use crate::{
    TenantTx,
    error::{Result, one},
    transfers::files,
};
use domain::{ApplicationId, BankFileId};
use std::fmt::Write as _;

/// The kind of the digest over what went.
const DIGEST: &str = "erasure";

/// Marks it as purged and takes its name from its row: the first step.
pub async fn begin(tx: &mut TenantTx, id: ApplicationId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update applications set set_aside = true, purged_at = $3, name = '', name_fold = '', version = version + 1
         where tenant_id = $1 and id = $2 and purged_at is null",
        tenant,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// A keyed digest over every answer and file as it stands: what was erased can be told to have been this, by whoever has
/// it and the tenant's key.
pub async fn digest(tx: &mut TenantTx, id: ApplicationId) -> Result<[u8; 32]> {
    let tenant = tx.tenant().0;
    let sections = sqlx::query!(
        "select code, version, plain, sealed from sections where tenant_id = $1 and application_id = $2
         order by code, version",
        tenant,
        id.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let files = sqlx::query!(
        "select id, sha256 from document_versions where tenant_id = $1 and application_id = $2 order by id",
        tenant,
        id.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let mut text = String::new();
    for row in sections {
        let sealed = row.sealed.map(hex::encode).unwrap_or_default();
        let _ = writeln!(text, "{}|{}|{}|{sealed}", row.code, row.version, row.plain);
    }
    for row in files {
        let _ = writeln!(text, "{}|{}", row.id, hex::encode(row.sha256));
    }
    Ok(tx.keys().await?.fingerprint(DIGEST, &text))
}

/// Blanks and removes everything but files; how many rows of what.
pub async fn rows(tx: &mut TenantTx, id: ApplicationId) -> Result<Removed> {
    let mut removed = Removed::new();
    answers(tx, id, &mut removed).await?;
    people(tx, id, &mut removed).await?;
    hits(tx, id, &mut removed).await?;
    accounts(tx, id, &mut removed).await?;
    plans(tx, id).await?;
    removed.retain(|_, count| *count > 0);
    Ok(removed)
}

async fn answers(tx: &mut TenantTx, id: ApplicationId, removed: &mut Removed) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update sections set plain = '{}', sealed = null where tenant_id = $1 and application_id = $2",
        tenant,
        id.0,
    )
    .execute(tx.conn())
    .await?;
    removed.insert("answers".into(), done.rows_affected());
    let done =
        sqlx::query!("delete from search_terms where tenant_id = $1 and application_id = $2", tenant, id.0)
            .execute(tx.conn())
            .await?;
    removed.insert("search_terms".into(), done.rows_affected());
    let done =
        sqlx::query!("delete from fingerprints where tenant_id = $1 and application_id = $2", tenant, id.0)
            .execute(tx.conn())
            .await?;
    removed.insert("fingerprints".into(), done.rows_affected());
    // Whatever was sealed under it, words of the desk, names of files, hits and reveals, opens to nobody any more.
    tx.forget();
    let done = sqlx::query!("delete from dossier_keys where tenant_id = $1 and id = $2", tenant, id.0)
        .execute(tx.conn())
        .await?;
    removed.insert("keys".into(), done.rows_affected());
    Ok(())
}

async fn people(tx: &mut TenantTx, id: ApplicationId, removed: &mut Removed) -> Result<()> {
    let tenant = tx.tenant().0;
    let blank = [0_u8; 32];
    let done = sqlx::query!(
        "update signatures set address = '', declared_mark = $3 where tenant_id = $1 and application_id = $2",
        tenant,
        id.0,
        blank.as_slice(),
    )
    .execute(tx.conn())
    .await?;
    removed.insert("signatures".into(), done.rows_affected());
    let done = sqlx::query!(
        "update consents set address = '' where tenant_id = $1 and application_id = $2",
        tenant,
        id.0,
    )
    .execute(tx.conn())
    .await?;
    removed.insert("consents".into(), done.rows_affected());
    Ok(())
}

async fn hits(tx: &mut TenantTx, id: ApplicationId, removed: &mut Removed) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "update screening_hits set state = 'gone', closed_at = $3
         where tenant_id = $1 and application_id = $2 and state = 'open'",
        tenant,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    let blank = [0_u8; 32];
    let done = sqlx::query!(
        "update screening_hits set party_mark = $3, entry_mark = $3 where tenant_id = $1 and application_id = $2",
        tenant,
        id.0,
        blank.as_slice(),
    )
    .execute(tx.conn())
    .await?;
    removed.insert("hits".into(), done.rows_affected());
    Ok(())
}

/// What proved the account, and the lines of the bank's files that were taken in for it: those files are sealed under the
/// tenant's key, so they are written anew.
async fn accounts(tx: &mut TenantTx, id: ApplicationId, removed: &mut Removed) -> Result<()> {
    let tenant = tx.tenant().0;
    let blank = [0_u8; 32];
    let done = sqlx::query!(
        "update account_proofs set account_mark = $3 where tenant_id = $1 and application_id = $2",
        tenant,
        id.0,
        blank.as_slice(),
    )
    .execute(tx.conn())
    .await?;
    removed.insert("account_proofs".into(), done.rows_affected());
    let lines = sqlx::query!(
        "select l.file_id, l.line from bank_lines l
         join account_proofs p on p.tenant_id = l.tenant_id and p.id = l.proof_id
         where l.tenant_id = $1 and p.application_id = $2 order by l.file_id, l.line",
        tenant,
        id.0,
    )
    .fetch_all(tx.conn())
    .await?;
    removed.insert("bank_lines".into(), u64::try_from(lines.len()).unwrap_or_default());
    for line in lines {
        files::forget_line(tx, BankFileId(line.file_id), line.line).await?;
    }
    Ok(())
}

/// What was still to be done for it: nothing waits for what is gone.
async fn plans(tx: &mut TenantTx, id: ApplicationId) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!("delete from renewal_words where tenant_id = $1 and application_id = $2", tenant, id.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from renewals where tenant_id = $1 and application_id = $2", tenant, id.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from end_notices where tenant_id = $1 and application_id = $2", tenant, id.0)
        .execute(tx.conn())
        .await?;
    forget_jobs(tx, id).await
}

/// Drops the jobs that wait for an application, its mails among them; the dropping of bytes stays.
pub async fn forget_jobs(tx: &mut TenantTx, id: ApplicationId) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!(
        "delete from jobs j
         where j.tenant_id = $1 and j.state in ('waiting', 'dead') and j.kind <> 'document.drop'
           and (strpos(j.payload::text, $2) > 0
                or exists (
                    select 1 from document_versions v
                    where v.tenant_id = $1 and v.application_id = $3 and strpos(j.payload::text, v.id::text) > 0
                )
                or exists (
                    select 1 from signing_links s
                    where s.tenant_id = $1 and s.application_id = $3 and strpos(j.payload::text, s.id::text) > 0
                ))",
        tenant,
        id.to_string(),
        id.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
