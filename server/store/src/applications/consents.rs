//! Who agreed to which text, when and from where; and who took it back.

use crate::{TenantTx, error::Result};
use domain::{ApplicationId, ConsentId, PersonId};
use std::collections::BTreeSet;
use time::OffsetDateTime;

/// A consent as it was given, and taken back where it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Its id.
    pub id: ConsentId,
    /// Which text.
    pub kind: String,
    /// In which version.
    pub text_version: String,
    /// The address of whoever gave it.
    pub given_by: String,
    /// When.
    pub given_at: OffsetDateTime,
    /// From which network address.
    pub address: String,
    /// When it was taken back, and by whom where a person did.
    pub withdrawn: Option<(OffsetDateTime, Option<String>)>,
}

/// Keeps a consent by the person at this instant, from this client address.
pub async fn give(
    tx: &mut TenantTx,
    application: ApplicationId,
    by: PersonId,
    (kind, text_version): (&str, &str),
    address: &str,
) -> Result<()> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    sqlx::query!(
        "insert into consents (tenant_id, id, application_id, kind, text_version, given_by, given_at, address)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        tenant,
        id,
        application.0,
        kind,
        text_version,
        by.0,
        now,
        address,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Notes that standing consents of this kind were taken back, by whoever acts.
pub async fn withdraw(tx: &mut TenantTx, application: ApplicationId, kind: &str) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let by = tx.actor().person().map(|person| person.id.0);
    sqlx::query!(
        "update consents set withdrawn_at = $4, withdrawn_by = $5
         where tenant_id = $1 and application_id = $2 and kind = $3 and withdrawn_at is null",
        tenant,
        application.0,
        kind,
        now,
        by,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Every consent of the application, the newest first.
pub async fn list(tx: &mut TenantTx, application: ApplicationId) -> Result<Vec<Consent>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select c.id, c.kind, c.text_version, g.email as given_by, c.given_at, c.address, c.withdrawn_at,
                  w.email as "withdrawn_by?"
           from consents c
           join persons g on g.id = c.given_by
           left join persons w on w.id = c.withdrawn_by
           where c.tenant_id = $1 and c.application_id = $2
           order by c.given_at desc, c.id desc"#,
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Consent {
            id: ConsentId(row.id),
            kind: row.kind,
            text_version: row.text_version,
            given_by: row.given_by,
            given_at: row.given_at,
            address: row.address,
            withdrawn: row.withdrawn_at.map(|at| (at, row.withdrawn_by)),
        })
        .collect())
}

/// Kind and version of every consent of these that stands.
pub fn standing(consents: &[Consent]) -> BTreeSet<(String, String)> {
    let standing = consents.iter().filter(|consent| consent.withdrawn.is_none());
    standing.map(|consent| (consent.kind.clone(), consent.text_version.clone())).collect()
}
