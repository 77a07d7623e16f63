//! Use cases of accounts.

mod changes;
mod choose;
pub mod factors;
mod inputs;
mod ladder;
mod limits;
mod links;
mod passwords;
mod places;
mod register;
mod sessions;
mod sign_in;
mod strength;

use crate::{Result, ServiceError, Services};
use domain::{Actor, ApplicationId, PersonId, actor::Person};
use std::net::IpAddr;
use time::Duration;

pub(crate) use choose::check as check_password;
pub(crate) use factors::demand as demand_proof;
pub(crate) use sign_in::STAFF_IDLE;

pub use changes::{ask_to_change_email, change_password, set_preferences};
pub use inputs::{Client, EmailChange, LinkRequest, NewPassword, PasswordChange, Registration, SignIn};
pub use links::{Link, change_email, confirm, reset, see_change, see_confirmation, see_reset};
pub use passwords::Passwords;
pub use places::{Place, Side, landing, places};
pub use register::{ask_to_confirm, ask_to_reset, register};
pub use sessions::{end_other_sessions, end_session, list_sessions};
pub use sign_in::{Entry, Outcome, begin_session, must_have_factor, sign_in, sign_out};
pub use store::accounts::endings::Begun;

/// Counts an invitation that a merchant's person has sent to an address: whether the address may get one more mail.
///
/// # Errors
/// [`ServiceError::TooMany`] where the person has sent too many.
pub(crate) async fn count_invitation(services: &Services, by: PersonId, email_key: &str) -> Result<bool> {
    limits::INVITE_BY.check(services, &by.to_string()).await?;
    limits::MAIL_TO.within(services, email_key).await
}

/// Counts a look at a one-time link that no session stands behind, before anything is looked up.
///
/// # Errors
/// [`ServiceError::TooMany`] where too many came from this address.
pub(crate) async fn count_link(services: &Services, from: IpAddr) -> Result<()> {
    limits::LINK_FROM.check(services, &limits::network(from)).await
}

/// Counts a one-time link that a person makes.
///
/// # Errors
/// [`ServiceError::TooMany`] where they have made too many.
pub(crate) async fn count_made_link(services: &Services, by: PersonId) -> Result<()> {
    limits::LINKS_BY.check(services, &by.to_string()).await
}

/// Counts a mail to whoever signs.
///
/// # Errors
/// [`ServiceError::TooMany`] where they were sent too many about this application.
pub(crate) async fn count_signing_mail(services: &Services, application: ApplicationId) -> Result<()> {
    limits::SIGNING_MAIL.check(services, &application.to_string()).await
}

fn person(actor: &Actor) -> Result<&Person> {
    actor.person().ok_or(ServiceError::SignedOut)
}

/// Forgets counters, challenges and sessions long past; to be called every hour or so.
///
/// # Errors
/// The database is down.
pub async fn tidy(services: &Services) -> Result<()> {
    let now = services.now();
    store::accounts::throttles::sweep(&services.db, now - Duration::days(1)).await?;
    store::accounts::endings::sweep(&services.db, now - Duration::days(30)).await?;
    store::accounts::passkeys::sweep(&services.db, now - Duration::hours(1)).await?;
    Ok(())
}
