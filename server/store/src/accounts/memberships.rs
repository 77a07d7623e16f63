//! What a person is, in a tenant and elsewhere; read for every request.

use crate::{
    Db, TenantTx,
    error::{Result, StoreError},
};
use domain::{Actor, MerchantId, PersonId, TenantId, permissions::Role};

/// A person's roles in one tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    /// At the tenant.
    pub staff: Vec<Role>,
    /// At its merchants.
    pub members: Vec<(MerchantId, Role)>,
}

fn role(word: &str) -> Result<Role> {
    Role::from_word(word).ok_or(StoreError::Corrupt("a role without a name"))
}

/// The roles a person holds today in a tenant.
pub async fn roles(db: &Db, tenant: TenantId, person: PersonId) -> Result<Roles> {
    let mut tx = TenantTx::read(db, &Actor::System { tenant, job: "memberships" }).await?;
    let rows = sqlx::query!(
        r#"select r.role as "role!", null::uuid as merchant_id
           from staff s join staff_roles r on r.tenant_id = s.tenant_id and r.person_id = s.person_id
           where s.tenant_id = $1 and s.person_id = $2 and s.state = 'active'
           union all
           select m.role, m.merchant_id from merchant_members m
           where m.tenant_id = $1 and m.person_id = $2 and m.ended_at is null"#,
        tenant.0,
        person.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let mut roles = Roles::default();
    for row in rows {
        match row.merchant_id {
            None => roles.staff.push(role(&row.role)?),
            Some(merchant) => roles.members.push((MerchantId(merchant), role(&row.role)?)),
        }
    }
    Ok(roles)
}

/// A tenant a person belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The tenant.
    pub tenant: TenantId,
    /// Whether as staff.
    pub staff: bool,
    /// Whether at a merchant of its.
    pub merchant: bool,
}

/// Every tenant a person belongs to.
pub async fn everywhere(db: &Db, person: PersonId) -> Result<Vec<Membership>> {
    let rows = sqlx::query!(
        r#"select tenant_id as "tenant!", staff as "staff!", merchant as "merchant!" from lookup_memberships($1)"#,
        person.0,
    )
    .fetch_all(&db.pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Membership { tenant: TenantId(row.tenant), staff: row.staff, merchant: row.merchant })
        .collect())
}
