//! Reading the log: newest first, by key.

use crate::{TenantTx, error::Result};
use std::collections::BTreeMap;
use time::OffsetDateTime;
use uuid::Uuid;

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
    /// Whether they hold or once held a role at the merchant whose application it is.
    pub of_merchant: bool,
    /// Dotted name.
    pub name: String,
    /// What it is about.
    pub subject_kind: String,
    /// Its id.
    pub subject: Uuid,
    /// The application on whose timeline it stands.
    pub application: Option<Uuid>,
    /// That application's number.
    pub case_number: Option<String>,
    /// `merchant`, `staff` or `confidential`.
    pub audience: String,
    /// The number of the request it came with; the log has its lines.
    pub request: Option<Uuid>,
    /// Ids, field names, codes, by name.
    pub details: BTreeMap<String, String>,
}

/// What to list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Events about this application alone.
    pub application: Option<Uuid>,
    /// Who reads: of applications on whose side they ever stood they see what the merchant sees.
    pub reader: Option<Uuid>,
    /// Events by this person alone.
    pub actor: Option<Uuid>,
    /// Names that start so: `application.`; all where there is none.
    pub name_prefixes: Vec<String>,
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

/// What stands in an event's body alone.
#[derive(Default, serde::Deserialize)]
struct Body {
    #[serde(default)]
    request: Option<Uuid>,
    details: BTreeMap<String, String>,
}

/// Events of the transaction's tenant, newest first. Staff events that a reader may not see because they stand on
/// the application's own side are left out.
pub async fn list(tx: &mut TenantTx, filter: &Filter) -> Result<Vec<Recorded>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select e.seq, e.occurred_at, e.actor_kind, e.actor_id, p.email as "email?", e.name, e.subject_kind,
                  e.subject_id, e.application_id, a.case_number as "case_number?", e.audience, e.body,
                  exists (
                      select 1 from merchant_members m
                      where m.tenant_id = e.tenant_id and m.merchant_id = a.merchant_id and m.person_id = e.actor_id
                  ) as "of_merchant!"
           from audit_events e
           left join persons p on p.id = e.actor_id
           left join applications a on a.tenant_id = e.tenant_id and a.id = e.application_id
           where e.tenant_id = $1
             and ($2::uuid is null or e.application_id = $2)
             and ($3::uuid is null or e.actor_id = $3)
             and (cardinality($4::text[]) = 0 or exists (select 1 from unnest($4) prefix where starts_with(e.name, prefix)))
             and ($5::timestamptz is null or e.occurred_at >= $5)
             and ($6::timestamptz is null or e.occurred_at < $6)
             and ($7::bigint is null or e.seq < $7)
             and e.audience = any($8)
             and ($10::uuid is null or e.audience = 'merchant' or not exists (
                 select 1 from merchant_members m
                 where m.tenant_id = e.tenant_id and m.merchant_id = a.merchant_id and m.person_id = $10))
           order by e.seq desc limit $9"#,
        tenant,
        filter.application,
        filter.actor,
        &filter.name_prefixes,
        filter.from,
        filter.until,
        filter.before,
        &filter.audiences,
        filter.limit,
        filter.reader,
    )
    .fetch_all(tx.conn())
    .await?;
    let recorded = rows.into_iter().map(|row| {
        let body: Body = serde_json::from_slice(&row.body).unwrap_or_default();
        Recorded {
            seq: row.seq,
            at: row.occurred_at,
            actor_kind: row.actor_kind,
            actor: row.actor_id,
            actor_email: row.email,
            of_merchant: row.of_merchant,
            name: row.name,
            subject_kind: row.subject_kind,
            subject: row.subject_id,
            application: row.application_id,
            case_number: row.case_number,
            audience: row.audience,
            request: body.request,
            details: body.details,
        }
    });
    Ok(recorded.collect())
}

/// Whoever of this folded address did something in this tenant: a person who never did is nobody here.
pub async fn who_acted(tx: &mut TenantTx, email_key: &str) -> Result<Option<Uuid>> {
    let tenant = tx.tenant().0;
    let found = sqlx::query_scalar!(
        "select p.id from persons p
         where p.email_key = $2
           and exists (select 1 from audit_events e where e.tenant_id = $1 and e.actor_id = p.id)",
        tenant,
        email_key,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found)
}
