//! A person as every request sees them.

use crate::{Db, TenantTx, error::Result};
use domain::{Lang, PersonId};

/// Who a session speaks for.
#[derive(Clone, Debug)]
pub struct Known {
    /// Their id.
    pub id: PersonId,
    /// Their address, as typed.
    pub email: String,
    /// The language they chose, if any.
    pub lang: Option<Lang>,
    /// `light` or `dark`, where they chose.
    pub theme: Option<String>,
    /// Whether their address is confirmed.
    pub confirmed: bool,
    /// Whether they run the platform.
    pub operator: bool,
    /// Whether they have something to prove themselves with beside the password.
    pub factor: bool,
}

/// The person of an id.
pub async fn known(db: &Db, id: PersonId) -> Result<Option<Known>> {
    let row = sqlx::query!(
        r#"select email, lang, theme, (confirmed_at is not null) as "confirmed!", is_operator,
                  (exists (select from totp_factors where person_id = $1)
                   or exists (select from passkeys where person_id = $1)) as "factor!"
           from persons where id = $1"#,
        id.0,
    )
    .fetch_optional(&db.pool)
    .await?;
    Ok(row.map(|row| Known {
        id,
        email: row.email,
        lang: row.lang.as_deref().and_then(Lang::from_tag),
        theme: row.theme,
        confirmed: row.confirmed,
        operator: row.is_operator,
        factor: row.factor,
    }))
}

/// Keeps what a person chose; what they didn't say stays. `theme` of `Some(None)` is the system's.
pub async fn prefer(db: &Db, id: PersonId, lang: Option<Lang>, theme: Option<Option<&str>>) -> Result<()> {
    sqlx::query!(
        "update persons set lang = coalesce($2, lang), theme = case when $3 then $4 else theme end where id = $1",
        id.0,
        lang.map(Lang::tag),
        theme.is_some(),
        theme.flatten(),
    )
    .execute(&db.pool)
    .await?;
    Ok(())
}

/// Gives or takes the right to run the platform. False where it stood so already.
pub async fn set_operator(tx: &mut TenantTx, id: PersonId, operator: bool) -> Result<bool> {
    let done = sqlx::query!(
        "update persons set is_operator = $2 where id = $1 and is_operator <> $2",
        id.0,
        operator
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}
