//! Invitations by mail, to the staff or to a merchant. The token is drawn when the mail is written and kept as a hash alone.

use super::staff::parse_roles;
use crate::{
    StoreError, TenantTx,
    error::{Result, one},
};
use domain::{InvitationId, Lang, MerchantId, PersonId, permissions::Role};
use time::OffsetDateTime;

/// An invitation.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// To whom, as typed.
    pub email: String,
    /// The same, folded.
    pub email_key: String,
    /// As what.
    pub roles: Vec<Role>,
    /// To which merchant; none where it is to the staff.
    pub merchant: Option<MerchantId>,
    /// The mail's language.
    pub lang: Lang,
    /// When.
    pub created_at: OffsetDateTime,
    /// Until when it can be accepted.
    pub expires_at: OffsetDateTime,
    /// Whether someone accepted it.
    pub accepted: bool,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
}

impl Invitation {
    /// Whether it can be accepted now.
    pub fn is_open(&self, now: OffsetDateTime) -> bool {
        !self.accepted && !self.withdrawn && now < self.expires_at
    }
}

/// An invitation to be made.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    /// To whom, as typed.
    pub email: String,
    /// The same, folded.
    pub email_key: String,
    /// As what.
    pub roles: Vec<Role>,
    /// To which merchant; none where it is to the staff.
    pub merchant: Option<MerchantId>,
    /// The mail's language.
    pub lang: Lang,
    /// Until when it can be accepted.
    pub expires_at: OffsetDateTime,
}

/// A stored language.
pub(crate) fn parse_lang(tag: &str) -> Result<Lang> {
    Lang::from_tag(tag).ok_or(StoreError::Corrupt("a language"))
}

/// Adds one; its mail draws the token.
pub async fn insert(tx: &mut TenantTx, invitation: &NewInvitation) -> Result<InvitationId> {
    let (tenant, now, id) = (tx.tenant().0, tx.now(), tx.new_id());
    let by = tx.actor().person().map(|person| person.id.0);
    let roles: Vec<String> = invitation.roles.iter().map(|role| role.word().to_owned()).collect();
    sqlx::query!(
        "insert into invitations (tenant_id, id, email, email_key, roles, lang, invited_by, created_at, expires_at, merchant_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        tenant,
        id,
        invitation.email,
        invitation.email_key,
        &roles,
        invitation.lang.tag(),
        by,
        now,
        invitation.expires_at,
        invitation.merchant.map(|merchant| merchant.0),
    )
    .execute(tx.conn())
    .await?;
    Ok(InvitationId(id))
}

struct Row {
    id: uuid::Uuid,
    email: String,
    email_key: String,
    roles: Vec<String>,
    merchant_id: Option<uuid::Uuid>,
    lang: String,
    created_at: OffsetDateTime,
    expires_at: OffsetDateTime,
    accepted_at: Option<OffsetDateTime>,
    withdrawn_at: Option<OffsetDateTime>,
}

impl TryFrom<Row> for Invitation {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: InvitationId(row.id),
            email: row.email,
            email_key: row.email_key,
            roles: parse_roles(&row.roles)?,
            merchant: row.merchant_id.map(MerchantId),
            lang: parse_lang(&row.lang)?,
            created_at: row.created_at,
            expires_at: row.expires_at,
            accepted: row.accepted_at.is_some(),
            withdrawn: row.withdrawn_at.is_some(),
        })
    }
}

/// Those to the staff or to a merchant that nobody has accepted or withdrawn, the newest first; run-out ones of the last
/// 30 days too.
pub async fn pending(tx: &mut TenantTx, to: Option<MerchantId>) -> Result<Vec<Invitation>> {
    let (tenant, since) = (tx.tenant().0, tx.now() - time::Duration::days(30));
    let rows = sqlx::query_as!(
        Row,
        "select id, email, email_key, roles, merchant_id, lang, created_at, expires_at, accepted_at, withdrawn_at
         from invitations
         where tenant_id = $1 and merchant_id is not distinct from $3 and accepted_at is null
           and withdrawn_at is null and expires_at > $2
         order by created_at desc, id desc limit 200",
        tenant,
        since,
        to.map(|merchant| merchant.0),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Invitation::try_from).collect()
}

/// One to the staff or to a merchant, by its id.
pub async fn find(tx: &mut TenantTx, id: InvitationId, to: Option<MerchantId>) -> Result<Invitation> {
    let tenant = tx.tenant().0;
    sqlx::query_as!(
        Row,
        "select id, email, email_key, roles, merchant_id, lang, created_at, expires_at, accepted_at, withdrawn_at
         from invitations where tenant_id = $1 and id = $2 and merchant_id is not distinct from $3",
        tenant,
        id.0,
        to.map(|merchant| merchant.0),
    )
    .fetch_one(tx.conn())
    .await?
    .try_into()
}

/// One by the hash of the token its mail carries.
pub async fn by_token(tx: &mut TenantTx, hash: &[u8; 32]) -> Result<Invitation> {
    let tenant = tx.tenant().0;
    sqlx::query_as!(
        Row,
        "select id, email, email_key, roles, merchant_id, lang, created_at, expires_at, accepted_at, withdrawn_at
         from invitations where tenant_id = $1 and token_hash = $2",
        tenant,
        hash.as_slice(),
    )
    .fetch_one(tx.conn())
    .await?
    .try_into()
}

/// Marks it accepted, once.
pub async fn accept(tx: &mut TenantTx, id: InvitationId, person: PersonId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update invitations set accepted_by = $3, accepted_at = $4
         where tenant_id = $1 and id = $2 and accepted_at is null and withdrawn_at is null and expires_at > $4",
        tenant,
        id.0,
        person.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Withdraws all that would make someone an administrator and were not accepted, run-out ones too: their mail, sent
/// again, would open them. Answers which.
pub async fn withdraw_admins(tx: &mut TenantTx) -> Result<Vec<InvitationId>> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let withdrawn = sqlx::query_scalar!(
        "update invitations set withdrawn_at = $2
         where tenant_id = $1 and merchant_id is null and accepted_at is null and withdrawn_at is null
           and 'admin' = any (roles)
         returning id",
        tenant,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(withdrawn.into_iter().map(InvitationId).collect())
}

/// Withdraws it, unless it was accepted or withdrawn.
pub async fn withdraw(tx: &mut TenantTx, id: InvitationId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update invitations set withdrawn_at = $3
         where tenant_id = $1 and id = $2 and accepted_at is null and withdrawn_at is null",
        tenant,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}
