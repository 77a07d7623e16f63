//! A request as a handler sees it: tenant, actor, and the frame of the page to come.

use super::{AppState, ClientAddress, Fault, brand, fault::FrameSlot, headers::Nonce, preferences, sessions};
use app::{
    Frame, Page,
    frame::{Brand, Notice, Reader},
};
use axum::{
    extract::{FromRequestParts, RawPathParams, rejection::RawPathParamsRejection},
    http::{HeaderValue, Method, StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Response},
};
use domain::{
    Actor, Lang, PersonId, SessionId, TenantId, accounts::factors::is_fresh, actor::Person, permissions::Role,
};
use services::{
    ServiceError,
    accounts::{self, factors::Prover},
};
use std::net::{IpAddr, Ipv4Addr};
use store::{
    accounts::{
        memberships,
        persons::{self, Known},
        sessions::Standing,
    },
    tenants::{self, Tenant},
};
use tower_sessions::Session;

/// What a handler is handed. Roles are read for this request; a session proves the person alone.
pub struct Visit {
    /// What handlers share.
    pub app: AppState,
    /// Who acts, in the address's tenant ([`TenantId::PLATFORM`] off any).
    pub actor: Actor,
    /// The signed-in person's row.
    pub known: Option<Known>,
    /// The frame of the page to come.
    pub frame: Frame,
    /// Where the request comes from.
    pub address: IpAddr,
    /// The browser's account of itself, cut to 200 characters.
    pub agent: String,
    /// The session, for signing in and out.
    pub session: Session,
    /// Whose password was right, where that isn't enough: nobody yet to every page but those of the second step.
    pub pending: Option<Pending>,
    tenant: Option<Tenant>,
}

/// A session that opens nothing yet.
#[derive(Clone, Debug)]
pub struct Pending {
    /// In which session, and how far it has come.
    pub by: Prover,
    /// Their address.
    pub email: String,
    /// Whether they have a factor to prove; else they are to get one.
    pub factor: bool,
}

/// The proof that came with this very request, before whatever it asks for.
#[derive(Clone, Copy)]
pub(super) struct JustProved;

impl FromRequestParts<AppState> for Visit {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Fault> {
        let tenant = match slug(parts, app).await? {
            Some(slug) => {
                Some(tenants::by_slug(&app.services.db, &slug).await?.ok_or(ServiceError::NotFound)?)
            }
            None => None,
        };
        // Whatever goes wrong from here on is told on the tenant's page, and in the person's language once known.
        let slot = parts.extensions.get::<FrameSlot>().cloned().unwrap_or_default();
        let nobody = Actor::Visitor { tenant: TenantId::PLATFORM };
        slot.put(frame(app, parts, tenant.as_ref(), None, &nobody));
        let session = parts.extensions.get::<Session>().cloned().ok_or_else(Fault::no_session)?;
        let signed_in = signed_in(app, parts, &session).await?;
        if let Some((known, _)) = &signed_in {
            app.guard.person(known.id)?;
        }
        let mut actor = actor(app, tenant.as_ref(), signed_in.as_ref()).await?;
        let pending = pending(app, &actor, signed_in.as_ref()).await?;
        let mut frame =
            frame(app, parts, tenant.as_ref(), signed_in.as_ref().map(|(known, _)| known), &actor);
        let mut known = signed_in.map(|(known, _)| known);
        if pending.is_some() {
            actor = Actor::Visitor { tenant: actor.tenant() };
            (frame.reader, known) = (None, None);
        }
        slot.put(frame.clone());
        if tenant.as_ref().is_some_and(|tenant| tenant.suspended) {
            return Err(Fault::suspended());
        }
        let address = parts
            .extensions
            .get::<ClientAddress>()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |address| address.0);
        let agent = parts
            .headers
            .get(header::USER_AGENT)
            .map(|value| {
                String::from_utf8_lossy(value.as_bytes())
                    .chars()
                    .filter(|c| !c.is_control())
                    .take(200)
                    .collect()
            })
            .unwrap_or_default();
        Ok(Self { app: app.clone(), actor, known, frame, address, agent, session, pending, tenant })
    }
}

