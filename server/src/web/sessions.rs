//! tower-sessions over our own rows. The row is the authority: revocation, idle and absolute limits are judged
//! when it is loaded; saving never brings an ended session back.

use async_trait::async_trait;
use axum::{
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::Response,
};
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

use super::{AppState, WebSettings};

/// The session's entry that says who is signed in.
pub const PERSON: &str = "person";
/// The entry that holds the row's own id.
pub(super) const ROW: &str = "row";
/// The entry that says how far the session has come: the row's own account, put here when it is loaded and never saved.
pub(super) const STANDING: &str = "standing";

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
    Value::Object(record.data.clone().into_iter().filter(|(name, _)| name != STANDING).collect())
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
            let mut data: HashMap<String, Value> = match live.data {
                Value::Object(entries) => entries.into_iter().collect(),
                _ => HashMap::new(),
            };
            data.insert(STANDING.into(), json!(live.standing));
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

/// What the row keeps of a cookie's value; nothing where it is none of ours.
pub fn digest_of(cookie: &str) -> Option<[u8; 32]> {
    cookie.parse().ok().map(digest)
}

/// A cookie's value for a session that goes on: the answer sets it, its digest goes into the row.
pub(crate) struct NewCookie(Id);

impl NewCookie {
    /// A value that nobody has had.
    pub(crate) fn draw() -> Self {
        Self(Id::default())
    }

    /// What the row keeps of it.
    pub(crate) fn digest(&self) -> [u8; 32] {
        digest(self.0)
    }

    /// Puts it into an answer, unless that sets the cookie already: of two the later one is good.
    pub(crate) fn put(&self, web: &WebSettings, response: &mut Response) {
        let name = web.cookie_name();
        let set = response.headers().get_all(header::SET_COOKIE).iter();
        if set.filter_map(|value| value.to_str().ok()).any(|value| value.starts_with(&format!("{name}="))) {
            return;
        }
        let secure = if web.https() { "; Secure" } else { "" };
        let text = format!("{name}={}; Path=/; HttpOnly; SameSite=Lax{secure}", self.0);
        if let Ok(value) = HeaderValue::from_str(&text) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
}

/// Gives a session whose person's roles have changed another cookie, with the answer to the next request made in it.
pub(super) async fn renew(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let session = request.extensions().get::<Session>().cloned();
    let mut response = next.run(request).await;
    let Some(session) = session else { return response };
    let standing = session.get::<rows::Standing>(STANDING).await.ok().flatten().unwrap_or_default();
    if let (true, Some(id), Ok(Some(row))) =
        (standing.renew, session.id(), session.get::<SessionId>(ROW).await)
    {
        let cookie = NewCookie::draw();
        if let Ok(true) = rows::renew(&app.services.db, row, &digest(id), &cookie.digest()).await {
            cookie.put(&app.web, &mut response);
        }
    }
    response
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
