//! On which side of an application a person stands.

use crate::{TenantTx, error::Result};
use domain::{ApplicationId, MerchantId, PersonId};

/// Whose an application is, and whether a person ever stood on that side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// Whose it is.
    pub merchant: MerchantId,
    /// Whether the person holds or ever held a role there, or began or handed in the application: then they can
    /// never judge it.
    pub own: bool,
}

/// Where a person stands to an application; [`crate::StoreError::NotFound`] where there is no such application.
pub async fn side(tx: &mut TenantTx, application: ApplicationId, person: Option<PersonId>) -> Result<Side> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        r#"select a.merchant_id,
                  coalesce(a.created_by = $3 or a.submitted_by = $3, false) or exists (
                      select 1 from merchant_members m
                      where m.tenant_id = a.tenant_id and m.merchant_id = a.merchant_id and m.person_id = $3
                  ) as "own!"
           from applications a where a.tenant_id = $1 and a.id = $2"#,
        tenant,
        application.0,
        person.map(|person| person.0),
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Side { merchant: MerchantId(row.merchant_id), own: row.own })
}

/// The application of a number, as it is written: `GW-…`.
pub async fn by_number(tx: &mut TenantTx, case_number: &str) -> Result<Option<ApplicationId>> {
    let tenant = tx.tenant().0;
    let found = sqlx::query_scalar!(
        "select id from applications where tenant_id = $1 and case_number = $2",
        tenant,
        case_number,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map(ApplicationId))
}
