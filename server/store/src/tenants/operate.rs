//! What the operator sees and changes: tenants with limits, use and health, never their data.

use super::{Row, Tenant, is_plain};
use crate::{
    Db, StoreError, TenantTx,
    error::{Result, one},
    jobs::{self, Health},
    keys::TenantKeys,
};
use domain::{Lang, TenantId};
use time::OffsetDateTime;

/// A tenant as the operator sees it.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Its row.
    pub tenant: Tenant,
    /// Active staff now.
    pub staff_used: i64,
    /// Bytes of documents now.
    pub storage_used: i64,
    /// Whether an administrator works there.
    pub has_admin: bool,
    /// How its jobs do.
    pub health: Health,
    /// Since when.
    pub created_at: OffsetDateTime,
}

/// A tenant to be made; checked by the caller.
#[derive(Clone, Debug)]
pub struct NewTenant {
    /// Its part of the address.
    pub slug: String,
    /// Its English name.
    pub name_en: String,
    /// Its Chinese name.
    pub name_zh: String,
    /// Its languages, the first by default.
    pub languages: Vec<Lang>,
    /// IANA zone.
    pub time_zone: String,
    /// ISO 4217.
    pub currency: String,
    /// The working calendar's code.
    pub calendar: String,
    /// Working hours from submission to decision.
    pub sla_hours: i32,
    /// Active staff at most.
    pub staff_limit: i32,
    /// Bytes of documents at most.
    pub storage_limit: i64,
}

/// What the operator may change of a tenant later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Active staff at most.
    pub staff: i32,
    /// Bytes of documents at most.
    pub storage: i64,
}

/// Which tenants to show.
#[derive(Clone, Copy, Debug)]
pub enum Which<'a> {
    /// A page of them by slug, after this one (`""` for the first).
    After(&'a str),
    /// The one with this slug.
    Slug(&'a str),
}

/// Tenants by slug, at most `limit`.
pub async fn overview(db: &Db, which: Which<'_>, limit: i64) -> Result<Vec<Overview>> {
    let (after, exact) = match which {
        Which::After(slug) => (slug, None),
        Which::Slug(slug) => ("", Some(slug)),
    };
    if !is_plain(exact.unwrap_or(after)) {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select t.id, t.slug, t.name_en, t.name_zh, t.languages, t.time_zone, t.currency, t.calendar, t.sla_hours,
                  t.state, t.staff_limit, t.storage_limit, t.accent, t.version, t.policy, t.created_at,
                  lookup_staff_count(t.id) as "staff_used!", lookup_storage_used(t.id) as "storage_used!",
                  lookup_has_admin(t.id) as "has_admin!"
           from tenants t where t.slug > $1 and ($2::text is null or t.slug = $2) order by t.slug limit $3"#,
        after,
        exact,
        limit,
    )
    .fetch_all(&db.pool)
    .await?;
    let health = jobs::health_by_tenant(db).await?;
    rows.into_iter()
        .map(|row| {
            let tenant: Tenant = Row {
                id: row.id,
                slug: row.slug,
                name_en: row.name_en,
                name_zh: row.name_zh,
                languages: row.languages,
                time_zone: row.time_zone,
                currency: row.currency,
                calendar: row.calendar,
                sla_hours: row.sla_hours,
                policy: row.policy,
                state: row.state,
                staff_limit: row.staff_limit,
                storage_limit: row.storage_limit,
                accent: row.accent,
                version: row.version,
            }
            .try_into()?;
            Ok(Overview {
                health: health.get(&tenant.id).copied().unwrap_or_default(),
                tenant,
                staff_used: row.staff_used,
                storage_used: row.storage_used,
                has_admin: row.has_admin,
                created_at: row.created_at,
            })
        })
        .collect()
}

/// One tenant by its slug.
pub async fn overview_of(db: &Db, slug: &str) -> Result<Overview> {
    overview(db, Which::Slug(slug), 1).await?.pop().ok_or(StoreError::NotFound)
}

/// Adds a tenant with keys of its own. Taken slugs are [`StoreError::Taken`].
pub async fn insert(tx: &mut TenantTx, tenant: &NewTenant) -> Result<TenantId> {
    let id = TenantId(tx.new_id());
    let (key, index_key) = TenantKeys::draw(tx.master(), &*tx.random(), id)?;
    let languages: Vec<String> = tenant.languages.iter().map(|lang| lang.tag().to_owned()).collect();
    let now = tx.now();
    sqlx::query!(
        "insert into tenants (id, slug, name_en, name_zh, languages, time_zone, currency, calendar, sla_hours, state,
             staff_limit, storage_limit, wrapped_key, wrapped_index_key, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'active', $10, $11, $12, $13, $14)",
        id.0,
        tenant.slug,
        tenant.name_en,
        tenant.name_zh,
        &languages,
        tenant.time_zone,
        tenant.currency,
        tenant.calendar,
        tenant.sla_hours,
        tenant.staff_limit,
        tenant.storage_limit,
        key,
        index_key,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(id)
}

/// Changes a tenant's limits, unless the row has moved on.
pub async fn set_limits(tx: &mut TenantTx, tenant: TenantId, version: i32, limits: Limits) -> Result<()> {
    let done = sqlx::query!(
        "update tenants set staff_limit = $3, storage_limit = $4, version = version + 1 where id = $1 and version = $2",
        tenant.0,
        version,
        limits.staff,
        limits.storage,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Suspends or resumes a tenant; one that stands there already is a conflict.
pub async fn set_suspended(tx: &mut TenantTx, tenant: TenantId, suspended: bool) -> Result<()> {
    let (from, to) = if suspended { ("active", "suspended") } else { ("suspended", "active") };
    let done = sqlx::query!(
        "update tenants set state = $3, version = version + 1 where id = $1 and state = $2",
        tenant.0,
        from,
        to,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Takes a tenant's row, the lock of its staff, without stepping into it: nobody joins or leaves until the end of the
/// transaction. Answers whether an administrator works there.
pub async fn hold(tx: &mut TenantTx, tenant: TenantId) -> Result<bool> {
    sqlx::query!("select id from tenants where id = $1 for no key update", tenant.0)
        .fetch_one(tx.conn())
        .await?;
    Ok(sqlx::query_scalar!(r#"select lookup_has_admin($1) as "has_admin!""#, tenant.0)
        .fetch_one(tx.conn())
        .await?)
}

/// From here on the operator's transaction works in this tenant: for the event in its own chain and an admin's
/// invitation. Its rows stay unread.
pub async fn step_into(tx: &mut TenantTx, tenant: TenantId) -> Result<()> {
    tx.step_into(tenant).await
}
