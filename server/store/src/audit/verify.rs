//! Walking a chain: every event against its stored bytes, its columns and its neighbours.

use super::{START, link};
use crate::{Db, TenantTx, error::Result};
use domain::{Actor, TenantId};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use uuid::Uuid;

/// What a walk along a chain found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Whole, with so many events.
    Whole(i64),
    /// Broken at this place: an event changed, missing, added or out of order.
    Broken(i64),
}

/// Walks a tenant's chain from its start to its head, a thousand events at a time. Events chained while it walks
/// are left for the next walk.
pub async fn verify(db: &Db, tenant: TenantId) -> Result<Verified> {
    let actor = Actor::System { tenant, job: "audit-verify" };
    let mut tx = TenantTx::read(db, &actor).await?;
    let head = sqlx::query!("select seq, hash from audit_heads where tenant_id = $1", tenant.0)
        .fetch_optional(tx.conn())
        .await?;
    let (end, head_hash) = head.map_or((0, START.to_vec()), |head| (head.seq, head.hash));
    let (mut seq, mut previous) = (0_i64, START);
    while seq < end {
        let rows = sqlx::query!(
            "select seq, occurred_at, actor_kind, actor_id, name, subject_kind, subject_id, application_id, audience,
                    body, prev_hash, hash
             from audit_events where tenant_id = $1 and seq > $2 and seq <= $3 order by seq limit 1000",
            tenant.0,
            seq,
            end,
        )
        .fetch_all(tx.conn())
        .await?;
        if rows.is_empty() {
            return Ok(Verified::Broken(seq + 1));
        }
        for row in rows {
            let columns = Columns {
                seq: row.seq,
                at: row.occurred_at,
                actor_kind: &row.actor_kind,
                actor: row.actor_id,
                name: &row.name,
                subject_kind: &row.subject_kind,
                subject: row.subject_id,
                application: row.application_id,
                audience: &row.audience,
            };
            let hash = link(&previous, &row.body);
            let linked = row.seq == seq + 1 && row.prev_hash == previous && row.hash == hash;
            if !linked || !columns.agree_with(tenant, &row.body) {
                return Ok(Verified::Broken(seq + 1));
            }
            (seq, previous) = (row.seq, hash);
        }
    }
    let whole = previous.as_slice() == head_hash && !reaches_past_head(&mut tx).await?;
    Ok(if whole { Verified::Whole(seq) } else { Verified::Broken(seq + 1) })
}

/// Whether events stand beyond the head. One statement looks at both, so that a commit in between can't show.
async fn reaches_past_head(tx: &mut TenantTx) -> Result<bool> {
    let tenant = tx.tenant().0;
    let past = sqlx::query_scalar!(
        r#"select exists (
               select 1 from audit_events e where e.tenant_id = $1
                 and e.seq > coalesce((select h.seq from audit_heads h where h.tenant_id = $1), 0)) as "past!""#,
        tenant,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(past)
}

/// The columns that are filtered by: they must say what the hashed body says.
struct Columns<'a> {
    seq: i64,
    at: OffsetDateTime,
    actor_kind: &'a str,
    actor: Option<Uuid>,
    name: &'a str,
    subject_kind: &'a str,
    subject: Uuid,
    application: Option<Uuid>,
    audience: &'a str,
}

#[derive(serde::Deserialize)]
struct StoredBody {
    tenant: Uuid,
    seq: i64,
    at: String,
    actor_kind: String,
    actor: Option<Uuid>,
    name: String,
    subject_kind: String,
    subject: Uuid,
    application: Option<Uuid>,
    audience: String,
}

impl Columns<'_> {
    fn agree_with(&self, tenant: TenantId, body: &[u8]) -> bool {
        serde_json::from_slice::<StoredBody>(body).is_ok_and(|stored| {
            stored.tenant == tenant.0
                && stored.seq == self.seq
                && OffsetDateTime::parse(&stored.at, &Rfc3339).is_ok_and(|at| at == self.at)
                && stored.actor_kind == self.actor_kind
                && stored.actor == self.actor
                && stored.name == self.name
                && stored.subject_kind == self.subject_kind
                && stored.subject == self.subject
                && stored.application == self.application
                && stored.audience == self.audience
        })
    }
}
