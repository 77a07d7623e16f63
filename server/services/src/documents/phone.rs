//! Going on with a phone: whoever sends a paper has a picture to scan that opens its upload, and nothing else, on a
//! phone that isn't signed in.
//!
//! A link is good for some minutes, for one paper and for the first device that sends something; it acts for whoever made
//! it, as long as their session lives and their role lets them send papers, and closes once a file has come.

use super::{Outcome, Wanted, access, upload::upload};
use crate::{
    Result, ServiceError, Services, accounts,
    applications::{answers, shaped},
    mail, qr,
};
use bytes::Bytes;
use domain::{
    Actor, ApplicationId, DocumentId, PhoneLinkId,
    actor::Person,
    applications::Paper,
    audit::{Audience, Event},
    documents::phone::{Closed, Device, LINK_LIFETIME, Standing},
    permissions::Act,
};
use futures::Stream;
use sha2::{Digest, Sha256};
use std::net::IpAddr;
use store::{
    StoreError, TenantTx,
    accounts::memberships,
    applications::{Application, load},
    documents::{
        self,
        phone::{self, NewPhoneLink, PhoneLink},
    },
    tenants,
};
use time::OffsetDateTime;

/// The page that a link opens.
const PAGE: &str = "/t/{slug}/phone/{token}";

/// A link for a phone, shown this once.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its id, by which it is followed.
    pub id: PhoneLinkId,
    /// The address that it opens.
    pub link: String,
    /// The same as a picture, SVG of ours.
    pub qr: String,
    /// What is followed.
    pub followed: Followed,
}

/// A link whose file is waited for.
#[derive(Clone, Debug)]
pub struct Followed {
    /// The application.
    pub application: Application,
    /// The paper.
    pub paper: Paper,
    /// Until when the link is good.
    pub until: OffsetDateTime,
}

/// Makes a link to the upload of a paper, in the place of those that the same person had open for it.
///
/// # Errors
/// [`ServiceError::Conflict`] where no file of it can come now.
pub async fn offer(
    services: &Services,
    actor: &Actor,
    application: ApplicationId,
    code: &str,
    replaces: Option<DocumentId>,
) -> Result<Shown> {
    let by = actor.person().ok_or(ServiceError::SignedOut)?;
    // Counted once it is known that they may: whoever may not leaves no trace.
    let mut tx = TenantTx::read(&services.db, actor).await?;
    access::open_for(services, &mut tx, application, code, replaces).await?;
    drop(tx);
    accounts::count_made_link(services, by.id).await?;
    let tenant = tenants::by_id(&services.db, actor.tenant()).await?;
    let (token, hash) = mail::draw(&*services.ports().random);
    let link = mail::address(&services.settings.base_url, PAGE, &[("slug", tenant.slug), ("token", token)]);
    let qr = qr::svg(&link)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let application = access::open_for(services, &mut tx, application, code, replaces).await?;
    if let Some(document) = replaces {
        let versions = access::versions_of(&mut tx, application.id, document).await?;
        if versions.iter().any(|version| version.paper != code) {
            return Err(ServiceError::NotFound);
        }
    }
    let paper = paper(services, &mut tx, &application, code).await?;
    let until = tx.now() + LINK_LIFETIME;
    let new = NewPhoneLink {
        application: application.id,
        paper: code,
        replaces,
        by: by.id,
        session: by.session,
        token_hash: &hash,
        until,
    };
    let id = phone::insert(&mut tx, &new).await?;
    let made = Event::new("document.phone_link_made", "application", application.id).on(application.id);
    tx.record(made.for_audience(Audience::Merchant).with("paper", code));
    tx.commit().await?;
    Ok(Shown { id, link, qr, followed: Followed { application, paper, until } })
}

async fn paper(
    services: &Services,
    tx: &mut TenantTx,
    application: &Application,
    code: &str,
) -> Result<Paper> {
    let shape = shaped(services, application, &answers::open(tx, application.id).await?)?;
    shape.paper(code).cloned().ok_or(ServiceError::NotFound)
}

/// A link whose file is waited for; the paper's code alone where nothing is waited for any more.
///
/// # Errors
/// Not found for whoever doesn't send the application's papers, or where it has no such link.
pub async fn followed(
    services: &Services,
    actor: &Actor,
    application: ApplicationId,
    link: PhoneLinkId,
) -> Result<std::result::Result<Followed, String>> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    if access::side(&mut tx, application).await? != access::Side::Sender {
        return Err(ServiceError::NotFound);
    }
    let found = phone::find(&mut tx, application, link).await?;
    let waits = found.link.standing == Standing::Open && tx.now() < found.link.until;
    if !waits {
        return Ok(Err(found.paper));
    }
    let application = load(&mut tx, application).await?;
    let paper = paper(services, &mut tx, &application, &found.paper).await?;
    Ok(Ok(Followed { application, paper, until: found.link.until }))
}

/// What a link opens on a phone.
#[derive(Clone, Debug)]
pub enum Look {
    /// The upload of a paper.
    Open(Box<Opened>),
    /// A file has come by it.
    Used,
    /// It was replaced, has run out, belongs to another device, or nothing can come by it any more.
    Over,
}

/// The upload of one paper; of the application nothing is told.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The paper.
    pub paper: Paper,
    /// Whether the file takes the place of another.
    pub replaces: bool,
    /// How many more files of it there may be.
    pub more: usize,
    /// Until when the link is good.
    pub until: OffsetDateTime,
}

