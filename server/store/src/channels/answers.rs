//! What channels answered, word for word and sealed. Never changed, never deleted.

use crate::{StoreError, TenantTx, error::Result, keys::DossierKey};
use domain::{
    AnswerId, ApplicationId, MerchantId,
    channels::{Answer, CapabilityKind},
    credentials::Environment,
};
use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

const TABLE: &str = "channel_answers";

/// What the channel wrote, as it wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verbatim {
    /// Its number for the merchant or the request.
    pub number: String,
    /// Its state.
    pub state: String,
    /// Its words.
    pub words: String,
}

/// An answer to be kept.
#[derive(Debug)]
pub struct NewAnswer<'a> {
    /// About whom.
    pub merchant: MerchantId,
    /// The application under whose key it is sealed.
    pub application: ApplicationId,
    /// Whose answer.
    pub channel: &'a str,
    /// About which environment.
    pub environment: Environment,
    /// As we read it.
    pub answer: Answer,
    /// Where the capability stands after it.
    pub state: CapabilityKind,
    /// As it was written.
    pub verbatim: &'a Verbatim,
    /// The day it is of.
    pub on: Date,
}

/// An answer as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Its id.
    pub id: AnswerId,
    /// The application under whose key it is sealed.
    pub application: ApplicationId,
    /// Whose answer.
    pub channel: String,
    /// About which environment.
    pub environment: Environment,
    /// As we read it.
    pub answer: Answer,
    /// Where the capability stood after it.
    pub state: CapabilityKind,
    /// The day it is of.
    pub on: Date,
    /// Who recorded it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    verbatim_sealed: Vec<u8>,
}

impl Answered {
    /// What the channel wrote, opened with its application's key.
    pub fn verbatim(&self, key: &DossierKey) -> Result<Verbatim> {
        let bytes = key.open(TABLE, self.id.0, "verbatim", 0, &self.verbatim_sealed)?;
        serde_json::from_slice(&bytes).map_err(|_| StoreError::Corrupt("a channel's words"))
    }
}

/// Keeps an answer.
pub async fn insert(tx: &mut TenantTx, key: &DossierKey, new: &NewAnswer<'_>) -> Result<AnswerId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let by = tx.actor().person().ok_or(StoreError::Corrupt("answers are recorded by persons"))?.id.0;
    let plain =
        serde_json::to_vec(new.verbatim).map_err(|_| StoreError::Corrupt("words that have no JSON form"))?;
    let sealed = key.seal(&*tx.random(), TABLE, id, "verbatim", 0, &plain)?;
    sqlx::query!(
        "insert into channel_answers (tenant_id, id, merchant_id, application_id, channel, environment, answer, state,
             verbatim_sealed, answered_on, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        tenant,
        id,
        new.merchant.0,
        new.application.0,
        new.channel,
        new.environment.word(),
        new.answer.word(),
        new.state.word(),
        sealed,
        new.on,
        by,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(AnswerId(id))
}

struct Row {
    id: Uuid,
    application_id: Uuid,
    channel: String,
    environment: String,
    answer: String,
    state: String,
    verbatim_sealed: Vec<u8>,
    answered_on: Date,
    email: String,
    recorded_at: OffsetDateTime,
}

impl TryFrom<Row> for Answered {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: AnswerId(row.id),
            application: ApplicationId(row.application_id),
            channel: row.channel,
            environment: Environment::from_word(&row.environment)
                .ok_or(StoreError::Corrupt("environment"))?,
            answer: Answer::from_word(&row.answer).ok_or(StoreError::Corrupt("answer"))?,
            state: CapabilityKind::from_word(&row.state).ok_or(StoreError::Corrupt("state"))?,
            on: row.answered_on,
            by: row.email,
            at: row.recorded_at,
            verbatim_sealed: row.verbatim_sealed,
        })
    }
}

/// What channels answered about a merchant, newest first.
pub async fn of_merchant(tx: &mut TenantTx, merchant: MerchantId) -> Result<Vec<Answered>> {
    select(tx, merchant, None).await
}

/// One answer about this merchant.
pub async fn find(tx: &mut TenantTx, merchant: MerchantId, id: AnswerId) -> Result<Answered> {
    select(tx, merchant, Some(id)).await?.pop().ok_or(StoreError::NotFound)
}

async fn select(tx: &mut TenantTx, merchant: MerchantId, id: Option<AnswerId>) -> Result<Vec<Answered>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        "select a.id, a.application_id, a.channel, a.environment, a.answer, a.state, a.verbatim_sealed, a.answered_on,
                p.email, a.recorded_at
         from channel_answers a join persons p on p.id = a.recorded_by
         where a.tenant_id = $1 and a.merchant_id = $2 and ($3::uuid is null or a.id = $3) order by a.id desc",
        tenant,
        merchant.0,
        id.map(|id| id.0) as Option<Uuid>,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Answered::try_from).collect()
}
