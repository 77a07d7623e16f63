//! What a mail must know when it is written: to whom, in whose name, about what.

use crate::{Db, TenantTx, error::Result};
use domain::{ApplicationId, InvitationId, Lang, PersonId, TenantId};
use time::OffsetDateTime;
use uuid::Uuid;

/// To whom a mail goes.
#[derive(Clone, Debug)]
pub struct Addressee {
    /// Their address, as typed.
    pub email: String,
    /// The language they chose, if any.
    pub lang: Option<Lang>,
}

/// The tenant in whose name it is sent.
#[derive(Clone, Debug)]
pub struct Sender {
    /// Its part of the address.
    pub slug: String,
    /// Its name in English and in Chinese.
    pub names: (String, String),
    /// The language its pages are shown in where a reader says nothing.
    pub lang: Lang,
    /// The IANA zone its dates are told in.
    pub zone: String,
}

/// The addresses of a change, by the request's id.
#[derive(Clone, Debug)]
pub struct AddressChange {
    /// The address that is to be used.
    pub new: String,
    /// The address it replaces.
    pub old: String,
}

/// An application, as a mail names it.
#[derive(Clone, Debug)]
pub struct Case {
    /// `GW-…`.
    pub number: String,
    /// The business's name as declared; empty where none is yet.
    pub name: String,
}

/// An invitation whose link has just been drawn.
#[derive(Clone, Debug)]
pub struct Invited {
    /// To whom.
    pub email: String,
    /// In which language.
    pub lang: Lang,
    /// The roles' stored words.
    pub roles: Vec<String>,
    /// The merchant's name, where it is an invitation to a merchant.
    pub merchant: Option<String>,
}

/// A person's address and language; nothing where they are gone, or where their address was another's.
pub async fn addressee(db: &Db, person: PersonId) -> Result<Option<Addressee>> {
    let row = sqlx::query!("select email, lang from persons where id = $1 and email like '%@%'", person.0)
        .fetch_optional(&db.pool)
        .await?;
    Ok(row.map(|row| Addressee { email: row.email, lang: row.lang.as_deref().and_then(Lang::from_tag) }))
}

/// A tenant's name and address part.
pub async fn sender(db: &Db, tenant: TenantId) -> Result<Sender> {
    let row = sqlx::query!(
        "select slug, name_en, name_zh, languages, time_zone from tenants where id = $1",
        tenant.0
    )
    .fetch_one(&db.pool)
    .await?;
    let lang = row.languages.first().and_then(|tag| Lang::from_tag(tag)).unwrap_or_default();
    Ok(Sender { slug: row.slug, names: (row.name_en, row.name_zh), lang, zone: row.time_zone })
}

/// Both addresses of a change.
pub async fn address_change(db: &Db, change: Uuid) -> Result<Option<AddressChange>> {
    let row = sqlx::query!(
        r#"select new_email as "new!", old_email as "old!" from person_tokens
           where id = $1 and purpose = 'change_email'"#,
        change
    )
    .fetch_optional(&db.pool)
    .await?;
    Ok(row.map(|row| AddressChange { new: row.new, old: row.old }))
}

/// How a mail names an application of the transaction's tenant.
pub async fn case(tx: &mut TenantTx, application: ApplicationId) -> Result<Option<Case>> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        "select case_number, name from applications where tenant_id = $1 and id = $2",
        tenant,
        application.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Case { number: row.case_number, name: row.name }))
}

/// The end that an application's merchant was told of; nothing where it moved on or was touched since.
pub async fn told_end(tx: &mut TenantTx, application: ApplicationId) -> Result<Option<OffsetDateTime>> {
    let tenant = tx.tenant().0;
    let ends = sqlx::query_scalar!(
        "select n.ends_at from end_notices n
         join applications a on a.tenant_id = n.tenant_id and a.id = n.application_id
         where n.tenant_id = $1 and n.application_id = $2 and n.state = a.state
           and (a.state <> 'draft' or n.told_at >= a.updated_at)",
        tenant,
        application.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(ends)
}

/// Gives an open invitation its token: the one drawn before no longer opens it. Nothing where the invitation
/// has been accepted or withdrawn.
pub async fn draw_invitation(
    tx: &mut TenantTx,
    invitation: InvitationId,
    token_hash: &[u8; 32],
    expires_at: OffsetDateTime,
) -> Result<Option<Invited>> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        r#"update invitations i set token_hash = $3, expires_at = $4
           where i.tenant_id = $1 and i.id = $2 and i.accepted_at is null and i.withdrawn_at is null
           returning i.email, i.lang, i.roles,
               (select m.name from merchants m where m.tenant_id = i.tenant_id and m.id = i.merchant_id) as merchant"#,
        tenant,
        invitation.0,
        token_hash.as_slice(),
        expires_at,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Invited {
        email: row.email,
        lang: Lang::from_tag(&row.lang).unwrap_or_default(),
        roles: row.roles,
        merchant: row.merchant,
    }))
}
