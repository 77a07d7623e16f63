//! What stands on the screen of whoever judges an application: the versions of its sections and the hashes of its
//! current papers.

use crate::{TenantTx, error::Result};
use domain::ApplicationId;
use uuid::Uuid;

/// A current paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The paper's code.
    pub code: String,
    /// The document version's id.
    pub version: Uuid,
    /// SHA-256 of the file as it was received.
    pub sha256: Vec<u8>,
}

/// Everything a judgement is about, beside the application's own version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Material {
    /// Each section's code and latest version.
    pub sections: Vec<(String, i64)>,
    /// The latest version of each paper that wasn't taken away, unless our machines refused it.
    pub papers: Vec<Paper>,
}

/// Reads it all in this transaction. Whoever means to judge by it holds the application's row.
pub async fn material(tx: &mut TenantTx, application: ApplicationId) -> Result<Material> {
    let tenant = tx.tenant().0;
    let sections = sqlx::query!(
        r#"select code, max(version)::bigint as "version!" from sections
           where tenant_id = $1 and application_id = $2 group by code order by code"#,
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let papers = sqlx::query_as!(
        Paper,
        r#"select distinct on (d.paper, d.id) d.paper as code, v.id as version, v.sha256
           from documents d
           join document_versions v on v.tenant_id = d.tenant_id and v.document_id = d.id
           where d.tenant_id = $1 and d.application_id = $2 and d.removed_at is null and d.answer_id is null
             and v.refusal is null and v.state <> 'purged'
           order by d.paper, d.id, v.uploaded_at desc, v.id desc"#,
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(Material { sections: sections.into_iter().map(|row| (row.code, row.version)).collect(), papers })
}
