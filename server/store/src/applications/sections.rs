//! Sections: what was answered, version after version. Nothing is overwritten.
//!
//! Plain answers stand as JSON; sealed ones as one JSON object under the dossier key, bound to application,
//! section and version. Sealed answers that must be found or compared leave a keyed fingerprint.

use super::terms;
use crate::{
    StoreError, TenantTx,
    error::Result,
    keys::{DossierKey, TenantKeys},
};
use domain::{ApplicationId, PersonId, applications::Values, review::search::TAIL, text};
use std::fmt;
use time::OffsetDateTime;

/// A section to be saved as a new version.
pub struct NewSection<'a> {
    /// The section's code.
    pub code: &'a str,
    /// The version this one follows; 0 where there is none yet.
    pub follows: i32,
    /// Answers that may stand plainly.
    pub plain: &'a Values,
    /// Answers that may not.
    pub sealed: &'a Values,
    /// Which sealed answers are to be found again: (field, kind).
    pub found_by: &'a [(&'a str, &'a str)],
    /// Whose answers these are.
    pub by: PersonId,
}

/// One version of a section; its sealed answers are still closed.
#[derive(Clone)]
pub struct Section {
    application: ApplicationId,
    /// The section's code.
    pub code: String,
    /// The how many-eth version.
    pub version: i32,
    /// Answers that stand plainly.
    pub plain: Values,
    sealed: Option<Vec<u8>>,
    /// Who saved it.
    pub saved_by: PersonId,
    /// When.
    pub saved_at: OffsetDateTime,
}

impl fmt::Debug for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Section({} v{} of {})", self.code, self.version, self.application)
    }
}

impl Section {
    /// Opens the sealed answers.
    pub fn open(&self, key: &DossierKey) -> Result<Values> {
        let Some(sealed) = &self.sealed else { return Ok(Values::new()) };
        let bytes = key.open(TABLE, self.application.0, &self.code, self.version, sealed)?;
        serde_json::from_slice(&bytes).map_err(|_| StoreError::Corrupt("sealed answers"))
    }

    /// Both kinds of answers together.
    pub fn answers(&self, key: &DossierKey) -> Result<Values> {
        let mut all = self.plain.clone();
        all.extend(self.open(key)?);
        Ok(all)
    }
}

const TABLE: &str = "sections";