/// The tenant's part of the address, where the route has one. What can't be read names nothing.
async fn slug(parts: &mut Parts, app: &AppState) -> Result<Option<String>, Fault> {
    match RawPathParams::from_request_parts(parts, app).await {
        Ok(params) => Ok(params.iter().find(|(name, _)| *name == "slug").map(|(_, slug)| slug.to_owned())),
        Err(RawPathParamsRejection::MissingPathParams(_)) => Ok(None),
        Err(_) => Err(ServiceError::NotFound.into()),
    }
}

/// The person, and how far their session has come, where the cookie's session lives. A store that is down is a fault,
/// never "anonymous".
async fn signed_in(
    app: &AppState,
    parts: &Parts,
    session: &Session,
) -> Result<Option<(Known, Prover)>, Fault> {
    let Some(person) = session.get::<PersonId>(sessions::PERSON).await? else { return Ok(None) };
    let Some(row) = session.get::<SessionId>(sessions::ROW).await? else { return Ok(None) };
    let standing = session.get::<Standing>(sessions::STANDING).await?.unwrap_or_default();
    let proved =
        parts.extensions.get::<JustProved>().is_some() || is_fresh(standing.proved_at, app.services.now());
    let by = Prover { person, session: row, whole: standing.whole, proved };
    let known = persons::known(&app.services.db, person).await?;
    Ok(known.map(|known| (known, by)))
}

/// Whether more than the password is asked of whoever is signed in: the factor they have; or, of staff and operators,
/// that they get one.
async fn pending(
    app: &AppState,
    actor: &Actor,
    signed_in: Option<&(Known, Prover)>,
) -> Result<Option<Pending>, Fault> {
    let Some((known, by)) = signed_in else { return Ok(None) };
    let works = actor.person().is_some_and(|person| !person.staff.is_empty());
    let off_tenants = actor.tenant() == TenantId::PLATFORM;
    let asked = match (by.whole, known.factor) {
        (false, _) => true,
        (true, true) => false,
        (true, false) => {
            works || (off_tenants && accounts::must_have_factor(&app.services, known.id).await?)
        }
    };
    Ok(asked.then(|| Pending { by: *by, email: known.email.clone(), factor: known.factor }))
}

async fn actor(
    app: &AppState,
    tenant: Option<&Tenant>,
    signed_in: Option<&(Known, Prover)>,
) -> Result<Actor, Fault> {
    let id = tenant.map_or(TenantId::PLATFORM, |tenant| tenant.id);
    let Some((known, by)) = signed_in else { return Ok(Actor::Visitor { tenant: id }) };
    let (staff, members) = match tenant {
        // Without a confirmed address nobody is anybody in a tenant.
        Some(_) if !known.confirmed => (Vec::new(), Vec::new()),
        Some(tenant) => {
            let roles = memberships::roles(&app.services.db, tenant.id, known.id).await?;
            (roles.staff, roles.members)
        }
        None if known.operator && known.confirmed => (vec![Role::Operator], Vec::new()),
        None => (Vec::new(), Vec::new()),
    };
    let (session, proved) = (by.session, by.proved);
    Ok(Actor::Person(Person { tenant: id, id: known.id, session, proved, staff, members }))
}

/// The frame from what is known; also used for error pages, where less is.
pub(super) fn frame(
    app: &AppState,
    parts: &Parts,
    tenant: Option<&Tenant>,
    known: Option<&Known>,
    actor: &Actor,
) -> Frame {
    let lang = preferences::lang(&parts.headers, known, tenant);
    let person = actor.person();
    Frame {
        lang,
        theme: preferences::theme(&parts.headers, known),
        keys: preferences::keys(&parts.headers),
        nonce: parts.extensions.get::<Nonce>().map(|nonce| nonce.0.clone()).unwrap_or_default(),
        path: page_of(parts, &app.web.base_url),
        brand: tenant.map(|tenant| brand_of(tenant, lang)),
        reader: known.map(|known| Reader {
            email: known.email.clone(),
            staff: person.map(|person| person.staff.clone()).unwrap_or_default(),
            members: person.map(member_roles).unwrap_or_default(),
        }),
        notice: notice(parts.uri.query().unwrap_or_default()),
        zone: tenant.map_or_else(|| "UTC".into(), |tenant| tenant.time_zone.clone()),
        assets: app.assets.names.clone(),
        ..Frame::bare(lang)
    }
}

