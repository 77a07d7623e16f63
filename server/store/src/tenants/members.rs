//! Who belongs to a merchant, and as what. Roles are ended, never deleted.

use super::staff::parse_roles;
use crate::{
    TenantTx,
    error::{Result, one},
};
use domain::{MerchantId, PersonId, permissions::Role};
use time::OffsetDateTime;

/// One of a merchant's people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// Their address as typed.
    pub email: String,
    /// As what; in the matrix's order.
    pub roles: Vec<Role>,
    /// Since when they hold the oldest of these roles.
    pub since: OffsetDateTime,
}

/// Everybody who belongs to the merchant now, by address.
pub async fn list(tx: &mut TenantTx, merchant: MerchantId) -> Result<Vec<Member>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select m.person_id, p.email, array_agg(m.role) as "roles!", min(m.added_at) as "since!"
           from merchant_members m join persons p on p.id = m.person_id
           where m.tenant_id = $1 and m.merchant_id = $2 and m.ended_at is null
           group by m.person_id, p.email, p.email_key order by p.email_key"#,
        tenant,
        merchant.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let roles = parse_roles(&row.roles)?;
            Ok(Member { person: PersonId(row.person_id), email: row.email, roles, since: row.since })
        })
        .collect()
}

/// What the person of a folded address is at the merchant now.
pub async fn standing(tx: &mut TenantTx, merchant: MerchantId, email_key: &str) -> Result<Vec<Role>> {
    let tenant = tx.tenant().0;
    let words = sqlx::query_scalar!(
        "select m.role from merchant_members m join persons p on p.id = m.person_id
         where m.tenant_id = $1 and m.merchant_id = $2 and m.ended_at is null and p.email_key = $3",
        tenant,
        merchant.0,
        email_key,
    )
    .fetch_all(tx.conn())
    .await?;
    parse_roles(&words)
}

/// Ends a role that a person holds at the merchant; the row stays.
pub async fn end(tx: &mut TenantTx, merchant: MerchantId, person: PersonId, role: Role) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update merchant_members set ended_at = $5
         where tenant_id = $1 and merchant_id = $2 and person_id = $3 and role = $4 and ended_at is null",
        tenant,
        merchant.0,
        person.0,
        role.word(),
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Holds the merchant's applications: whoever judges one of them right now is waited for, and then found. Applications
/// are held before their merchant, as acts on them do it.
pub async fn hold_cases(tx: &mut TenantTx, merchant: MerchantId) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query_scalar!(
        "select id from applications where tenant_id = $1 and merchant_id = $2 order by id for no key update",
        tenant,
        merchant.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(())
}

/// Whether a person ever weighed on the merchant from the desk: see `has_judged` in the database.
pub async fn judged(tx: &mut TenantTx, merchant: MerchantId, person: PersonId) -> Result<bool> {
    let tenant = tx.tenant().0;
    let judged =
        sqlx::query_scalar!(r#"select has_judged($1, $2, $3) as "judged!""#, tenant, merchant.0, person.0,)
            .fetch_one(tx.conn())
            .await?;
    Ok(judged)
}
