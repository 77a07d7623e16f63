//! Where a person belongs: the choice after signing in.

use crate::{Result, Services};
use domain::{
    Actor, PersonId,
    permissions::{Act, Role},
};
use store::{
    accounts::{
        memberships::{self, Membership},
        persons, tokens,
    },
    tenants::{self, Tenant},
};

/// One side of one tenant, or the platform.
#[derive(Clone, Debug)]
pub struct Place {
    /// The tenant; none on the platform.
    pub tenant: Option<Tenant>,
    /// Which side of it.
    pub side: Side,
    /// Its address on this installation.
    pub path: String,
}

/// What a person is at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// At a merchant.
    Merchant,
    /// At the desk.
    Desk,
    /// In the console.
    Console,
    /// On the platform.
    Operator,
}

/// Everywhere the acting person belongs, by name, or the tenant they came from; suspended tenants are left out.
pub async fn places(services: &Services, actor: &Actor) -> Result<Vec<Place>> {
    of_person(services, super::person(actor)?.id).await
}

/// Where a person goes after signing in: the one place they belong to, or the choice.
pub async fn landing(services: &Services, person: PersonId) -> Result<String> {
    let places = of_person(services, person).await?;
    Ok(match places.as_slice() {
        [only] => only.path.clone(),
        _ => "/account".into(),
    })
}

async fn of_person(services: &Services, person: PersonId) -> Result<Vec<Place>> {
    let mut places = Vec::new();
    if persons::known(&services.db, person).await?.is_some_and(|known| known.operator) {
        places.push(Place { tenant: None, side: Side::Operator, path: "/operator".into() });
    }
    let mut found = Vec::new();
    for membership in memberships::everywhere(&services.db, person).await? {
        let tenant = tenants::by_id(&services.db, membership.tenant).await?;
        if !tenant.suspended {
            found.push((tenant, membership));
        }
    }
    found.sort_by(|(a, _), (b, _)| a.name_en.cmp(&b.name_en));
    for (tenant, membership) in found {
        places.extend(at_tenant(services, person, &tenant, membership).await?);
    }
    if places.is_empty() {
        places.extend(came_from(services, person).await?);
    }
    Ok(places)
}

/// Whoever belongs nowhere yet came from somewhere: the tenant whose name their last link carried. There they begin.
async fn came_from(services: &Services, person: PersonId) -> Result<Option<Place>> {
    let Some(brand) = tokens::last_brand(&services.db, person).await? else { return Ok(None) };
    let tenant = tenants::by_id(&services.db, brand).await?;
    let path = format!("/t/{}/home", tenant.slug);
    Ok(Some(Place { tenant: Some(tenant), side: Side::Merchant, path }))
}

async fn at_tenant(
    services: &Services,
    person: PersonId,
    tenant: &Tenant,
    membership: Membership,
) -> Result<Vec<Place>> {
    let staff = if membership.staff {
        memberships::roles(&services.db, tenant.id, person).await?.staff
    } else {
        Vec::new()
    };
    let sides = sides(&staff, membership.merchant);
    let place = |(side, rest): (Side, &str)| Place {
        tenant: Some(tenant.clone()),
        side,
        path: format!("/t/{}{rest}", tenant.slug),
    };
    Ok(sides.into_iter().map(place).collect())
}

/// The sides open to these roles, with the rest of their address.
fn sides(staff: &[Role], merchant: bool) -> Vec<(Side, &'static str)> {
    let may = |act: Act| staff.iter().any(|role| role.may(act));
    let console = [
        (Act::ManageStaff, "/console/staff"),
        (Act::ManageTenant, "/console/branding"),
        (Act::ManageAllCredentials, "/console/credentials"),
        (Act::ReadAudit, "/console/audit"),
    ];
    let console = console.into_iter().find(|(act, _)| may(*act)).map(|(_, path)| (Side::Console, path));
    let desk = may(Act::ViewCases).then_some((Side::Desk, "/desk"));
    let merchant = merchant.then_some((Side::Merchant, "/home"));
    desk.into_iter().chain(console).chain(merchant).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_has_its_sides() {
        assert_eq!(sides(&[Role::Reviewer], false), [(Side::Desk, "/desk")]);
        assert_eq!(sides(&[Role::Auditor], false), [(Side::Console, "/console/audit")]);
        assert_eq!(
            sides(&[Role::Admin, Role::SeniorReviewer], true),
            [(Side::Desk, "/desk"), (Side::Console, "/console/staff"), (Side::Merchant, "/home")]
        );
        assert_eq!(sides(&[], false), []);
    }
}
