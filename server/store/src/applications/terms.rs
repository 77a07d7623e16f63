//! What the desk's search finds an application by, out of its plain answers.

use crate::{TenantTx, error::Result};
use domain::{
    ApplicationId,
    applications::Values,
    review::search::{self, Term},
};

/// Puts a section's terms in the place of its former ones.
pub(super) async fn replace(
    tx: &mut TenantTx,
    application: ApplicationId,
    section: &str,
    plain: &Values,
) -> Result<()> {
    let tenant = tx.tenant().0;
    sqlx::query!(
        "delete from search_terms where tenant_id = $1 and application_id = $2 and section = $3",
        tenant,
        application.0,
        section,
    )
    .execute(tx.conn())
    .await?;
    for (field, term) in search::terms(plain) {
        let (kind, term, grams) = match term {
            Term::Name(name) => {
                let grams = search::grams(&name).into_iter().collect();
                ("name", name, grams)
            }
            Term::Number(number) => ("number", number, Vec::<String>::new()),
            Term::Email(email) => ("email", email, Vec::new()),
        };
        sqlx::query!(
            "insert into search_terms (tenant_id, application_id, section, field, kind, term, grams)
             values ($1, $2, $3, $4, $5, $6, $7)",
            tenant,
            application.0,
            section,
            field,
            kind,
            term,
            &grams,
        )
        .execute(tx.conn())
        .await?;
    }
    Ok(())
}
