//! One-time links to whoever signs, and what they said.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
};
use domain::{
    ApplicationId, SignatureId, SigningLinkId,
    applications::signing::{Answer, Standing},
};
use time::OffsetDateTime;
use uuid::Uuid;

/// A link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: SigningLinkId,
    /// About which application.
    pub application: ApplicationId,
    /// Whether it goes to the declared address.
    pub by_mail: bool,
    /// Whether its token was drawn.
    pub drawn: bool,
    /// When it was made.
    pub created_at: OffsetDateTime,
    /// Until when it is good.
    pub expires_at: OffsetDateTime,
    /// Where it stands.
    pub standing: Standing,
    /// Since when.
    pub since: OffsetDateTime,
}

struct Row {
    id: Uuid,
    application_id: Uuid,
    by_mail: bool,
    drawn: bool,
    created_at: OffsetDateTime,
    expires_at: OffsetDateTime,
    state: String,
    state_at: OffsetDateTime,
}

impl TryFrom<Row> for Link {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: SigningLinkId(row.id),
            application: ApplicationId(row.application_id),
            by_mail: row.by_mail,
            drawn: row.drawn,
            created_at: row.created_at,
            expires_at: row.expires_at,
            standing: Standing::from_word(&row.state).ok_or(StoreError::Corrupt("a link's state"))?,
            since: row.state_at,
        })
    }
}

/// Adds a link: with its token's hash where it is shown at once, without one where its mail draws it. The caller holds
/// the application and has closed what stood open.
pub async fn insert(
    tx: &mut TenantTx,
    application: ApplicationId,
    token_hash: Option<&[u8; 32]>,
    expires_at: OffsetDateTime,
) -> Result<SigningLinkId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let by = tx.actor().person().map(|person| person.id.0);
    sqlx::query!(
        "insert into signing_links (tenant_id, id, application_id, token_hash, by_mail, created_by, created_at,
             expires_at, state, state_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'issued', $7)",
        tenant,
        id,
        application.0,
        token_hash.map(<[u8; 32]>::as_slice),
        token_hash.is_none(),
        by,
        now,
        expires_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(SigningLinkId(id))
}

/// The link that stands open, if one does.
pub async fn open_of(tx: &mut TenantTx, application: ApplicationId) -> Result<Option<Link>> {
    let tenant = tx.tenant().0;
    let row = sqlx::query_as!(
        Row,
        r#"select id, application_id, by_mail, token_hash is not null as "drawn!", created_at, expires_at, state,
                  state_at
           from signing_links where tenant_id = $1 and application_id = $2 and state in ('issued', 'opened')"#,
        tenant,
        application.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(Link::try_from).transpose()
}

/// One by its id.
pub async fn find(tx: &mut TenantTx, id: SigningLinkId) -> Result<Link> {
    let tenant = tx.tenant().0;
    sqlx::query_as!(
        Row,
        r#"select id, application_id, by_mail, token_hash is not null as "drawn!", created_at, expires_at, state,
                  state_at
           from signing_links where tenant_id = $1 and id = $2"#,
        tenant,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?
    .try_into()
}

/// One by its token's hash.
pub async fn by_token(tx: &mut TenantTx, token_hash: &[u8; 32]) -> Result<Link> {
    let tenant = tx.tenant().0;
    sqlx::query_as!(
        Row,
        r#"select id, application_id, by_mail, token_hash is not null as "drawn!", created_at, expires_at, state,
                  state_at
           from signing_links where tenant_id = $1 and token_hash = $2"#,
        tenant,
        token_hash.as_slice(),
    )
    .fetch_one(tx.conn())
    .await?
    .try_into()
}

/// Gives an open link its token: the one drawn before no longer opens it.
pub async fn draw(
    tx: &mut TenantTx,
    id: SigningLinkId,
    token_hash: &[u8; 32],
    expires_at: OffsetDateTime,
) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update signing_links set token_hash = $3, expires_at = $4
         where tenant_id = $1 and id = $2 and state in ('issued', 'opened')",
        tenant,
        id.0,
        token_hash.as_slice(),
        expires_at,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Puts a link from where it stood to where it stands now; of two that try at once, one is told that it has moved on.
pub async fn stand(tx: &mut TenantTx, link: &Link, standing: Standing) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update signing_links set state = $4, state_at = $5 where tenant_id = $1 and id = $2 and state = $3",
        tenant,
        link.id.0,
        link.standing.word(),
        standing.word(),
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// A signature to be kept, or a disavowal.
#[derive(Clone, Copy, Debug)]
pub struct NewSignature<'a> {
    /// About which application.
    pub application: ApplicationId,
    /// By which link.
    pub link: SigningLinkId,
    /// Of the how many-eth handing in.
    pub round: u16,
    /// What was said.
    pub answer: Answer,
    /// The section of the answers that names whoever was to sign.
    pub signatory: &'a str,
    /// The agreement's kind, version and language.
    pub text: (&'a str, &'a str, &'a str),
    /// SHA-256 of the agreement as it was read.
    pub text_hash: &'a [u8; 32],
    /// Keyed digest of what was shown as declared.
    pub declared_mark: &'a [u8; 32],
    /// The client's network address.
    pub address: &'a str,
}

/// A signature, or a disavowal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Its id.
    pub id: SignatureId,
    /// Of the how many-eth handing in.
    pub round: i32,
    /// What was said.
    pub answer: Answer,
    /// The section of the answers that names whoever was to sign.
    pub signatory: String,
    /// The agreement's kind.
    pub kind: String,
    /// Its version.
    pub version: String,
    /// In which language it was read.
    pub lang: String,
    /// SHA-256 of it as it was read.
    pub text_hash: Vec<u8>,
    /// When.
    pub at: OffsetDateTime,
    /// From which network address.
    pub address: String,
}

/// Keeps a signature.
pub async fn keep(tx: &mut TenantTx, new: &NewSignature<'_>) -> Result<SignatureId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let (kind, version, lang) = new.text;
    sqlx::query!(
        "insert into signatures (tenant_id, id, application_id, link_id, round, answer, signatory, text_kind,
             text_version, text_lang, text_hash, declared_mark, answered_at, address)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        tenant,
        id,
        new.application.0,
        new.link.0,
        i32::from(new.round),
        new.answer.word(),
        new.signatory,
        kind,
        version,
        lang,
        new.text_hash.as_slice(),
        new.declared_mark.as_slice(),
        now,
        new.address,
    )
    .execute(tx.conn())
    .await?;
    Ok(SignatureId(id))
}

/// Every signature of an application, the newest first.
pub async fn of(tx: &mut TenantTx, application: ApplicationId) -> Result<Vec<Signature>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select id, round, answer, signatory, text_kind, text_version, text_lang, text_hash, answered_at, address
         from signatures where tenant_id = $1 and application_id = $2 order by answered_at desc, id desc",
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Signature {
                id: SignatureId(row.id),
                round: row.round,
                answer: Answer::from_word(&row.answer).ok_or(StoreError::Corrupt("an answer"))?,
                signatory: row.signatory,
                kind: row.text_kind,
                version: row.text_version,
                lang: row.text_lang,
                text_hash: row.text_hash,
                at: row.answered_at,
                address: row.address,
            })
        })
        .collect()
}
