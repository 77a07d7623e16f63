//! A tenant's table of currencies, only ever added to.

use crate::{StoreError, TenantTx, error::Result};
use domain::PersonId;
use time::{Date, OffsetDateTime};

/// A figure that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The currency's code.
    pub currency: String,
    /// The day from which it holds.
    pub from: Date,
    /// One unit of it in millionths of a unit of the tenant's own currency.
    pub worth: u64,
    /// Whose address entered it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// Its place in the order of entering.
    pub place: i64,
    /// Whether another of the same day was entered after it.
    pub corrected: bool,
}

struct Row {
    currency: String,
    holds_from: Date,
    worth: i64,
    email: String,
    entered_at: OffsetDateTime,
    place: i64,
    corrected: bool,
}

impl TryFrom<Row> for Entered {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let worth = u64::try_from(row.worth).map_err(|_| StoreError::Corrupt("a worth below nought"))?;
        Ok(Self {
            currency: row.currency,
            from: row.holds_from,
            worth,
            by: row.email,
            at: row.entered_at,
            place: row.place,
            corrected: row.corrected,
        })
    }
}

/// Enters what a unit of a currency is worth from a day on.
pub async fn enter(tx: &mut TenantTx, by: PersonId, currency: &str, from: Date, worth: u64) -> Result<()> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let worth = i64::try_from(worth).map_err(|_| StoreError::Corrupt("a worth beyond its bounds"))?;
    sqlx::query!(
        "insert into currency_rates (tenant_id, id, currency, holds_from, worth, entered_by, entered_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        tenant,
        id,
        currency,
        from,
        worth,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What counts on a day: of each currency the newest day's figure, and of those the one that was entered last; by code.
pub async fn on(tx: &mut TenantTx, day: Date) -> Result<Vec<Entered>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        r#"select distinct on (r.currency) r.currency, r.holds_from, r.worth, p.email, r.entered_at,
                  r.place as "place!", false as "corrected!"
           from currency_rates r join persons p on p.id = r.entered_by
           where r.tenant_id = $1 and r.holds_from <= $2
           order by r.currency, r.holds_from desc, r.place desc"#,
        tenant,
        day,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Entered::try_from).collect()
}

/// Everything that was entered, of one currency where one is named, the last first, before this place.
pub async fn history(
    tx: &mut TenantTx,
    currency: Option<&str>,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Entered>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        r#"select r.currency, r.holds_from, r.worth, p.email, r.entered_at, r.place as "place!",
                  exists (
                      select 1 from currency_rates l
                      where l.tenant_id = r.tenant_id and l.currency = r.currency
                        and l.holds_from = r.holds_from and l.place > r.place
                  ) as "corrected!"
           from currency_rates r join persons p on p.id = r.entered_by
           where r.tenant_id = $1 and ($2::text is null or r.currency = $2)
             and ($3::bigint is null or r.place < $3)
           order by r.place desc limit $4"#,
        tenant,
        currency,
        before,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Entered::try_from).collect()
}
