//! Which live capabilities wait for their channel.

use crate::{StoreError, TenantTx, error::Result};
use domain::{ApplicationId, MerchantId, PersonId, channels::CapabilityKind};
use time::OffsetDateTime;

/// Where a page ends: the next one goes on after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Since when the last one waits.
    pub since: OffsetDateTime,
    /// Whose it is.
    pub merchant: MerchantId,
    /// Its channel.
    pub channel: String,
}

/// A capability that waits for its channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Whose.
    pub merchant: MerchantId,
    /// Their name.
    pub name: String,
    /// Their number.
    pub number: Option<String>,
    /// The application whose page shows it.
    pub application: ApplicationId,
    /// Its channel.
    pub channel: String,
    /// Where it stands.
    pub state: CapabilityKind,
    /// Since when.
    pub since: OffsetDateTime,
}

/// Those for which the ball is the channel's, the longest waiting first. Whoever stood on a merchant's side doesn't
/// see that merchant's.
pub async fn waiting(
    tx: &mut TenantTx,
    reader: PersonId,
    channel: Option<&str>,
    after: Option<&Key>,
    limit: i64,
) -> Result<Vec<Waiting>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select c.merchant_id, m.name, m.number, c.application_id, c.channel, c.state, c.since
           from capabilities c join merchants m on m.tenant_id = c.tenant_id and m.id = c.merchant_id
           where c.tenant_id = $1 and c.environment = 'live' and c.state in ('requested', 'verified', 'suspended')
             and ($2::text is null or c.channel = $2)
             and ($3::timestamptz is null or (c.since, c.merchant_id, c.channel) > ($3, $4, $5))
             and not exists (
                 select 1 from merchant_members mm
                 where mm.tenant_id = c.tenant_id and mm.merchant_id = c.merchant_id and mm.person_id = $6
             )
             and not exists (
                 select 1 from applications a
                 where a.tenant_id = c.tenant_id and a.merchant_id = c.merchant_id
                   and (a.created_by = $6 or a.submitted_by = $6)
             )
           order by c.since, c.merchant_id, c.channel limit $7"#,
        tenant,
        channel,
        after.map(|key| key.since),
        after.map(|key| key.merchant.0),
        after.map(|key| key.channel.as_str()),
        reader.0,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Waiting {
                merchant: MerchantId(row.merchant_id),
                name: row.name,
                number: row.number,
                application: ApplicationId(row.application_id),
                channel: row.channel,
                state: CapabilityKind::from_word(&row.state).ok_or(StoreError::Corrupt("state"))?,
                since: row.since,
            })
        })
        .collect()
}
