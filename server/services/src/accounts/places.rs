//! Where a person belongs: the choice after signing in.

use crate::{Result, Services};
use domain::{Actor, TenantId};
use store::{
    accounts::{memberships, persons},
    tenants::{self, Tenant},
};

/// A tenant a person belongs to.
#[derive(Clone, Debug)]
pub struct Place {
    /// The tenant.
    pub tenant: Tenant,
    /// Whether as staff.
    pub staff: bool,
    /// Whether at a merchant of its.
    pub merchant: bool,
}

/// Everywhere a person belongs.
#[derive(Clone, Debug)]
pub struct Places {
    /// Tenants that are open, by name.
    pub tenants: Vec<Place>,
    /// Whether they run the platform.
    pub operator: bool,
}

/// Everywhere the person belongs; suspended tenants are left out.
///
/// # Errors
/// Nobody is signed in, or the database is down.
pub async fn places(services: &Services, actor: &Actor) -> Result<Places> {
    let person = super::person(actor)?.id;
    let operator = persons::known(&services.db, person).await?.is_some_and(|known| known.operator);
    let mut open = Vec::new();
    for membership in memberships::everywhere(&services.db, person).await? {
        let tenant = tenants::by_id(&services.db, membership.tenant).await?;
        if !tenant.suspended && tenant.id != TenantId::PLATFORM {
            open.push(Place { tenant, staff: membership.staff, merchant: membership.merchant });
        }
    }
    open.sort_by(|a, b| a.tenant.name_en.cmp(&b.tenant.name_en));
    Ok(Places { tenants: open, operator })
}
