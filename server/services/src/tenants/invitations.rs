//! Accepting an invitation, to the staff or to a merchant: the link proves the address, limits hold under a lock.

use super::{
    members,
    staff::{room_for_one, words},
};
use crate::{
    Result, Services,
    accounts::{self, NewPassword, STAFF_IDLE},
    error::{Refusal, ServiceError},
    mail::{self, Template},
};
use domain::{
    Actor, InvitationId, Lang, PersonId,
    accounts::{EmailAddress, EmailFault},
    audit::{Audience, Event},
};
use store::{
    StoreError, TenantTx,
    accounts::{endings, logins, persons, proofs},
    applications::merchants,
    tenants::{
        invitations::{self, Invitation, NewInvitation},
        members::hold_cases,
        staff,
    },
};

/// Reads an address as typed into `field`: as it is kept, and its key.
pub(super) fn address(typed: &str, field: &'static str) -> Result<(String, String)> {
    match EmailAddress::parse(typed) {
        Ok(email) => Ok((email.as_str().to_owned(), email.key())),
        Err(fault) => {
            let key = match fault {
                EmailFault::Empty => "form-error-required",
                EmailFault::TooLong => "accounts-error-email-long",
                EmailFault::Form => "form-error-email",
            };
            Err(Refusal::at(field, key).into())
        }
    }
}

/// Makes an invitation and its mail, in the transaction's tenant.
pub(super) async fn send(tx: &mut TenantTx, new: &NewInvitation) -> Result<InvitationId> {
    let id = invitations::insert(tx, new).await?;
    let sent = Event::new("invitation.sent", "invitation", id).with("roles", words(&new.roles));
    let (event, template) = match new.merchant {
        None => (sent, Template::Invitation),
        Some(merchant) => {
            let sent = sent.for_audience(Audience::Merchant).with("merchant", merchant);
            (sent, Template::MemberInvitation)
        }
    };
    tx.record(event);
    mail::to_invitation(tx, id, template).await?;
    Ok(id)
}

/// What is open to whoever holds the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Signed in with the invited address: accept.
    Accept,
    /// Signed in with another: sign out first.
    SignOut,
    /// The address has a login: sign in first.
    SignIn,
    /// Nobody has this address yet: choose a password.
    Join,
    /// Signed in with the invited address, which judged an application of this very merchant: never.
    Judged,
    /// Accepted, withdrawn or run out.
    Closed,
}

/// What a link opens.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The invitation.
    pub invitation: Invitation,
    /// The merchant's name, where it is to a merchant.
    pub merchant: Option<String>,
    /// The way on from here.
    pub way: Way,
}

/// An invitation as its link shows it, and the way on from here. A link that was never sent finds nothing.
pub async fn look(services: &Services, actor: &Actor, token: &str) -> Result<Opened> {
    let hash = mail::token_hash(token).ok_or(ServiceError::NotFound)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let invitation = invitations::by_token(&mut tx, &hash).await?;
    let open = invitation.is_open(tx.now());
    let merchant = match invitation.merchant {
        Some(merchant) => Some(merchants::load(&mut tx, merchant).await?.name),
        None => None,
    };
    drop(tx);
    let mut way = if open { way(services, actor, &invitation).await? } else { Way::Closed };
    if let (Way::Accept, Some(merchant), Some(person)) = (way, invitation.merchant, actor.person()) {
        let mut tx = TenantTx::read(&services.db, actor).await?;
        if members::is_judge_of(&mut tx, merchant, person.id).await? {
            way = Way::Judged;
        }
    }
    Ok(Opened { invitation, merchant, way })
}

async fn way(services: &Services, actor: &Actor, invitation: &Invitation) -> Result<Way> {
    let login = logins::by_email(&services.db, &invitation.email_key).await?.filter(|login| login.confirmed);
    Ok(match (actor.person(), login) {
        (Some(person), Some(login)) if person.id == login.person => Way::Accept,
        (Some(_), _) => Way::SignOut,
        (None, Some(_)) => Way::SignIn,
        (None, None) => Way::Join,
    })
}