/// A request that comes by a link.
#[derive(Clone, Copy, Debug)]
pub struct By<'a> {
    /// The token of the address.
    pub token: &'a str,
    /// The mark that the device was given, if it was given one.
    pub device: Option<&'a str>,
    /// Where the request comes from.
    pub from: IpAddr,
}

impl By<'_> {
    fn device(&self) -> Option<Device> {
        self.device.map(|mark| Sha256::digest(mark).into())
    }
}

/// What the link opens on this device. Looking at it gives it to nobody.
///
/// # Errors
/// [`ServiceError::NotFound`] where there is no such link at this tenant, [`ServiceError::TooMany`] where too many are
/// tried.
pub async fn look(services: &Services, actor: &Actor, by: By<'_>) -> Result<Look> {
    accounts::count_link(services, by.from).await?;
    let found = find(services, actor, by).await?;
    if let Err(closed) = found.link.open_to(by.device().as_ref(), services.now()) {
        return Ok(shut(closed));
    }
    match opened(services, actor, &found).await {
        Ok(opened) => Ok(Look::Open(Box::new(opened))),
        Err(ServiceError::NotFound | ServiceError::SignedOut | ServiceError::Conflict(_)) => Ok(Look::Over),
        Err(other) => Err(other),
    }
}

const fn shut(closed: Closed) -> Look {
    match closed {
        Closed::Used => Look::Used,
        Closed::Over => Look::Over,
    }
}

async fn find(services: &Services, actor: &Actor, by: By<'_>) -> Result<PhoneLink> {
    let hash = mail::token_hash(by.token).ok_or(ServiceError::NotFound)?;
    let nobody = Actor::Visitor { tenant: actor.tenant() };
    let mut tx = TenantTx::read(&services.db, &nobody).await?;
    Ok(phone::by_token(&mut tx, &hash).await?)
}

async fn opened(services: &Services, actor: &Actor, found: &PhoneLink) -> Result<Opened> {
    let maker = maker(services, actor, found).await?;
    let mut tx = TenantTx::begin(&services.db, &maker).await?;
    let application =
        access::open_for(services, &mut tx, found.application, &found.paper, found.replaces).await?;
    let paper = paper(services, &mut tx, &application, &found.paper).await?;
    let versions = documents::of_application(&mut tx, application.id).await?;
    let there = documents::current(&versions).iter().filter(|one| one.paper == paper.code).count();
    let more = usize::from(paper.max).saturating_sub(there).max(1);
    let replaces = found.replaces.is_some();
    Ok(Opened { paper, replaces, more: if replaces { 1 } else { more }, until: found.link.until })
}

/// Whoever made the link, as far as it goes: sending the papers of this one merchant, in the session that they made it in,
/// with what they are allowed today. The use cases of this file alone ever act so.
async fn maker(services: &Services, actor: &Actor, found: &PhoneLink) -> Result<Actor> {
    let tenant = actor.tenant();
    let held = memberships::roles(&services.db, tenant, found.by).await?;
    let mut tx = TenantTx::read(&services.db, &Actor::Visitor { tenant }).await?;
    let merchant = load(&mut tx, found.application).await?.merchant;
    let mut members = held.members;
    members.retain(|(at, role)| *at == merchant && role.may(Act::UploadPapers));
    Ok(Actor::Person(Person {
        tenant,
        id: found.by,
        session: found.session,
        proved: false,
        staff: Vec::new(),
        members,
    }))
}

/// Takes a file that comes by a link, from a device that has it from now on.
///
/// # Errors
/// [`ServiceError::NotFound`] where the link is not good, or not for this device; [`ServiceError::Conflict`] where no file
/// of the paper can come now; as [`upload`] besides.
pub async fn send<E: std::error::Error + Send + Sync + 'static>(
    services: &Services,
    actor: &Actor,
    by: By<'_>,
    (name, length): (String, Option<u64>),
    stream: impl Stream<Item = std::result::Result<Bytes, E>> + Send,
) -> Result<Outcome> {
    accounts::count_link(services, by.from).await?;
    let found = find(services, actor, by).await?;
    let device = by.device().ok_or(ServiceError::NotFound)?;
    found.link.open_to(Some(&device), services.now()).map_err(|_| ServiceError::NotFound)?;
    let maker = maker(services, actor, &found).await?;
    hold(services, &maker, &found, &device).await?;
    let PhoneLink { application, paper, replaces, .. } = found;
    let wanted = Wanted { application, paper, replaces, name, length };
    upload(services, &maker, &wanted, stream).await.map_err(|error| match error {
        ServiceError::SignedOut | ServiceError::Forbidden => ServiceError::NotFound,
        other => other,
    })
}

async fn hold(services: &Services, maker: &Actor, found: &PhoneLink, device: &Device) -> Result<()> {
    let held = async {
        let mut tx = TenantTx::begin(&services.db, maker).await?;
        phone::hold(&mut tx, found.id, device).await?;
        tx.commit().await
    };
    held.await.map_err(|error| match error {
        StoreError::SessionEnded | StoreError::Conflict => ServiceError::NotFound,
        other => other.into(),
    })
}

/// Closes a link by which all that was sent has come.
pub async fn close(services: &Services, actor: &Actor, by: By<'_>) -> Result<()> {
    let found = find(services, actor, by).await?;
    let mut tx = TenantTx::begin(&services.db, &Actor::Visitor { tenant: actor.tenant() }).await?;
    phone::close(&mut tx, found.id).await?;
    Ok(tx.commit().await?)
}
