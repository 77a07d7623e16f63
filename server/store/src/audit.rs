//! The audit chains: one per tenant and one for the platform, serialised by a head row.
//!
//! `hash = SHA-256("gangway-audit-1" ‖ previous hash ‖ body)`, over the bytes as they are stored.

use crate::{Db, TenantTx, error::Result};
use domain::{Actor, TenantId, audit::Event};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use uuid::Uuid;

const SEPARATOR: &[u8] = b"gangway-audit-1";
const START: [u8; 32] = [0; 32];

/// The canonical body: field order is fixed by this struct, details by name.
#[derive(Serialize)]
struct Body<'a> {
    tenant: Uuid,
    seq: i64,
    at: String,
    actor_kind: &'a str,
    actor: Option<Uuid>,
    job: Option<&'a str>,
    name: &'a str,
    subject_kind: &'a str,
    subject: Uuid,
    application: Option<Uuid>,
    audience: &'a str,
    details: BTreeMap<&'a str, &'a str>,
}

fn link(previous: &[u8], body: &[u8]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(SEPARATOR);
    hasher.update(previous);
    hasher.update(body);
    hasher.finalize().into()
}

fn actor_words(actor: &Actor) -> (&'static str, Option<Uuid>, Option<&'static str>) {
    match actor {
        Actor::Visitor { .. } => ("visitor", None, None),
        Actor::Person(person) => ("person", Some(person.id.0), None),
        Actor::System { job, .. } => ("system", None, Some(job)),
    }
}

/// Chains events at the end of a transaction: the head row is taken last, so that it is held for the shortest time.
pub(crate) async fn append(tx: &mut TenantTx, events: &[Event]) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!(
        "insert into audit_heads (tenant_id, seq, hash) values ($1, 0, $2) on conflict (tenant_id) do nothing",
        tenant,
        START.as_slice(),
    )
    .execute(tx.conn())
    .await?;
    let head = sqlx::query!("select seq, hash from audit_heads where tenant_id = $1 for update", tenant)
        .fetch_one(tx.conn())
        .await?;
    let (mut seq, mut previous) = (head.seq, head.hash);
    for event in events {
        seq += 1;
        previous = insert(tx, seq, &previous, event).await?.to_vec();
    }
    sqlx::query!("update audit_heads set seq = $2, hash = $3 where tenant_id = $1", tenant, seq, previous)
        .execute(tx.conn())
        .await?;
    Ok(())
}

async fn insert(tx: &mut TenantTx, seq: i64, previous: &[u8], event: &Event) -> Result<[u8; 32]> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let (actor_kind, actor, job) = actor_words(tx.actor());
    let body = serde_json::to_vec(&Body {
        tenant,
        seq,
        at: now.format(&Rfc3339).unwrap_or_default(),
        actor_kind,
        actor,
        job,
        name: event.name,
        subject_kind: event.subject.kind,
        subject: event.subject.id,
        application: event.application,
        audience: event.audience.word(),
        details: event.details.iter().map(|(name, value)| (*name, value.as_str())).collect(),
    })
    .unwrap_or_default();
    let hash = link(previous, &body);
    sqlx::query!(
        "insert into audit_events (tenant_id, seq, occurred_at, actor_kind, actor_id, name, subject_kind, subject_id,
             application_id, audience, body, prev_hash, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        tenant,
        seq,
        now,
        actor_kind,
        actor,
        event.name,
        event.subject.kind,
        event.subject.id,
        event.application,
        event.audience.word(),
        body,
        previous,
        hash.as_slice(),
    )
    .execute(tx.conn())
    .await?;
    Ok(hash)
}

