//! The tenants' rows.

pub mod branding;
pub mod invitations;
pub mod members;
pub mod operate;
pub mod settings;
pub mod staff;

use crate::{
    Db,
    error::{Result, StoreError},
};
use domain::{Lang, TenantId, applications::Policy};

/// A tenant as every request sees it.
#[derive(Clone, Debug)]
pub struct Tenant {
    /// Its id.
    pub id: TenantId,
    /// Its part of the address.
    pub slug: String,
    /// Its name in English.
    pub name_en: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// The languages it offers, its default first.
    pub languages: Vec<Lang>,
    /// IANA zone.
    pub time_zone: String,
    /// ISO 4217.
    pub currency: String,
    /// Name of its working calendar: `cn`, `us`, `eu`.
    pub calendar: String,
    /// Working hours from submission to decision.
    pub sla_hours: i32,
    /// Terms and switches of the road.
    pub policy: Policy,
    /// Whether it is suspended.
    pub suspended: bool,
    /// Staff at most.
    pub staff_limit: i32,
    /// Bytes of papers at most.
    pub storage_limit: i64,
    /// The accent as given, `#rrggbb`.
    pub accent: Option<String>,
    /// Raised by every change.
    pub version: i32,
}

impl Tenant {
    /// Its name in this language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.name_en,
            Lang::ZhCn => &self.name_zh,
        }
    }
}

struct Row {
    id: uuid::Uuid,
    slug: String,
    name_en: String,
    name_zh: String,
    languages: Vec<String>,
    time_zone: String,
    currency: String,
    calendar: String,
    sla_hours: i32,
    policy: serde_json::Value,
    state: String,
    staff_limit: i32,
    storage_limit: i64,
    accent: Option<String>,
    version: i32,
}

impl TryFrom<Row> for Tenant {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let languages: Option<Vec<Lang>> = row.languages.iter().map(|tag| Lang::from_tag(tag)).collect();
        Ok(Self {
            id: TenantId(row.id),
            slug: row.slug,
            name_en: row.name_en,
            name_zh: row.name_zh,
            languages: languages.ok_or(StoreError::Corrupt("a tenant's language"))?,
            time_zone: row.time_zone,
            currency: row.currency,
            calendar: row.calendar,
            sla_hours: row.sla_hours,
            policy: serde_json::from_value(row.policy)
                .map_err(|_| StoreError::Corrupt("a tenant's policy"))?,
            suspended: row.state == "suspended",
            staff_limit: row.staff_limit,
            storage_limit: row.storage_limit,
            accent: row.accent,
            version: row.version,
        })
    }
}

/// Whether a text can be a slug at all. Not every text of an address can be asked for: Postgres refuses NUL.
fn is_plain(slug: &str) -> bool {
    slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The tenant of a slug.
pub async fn by_slug(db: &Db, slug: &str) -> Result<Option<Tenant>> {
    if !is_plain(slug) {
        return Ok(None);
    }
    sqlx::query_as!(
        Row,
        "select id, slug, name_en, name_zh, languages, time_zone, currency, calendar, sla_hours, state, staff_limit,
                storage_limit, accent, version, policy
         from tenants where slug = $1",
        slug,
    )
    .fetch_optional(&db.pool)
    .await?
    .map(Tenant::try_from)
    .transpose()
}

/// Every tenant's id, suspended ones too.
pub async fn ids(db: &Db) -> Result<Vec<TenantId>> {
    let ids = sqlx::query_scalar!("select id from tenants order by id").fetch_all(&db.pool).await?;
    Ok(ids.into_iter().map(TenantId).collect())
}

/// The tenant of an id.
pub async fn by_id(db: &Db, id: TenantId) -> Result<Tenant> {
    sqlx::query_as!(
        Row,
        "select id, slug, name_en, name_zh, languages, time_zone, currency, calendar, sla_hours, state, staff_limit,
                storage_limit, accent, version, policy
         from tenants where id = $1",
        id.0,
    )
    .fetch_one(&db.pool)
    .await?
    .try_into()
}
