//! The way back in for somebody who lost everything they prove themselves with.

use crate::{
    Result, ServiceError, Services,
    mail::{self, About, Template},
    tenants::operate::authorise,
};
use domain::{Actor, accounts::EmailAddress, audit::Event};
use store::{
    TenantTx,
    accounts::{endings, factors, logins, passkeys},
};

/// Takes a person's app, passkeys and recovery codes away, ends their sessions and tells them. With the password alone
/// they are then led to getting another factor.
///
/// It is for whoever runs the installation, and for after they made sure by other means who is asking: what it leaves
/// is a password.
///
/// # Errors
/// Nobody has that address, or they have no factor.
pub async fn forget(services: &Services, actor: &Actor, email: &str) -> Result<()> {
    authorise(actor)?;
    let key = EmailAddress::parse(email).map_err(|_| ServiceError::NotFound)?.key();
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let person = logins::hold_by_email(&mut tx, &key).await?.ok_or(ServiceError::NotFound)?.person;
    let held = factors::held_in(&mut tx, person).await?;
    if !held.any() {
        return Err(ServiceError::NotFound);
    }
    if held.totp.is_some() {
        factors::remove_totp(&mut tx, person).await?;
    }
    passkeys::remove_all(&mut tx, person).await?;
    factors::drop_recovery(&mut tx, person).await?;
    endings::end_all(&mut tx, person, None).await?;
    tx.record(Event::new("account.factors_forgotten", "person", person));
    mail::to_person(&mut tx, person, Template::FactorsForgotten, About::nothing()).await?;
    Ok(tx.commit().await?)
}