/// Saves a new version, with its fingerprints in the place of the former ones.
///
/// The caller holds the application's row ([`super::lock`]).
///
/// # Errors
/// [`StoreError::Conflict`] where another version has come between.
pub async fn save(
    tx: &mut TenantTx,
    application: ApplicationId,
    key: &DossierKey,
    new: &NewSection<'_>,
) -> Result<i32> {
    let (tenant, now, random) = (tx.tenant().0, tx.now(), tx.random());
    let latest = latest_version(tx, application, new.code).await?;
    if latest != new.follows {
        return Err(StoreError::Conflict);
    }
    let version = latest + 1;
    let sealed = if new.sealed.is_empty() {
        None
    } else {
        let bytes = json(new.sealed)?;
        Some(key.seal(&*random, TABLE, application.0, new.code, version, &bytes)?)
    };
    sqlx::query!(
        "insert into sections (tenant_id, application_id, code, version, plain, sealed, saved_by, saved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        tenant,
        application.0,
        new.code,
        version,
        serde_json::to_value(new.plain).map_err(|_| StoreError::Corrupt("answers"))?,
        sealed,
        new.by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    tx.forget();
    replace_fingerprints(tx, application, new).await?;
    terms::replace(tx, application, new.code, new.plain).await?;
    Ok(version)
}

fn json(answers: &Values) -> Result<Vec<u8>> {
    serde_json::to_vec(answers).map_err(|_| StoreError::Corrupt("answers"))
}

async fn latest_version(tx: &mut TenantTx, application: ApplicationId, code: &str) -> Result<i32> {
    let tenant = tx.tenant().0;
    let latest = sqlx::query_scalar!(
        r#"select coalesce(max(version), 0) as "latest!" from sections
           where tenant_id = $1 and application_id = $2 and code = $3"#,
        tenant,
        application.0,
        code,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(latest)
}

async fn replace_fingerprints(
    tx: &mut TenantTx,
    application: ApplicationId,
    new: &NewSection<'_>,
) -> Result<()> {
    let (tenant, keys) = (tx.tenant().0, tx.keys().await?);
    sqlx::query!(
        "delete from fingerprints where tenant_id = $1 and application_id = $2 and section = $3",
        tenant,
        application.0,
        new.code,
    )
    .execute(tx.conn())
    .await?;
    for (field, kind) in new.found_by {
        let value = new.sealed.get(*field).or_else(|| new.plain.get(*field));
        let Some(value) = value.filter(|value| !value.is_empty()) else { continue };
        let mut marks = vec![(*kind, digest(&keys, kind, value))];
        if *kind == PHONE {
            marks.extend(tail(value).map(|tail| (PHONE_TAIL, digest(&keys, PHONE_TAIL, &tail))));
        }
        for (kind, found_by) in marks {
            sqlx::query!(
                "insert into fingerprints (tenant_id, application_id, section, field, kind, fingerprint)
             values ($1, $2, $3, $4, $5, $6)",
                tenant,
                application.0,
                new.code,
                field,
                kind,
                found_by.as_slice(),
            )
            .execute(tx.conn())
            .await?;
        }
    }
    Ok(())
}

/// The kind of a telephone number's mark, and of its end's.
pub(crate) const PHONE: &str = "phone";
pub(crate) const PHONE_TAIL: &str = "phone_tail";

/// The end of a telephone number, by which people recognise it.
fn tail(phone: &str) -> Option<String> {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    Some(digits.get(digits.len().checked_sub(TAIL)?..)?.iter().collect())
}

/// The digest of a value as it is compared: without its dress, letters in capitals.
pub(crate) fn digest(keys: &TenantKeys, kind: &str, value: &str) -> [u8; 32] {
    keys.fingerprint(kind, &text::compact(value).to_uppercase())
}

/// The latest version of every section of the application, by code.
pub async fn current(tx: &mut TenantTx, application: ApplicationId) -> Result<Vec<Section>> {
    if let Some(known) = &tx.known(application).sections {
        return Ok(known.clone());
    }
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        "select distinct on (code) code, version, plain, sealed, saved_by, saved_at from sections
         where tenant_id = $1 and application_id = $2 order by code, version desc",
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let sections: Result<Vec<_>> = rows.into_iter().map(|row| row.of(application)).collect();
    let sections = sections?;
    tx.known(application).sections = Some(sections.clone());
    Ok(sections)
}

/// The version of every section that was the latest at an instant, by code.
pub async fn as_of(
    tx: &mut TenantTx,
    application: ApplicationId,
    at: OffsetDateTime,
) -> Result<Vec<Section>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        "select distinct on (code) code, version, plain, sealed, saved_by, saved_at from sections
         where tenant_id = $1 and application_id = $2 and saved_at <= $3 order by code, version desc",
        tenant,
        application.0,
        at,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(|row| row.of(application)).collect()
}

/// One version of a section.
///
/// # Errors
/// [`StoreError::NotFound`] where there is none of this number.
pub async fn version(
    tx: &mut TenantTx,
    application: ApplicationId,
    code: &str,
    version: i32,
) -> Result<Section> {
    let tenant = tx.tenant().0;
    let row = sqlx::query_as!(
        Row,
        "select code, version, plain, sealed, saved_by, saved_at from sections
         where tenant_id = $1 and application_id = $2 and code = $3 and version = $4",
        tenant,
        application.0,
        code,
        version,
    )
    .fetch_one(tx.conn())
    .await?;
    row.of(application)
}

struct Row {
    code: String,
    version: i32,
    plain: serde_json::Value,
    sealed: Option<Vec<u8>>,
    saved_by: uuid::Uuid,
    saved_at: OffsetDateTime,
}

impl Row {
    fn of(self, application: ApplicationId) -> Result<Section> {
        Ok(Section {
            application,
            code: self.code,
            version: self.version,
            plain: serde_json::from_value(self.plain).map_err(|_| StoreError::Corrupt("answers"))?,
            sealed: self.sealed,
            saved_by: PersonId(self.saved_by),
            saved_at: self.saved_at,
        })
    }
}
