//! An admin's staff: who works here, invitations, roles, leaving and coming back.

use super::{authorise, authorise_change, lock};
use crate::{
    Result, Services,
    accounts::STAFF_IDLE,
    error::{Refusal, ServiceError},
    mail::{self, About, INVITATION_LIFETIME, Template},
    review::take_back,
};
use domain::{
    Actor, InvitationId, Lang, PersonId,
    audit::Event,
    permissions::{Act, Role},
};
use store::{
    TenantTx,
    accounts::{endings, proofs},
    tenants::{
        invitations::{self, Invitation, NewInvitation},
        staff::{self, Member},
    },
};

/// The staff as an admin sees them.
#[derive(Clone, Debug)]
pub struct Staff {
    /// All of them, the active first.
    pub members: Vec<Member>,
    /// Invitations that nobody has accepted or withdrawn, run-out ones too.
    pub invitations: Vec<Invitation>,
    /// Active staff now.
    pub used: i64,
    /// Active staff at most.
    pub limit: i32,
}

/// An invitation as typed.
#[derive(Clone, Debug, Default)]
pub struct Invite {
    /// To whom.
    pub email: String,
    /// As what.
    pub roles: Vec<Role>,
    /// The mail's language.
    pub lang: Lang,
}

/// Everybody who works here, and who is invited.
pub async fn list(services: &Services, actor: &Actor) -> Result<Staff> {
    authorise(actor, Act::ManageStaff)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let (used, limit) = staff::used(&mut tx).await?;
    Ok(Staff {
        members: staff::list(&mut tx).await?,
        invitations: invitations::pending(&mut tx, None).await?,
        used,
        limit,
    })
}

/// Invites someone by mail. Open invitations count towards the staff limit.
pub async fn invite(services: &Services, actor: &Actor, invite: &Invite) -> Result<InvitationId> {
    authorise_change(actor, Act::ManageStaff)?;
    let address = super::invitations::address(&invite.email, "email");
    let roles = staff_roles(&invite.roles);
    let ((email, email_key), roles) = match (address, roles) {
        (Ok(address), Ok(roles)) => (address, roles),
        (address, roles) => return Err(all_wrong(&[address.err(), roles.err()])),
    };
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let limit = lock(&mut tx, Act::ManageStaff).await?;
    let (used, _) = staff::used(&mut tx).await?;
    let (now, pending) = (tx.now(), invitations::pending(&mut tx, None).await?);
    let open: Vec<&Invitation> = pending.iter().filter(|invitation| invitation.is_open(now)).collect();
    if open.iter().any(|invitation| invitation.email_key == email_key) {
        return Err(Refusal::at("email", "staff-error-already-invited").into());
    }
    match staff::standing(&mut tx, &email_key).await? {
        Some(true) => return Err(Refusal::at("email", "staff-error-already-here").into()),
        Some(false) => return Err(Refusal::at("email", "staff-error-deactivated").into()),
        None => {}
    }
    if used.saturating_add(i64::try_from(open.len()).unwrap_or(i64::MAX)) >= i64::from(limit) {
        return Err(Refusal::whole("staff-error-limit").into());
    }
    let expires_at = now + INVITATION_LIFETIME;
    let new = NewInvitation { email, email_key, roles, merchant: None, lang: invite.lang, expires_at };
    let id = super::invitations::send(&mut tx, &new).await?;
    tx.commit().await?;
    Ok(id)
}

/// Withdraws an invitation: its link is no longer good.
pub async fn withdraw(services: &Services, actor: &Actor, id: InvitationId) -> Result<()> {
    authorise(actor, Act::ManageStaff)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    lock(&mut tx, Act::ManageStaff).await?;
    invitations::find(&mut tx, id, None).await?;
    invitations::withdraw(&mut tx, id).await?;
    tx.record(Event::new("invitation.withdrawn", "invitation", id));
    Ok(tx.commit().await?)
}

/// One of the staff, for the pages about them.
pub async fn member(services: &Services, actor: &Actor, person: PersonId) -> Result<Member> {
    authorise(actor, Act::ManageStaff)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    staff::find(&mut tx, person).await?.ok_or(ServiceError::NotFound)
}

