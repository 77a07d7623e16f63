//! Applications as whoever looks after retention sees them: those that are set aside as well.

use crate::{
    TenantTx,
    applications::opened,
    error::{Result, one},
};
use domain::{ApplicationId, MerchantId, applications::State};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

/// Applications on one page.
pub const PAGE: i64 = 50;

/// An application and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: ApplicationId,
    /// Whose it is.
    pub merchant: MerchantId,
    /// What people call it.
    pub case_number: String,
    /// The business's name as declared; empty where it was purged.
    pub name: String,
    /// The kind of merchant.
    pub kind: String,
    /// Its country, whose law counts.
    pub country: String,
    /// Where it stands.
    pub state: State,
    /// Whether it is set aside.
    pub set_aside: bool,
    /// Since when nothing personal of it is left.
    pub purged_at: Option<OffsetDateTime>,
    /// Whether a legal hold lies on it.
    pub held: bool,
}

/// Which applications are listed.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// The one of this number, wherever it stands; else everything that is over or set aside.
    pub number: Option<String>,
    /// This one alone, wherever it stands.
    pub id: Option<ApplicationId>,
    /// Those with ids before this one.
    pub before: Option<ApplicationId>,
}

/// The latest day on which something of this country can have ended whose term is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cutoff {
    /// Which country.
    pub country: String,
    /// The day.
    pub day: Date,
}

/// From here on this transaction sees what is set aside.
pub async fn see_all(tx: &mut TenantTx) -> Result<()> {
    sqlx::query!("select set_config('app.set_aside', 'seen', true)").fetch_one(tx.conn()).await?;
    Ok(())
}

struct Row {
    id: Uuid,
    merchant_id: Uuid,
    case_number: String,
    name: String,
    kind: String,
    country: String,
    state: String,
    state_data: serde_json::Value,
    set_aside: bool,
    purged_at: Option<OffsetDateTime>,
    held: bool,
}

impl TryFrom<Row> for Kept {
    type Error = crate::StoreError;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: ApplicationId(row.id),
            merchant: MerchantId(row.merchant_id),
            case_number: row.case_number,
            name: row.name,
            kind: row.kind,
            country: row.country,
            state: opened(&row.state, row.state_data)?,
            set_aside: row.set_aside,
            purged_at: row.purged_at,
            held: row.held,
        })
    }
}

/// The newest first, as far as this transaction sees them.
pub async fn list(tx: &mut TenantTx, filter: &Filter, limit: i64) -> Result<Vec<Kept>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        r#"select a.id, a.merchant_id, a.case_number, a.name, a.kind, a.country, a.state, a.state_data, a.set_aside,
                  a.purged_at, exists (
                      select 1 from retention_holds h
                      where h.tenant_id = a.tenant_id and h.application_id = a.id and h.lifted_at is null
                  ) as "held!"
           from applications a
           where a.tenant_id = $1
             and case
                 when $2::text is not null then a.case_number = $2
                 when $3::uuid is not null then a.id = $3
                 else a.ended_on is not null or a.set_aside
             end
             and ($4::uuid is null or a.id < $4)
           order by a.id desc limit $5"#,
        tenant,
        filter.number.as_deref(),
        filter.id.map(|id| id.0),
        filter.before.map(|id| id.0),
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Kept::try_from).collect()
}

/// One of them.
pub async fn find(tx: &mut TenantTx, id: ApplicationId) -> Result<Kept> {
    let filter = Filter { id: Some(id), ..Filter::default() };
    list(tx, &filter, 1).await?.pop().ok_or(crate::StoreError::NotFound)
}

/// Applications whose term may be over and on which no hold lies, after this one by their ids. The rules say which are
/// due.
pub async fn due(
    tx: &mut TenantTx,
    cutoffs: &[Cutoff],
    abandoned: Date,
    after: Option<ApplicationId>,
    limit: i64,
) -> Result<Vec<ApplicationId>> {
    let tenant = tx.tenant().0;
    let (countries, days): (Vec<String>, Vec<Date>) =
        cutoffs.iter().map(|cutoff| (cutoff.country.clone(), cutoff.day)).unzip();
    let rows = sqlx::query_scalar!(
        "select a.id from applications a
         left join unnest($2::text[], $3::date[]) c (country, day) on c.country = a.country
         where a.tenant_id = $1 and a.ended_on is not null and a.purged_at is null
           and (a.ended_on <= c.day or (a.submitted_at is null and a.ended_on <= $4))
           and not exists (
               select 1 from retention_holds h
               where h.tenant_id = a.tenant_id and h.application_id = a.id and h.lifted_at is null
           )
           and ($5::uuid is null or a.id > $5)
         order by a.id limit $6",
        tenant,
        &countries,
        &days,
        abandoned,
        after.map(|id| id.0),
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(ApplicationId).collect())
}

/// From here on nobody else sees that it is there.
pub async fn set_aside(tx: &mut TenantTx, id: ApplicationId) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update applications set set_aside = true, version = version + 1
         where tenant_id = $1 and id = $2 and purged_at is null",
        tenant,
        id.0,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}
