//! The audit chains: one per tenant and one for the platform, serialised by a head row.
//!
//! `hash = SHA-256("gangway-audit-1" ‖ previous hash ‖ body)`, over the bytes as they are stored.

mod checks;
mod list;
mod verify;

use crate::{TenantTx, error::Result, request};
use domain::{Actor, audit::Event};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use time::format_description::well_known::Rfc3339;
use uuid::Uuid;

pub use checks::{Check, keep as keep_check, latest as latest_check};
pub use list::{Filter, Recorded, list, who_acted};
pub use verify::{Verified, verify};

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
    /// The request it came with; none where nobody asked for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<Uuid>,
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
        request: request::number(),
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
