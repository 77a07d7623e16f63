//! One-time links to the upload of one paper.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
};
use domain::{
    ApplicationId, DocumentId, PersonId, PhoneLinkId, SessionId,
    documents::phone::{Device, Link, Standing},
};
use time::OffsetDateTime;
use uuid::Uuid;

/// A link, and what it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneLink {
    /// Its id.
    pub id: PhoneLinkId,
    /// To which application.
    pub application: ApplicationId,
    /// As which paper, by its code.
    pub paper: String,
    /// In place of which document, if it replaces one.
    pub replaces: Option<DocumentId>,
    /// Whoever made it.
    pub by: PersonId,
    /// In which session.
    pub session: SessionId,
    /// Its life.
    pub link: Link,
}

/// A link to be made.
#[derive(Clone, Copy, Debug)]
pub struct NewPhoneLink<'a> {
    /// To which application.
    pub application: ApplicationId,
    /// As which paper.
    pub paper: &'a str,
    /// In place of which document.
    pub replaces: Option<DocumentId>,
    /// Whoever makes it.
    pub by: PersonId,
    /// In which session.
    pub session: SessionId,
    /// Its token's hash.
    pub token_hash: &'a [u8; 32],
    /// Until when it is good.
    pub until: OffsetDateTime,
}

struct Row {
    id: Uuid,
    application_id: Uuid,
    paper: String,
    document_id: Option<Uuid>,
    created_by: Uuid,
    session_id: Uuid,
    expires_at: OffsetDateTime,
    device_hash: Option<Vec<u8>>,
    state: String,
}

impl TryFrom<Row> for PhoneLink {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let device = row.device_hash.map(Device::try_from).transpose();
        Ok(Self {
            id: PhoneLinkId(row.id),
            application: ApplicationId(row.application_id),
            paper: row.paper,
            replaces: row.document_id.map(DocumentId),
            by: PersonId(row.created_by),
            session: SessionId(row.session_id),
            link: Link {
                standing: Standing::from_word(&row.state).ok_or(StoreError::Corrupt("a link's state"))?,
                device: device.map_err(|_| StoreError::Corrupt("a device"))?,
                until: row.expires_at,
            },
        })
    }
}

/// Makes a link, in the place of those that the same person has open for the same paper.
pub async fn insert(tx: &mut TenantTx, new: &NewPhoneLink<'_>) -> Result<PhoneLinkId> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    sqlx::query!(
        "update phone_links set state = 'replaced', state_at = $5
         where tenant_id = $1 and application_id = $2 and paper = $3 and created_by = $4 and state = 'open'",
        tenant,
        new.application.0,
        new.paper,
        new.by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "insert into phone_links (tenant_id, id, application_id, paper, document_id, token_hash, created_by, session_id,
             created_at, expires_at, state, state_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', $9)",
        tenant,
        id,
        new.application.0,
        new.paper,
        new.replaces.map(|document| document.0),
        new.token_hash.as_slice(),
        new.by.0,
        new.session.0,
        now,
        new.until,
    )
    .execute(tx.conn())
    .await?;
    Ok(PhoneLinkId(id))
}

/// One by its token's hash.
pub async fn by_token(tx: &mut TenantTx, token_hash: &[u8; 32]) -> Result<PhoneLink> {
    let tenant = tx.tenant().0;
    sqlx::query_as!(
        Row,
        "select id, application_id, paper, document_id, created_by, session_id, expires_at, device_hash, state
         from phone_links where tenant_id = $1 and token_hash = $2",
        tenant,
        token_hash.as_slice(),
    )
    .fetch_one(tx.conn())
    .await?
    .try_into()
}

/// One of an application, by its id.
pub async fn find(tx: &mut TenantTx, application: ApplicationId, id: PhoneLinkId) -> Result<PhoneLink> {
    let tenant = tx.tenant().0;
    sqlx::query_as!(
        Row,
        "select id, application_id, paper, document_id, created_by, session_id, expires_at, device_hash, state
         from phone_links where tenant_id = $1 and application_id = $2 and id = $3",
        tenant,
        application.0,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?
    .try_into()
}

/// Gives an open link to a device; one that has it keeps it. Of two devices that try at once, one finds it moved on.
pub async fn hold(tx: &mut TenantTx, id: PhoneLinkId, device: &Device) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update phone_links set device_hash = $3
         where tenant_id = $1 and id = $2 and state = 'open' and (device_hash is null or device_hash = $3)",
        tenant,
        id.0,
        device.as_slice(),
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Closes a link: what it was for has come. One that is closed stays as it is.
pub async fn close(tx: &mut TenantTx, id: PhoneLinkId) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    sqlx::query!(
        "update phone_links set state = 'used', state_at = $3
         where tenant_id = $1 and id = $2 and state = 'open'",
        tenant,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