/// Accepts as the person who is signed in, whose address must be the invited one.
pub async fn accept(services: &Services, actor: &Actor, token: &str) -> Result<Invitation> {
    let hash = mail::token_hash(token).ok_or(ServiceError::NotFound)?;
    let person = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let known = persons::known(&services.db, person).await?.ok_or(ServiceError::SignedOut)?;
    let mut tx = TenantTx::begin_own(&services.db, actor).await?;
    let invitation = open(&mut tx, &hash).await?;
    let (_, key) = address(&known.email, "email")?;
    if !known.confirmed || key != invitation.email_key {
        return Err(ServiceError::Conflict("invitation-others"));
    }
    take_on(&mut tx, &invitation, person).await?;
    tx.commit().await?;
    Ok(invitation)
}

/// Accepts as someone new, who chooses a password: the link proves the address. Nobody is signed in by it.
pub async fn join(
    services: &Services,
    actor: &Actor,
    token: &str,
    input: &NewPassword,
    lang: Lang,
) -> Result<Invitation> {
    let hash = mail::token_hash(token).ok_or(ServiceError::NotFound)?;
    let Opened { invitation, way, .. } = look(services, actor, token).await?;
    if way != Way::Join {
        return Err(ServiceError::Conflict("invitation-closed"));
    }
    let email = EmailAddress::parse(&invitation.email).map_err(|_| StoreError::Corrupt("an address"))?;
    accounts::check_password("password", &input.password, &invitation.email).await?;
    let password = services.passwords.hash(input.password.clone()).await?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let invitation = open(&mut tx, &hash).await?;
    let person = confirmed_person(&mut tx, &email, &password, lang).await?;
    take_on(&mut tx, &invitation, person).await?;
    tx.commit().await?;
    Ok(invitation)
}

/// A person with this address and password. Where a registration waited to be confirmed, what was chosen with the link
/// replaces what was chosen without proof.
async fn confirmed_person(
    tx: &mut TenantTx,
    email: &EmailAddress,
    password: &str,
    lang: Lang,
) -> Result<PersonId> {
    let fresh = PersonId(tx.new_id());
    logins::add(tx, fresh, email, None, lang).await?;
    let held = logins::hold_by_email(tx, &email.key()).await?.ok_or(ServiceError::NotFound)?;
    if held.confirmed {
        // Someone confirmed the address since the page was shown: they sign in.
        return Err(ServiceError::Conflict("invitation-closed"));
    }
    logins::set_password(tx, held.person, password).await?;
    logins::confirm(tx, held.person).await?;
    endings::end_all(tx, held.person, None).await?;
    tx.record(Event::new("account.confirmed", "person", held.person));
    Ok(held.person)
}

/// The invitation, while it can still be accepted. Takes the staff's lock or the merchant's, so that of two who accept
/// one comes first.
async fn open(tx: &mut TenantTx, hash: &[u8; 32]) -> Result<Invitation> {
    match invitations::by_token(tx, hash).await?.merchant {
        None => {
            staff::lock(tx).await?;
        }
        Some(merchant) => {
            hold_cases(tx, merchant).await?;
            merchants::lock(tx, merchant).await?;
        }
    }
    let invitation = invitations::by_token(tx, hash).await?;
    if invitation.is_open(tx.now()) {
        Ok(invitation)
    } else {
        Err(ServiceError::Conflict("invitation-closed"))
    }
}

/// Takes the person on. Whoever works here already keeps the roles they have: accepting takes nothing away, least of all
/// the last administrator.
async fn take_on(tx: &mut TenantTx, invitation: &Invitation, person: PersonId) -> Result<()> {
    if let Some(merchant) = invitation.merchant {
        return members::join(tx, invitation, merchant, person).await;
    }
    let mut roles = invitation.roles.clone();
    match staff::find(tx, person).await?.filter(|member| member.active) {
        Some(member) => roles.extend(member.roles),
        None => room_for_one(tx).await?,
    }
    roles.sort_unstable();
    roles.dedup();
    invitations::accept(tx, invitation.id, person).await?;
    staff::take_on(tx, person, &roles).await?;
    endings::shorten(tx, person, STAFF_IDLE).await?;
    proofs::due_for_renewal(tx, person).await?;
    tx.record(
        Event::new("invitation.accepted", "invitation", invitation.id)
            .with("person", person)
            .with("roles", words(&roles)),
    );
    Ok(())
}
