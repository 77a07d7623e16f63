//! Who works at a tenant, and as what.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
};
use domain::{PersonId, permissions::Role};
use time::OffsetDateTime;
use uuid::Uuid;

/// One of the staff.
#[derive(Clone, Debug)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// Their address as typed.
    pub email: String,
    /// Whether they may work here now.
    pub active: bool,
    /// As what.
    pub roles: Vec<Role>,
    /// Cases in their hands.
    pub claimed: i64,
    /// Whether they hold or ever held a role at a merchant here, whose cases they can't review.
    pub at_merchant: bool,
    /// Since when.
    pub since: OffsetDateTime,
}

/// Takes the tenant's row, so that changes of staff happen one after another, and gives the staff limit. Foreign
/// keys to the tenant don't wait for it.
pub async fn lock(tx: &mut TenantTx) -> Result<i32> {
    let tenant = tx.tenant().0;
    Ok(sqlx::query_scalar!("select staff_limit from tenants where id = $1 for no key update", tenant)
        .fetch_one(tx.conn())
        .await?)
}

/// Active staff, and the limit, without taking the lock.
pub async fn used(tx: &mut TenantTx) -> Result<(i64, i32)> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        r#"select (select count(*) from staff s where s.tenant_id = t.id and s.state = 'active') as "used!",
                  t.staff_limit
           from tenants t where t.id = $1"#,
        tenant,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok((row.used, row.staff_limit))
}

/// All of them, the active first, by address.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<Member>> {
    select(tx, None).await
}

/// One of them.
pub async fn find(tx: &mut TenantTx, person: PersonId) -> Result<Option<Member>> {
    Ok(select(tx, Some(person.0)).await?.pop())
}

async fn select(tx: &mut TenantTx, person: Option<Uuid>) -> Result<Vec<Member>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select s.person_id, p.email, s.state, s.created_at,
                  array(select r.role from staff_roles r
                        where r.tenant_id = s.tenant_id and r.person_id = s.person_id order by r.role) as "roles!",
                  (select count(*) from applications a
                   where a.tenant_id = s.tenant_id and a.claimed_by = s.person_id) as "claimed!",
                  exists (select 1 from merchant_members m
                          where m.tenant_id = s.tenant_id and m.person_id = s.person_id) as "at_merchant!"
           from staff s join persons p on p.id = s.person_id
           where s.tenant_id = $1 and ($2::uuid is null or s.person_id = $2)
           order by s.state, p.email_key"#,
        tenant,
        person,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Member {
                person: PersonId(row.person_id),
                email: row.email,
                active: row.state == "active",
                roles: parse_roles(&row.roles)?,
                claimed: row.claimed,
                at_merchant: row.at_merchant,
                since: row.created_at,
            })
        })
        .collect()
}

/// Where the person of a folded address stands here: nothing, or whether they are active.
pub async fn standing(tx: &mut TenantTx, email_key: &str) -> Result<Option<bool>> {
    let tenant = tx.tenant().0;
    Ok(sqlx::query_scalar!(
        r#"select (s.state = 'active') as "active!" from staff s join persons p on p.id = s.person_id
           where s.tenant_id = $1 and p.email_key = $2"#,
        tenant,
        email_key,
    )
    .fetch_optional(tx.conn())
    .await?)
}

/// Roles from their stored words, in the matrix's order.
pub(crate) fn parse_roles(words: &[String]) -> Result<Vec<Role>> {
    let mut roles = words
        .iter()
        .map(|word| Role::from_word(word).ok_or(StoreError::Corrupt("a role")))
        .collect::<Result<Vec<_>>>()?;
    roles.sort_unstable();
    Ok(roles)
}

/// Takes someone on, or back on with these roles.
pub async fn take_on(tx: &mut TenantTx, person: PersonId, roles: &[Role]) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "insert into staff (tenant_id, person_id, state, created_at) values ($1, $2, 'active', $3)
         on conflict (tenant_id, person_id) do update set state = 'active', deactivated_at = null",
        tenant,
        person.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    set_roles(tx, person, roles).await
}

/// Holds the row of one of the staff: acts on cases that are under way wait for it, or it for them.
pub async fn hold(tx: &mut TenantTx, person: PersonId) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!(
        "select person_id from staff where tenant_id = $1 and person_id = $2 for no key update",
        tenant,
        person.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(())
}

/// Gives exactly these roles.
pub async fn set_roles(tx: &mut TenantTx, person: PersonId, roles: &[Role]) -> Result<()> {
    let tenant = tx.tenant().0;
    let words: Vec<String> = roles.iter().map(|role| role.word().to_owned()).collect();
    sqlx::query!(
        "delete from staff_roles where tenant_id = $1 and person_id = $2 and role <> all($3)",
        tenant,
        person.0,
        &words,
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "insert into staff_roles (tenant_id, person_id, role) select $1, $2, unnest($3::text[])
         on conflict do nothing",
        tenant,
        person.0,
        &words,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Deactivates or reactivates; someone who stands there already is a conflict.
pub async fn set_active(tx: &mut TenantTx, person: PersonId, active: bool) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let (from, to) = if active { ("deactivated", "active") } else { ("active", "deactivated") };
    let done = sqlx::query!(
        "update staff set state = $4, deactivated_at = case when $4 = 'deactivated' then $5::timestamptz end
         where tenant_id = $1 and person_id = $2 and state = $3",
        tenant,
        person.0,
        from,
        to,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// How many active admins there are beside this person.
pub async fn other_admins(tx: &mut TenantTx, person: PersonId) -> Result<i64> {
    let tenant = tx.tenant().0;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from staff s
           join staff_roles r on r.tenant_id = s.tenant_id and r.person_id = s.person_id
           where s.tenant_id = $1 and s.person_id <> $2 and s.state = 'active' and r.role = 'admin'"#,
        tenant,
        person.0,
    )
    .fetch_one(tx.conn())
    .await?)
}
