//! tower-sessions over our own rows. The row is the authority: revocation, idle and absolute limits are judged
//! when it is loaded; saving never brings an ended session back.

use async_trait::async_trait;
use axum::http::{HeaderValue, header};
use domain::{PersonId, SessionId};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{collections::HashMap, fmt};
use store::{Db, accounts::sessions as rows};
use tower_sessions::{
    Expiry, Session, SessionManagerLayer, SessionStore,
    cookie::SameSite,
    session::{Id, Record},
    session_store::{Error, Result},
};

use super::WebSettings;

/// The session's entry that says who is signed in.
pub const PERSON: &str = "person";
/// The entry that holds the row's own id.
pub(super) const ROW: &str = "row";

/// Sessions in Postgres.
#[derive(Clone)]
pub(super) struct Rows(pub(super) Db);

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rows")
    }
}

fn digest(id: Id) -> [u8; 32] {
    Sha256::digest(id.0.to_le_bytes()).into()
}

fn backend(error: &store::StoreError) -> Error {
    Error::Backend(error.to_string())
}

fn data(record: &Record) -> Value {
    Value::Object(record.data.clone().into_iter().collect())
}

#[async_trait]
impl SessionStore for Rows {
    async fn create(&self, record: &mut Record) -> Result<()> {
        loop {
            let now = self.0.ports().clock.now();
            let id = SessionId(self.0.ports().random.id(now));
            record.data.insert(ROW.into(), json!(id));
            if rows::create(&self.0, id, &digest(record.id), &data(record))
                .await
                .map_err(|error| backend(&error))?
            {
                return Ok(());
            }
            record.id = Id::default();
        }
    }

    async fn save(&self, record: &Record) -> Result<()> {
        rows::save(&self.0, &digest(record.id), &data(record)).await.map_err(|error| backend(&error))
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let live = rows::load(&self.0, &digest(*id)).await.map_err(|error| backend(&error))?;
        Ok(live.map(|live| {
            let data: HashMap<String, Value> = match live.data {
                Value::Object(entries) => entries.into_iter().collect(),
                _ => HashMap::new(),
            };
            // The row has its own limits; this date is only what the library asks for.
            Record { id: *id, data, expiry_date: self.0.ports().clock.now() + rows::ABSOLUTE }
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        rows::end(&self.0, &digest(*id)).await.map_err(|error| backend(&error))
    }
}

/// The layer that reads and writes the cookie.
pub(super) fn layer(db: Db, web: &WebSettings) -> SessionManagerLayer<Rows> {
    SessionManagerLayer::new(Rows(db))
        .with_name(web.cookie_name())
        .with_secure(web.https())
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnSessionEnd)
}

/// Signs a person in: under a new id, whatever the browser brought. Answers the new session's row.
pub async fn sign_in(
    session: &Session,
    person: PersonId,
) -> std::result::Result<SessionId, tower_sessions::session::Error> {
    if session.id().is_some() {
        session.flush().await?;
    }
    session.insert(PERSON, person).await?;
    session.save().await?;
    let row = session.get::<SessionId>(ROW).await?;
    row.ok_or_else(|| {
        tower_sessions::session::Error::Store(Error::Backend("a session without its row".into()))
    })
}

/// Signs out: the row ends, and the cookie is cleared by a header of our own, with `Secure` where it was set so
/// (the library's removal lacks it, and browsers ignore that for `__Host-` names).
pub async fn sign_out(
    session: &Session,
    web: &WebSettings,
) -> std::result::Result<(header::HeaderName, HeaderValue), tower_sessions::session::Error> {
    session.flush().await?;
    let secure = if web.https() { "; Secure" } else { "" };
    let text = format!("{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{secure}", web.cookie_name());
    let value = HeaderValue::from_str(&text)
        .map_err(|error| tower_sessions::session::Error::Store(Error::Encode(error.to_string())))?;
    Ok((header::SET_COOKIE, value))
}
