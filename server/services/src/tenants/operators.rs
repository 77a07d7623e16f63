//! Who runs the platform. The first comes from the command line, and so does every other.

use super::{invitations::address, operate::authorise};
use crate::{
    Result, Services,
    accounts::STAFF_IDLE,
    error::ServiceError,
    mail::{self, About, Template},
};
use domain::{Actor, Lang, PersonId, accounts::EmailAddress, audit::Event};
use store::{
    StoreError, TenantTx,
    accounts::{endings, logins, persons},
};

/// What it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// The person has a login.
    Known,
    /// They get a link by mail to choose a password, which proves the address too.
    Invited,
}

/// It stands so already.
const SO_ALREADY: ServiceError = ServiceError::Conflict("error-stale");

/// Lets the person of an address run the platform. To someone who hasn't chosen a password yet the link is sent anew,
/// however often; to someone who runs it already nothing is.
pub async fn make(services: &Services, actor: &Actor, email: &str, lang: Lang) -> Result<Made> {
    authorise(actor)?;
    let (typed, key) = address(email, "email")?;
    let email = EmailAddress::parse(&typed).map_err(|_| StoreError::Corrupt("an address"))?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let fresh = PersonId(tx.new_id());
    logins::add(&mut tx, fresh, &email, None, lang).await?;
    let held = logins::hold_by_email(&mut tx, &key).await?.ok_or(ServiceError::NotFound)?;
    let made = persons::set_operator(&mut tx, held.person, true).await?;
    if made {
        tx.record(Event::new("operator.made", "person", held.person));
    }
    let template = if held.confirmed {
        if !made {
            return Err(SO_ALREADY);
        }
        endings::shorten(&mut tx, held.person, STAFF_IDLE).await?;
        Template::OperatorMade
    } else {
        // Whatever password was chosen without proof of the address must not come to run the platform.
        logins::forget_password(&mut tx, held.person).await?;
        Template::Reset
    };
    mail::to_person(&mut tx, held.person, template, About::nothing()).await?;
    tx.commit().await?;
    Ok(if held.confirmed { Made::Known } else { Made::Invited })
}

/// Takes the right away; their sessions end, and they are told.
pub async fn end(services: &Services, actor: &Actor, email: &str) -> Result<()> {
    authorise(actor)?;
    let (_, key) = address(email, "email")?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let held = logins::hold_by_email(&mut tx, &key).await?.ok_or(ServiceError::NotFound)?;
    if !persons::set_operator(&mut tx, held.person, false).await? {
        return Err(SO_ALREADY);
    }
    endings::end_all(&mut tx, held.person, None).await?;
    tx.record(Event::new("operator.ended", "person", held.person));
    if held.confirmed {
        mail::to_person(&mut tx, held.person, Template::OperatorEnded, About::nothing()).await?;
    }
    Ok(tx.commit().await?)
}
