//! Links that came by mail: looked at by `GET`, used by `POST` alone, since mail scanners open them first.

use super::{NewPassword, choose};
use crate::{
    Result, ServiceError, Services,
    error::Refusal,
    mail::{self, About, Template, token_hash},
};
use domain::{Actor, PersonId, TenantId, accounts::EmailAddress, audit::Event};
use store::{
    StoreError, TenantTx,
    accounts::{
        endings, logins,
        tokens::{self, LiveToken, Purpose},
    },
    tenants,
};

/// A link that is good, as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The tenant in whose name it was sent: its part of the address.
    pub slug: Option<String>,
    /// The account's address.
    pub email: String,
    /// The new address of a change.
    pub new_email: Option<String>,
}

async fn platform(services: &Services) -> Result<TenantTx> {
    Ok(TenantTx::begin(&services.db, &Actor::Visitor { tenant: TenantId::PLATFORM }).await?)
}

fn hash(token: &str) -> Result<[u8; 32]> {
    token_hash(token).ok_or(ServiceError::NotFound)
}

async fn peek(services: &Services, purpose: Purpose, token: &str) -> Result<(PersonId, Link)> {
    let hash = hash(token)?;
    let found = tokens::find(&mut platform(services).await?, purpose, &hash).await?;
    let login = logins::by_id(&services.db, found.person).await?.ok_or(ServiceError::NotFound)?;
    let slug = slug(services, &found).await?;
    Ok((found.person, Link { slug, email: login.email, new_email: found.new_email }))
}

async fn slug(services: &Services, token: &LiveToken) -> Result<Option<String>> {
    Ok(match token.brand {
        Some(tenant) => Some(tenants::by_id(&services.db, tenant).await?.slug),
        None => None,
    })
}

/// Looks at a link that confirms an address.
///
/// # Errors
/// [`ServiceError::NotFound`] where it is not good, or no longer.
pub async fn see_confirmation(services: &Services, token: &str) -> Result<Link> {
    Ok(peek(services, Purpose::Confirm, token).await?.1)
}

/// Looks at a link that sets a new password.
///
/// # Errors
/// [`ServiceError::NotFound`] where it is not good, or no longer.
pub async fn see_reset(services: &Services, token: &str) -> Result<Link> {
    Ok(peek(services, Purpose::Reset, token).await?.1)
}

/// Looks at a link that confirms a new address.
///
/// # Errors
/// [`ServiceError::NotFound`] where it is not good, or no longer.
pub async fn see_change(services: &Services, token: &str) -> Result<Link> {
    Ok(peek(services, Purpose::ChangeEmail, token).await?.1)
}

/// Confirms the address of a registration. Answers the part of the address of the tenant it was made at.
///
/// # Errors
/// [`ServiceError::NotFound`] where the link is not good, or no longer.
pub async fn confirm(services: &Services, token: &str) -> Result<Option<String>> {
    let hash = hash(token)?;
    let mut tx = platform(services).await?;
    let used = tokens::take(&mut tx, Purpose::Confirm, &hash).await?;
    logins::confirm(&mut tx, used.person).await?;
    tx.record(Event::new("account.confirmed", "person", used.person));
    tx.commit().await?;
    slug(services, &used).await
}

/// Sets a new password. That proves the address too, ends every session, opens the ladder, and stops a change of
/// address that was asked for. Nobody is signed in by it. Answers the tenant's part of the address, as [`confirm`].
///
/// # Errors
/// [`ServiceError::NotFound`] where the link is not good, or no longer; the password can't be used.
pub async fn reset(services: &Services, token: &str, input: &NewPassword) -> Result<Option<String>> {
    let (_, link) = peek(services, Purpose::Reset, token).await?;
    choose::check("password", &input.password, &link.email).await?;
    let new = services.passwords.hash(input.password.clone()).await?;
    let mut tx = platform(services).await?;
    let person = tokens::take(&mut tx, Purpose::Reset, &hash(token)?).await?.person;
    tokens::withdraw(&mut tx, person, Purpose::ChangeEmail).await?;
    tokens::withdraw(&mut tx, person, Purpose::Confirm).await?;
    logins::set_password(&mut tx, person, &new).await?;
    logins::confirm(&mut tx, person).await?;
    let ended = endings::end_all(&mut tx, person, None).await?;
    tx.record(Event::new("account.password_reset", "person", person).with("sessions_ended", ended));
    mail::to_person(&mut tx, person, Template::PasswordChanged, About::nothing()).await?;
    tx.commit().await?;
    Ok(link.slug)
}

fn taken() -> ServiceError {
    ServiceError::Refused(Refusal::whole("accounts-error-email-taken"))
}

/// Moves whoever registered with the address and never confirmed it out of the way of the person who has proved that
/// it is theirs.
async fn make_way(tx: &mut TenantTx, person: PersonId, new: &EmailAddress) -> Result<()> {
    let holder = logins::hold_by_email(tx, &new.key()).await?.filter(|holder| holder.person != person);
    let Some(holder) = holder else { return Ok(()) };
    if holder.confirmed {
        return Err(taken());
    }
    for purpose in [Purpose::Confirm, Purpose::Reset, Purpose::ChangeEmail] {
        tokens::withdraw(tx, holder.person, purpose).await?;
    }
    logins::set_aside(tx, holder.person).await?;
    tx.record(Event::new("account.set_aside", "person", holder.person).with("person", person));
    Ok(())
}

/// Puts the new address in the place of the old one, and tells the old one.
///
/// # Errors
/// [`ServiceError::NotFound`] where the link is not good, or no longer; a refusal where another account has the
/// address by now.
pub async fn change_email(services: &Services, token: &str) -> Result<()> {
    let hash = hash(token)?;
    let mut tx = platform(services).await?;
    let used = tokens::take(&mut tx, Purpose::ChangeEmail, &hash).await?;
    let new = used.new_email.as_deref().and_then(|new| EmailAddress::parse(new).ok());
    let new = new.ok_or(StoreError::Corrupt("a change without its address"))?;
    make_way(&mut tx, used.person, &new).await?;
    match logins::set_email(&mut tx, used.person, &new).await {
        Err(StoreError::Taken(_)) => return Err(taken()),
        other => other?,
    }
    // Links on their way to the old address open nothing any more.
    tokens::withdraw(&mut tx, used.person, Purpose::Reset).await?;
    tokens::withdraw(&mut tx, used.person, Purpose::Confirm).await?;
    tx.record(Event::new("account.email_changed", "person", used.person).with("change", used.id));
    let about = About { change: Some(used.id), ..About::nothing() };
    mail::to_person(&mut tx, used.person, Template::ChangeDone, about).await?;
    mail::to_person(&mut tx, used.person, Template::AddressInUse, about).await?;
    Ok(tx.commit().await?)
}
