//! Accounts of people who belong nowhere any more.

use crate::{TenantTx, error::Result};
use domain::PersonId;

/// Closes the account of a person who holds no role anywhere and runs nothing: address, password, factors, links and
/// sessions go. Says whether it did.
///
/// Whoever ever worked for the transaction's tenant keeps theirs: what they did there stands under it.
pub async fn close(tx: &mut TenantTx, person: PersonId) -> Result<bool> {
    let tenant = tx.tenant().0;
    sqlx::query_scalar!("select id from persons where id = $1 for update", person.0)
        .fetch_one(tx.conn())
        .await?;
    let belongs = sqlx::query_scalar!(
        r#"select (
               exists (select 1 from lookup_memberships($2))
               or exists (select 1 from persons where id = $2 and is_operator)
               or exists (select 1 from staff where tenant_id = $1 and person_id = $2)
           ) as "belongs!""#,
        tenant,
        person.0,
    )
    .fetch_one(tx.conn())
    .await?;
    if belongs {
        return Ok(false);
    }
    sqlx::query!(
        "update persons set email = 'gone:' || id, email_key = 'gone:' || id, password_hash = null, lang = null,
             theme = null, confirmed_at = null, auth_epoch = auth_epoch + 1
         where id = $1",
        person.0,
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("delete from sessions where person_id = $1", person.0).execute(tx.conn()).await?;
    sqlx::query!("delete from person_tokens where person_id = $1", person.0).execute(tx.conn()).await?;
    sqlx::query!("delete from totp_factors where person_id = $1", person.0).execute(tx.conn()).await?;
    sqlx::query!("delete from recovery_codes where person_id = $1", person.0).execute(tx.conn()).await?;
    sqlx::query!("delete from passkeys where person_id = $1", person.0).execute(tx.conn()).await?;
    sqlx::query!("delete from passkey_challenges where person_id = $1", person.0).execute(tx.conn()).await?;
    sqlx::query!(
        "delete from jobs where state in ('waiting', 'dead') and strpos(payload::text, $1) > 0",
        person.0.to_string(),
    )
    .execute(tx.conn())
    .await?;
    Ok(true)
}
