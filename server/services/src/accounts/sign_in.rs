//! Signing in: one hash whatever the address, the ladder judged under the person's lock, one answer to everything
//! but the right password.

use super::{
    Client, SignIn, ladder,
    limits::{self, SIGN_IN_FROM, SIGN_IN_TO},
};
use crate::{Result, Services};
use domain::{Actor, PersonId, SessionId, TenantId, accounts::EmailAddress, actor::Person, audit::Event};
use secrecy::SecretString;
use store::{
    TenantTx,
    accounts::{
        endings::{self, Beginning, Begun},
        logins::{self, Login},
        memberships, persons,
    },
};

/// Seconds that a session of a tenant's staff, or of an operator, may idle.
pub(crate) const STAFF_IDLE: i32 = 900;

/// A password or a passkey found right, at an epoch: enough to begin a session, for as long as the epoch stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose.
    pub person: PersonId,
    epoch: i32,
    whole: bool,
}

/// What came of signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The password is right: a session may begin.
    Entered(Entry),
    /// The password is right, but the address isn't confirmed.
    Unconfirmed,
    /// Wrong, unknown, waiting or locked: outside there is no difference.
    Refused,
}

impl Entry {
    /// By the password alone.
    const fn half(person: PersonId, epoch: i32) -> Self {
        Self { person, epoch, whole: false }
    }

    /// By all that is asked of the person.
    pub(super) const fn whole(person: PersonId, epoch: i32) -> Self {
        Self { person, epoch, whole: true }
    }
}

/// Looks at an address and a password.
///
/// # Errors
/// Too often from this address or to this account, or a dependency is down.
pub async fn sign_in(services: &Services, input: &SignIn, client: Client<'_>) -> Result<Outcome> {
    let key =
        EmailAddress::parse(&input.email).map_or_else(|_| no_address(&input.email), |email| email.key());
    SIGN_IN_FROM.check(services, &limits::network(client.address)).await?;
    SIGN_IN_TO.check(services, &key).await?;
    let login = logins::by_email(&services.db, &key).await?;
    let hash = login.as_ref().and_then(|login| login.hash.clone());
    let right = services.passwords.verify(input.password.clone(), hash).await?;
    let outcome = settle(services, login.as_ref(), right).await?;
    if let (Outcome::Entered(_), Some(login)) = (outcome, &login) {
        refresh_hash(services, login, &input.password).await?;
    }
    Ok(outcome)
}

/// What isn't an address has no account; the way through is the same. Control characters go: Postgres refuses NUL.
fn no_address(typed: &str) -> String {
    typed.chars().map(|c| if c.is_control() { ' ' } else { c }).take(254).collect()
}

/// Judges and writes down, the same statements for everyone.
async fn settle(services: &Services, looked_at: Option<&Login>, right: bool) -> Result<Outcome> {
    let actor = Actor::Visitor { tenant: TenantId::PLATFORM };
    let mut tx = TenantTx::begin(&services.db, &actor).await?;
    let person = looked_at.map_or(ladder::NOBODY, |login| login.person);
    let held = logins::hold(&mut tx, person).await?;
    // A password changed since it was looked at was not the right one.
    let right = right && held.as_ref().map(|login| login.epoch) == looked_at.map(|login| login.epoch);
    let passed = ladder::climb(&mut tx, person, held.as_ref(), right, "account.sign_in_failed").await?;
    let outcome = match held {
        Some(login) if passed && login.confirmed => {
            tx.record(Event::new("account.signed_in", "person", person));
            Outcome::Entered(Entry::half(person, login.epoch))
        }
        Some(_) if passed => {
            tx.record(Event::new("account.sign_in_failed", "person", person).with("why", "unconfirmed"));
            Outcome::Unconfirmed
        }
        _ => Outcome::Refused,
    };
    tx.commit().await?;
    Ok(outcome)
}

/// Hashes the password anew where the stored hash was made with lesser figures.
async fn refresh_hash(services: &Services, login: &Login, password: &SecretString) -> Result<()> {
    let Some(old) = login.hash.as_deref().filter(|hash| super::Passwords::is_outdated(hash)) else {
        return Ok(());
    };
    let new = services.passwords.hash(password.clone()).await?;
    Ok(logins::rehash(&services.db, login.person, old, &new).await?)
}

/// Describes the session that was begun for an entry, and says how far it has come: whoever has a factor is asked for it,
/// and staff without one get one, before it opens anything.
///
/// # Errors
/// The database is down.
pub async fn begin_session(
    services: &Services,
    entry: Entry,
    session: SessionId,
    client: Client<'_>,
) -> Result<Begun> {
    let beginning = Beginning {
        session,
        person: entry.person,
        epoch: entry.epoch,
        whole: entry.whole,
        staff: must_have_factor(services, entry.person).await?,
        idle_seconds: idle_seconds(services, entry.person).await?,
        agent: client.agent,
        address: &client.address.to_canonical().to_string(),
    };
    Ok(endings::begin(&services.db, &beginning).await?)
}

/// Whether a person works for a tenant or runs the platform: then a password alone is too little.
///
/// # Errors
/// The database is down.
pub async fn must_have_factor(services: &Services, person: PersonId) -> Result<bool> {
    let operator = persons::known(&services.db, person).await?.is_some_and(|known| known.operator);
    Ok(operator || memberships::everywhere(&services.db, person).await?.iter().any(|one| one.staff))
}

pub(super) async fn idle_seconds(services: &Services, person: PersonId) -> Result<i32> {
    let staff = must_have_factor(services, person).await?;
    Ok(if staff { STAFF_IDLE } else { store::accounts::sessions::IDLE_SECONDS })
}

/// Ends the session a person acts in; the caller clears the cookie.
///
/// # Errors
/// [`crate::ServiceError::NotFound`] where it has ended already; or the database is down.
pub async fn sign_out(services: &Services, actor: &Actor) -> Result<()> {
    let person = super::person(actor)?;
    // Ending the session is itself the look at its revocation; sharing its row first would let two sign-outs at once
    // wait for each other.
    let own = Actor::Person(Person { tenant: TenantId::PLATFORM, ..person.clone() });
    let mut tx = TenantTx::read(&services.db, &own).await?;
    endings::end_one(&mut tx, person.id, person.session).await?;
    tx.record(Event::new("account.signed_out", "person", person.id));
    Ok(tx.commit().await?)
}
