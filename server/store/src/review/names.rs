//! What the people of a case are called.

use crate::{TenantTx, error::Result};
use domain::PersonId;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The mail addresses of these persons, as they are today.
pub async fn emails(tx: &mut TenantTx, persons: &[PersonId]) -> Result<BTreeMap<PersonId, String>> {
    let ids: Vec<Uuid> = persons.iter().map(|person| person.0).collect();
    let rows =
        sqlx::query!("select id, email from persons where id = any($1)", &ids).fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|row| (PersonId(row.id), row.email)).collect())
}