/// Gives one of the staff exactly these roles. Whoever can no longer work on cases gives theirs back.
pub async fn change_roles(
    services: &Services,
    actor: &Actor,
    person: PersonId,
    roles: &[Role],
) -> Result<()> {
    authorise_change(actor, Act::ManageStaff)?;
    let roles = staff_roles(roles)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    lock(&mut tx, Act::ManageStaff).await?;
    let member = staff::find(&mut tx, person).await?.ok_or(ServiceError::NotFound)?;
    if member.roles == roles {
        return Ok(());
    }
    if !roles.contains(&Role::Admin) {
        keep_an_admin(&mut tx, &member).await?;
    }
    let stays_at_the_desk = roles.iter().any(|role| role.may(Act::WorkCases));
    if !stays_at_the_desk {
        return_cases(&mut tx, person).await?;
    }
    staff::set_roles(&mut tx, person, &roles).await?;
    proofs::due_for_renewal(&mut tx, person).await?;
    tx.record(
        Event::new("staff.roles_changed", "person", person)
            .with("from", words(&member.roles))
            .with("to", words(&roles)),
    );
    mail::to_person(&mut tx, person, Template::StaffRolesChanged, About::nothing()).await?;
    Ok(tx.commit().await?)
}

/// Ends someone's access at once; their cases go back to the queue in the same transaction. The last admin stays.
pub async fn deactivate(services: &Services, actor: &Actor, person: PersonId) -> Result<()> {
    authorise_change(actor, Act::ManageStaff)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    lock(&mut tx, Act::ManageStaff).await?;
    let member = staff::find(&mut tx, person).await?.ok_or(ServiceError::NotFound)?;
    keep_an_admin(&mut tx, &member).await?;
    return_cases(&mut tx, person).await?;
    staff::set_active(&mut tx, person, false).await?;
    tx.record(Event::new("staff.deactivated", "person", person));
    mail::to_person(&mut tx, person, Template::StaffDeactivated, About::nothing()).await?;
    Ok(tx.commit().await?)
}

/// Takes someone back on with the roles they had, if the limit allows one more.
pub async fn reactivate(services: &Services, actor: &Actor, person: PersonId) -> Result<()> {
    authorise_change(actor, Act::ManageStaff)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    lock(&mut tx, Act::ManageStaff).await?;
    room_for_one(&mut tx).await?;
    staff::find(&mut tx, person).await?.ok_or(ServiceError::NotFound)?;
    staff::set_active(&mut tx, person, true).await?;
    endings::shorten(&mut tx, person, STAFF_IDLE).await?;
    tx.record(Event::new("staff.reactivated", "person", person));
    mail::to_person(&mut tx, person, Template::StaffReactivated, About::nothing()).await?;
    Ok(tx.commit().await?)
}

/// Refuses where there is no room for one more. The caller holds the staff's lock.
pub(super) async fn room_for_one(tx: &mut TenantTx) -> Result<()> {
    let (used, limit) = staff::used(tx).await?;
    if used >= i64::from(limit) { Err(Refusal::whole("staff-error-limit").into()) } else { Ok(()) }
}

/// Stored words of roles, for the audit.
pub(super) fn words(roles: &[Role]) -> String {
    roles.iter().map(|role| role.word()).collect::<Vec<_>>().join(" ")
}

async fn keep_an_admin(tx: &mut TenantTx, member: &Member) -> Result<()> {
    let is_admin = member.active && member.roles.contains(&Role::Admin);
    if is_admin && staff::other_admins(tx, member.person).await? == 0 {
        return Err(Refusal::whole("staff-error-last-admin").into());
    }
    Ok(())
}

/// Gives back what a person holds. The cases are locked before the person, as acts on cases do it; what they took
/// until the person's row was held comes in a second round.
async fn return_cases(tx: &mut TenantTx, person: PersonId) -> Result<()> {
    take_back(tx, person, None).await?;
    staff::hold(tx, person).await?;
    take_back(tx, person, None).await
}

/// At least one role, and none but those an admin gives; in the matrix's order, each once.
fn staff_roles(roles: &[Role]) -> Result<Vec<Role>> {
    let mut roles = roles.to_vec();
    roles.sort_unstable();
    roles.dedup();
    if roles.is_empty() || roles.iter().any(|role| !Role::STAFF.contains(role)) {
        return Err(Refusal::at("roles", "staff-error-roles").into());
    }
    Ok(roles)
}

/// Everything that is wrong, at once.
pub(super) fn all_wrong(errors: &[Option<ServiceError>]) -> ServiceError {
    let mut refusal = Refusal::default();
    for error in errors.iter().flatten() {
        if let ServiceError::Refused(one) = error {
            refusal.whole = refusal.whole.or_else(|| one.whole.clone());
            refusal.fields.extend(one.fields.iter().cloned());
        }
    }
    ServiceError::Refused(refusal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_tenants_own_roles_are_given() {
        let given = staff_roles(&[Role::Admin, Role::Reviewer, Role::Admin]).unwrap();
        assert_eq!(given, [Role::Reviewer, Role::Admin]);
        for wrong in [vec![], vec![Role::Operator], vec![Role::Reviewer, Role::Owner]] {
            assert!(matches!(staff_roles(&wrong), Err(ServiceError::Refused(_))), "{wrong:?}");
        }
    }
}
