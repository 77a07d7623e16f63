//! Merchants and who belongs to them.

use crate::{
    TenantTx,
    error::{Result, one},
};
use domain::{MerchantId, PersonId, permissions::Role};

/// A business at a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merchant {
    /// Its id.
    pub id: MerchantId,
    /// Its number, once approved.
    pub number: Option<String>,
    /// Its name as declared; empty until then.
    pub name: String,
}

/// Makes a merchant with its first owner.
pub async fn create(tx: &mut TenantTx, owner: PersonId) -> Result<MerchantId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    sqlx::query!(
        "insert into merchants (tenant_id, id, created_by, created_at) values ($1, $2, $3, $4)",
        tenant,
        id,
        owner.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    let merchant = MerchantId(id);
    add_member(tx, merchant, owner, Role::Owner).await?;
    Ok(merchant)
}

/// Gives a person a role at a merchant; a role that had ended begins again.
pub async fn add_member(tx: &mut TenantTx, merchant: MerchantId, person: PersonId, role: Role) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "insert into merchant_members (tenant_id, merchant_id, person_id, role, added_at)
         values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, merchant_id, person_id, role) do update set ended_at = null",
        tenant,
        merchant.0,
        person.0,
        role.word(),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The merchant, or nothing of this tenant.
pub async fn load(tx: &mut TenantTx, id: MerchantId) -> Result<Merchant> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        "select id, number, name from merchants where tenant_id = $1 and id = $2",
        tenant,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Merchant { id: MerchantId(row.id), number: row.number, name: row.name })
}

/// These merchants of the tenant, oldest first.
pub async fn list(tx: &mut TenantTx, ids: &[MerchantId]) -> Result<Vec<Merchant>> {
    let (tenant, ids) = (tx.tenant().0, ids.iter().map(|id| id.0).collect::<Vec<_>>());
    let rows = sqlx::query!(
        "select id, number, name from merchants where tenant_id = $1 and id = any($2) order by created_at, id",
        tenant,
        &ids,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Merchant { id: MerchantId(row.id), number: row.number, name: row.name })
        .collect())
}

/// Takes over the name as declared.
pub async fn rename(tx: &mut TenantTx, id: MerchantId, name: &str) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update merchants set name = $3, version = version + 1 where tenant_id = $1 and id = $2",
        tenant,
        id.0,
        name,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// The persons who own the merchant now.
pub async fn owners(tx: &mut TenantTx, id: MerchantId) -> Result<Vec<PersonId>> {
    let tenant = tx.tenant().0;
    let ids = sqlx::query_scalar!(
        "select person_id from merchant_members
         where tenant_id = $1 and merchant_id = $2 and role = 'owner' and ended_at is null
         order by added_at, person_id",
        tenant,
        id.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ids.into_iter().map(PersonId).collect())
}

/// Whether an approval of the merchant stands.
pub async fn is_aboard(tx: &mut TenantTx, id: MerchantId) -> Result<bool> {
    let tenant = tx.tenant().0;
    let aboard = sqlx::query_scalar!(
        r#"select exists (
               select 1 from applications
               where tenant_id = $1 and merchant_id = $2
                 and (state = 'approved' or jsonb_exists(state_data, 'aboard'))
           ) as "aboard!""#,
        tenant,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(aboard)
}

/// A merchant that this person made and for which nothing was ever applied, if there is one.
pub async fn unused_of(tx: &mut TenantTx, person: PersonId) -> Result<Option<MerchantId>> {
    let tenant = tx.tenant().0;
    let id = sqlx::query_scalar!(
        "select m.id from merchants m
         join merchant_members o on o.tenant_id = m.tenant_id and o.merchant_id = m.id
         where m.tenant_id = $1 and m.created_by = $2 and o.person_id = $2 and o.role = 'owner' and o.ended_at is null
           and not exists (select 1 from applications a where a.tenant_id = m.tenant_id and a.merchant_id = m.id)
         order by m.created_at, m.id limit 1",
        tenant,
        person.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(id.map(MerchantId))
}

/// Makes whoever else starts something for this person wait until this transaction ends.
pub async fn hold_person(tx: &mut TenantTx, person: PersonId) -> Result<()> {
    sqlx::query_scalar!("select id from persons where id = $1 for no key update", person.0)
        .fetch_one(tx.conn())
        .await?;
    Ok(())
}

/// Makes whoever else starts something for this merchant wait until this transaction ends.
pub async fn lock(tx: &mut TenantTx, id: MerchantId) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query_scalar!(
        "select id from merchants where tenant_id = $1 and id = $2 for no key update",
        tenant,
        id.0
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(())
}
