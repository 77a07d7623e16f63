//! What walks along a chain found, for the auditor's page.

use super::Verified;
use crate::{TenantTx, error::Result};
use time::OffsetDateTime;

/// The latest walk along a tenant's chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// When it was walked.
    pub at: OffsetDateTime,
    /// What was found.
    pub found: Verified,
    /// How many events have been chained since the place up to which it was whole.
    pub since: i64,
}

/// Keeps what a walk found.
pub async fn keep(tx: &mut TenantTx, found: Verified) -> Result<()> {
    let (verified_to, broken_at) = match found {
        Verified::Whole(to) => (to, None),
        Verified::Broken(at) => (at - 1, Some(at)),
    };
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let by = tx.actor().person().map(|person| person.id.0);
    sqlx::query!(
        "insert into audit_checks (tenant_id, id, checked_at, checked_by, verified_to, broken_at)
         values ($1, $2, $3, $4, $5, $6)",
        tenant,
        id,
        now,
        by,
        verified_to,
        broken_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The latest walk, if there ever was one.
pub async fn latest(tx: &mut TenantTx) -> Result<Option<Check>> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        r#"select c.checked_at, c.verified_to, c.broken_at, coalesce(h.seq, 0) as "head!"
           from audit_checks c left join audit_heads h on h.tenant_id = c.tenant_id
           where c.tenant_id = $1 order by c.checked_at desc, c.id desc limit 1"#,
        tenant,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Check {
        at: row.checked_at,
        found: row.broken_at.map_or(Verified::Whole(row.verified_to), Verified::Broken),
        since: (row.head - row.verified_to).max(0),
    }))
}
