//! A tenant's own settings: names, languages, accent.

use crate::{
    TenantTx,
    error::{Result, one},
};
use domain::Lang;

/// What an admin changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branding {
    /// English name.
    pub name_en: String,
    /// Chinese name.
    pub name_zh: String,
    /// Languages, the first by default.
    pub languages: Vec<Lang>,
    /// `#rrggbb` as given; none for the house's own.
    pub accent: Option<String>,
}

/// Writes it, unless the row has moved on.
pub async fn save(tx: &mut TenantTx, version: i32, branding: &Branding) -> Result<()> {
    let tenant = tx.tenant().0;
    let languages: Vec<String> = branding.languages.iter().map(|lang| lang.tag().to_owned()).collect();
    let done = sqlx::query!(
        "update tenants set name_en = $3, name_zh = $4, languages = $5, accent = $6, version = version + 1
         where id = $1 and version = $2",
        tenant,
        version,
        branding.name_en,
        branding.name_zh,
        &languages,
        branding.accent,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}