/// What somebody is at merchants, each role once.
fn member_roles(person: &Person) -> Vec<Role> {
    let mut roles: Vec<Role> = person.members.iter().map(|(_, role)| *role).collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

/// The page the reader is on: what is asked for, or where the form stood that was posted. Many forms are posted to
/// addresses that are no page.
fn page_of(parts: &Parts, base_url: &str) -> String {
    let asked = || parts.uri.path_and_query().map_or_else(|| "/".into(), ToString::to_string);
    if matches!(parts.method, Method::GET | Method::HEAD) {
        return asked();
    }
    let referer = parts.headers.get(header::REFERER).and_then(|value| value.to_str().ok());
    let own = referer.and_then(|from| preferences::own_path(from.strip_prefix(base_url)?));
    own.map_or_else(asked, str::to_owned)
}

fn brand_of(tenant: &Tenant, lang: Lang) -> Brand {
    Brand {
        slug: tenant.slug.clone(),
        name: tenant.name(lang).to_owned(),
        css: brand::address(&tenant.slug, tenant.accent.as_deref()),
    }
}

/// `?said=saved` shows the text `notice-saved`; only texts that exist.
fn notice(query: &str) -> Option<Notice> {
    let said = query.split('&').find_map(|pair| pair.strip_prefix("said="))?;
    let plain = said.len() <= 40 && said.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let key = format!("notice-{said}");
    (plain && app::i18n::has(Lang::En, &key)).then_some(Notice { key })
}

impl Visit {
    /// The tenant of the address.
    pub fn tenant(&self) -> Result<&Tenant, Fault> {
        self.tenant.as_ref().ok_or_else(|| ServiceError::NotFound.into())
    }

    /// The signed-in person, or the way to sign in and back.
    pub fn signed_in(&self) -> Result<&Person, Fault> {
        self.actor.person().ok_or_else(|| Fault::sign_in(&self.frame.path))
    }

    /// Whoever changes what they prove themselves with: signed in, or on the way.
    pub fn prover(&self) -> Result<Prover, Fault> {
        match (&self.pending, self.actor.person()) {
            (Some(pending), _) => Ok(pending.by),
            (None, Some(person)) => Ok(Prover::of(person)),
            (None, None) => Err(Fault::sign_in(&self.frame.path)),
        }
    }

    /// Puts a page that stands outside every tenant under this tenant's name and colours: signing in on the way to
    /// its pages, a link from its mail.
    pub fn wear(&mut self, tenant: &Tenant) {
        self.frame.brand = Some(brand_of(tenant, self.frame.lang));
        self.frame.zone.clone_from(&tenant.time_zone);
    }

    /// The page, found.
    pub fn page(&self, page: Page) -> Response {
        self.page_with(StatusCode::OK, page)
    }

    /// The page, with this status: 422 for a form that comes back.
    pub fn page_with(&self, status: StatusCode, page: Page) -> Response {
        document(status, &self.frame, page)
    }

    /// On to another page of ours.
    pub fn see_other(&self, path: &str) -> Response {
        see_other(path)
    }

    /// On to another page of ours, which says a word: the text `notice-{said}`.
    pub fn see_other_saying(&self, path: &str, said: &str) -> Response {
        let joint = if path.contains('?') { '&' } else { '?' };
        see_other(&format!("{path}{joint}said={said}"))
    }
}

/// A rendered document, with the headers that say what it varies by.
pub(super) fn document(status: StatusCode, frame: &Frame, page: Page) -> Response {
    let mut response = (status, Html(app::document::render(frame, page))).into_response();
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("cookie, accept-language"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(frame.lang.tag()));
    response
}

/// A redirect after a form, to a path of ours alone.
pub(super) fn see_other(path: &str) -> Response {
    let ours = preferences::own_path(path).unwrap_or("/");
    match HeaderValue::from_str(ours) {
        Ok(location) => (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response(),
        Err(_) => Fault::from(ServiceError::NotFound).into_response(),
    }
}