/// An event as it was written.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Its place in the chain.
    pub seq: i64,
    /// When.
    pub at: OffsetDateTime,
    /// `visitor`, `person` or `system`.
    pub actor_kind: String,
    /// The person, where it was one.
    pub actor: Option<Uuid>,
    /// Their address as it is today, for staff to read.
    pub actor_email: Option<String>,
    /// Dotted name.
    pub name: String,
    /// What it is about.
    pub subject_kind: String,
    /// Its id.
    pub subject: Uuid,
    /// The application on whose timeline it stands.
    pub application: Option<Uuid>,
    /// `merchant`, `staff` or `confidential`.
    pub audience: String,
    /// Ids, field names, codes, by name.
    pub details: BTreeMap<String, String>,
}

/// What to list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Events about this application alone.
    pub application: Option<Uuid>,
    /// Events by this person alone.
    pub actor: Option<Uuid>,
    /// Names that start so: `application.`.
    pub name_prefix: Option<String>,
    /// From this instant on.
    pub from: Option<OffsetDateTime>,
    /// Before this instant.
    pub until: Option<OffsetDateTime>,
    /// Audiences to show; none means none.
    pub audiences: Vec<String>,
    /// Older than this place in the chain: paging by key.
    pub before: Option<i64>,
    /// At most so many.
    pub limit: i64,
}

#[derive(serde::Deserialize)]
struct Details {
    details: BTreeMap<String, String>,
}

/// Events of the transaction's tenant, newest first.
pub async fn list(tx: &mut TenantTx, filter: &Filter) -> Result<Vec<Recorded>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select e.seq, e.occurred_at, e.actor_kind, e.actor_id, p.email as "email?", e.name, e.subject_kind,
                  e.subject_id, e.application_id, e.audience, e.body
           from audit_events e left join persons p on p.id = e.actor_id
           where e.tenant_id = $1
             and ($2::uuid is null or e.application_id = $2)
             and ($3::uuid is null or e.actor_id = $3)
             and ($4::text is null or starts_with(e.name, $4))
             and ($5::timestamptz is null or e.occurred_at >= $5)
             and ($6::timestamptz is null or e.occurred_at < $6)
             and ($7::bigint is null or e.seq < $7)
             and e.audience = any($8)
           order by e.seq desc limit $9"#,
        tenant,
        filter.application,
        filter.actor,
        filter.name_prefix.as_deref(),
        filter.from,
        filter.until,
        filter.before,
        &filter.audiences,
        filter.limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Recorded {
            seq: row.seq,
            at: row.occurred_at,
            actor_kind: row.actor_kind,
            actor: row.actor_id,
            actor_email: row.email,
            name: row.name,
            subject_kind: row.subject_kind,
            subject: row.subject_id,
            application: row.application_id,
            audience: row.audience,
            details: serde_json::from_slice::<Details>(&row.body)
                .map(|body| body.details)
                .unwrap_or_default(),
        })
        .collect())
}

/// What a walk along a chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Whole, with so many events.
    Whole(i64),
    /// Broken at this place: an event changed, missing, added or out of order.
    Broken(i64),
}

/// Walks a tenant's chain from its start to its head, a thousand events at a time.
pub async fn verify(db: &Db, tenant: TenantId) -> Result<Verified> {
    let actor = Actor::System { tenant, job: "audit-verify" };
    let mut tx = TenantTx::read(db, &actor).await?;
    let head = sqlx::query!("select seq, hash from audit_heads where tenant_id = $1", tenant.0)
        .fetch_optional(tx.conn())
        .await?;
    let (mut seq, mut previous) = (0_i64, START);
    loop {
        let rows = sqlx::query!(
            "select seq, occurred_at, actor_kind, actor_id, name, subject_kind, subject_id, application_id, audience,
                    body, prev_hash, hash
             from audit_events where tenant_id = $1 and seq > $2 order by seq limit 1000",
            tenant.0,
            seq,
        )
        .fetch_all(tx.conn())
        .await?;
        if rows.is_empty() {
            break;
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
    match head {
        None if seq == 0 => Ok(Verified::Whole(0)),
        Some(head) if head.seq == seq && head.hash == previous => Ok(Verified::Whole(seq)),
        _ => Ok(Verified::Broken(seq + 1)),
    }
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
