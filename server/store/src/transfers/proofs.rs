//! Proofs that an account is an applicant's. Account and amount lie sealed under the dossier key.

use crate::{
    StoreError, TenantTx,
    applications::sections::digest,
    error::{Result, one},
    keys::DossierKey,
};
use domain::{
    AccountProofId, ApplicationId,
    transfers::{Outcome, Proof, ProofKind},
};
use serde::{Deserialize, Serialize};
use std::fmt;
use time::OffsetDateTime;
use uuid::Uuid;

/// An applicant's account, as the application gives it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Whose it is.
    pub holder: String,
    /// Its number.
    pub number: String,
    /// The bank's name.
    pub bank: String,
    /// The bank's or branch's number; else empty.
    pub bank_code: String,
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Account(…)")
    }
}

/// A proof as it stands; account and amount are still closed.
#[derive(Clone)]
pub struct Stored {
    /// Its id.
    pub id: AccountProofId,
    /// Of which application.
    pub application: ApplicationId,
    /// Where it stands.
    pub proof: Proof,
    /// What stands with the transfer.
    pub reference: String,
    /// The currency of what is sent.
    pub currency: String,
    /// What was otherwise about the last transfer that named it.
    pub misfit: Option<Outcome>,
    /// The file of orders it went to the bank with.
    pub batch: Option<Uuid>,
    /// Since when.
    pub begun_at: OffsetDateTime,
    account_sealed: Vec<u8>,
    amount_sealed: Option<Vec<u8>>,
    version: i32,
}

impl fmt::Debug for Stored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stored({}, {})", self.id, self.proof.kind())
    }
}

const TABLE: &str = "account_proofs";
const ACCOUNT: &str = "account";
const AMOUNT: &str = "amount";
/// The kind of the digest of a proven account.
const MARK: &str = "proven_account";

impl Stored {
    /// The account.
    pub fn account(&self, key: &DossierKey) -> Result<Account> {
        let bytes = key.open(TABLE, self.id.0, ACCOUNT, 0, &self.account_sealed)?;
        serde_json::from_slice(&bytes).map_err(|_| StoreError::Corrupt("a sealed account"))
    }

    /// How much is sent, in minor units; nothing before the way is chosen. Never for the merchant's eyes where we send.
    pub fn amount(&self, key: &DossierKey) -> Result<Option<i64>> {
        let Some(sealed) = &self.amount_sealed else { return Ok(None) };
        let bytes = key.open(TABLE, self.id.0, AMOUNT, 0, sealed)?;
        let bytes = bytes.try_into().map_err(|_| StoreError::Corrupt("a sealed amount"))?;
        Ok(Some(i64::from_le_bytes(bytes)))
    }

    /// Puts another amount in the place of the one before.
    pub fn set_amount(&mut self, tx: &TenantTx, key: &DossierKey, minor: i64) -> Result<()> {
        let sealed = key.seal(&*tx.random(), TABLE, self.id.0, AMOUNT, 0, &minor.to_le_bytes())?;
        self.amount_sealed = Some(sealed);
        Ok(())
    }
}

/// Begins a proof; the way is to be chosen.
pub async fn begin(
    tx: &mut TenantTx,
    (application, key): (ApplicationId, &DossierKey),
    account: &Account,
    (currency, reference): (&str, &str),
) -> Result<AccountProofId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let bytes = serde_json::to_vec(account).map_err(|_| StoreError::Corrupt("an account"))?;
    let sealed = key.seal(&*tx.random(), TABLE, id, ACCOUNT, 0, &bytes)?;
    let mark = digest(&tx.keys().await?, MARK, &account.number);
    let (word, data) = written(&Proof::Choosing)?;
    sqlx::query!(
        "insert into account_proofs (tenant_id, id, application_id, state, state_data, reference, account_mark,
             account_sealed, currency, begun_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        tenant,
        id,
        application.0,
        word,
        data,
        reference,
        mark.as_slice(),
        sealed,
        currency,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(AccountProofId(id))
}

