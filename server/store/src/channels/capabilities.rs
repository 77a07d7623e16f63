//! Rows of capabilities. What is written by their life is written by [`save`] alone.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
};
use domain::{ApplicationId, MerchantId, channels::Capability, credentials::Environment};
use time::OffsetDateTime;
use uuid::Uuid;

/// A capability of a merchant, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Whose.
    pub merchant: MerchantId,
    /// With which channel.
    pub channel: String,
    /// Where.
    pub environment: Environment,
    /// Where it stands.
    pub capability: Capability,
    /// The application that asked for it last.
    pub application: ApplicationId,
    /// When it was asked for first.
    pub requested_at: OffsetDateTime,
    /// Raised by every change.
    pub version: i32,
}

struct Row {
    merchant_id: Uuid,
    channel: String,
    environment: String,
    state: String,
    state_data: serde_json::Value,
    application_id: Uuid,
    requested_at: OffsetDateTime,
    version: i32,
}

impl TryFrom<Row> for Held {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let capability: Capability =
            serde_json::from_value(row.state_data).map_err(|_| StoreError::Corrupt("state data"))?;
        if capability.kind().word() != row.state {
            return Err(StoreError::Corrupt("state and its data differ"));
        }
        Ok(Self {
            merchant: MerchantId(row.merchant_id),
            channel: row.channel,
            environment: Environment::from_word(&row.environment)
                .ok_or(StoreError::Corrupt("environment"))?,
            capability,
            application: ApplicationId(row.application_id),
            requested_at: row.requested_at,
            version: row.version,
        })
    }
}

/// A merchant's capabilities, by channel, the live one before the test one.
pub async fn of_merchant(tx: &mut TenantTx, merchant: MerchantId) -> Result<Vec<Held>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        "select merchant_id, channel, environment, state, state_data, application_id, requested_at, version
         from capabilities where tenant_id = $1 and merchant_id = $2 order by channel, environment",
        tenant,
        merchant.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Held::try_from).collect()
}

/// One of them, for changing: whoever else wants to change it waits.
pub async fn lock(
    tx: &mut TenantTx,
    merchant: MerchantId,
    channel: &str,
    environment: Environment,
) -> Result<Held> {
    let tenant = tx.tenant().0;
    sqlx::query_as!(
        Row,
        "select merchant_id, channel, environment, state, state_data, application_id, requested_at, version
         from capabilities where tenant_id = $1 and merchant_id = $2 and channel = $3 and environment = $4
         for update",
        tenant,
        merchant.0,
        channel,
        environment.word(),
    )
    .fetch_one(tx.conn())
    .await?
    .try_into()
}

/// Adds one that was never asked for before.
pub async fn insert(tx: &mut TenantTx, held: &Held) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!(
        "insert into capabilities (tenant_id, merchant_id, channel, environment, requested_at, state, state_data,
             since, application_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tenant,
        held.merchant.0,
        held.channel,
        held.environment.word(),
        held.requested_at,
        held.capability.kind().word(),
        stored(held.capability)?,
        held.capability.since(),
        held.application.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes where it stands now; a row that has moved on is a conflict.
pub async fn save(tx: &mut TenantTx, held: &mut Held) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update capabilities set state = $5, state_data = $6, since = $7, verified_at = $8, effective_at = $9,
             application_id = $10, version = version + 1
         where tenant_id = $1 and merchant_id = $2 and channel = $3 and environment = $4 and version = $11",
        tenant,
        held.merchant.0,
        held.channel,
        held.environment.word(),
        held.capability.kind().word(),
        stored(held.capability)?,
        held.capability.since(),
        held.capability.verified(),
        held.capability.effective(),
        held.application.0,
        held.version,
    )
    .execute(tx.conn())
    .await?;
    one(&done)?;
    held.version += 1;
    Ok(())
}

/// The channels whose capability of this merchant is in force.
pub async fn effective(
    tx: &mut TenantTx,
    merchant: MerchantId,
    environment: Environment,
) -> Result<Vec<String>> {
    let tenant = tx.tenant().0;
    Ok(sqlx::query_scalar!(
        "select channel from capabilities
         where tenant_id = $1 and merchant_id = $2 and environment = $3 and state = 'effective'
         order by channel",
        tenant,
        merchant.0,
        environment.word(),
    )
    .fetch_all(tx.conn())
    .await?)
}

fn stored(capability: Capability) -> Result<serde_json::Value> {
    serde_json::to_value(capability).map_err(|_| StoreError::Corrupt("state that has no JSON form"))
}
