//! What a signed-in person changes of their login. Each time the password is asked for once more, on the same ladder
//! as signing in.

use super::{
    EmailChange, Entry, PasswordChange, choose, factors,
    inputs::{all_faults, email},
    ladder,
    limits::{CHANGE_BY, PASSWORD_BY},
};
use crate::{
    Result, ServiceError, Services,
    error::Refusal,
    mail::{self, About, Template, lifetime},
};
use domain::{Actor, Lang, PersonId, TenantId, actor::Person, audit::Event};
use secrecy::SecretString;
use store::{
    TenantTx,
    accounts::{
        endings,
        logins::{self, Login},
        persons,
        tokens::{self, Purpose},
    },
};

/// The person as they act on their own pages: off any tenant.
fn own(person: &Person) -> Actor {
    Actor::Person(Person { tenant: TenantId::PLATFORM, ..person.clone() })
}

/// Looks at the password once more, so many times an hour: each look costs a hash.
pub(super) async fn reauthenticate(
    services: &Services,
    person: &Person,
    field: &'static str,
    password: &SecretString,
) -> Result<Login> {
    PASSWORD_BY.check(services, &person.id.to_string()).await?;
    let login = logins::by_id(&services.db, person.id).await?.ok_or(ServiceError::SignedOut)?;
    let right = services.passwords.verify(password.clone(), login.hash.clone()).await?;
    let mut tx = TenantTx::begin_own(&services.db, &own(person)).await?;
    let held = logins::hold(&mut tx, person.id).await?.ok_or(ServiceError::SignedOut)?;
    let right = right && held.epoch == login.epoch;
    let passed =
        ladder::climb(&mut tx, person.id, Some(&held), right, "account.password_check_failed").await?;
    tx.commit().await?;
    if passed {
        Ok(held)
    } else {
        Err(ServiceError::Refused(Refusal::at(field, "accounts-error-password-wrong")))
    }
}

/// Changes the password. Ends every session, this one too: the entry begins a new one for this browser. A change of
/// address that was asked for comes to nothing, as after a reset: the warning about one says that this stops it.
///
/// # Errors
/// The password given is not the one in use, the new one can't be taken, or too often.
pub async fn change_password(services: &Services, actor: &Actor, input: &PasswordChange) -> Result<Entry> {
    let person = super::person(actor)?;
    factors::demand_factor(services, person).await?;
    let login = reauthenticate(services, person, "current_password", &input.current_password).await?;
    choose::check("password", &input.password, &login.email).await?;
    let new = services.passwords.hash(input.password.clone()).await?;
    let mut tx = TenantTx::begin_own(&services.db, &own(person)).await?;
    let epoch = logins::set_password(&mut tx, person.id, &new).await?;
    tokens::withdraw(&mut tx, person.id, Purpose::Reset).await?;
    tokens::withdraw(&mut tx, person.id, Purpose::ChangeEmail).await?;
    let ended = endings::end_all(&mut tx, person.id, None).await?;
    tx.record(Event::new("account.password_changed", "person", person.id).with("sessions_ended", ended));
    mail::to_person(&mut tx, person.id, Template::PasswordChanged, About::nothing()).await?;
    tx.commit().await?;
    Ok(Entry::whole(person.id, epoch))
}

/// Asks for another address: a link goes to the new one, a notice to the one in use. Whether the new one has an
/// account already is neither looked up nor said; its owner alone would learn of it, by opening the link.
///
/// # Errors
/// The password given is not the one in use, what was typed is no address, or too often.
pub async fn ask_to_change_email(services: &Services, actor: &Actor, input: &EmailChange) -> Result<()> {
    let person = super::person(actor)?;
    factors::demand_factor(services, person).await?;
    all_faults(input, None)?;
    let new = email(&input.email)?;
    CHANGE_BY.check(services, &person.id.to_string()).await?;
    let login = reauthenticate(services, person, "current_password", &input.current_password).await?;
    let mut tx = TenantTx::begin_own(&services.db, &own(person)).await?;
    let expires_at = tx.now() + lifetime(Purpose::ChangeEmail);
    let change = tokens::add_change(&mut tx, person.id, &login.email, new.as_str(), expires_at).await?;
    tx.record(Event::new("account.email_change_asked", "person", person.id).with("change", change));
    let about = About { change: Some(change), ..About::nothing() };
    mail::to_person(&mut tx, person.id, Template::ConfirmChange, about).await?;
    mail::to_person(&mut tx, person.id, Template::ChangeRequested, about).await?;
    Ok(tx.commit().await?)
}

/// Keeps the language and the theme a person chose; what they didn't say stays. `theme` of `Some(None)` is the
/// system's.
///
/// # Errors
/// The database is down.
pub async fn set_preferences(
    services: &Services,
    person: PersonId,
    lang: Option<Lang>,
    theme: Option<Option<&str>>,
) -> Result<()> {
    Ok(persons::prefer(&services.db, person, lang, theme).await?)
}