fn written(proof: &Proof) -> Result<(&'static str, serde_json::Value)> {
    let data = serde_json::to_value(proof).map_err(|_| StoreError::Corrupt("a proof"))?;
    Ok((proof.kind().word(), data))
}

/// Saves where it stands, its amount, misfit and batch.
///
/// # Errors
/// [`StoreError::Conflict`] where another change has come between.
pub async fn save(tx: &mut TenantTx, stored: &mut Stored) -> Result<()> {
    let tenant = tx.tenant().0;
    let (word, data) = written(&stored.proof)?;
    let done = sqlx::query!(
        "update account_proofs
         set state = $4, state_data = $5, amount_sealed = $6, misfit = $7, batch_id = $8, version = version + 1
         where tenant_id = $1 and id = $2 and version = $3",
        tenant,
        stored.id.0,
        stored.version,
        word,
        data,
        stored.amount_sealed,
        stored.misfit.map(Outcome::word),
        stored.batch,
    )
    .execute(tx.conn())
    .await?;
    one(&done)?;
    stored.version += 1;
    Ok(())
}

/// One proof.
pub async fn load(tx: &mut TenantTx, id: AccountProofId) -> Result<Stored> {
    let tenant = tx.tenant().0;
    let row = sqlx::query_as!(
        Row,
        "select id, application_id, state, state_data, reference, currency, misfit, batch_id, begun_at, account_sealed,
                amount_sealed, version
         from account_proofs where tenant_id = $1 and id = $2",
        tenant,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Stored::try_from(row)
}

/// The latest proof of an application, if there ever was one.
pub async fn latest(tx: &mut TenantTx, application: ApplicationId) -> Result<Option<Stored>> {
    let tenant = tx.tenant().0;
    let row = sqlx::query_as!(
        Row,
        "select id, application_id, state, state_data, reference, currency, misfit, batch_id, begun_at, account_sealed,
                amount_sealed, version
         from account_proofs where tenant_id = $1 and application_id = $2 order by begun_at desc, id desc limit 1",
        tenant,
        application.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(Stored::try_from).transpose()
}

/// Whether this very account of the application was proven before.
pub async fn is_proven(tx: &mut TenantTx, application: ApplicationId, number: &str) -> Result<bool> {
    let tenant = tx.tenant().0;
    let mark = digest(&tx.keys().await?, MARK, number);
    let proven = sqlx::query_scalar!(
        r#"select exists (select 1 from account_proofs
               where tenant_id = $1 and application_id = $2 and state = 'verified' and account_mark = $3) as "proven!""#,
        tenant,
        application.0,
        mark.as_slice(),
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(proven)
}

/// A row as it is read.
pub(super) struct Row {
    pub(super) id: Uuid,
    pub(super) application_id: Uuid,
    pub(super) state: String,
    pub(super) state_data: serde_json::Value,
    pub(super) reference: String,
    pub(super) currency: String,
    pub(super) misfit: Option<String>,
    pub(super) batch_id: Option<Uuid>,
    pub(super) begun_at: OffsetDateTime,
    pub(super) account_sealed: Vec<u8>,
    pub(super) amount_sealed: Option<Vec<u8>>,
    pub(super) version: i32,
}

impl TryFrom<Row> for Stored {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let proof: Proof =
            serde_json::from_value(row.state_data).map_err(|_| StoreError::Corrupt("a proof"))?;
        if ProofKind::from_word(&row.state) != Some(proof.kind()) {
            return Err(StoreError::Corrupt("a proof's state"));
        }
        let misfit = row.misfit.map(|word| Outcome::from_word(&word).ok_or(StoreError::Corrupt("a misfit")));
        Ok(Self {
            id: AccountProofId(row.id),
            application: ApplicationId(row.application_id),
            proof,
            reference: row.reference,
            currency: row.currency,
            misfit: misfit.transpose()?,
            batch: row.batch_id,
            begun_at: row.begun_at,
            account_sealed: row.account_sealed,
            amount_sealed: row.amount_sealed,
            version: row.version,
        })
    }
}
