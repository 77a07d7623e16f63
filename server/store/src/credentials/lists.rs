//! Lists of credentials, by key and filter.

use super::Credential;
use crate::{StoreError, TenantTx, error::Result};
use domain::{
    CredentialId, MerchantId,
    credentials::{
        Environment,
        life::{Instants, LifeKind},
    },
};
use time::OffsetDateTime;
use uuid::Uuid;

/// Which credentials of the tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only where they speak.
    pub environment: Option<Environment>,
    /// Only those that stand so.
    pub state: Option<LifeKind>,
    /// A part of the merchant's name.
    pub name: Option<String>,
    /// The beginning of the merchant's number.
    pub number: Option<String>,
    /// Made before this one.
    pub before: Option<CredentialId>,
}

struct Row {
    id: Uuid,
    merchant_id: Uuid,
    name: String,
    number: Option<String>,
    environment: String,
    label: String,
    tail: Option<String>,
    email: String,
    created_at: OffsetDateTime,
    drawn_at: Option<OffsetDateTime>,
    expires_at: Option<OffsetDateTime>,
    rotating_until: Option<OffsetDateTime>,
    revoked_at: Option<OffsetDateTime>,
    last_used_at: Option<OffsetDateTime>,
    networks: Vec<String>,
    replaces: Option<Uuid>,
    revoked_reason: Option<String>,
}

impl TryFrom<Row> for Credential {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let networks: Option<_> = row.networks.iter().map(|network| network.parse().ok()).collect();
        Ok(Self {
            id: CredentialId(row.id),
            merchant: MerchantId(row.merchant_id),
            merchant_name: row.name,
            merchant_number: row.number,
            environment: Environment::from_word(&row.environment)
                .ok_or(StoreError::Corrupt("environment"))?,
            label: row.label,
            tail: row.tail,
            created_by: row.email,
            created_at: row.created_at,
            instants: Instants {
                drawn: row.drawn_at,
                expires: row.expires_at,
                rotating_until: row.rotating_until,
                revoked: row.revoked_at,
            },
            last_used_at: row.last_used_at,
            networks: networks.ok_or(StoreError::Corrupt("network"))?,
            replaces: row.replaces.map(CredentialId),
            revoked_reason: row.revoked_reason,
        })
    }
}

/// Those of some merchants, the newest first.
pub async fn of_merchants(tx: &mut TenantTx, merchants: &[MerchantId]) -> Result<Vec<Credential>> {
    let ids: Vec<Uuid> = merchants.iter().map(|id| id.0).collect();
    select(tx, Which { merchants: Some(&ids), ..Which::default() }, &Filter::default(), 500).await
}

/// Those of one merchant that have not ended, in one environment: all of them.
pub async fn standing(
    tx: &mut TenantTx,
    merchant: MerchantId,
    environment: Environment,
) -> Result<Vec<Credential>> {
    let which = Which { merchants: Some(&[merchant.0]), standing: true, ..Which::default() };
    select(tx, which, &Filter { environment: Some(environment), ..Filter::default() }, i64::MAX).await
}

/// Those of the whole tenant, the newest first.
pub async fn all(tx: &mut TenantTx, filter: &Filter, limit: i64) -> Result<Vec<Credential>> {
    select(tx, Which::default(), filter, limit).await
}

/// One by its id.
pub async fn find(tx: &mut TenantTx, id: CredentialId) -> Result<Credential> {
    let which = Which { id: Some(id.0), ..Which::default() };
    select(tx, which, &Filter::default(), 1).await?.pop().ok_or(StoreError::NotFound)
}

/// Which credentials, beside what a reader chooses.
#[derive(Clone, Copy, Debug, Default)]
struct Which<'a> {
    id: Option<Uuid>,
    merchants: Option<&'a [Uuid]>,
    /// Only those that have not ended.
    standing: bool,
}

async fn select(tx: &mut TenantTx, which: Which<'_>, filter: &Filter, limit: i64) -> Result<Vec<Credential>> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    // Ids are time-ordered: paging by them is paging by age. The state is told by the same instants as in the rules.
    let rows = sqlx::query_as!(
        Row,
        r#"select c.id, c.merchant_id, m.name, m.number, c.environment, c.label, c.tail, p.email, c.created_at,
                  c.drawn_at, c.expires_at, c.rotating_until, c.revoked_at, c.last_used_at, c.networks, c.replaces,
                  c.revoked_reason
           from credentials c
           join merchants m on m.tenant_id = c.tenant_id and m.id = c.merchant_id
           join persons p on p.id = c.created_by
           where c.tenant_id = $1 and ($2::uuid is null or c.id = $2)
             and ($3::uuid[] is null or c.merchant_id = any($3)) and ($4::uuid is null or c.id < $4)
             and ($5::text is null or c.environment = $5)
             and ($6::text is null and $7::text is null
                  or strpos(lower(m.name), $6) > 0 or starts_with(m.number, $7))
             and ($8::text is null or $8 = case
                 when c.revoked_at is not null then 'revoked'
                 when least(c.expires_at, c.rotating_until) <= $9 then 'expired'
                 when c.drawn_at is null then 'undrawn'
                 when c.rotating_until is not null then 'rotating'
                 else 'active' end)
             and (not $11 or (c.revoked_at is null and coalesce(least(c.expires_at, c.rotating_until) > $9, true)))
           order by c.id desc limit $10"#,
        tenant,
        which.id,
        which.merchants,
        filter.before.map(|id| id.0),
        filter.environment.map(Environment::word),
        filter.name.as_ref().map(|name| name.to_lowercase()),
        filter.number,
        filter.state.map(LifeKind::word),
        now,
        limit,
        which.standing,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Credential::try_from).collect()
}
