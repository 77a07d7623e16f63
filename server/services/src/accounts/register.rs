//! Registering: the same answer, one hash and the same statements whether or not the address has an account.
//!
//! An address that isn't confirmed may be registered again, by its owner or by someone who means to be in the account
//! before them. So where the passwords differ none of them stands: a link by mail sets it.

use super::{
    Client, LinkRequest, Registration, choose,
    inputs::{all_faults, email},
    ladder::NOBODY,
    limits::{self, ASK_FROM, MAIL_TO, REGISTER_FROM},
};
use crate::{
    Result, ServiceError, Services,
    mail::{self, About, Template},
};
use domain::{Actor, Lang, PersonId, TenantId, accounts::EmailAddress, audit::Event};
use secrecy::SecretString;
use store::{
    TenantTx,
    accounts::{
        logins::{self, Login},
        tokens,
    },
    tenants,
};

/// What the one hash was spent on.
enum Spent {
    /// A new password's hash.
    Hash(String),
    /// Whether the password is the one of the account there is.
    Same(bool),
}

/// Registers an address at the actor's tenant.
///
/// # Errors
/// The address or the password can't be taken as typed, or too often.
pub async fn register(
    services: &Services,
    actor: &Actor,
    input: &Registration,
    lang: Lang,
    client: Client<'_>,
) -> Result<()> {
    REGISTER_FROM.check(services, &limits::network(client.address)).await?;
    let tenant = tenants::by_id(&services.db, actor.tenant()).await?;
    let mut known = EmailAddress::parse(&input.email).map(|email| email.words()).unwrap_or_default();
    known.extend([tenant.name_en, tenant.name_zh, tenant.slug]);
    all_faults(input, choose::fault("password", &input.password, known).await?)?;
    let email = email(&input.email)?;
    let quiet = !MAIL_TO.within(services, &email.key()).await?;
    let login = logins::by_email(&services.db, &email.key()).await?;
    let spent = spend(services, login.as_ref(), input.password.clone()).await?;
    write(services, &email, lang, tenant.id, &spent, quiet).await
}

async fn spend(services: &Services, login: Option<&Login>, password: SecretString) -> Result<Spent> {
    Ok(match login {
        None => Spent::Hash(services.passwords.hash(password).await?),
        Some(login) => Spent::Same(services.passwords.verify(password, login.hash.clone()).await?),
    })
}

async fn write(
    services: &Services,
    email: &EmailAddress,
    lang: Lang,
    brand: TenantId,
    spent: &Spent,
    quiet: bool,
) -> Result<()> {
    let mut tx = platform(services).await?;
    let fresh = PersonId(tx.new_id());
    let hash = match spent {
        Spent::Hash(hash) => Some(hash.as_str()),
        Spent::Same(_) => None,
    };
    let added = logins::add(&mut tx, fresh, email, hash, lang).await?;
    let held = logins::hold_by_email(&mut tx, &email.key()).await?;
    let held = held.ok_or_else(|| ServiceError::Internal("a person just added is not there".into()))?;
    let (name, template) = match spent {
        _ if held.confirmed => ("account.registered_again", Template::AlreadyRegistered),
        Spent::Hash(_) if added => ("account.registered", Template::Confirm),
        Spent::Same(true) => ("account.registered_again", Template::Confirm),
        // Another password than before, or someone came first by a moment.
        Spent::Hash(_) | Spent::Same(false) => {
            logins::forget_password(&mut tx, held.person).await?;
            ("account.registered_again", Template::ChoosePassword)
        }
    };
    tx.record(Event::new(name, "person", held.person).with("tenant", brand));
    // Beyond its share of mails the address gets none, and the statement is the same.
    let to = if quiet { NOBODY } else { held.person };
    mail::to_person(&mut tx, to, template, About::nothing().in_name_of(Some(brand))).await?;
    Ok(tx.commit().await?)
}

/// Sends the link to confirm an address once more; the same answer and work for any address.
///
/// # Errors
/// What was typed is no address, or too often.
pub async fn ask_to_confirm(services: &Services, input: &LinkRequest, client: Client<'_>) -> Result<()> {
    ask(services, input, client, "account.confirmation_asked", |login| {
        let template = if login.hash.is_some() { Template::Confirm } else { Template::ChoosePassword };
        (!login.confirmed).then_some(template)
    })
    .await
}

/// Sends a link to set a new password; the same answer and work for any address.
///
/// # Errors
/// What was typed is no address, or too often.
pub async fn ask_to_reset(services: &Services, input: &LinkRequest, client: Client<'_>) -> Result<()> {
    ask(services, input, client, "account.reset_asked", |_| Some(Template::Reset)).await
}

async fn ask(
    services: &Services,
    input: &LinkRequest,
    client: Client<'_>,
    name: &'static str,
    wanted: impl FnOnce(&Login) -> Option<Template>,
) -> Result<()> {
    ASK_FROM.check(services, &limits::network(client.address)).await?;
    all_faults(input, None)?;
    let key = email(&input.email)?.key();
    let within = MAIL_TO.within(services, &key).await?;
    let login = logins::by_email(&services.db, &key).await?;
    let person = login.as_ref().map_or(NOBODY, |login| login.person);
    let template = login.as_ref().and_then(wanted).filter(|_| within);
    // These pages stand outside every tenant, but the person came from one, and goes on to it.
    let brand = tokens::last_brand(&services.db, person).await?;
    let mut tx = platform(services).await?;
    tx.record(Event::new(name, "person", person));
    let to = if template.is_some() { person } else { NOBODY };
    let about = About::nothing().in_name_of(brand);
    mail::to_person(&mut tx, to, template.unwrap_or(Template::Reset), about).await?;
    Ok(tx.commit().await?)
}

async fn platform(services: &Services) -> Result<TenantTx> {
    Ok(TenantTx::begin(&services.db, &Actor::Visitor { tenant: TenantId::PLATFORM }).await?)
}
