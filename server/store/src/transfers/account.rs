//! The tenant's own account, to which merchants send.

use crate::{TenantTx, error::Result};
use domain::PersonId;

/// An account that money goes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnAccount {
    /// Whose it is.
    pub holder: String,
    /// At which bank.
    pub bank: String,
    /// Its number.
    pub number: String,
}

/// The tenant's own account, where it has one.
pub async fn get(tx: &mut TenantTx) -> Result<Option<OwnAccount>> {
    let tenant = tx.tenant().0;
    Ok(sqlx::query_as!(
        OwnAccount,
        "select holder, bank, number from own_accounts where tenant_id = $1 and number <> ''",
        tenant,
    )
    .fetch_optional(tx.conn())
    .await?)
}

/// Keeps it in the place of the one before; none takes it away.
pub async fn put(tx: &mut TenantTx, account: Option<&OwnAccount>, by: PersonId) -> Result<()> {
    let (tenant, now, none) = (tx.tenant().0, tx.now(), OwnAccount::default());
    let account = account.unwrap_or(&none);
    sqlx::query!(
        "insert into own_accounts (tenant_id, holder, bank, number, saved_by, saved_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id) do update
         set holder = excluded.holder, bank = excluded.bank, number = excluded.number, saved_by = excluded.saved_by,
             saved_at = excluded.saved_at",
        tenant,
        account.holder,
        account.bank,
        account.number,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
