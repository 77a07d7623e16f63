//! What the merchant's people may know of where an application stands beside its tasks: its end, and the road.

use super::access::seen;
use crate::{Result, Services};
use domain::{
    Actor, ApplicationId,
    applications::road::{Opened, Road},
    permissions::Act,
};
use store::{
    TenantTx,
    applications::{channels, ends},
    tenants,
};
use time::OffsetDateTime;

/// Where an application stands.
#[derive(Clone, Debug)]
pub struct Standing {
    /// When it runs out for want of its merchant's answer, if it does.
    pub ends: Option<OffsetDateTime>,
    /// What its merchant's channels make of it.
    pub opened: Opened,
    /// The steps; none where it has ended without an approval.
    pub road: Option<Road>,
}

/// Where the application stands, for the merchant's own people.
pub async fn standing(services: &Services, actor: &Actor, id: ApplicationId) -> Result<Standing> {
    let policy = tenants::by_id(&services.db, actor.tenant()).await?.policy;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = seen(&mut tx, id, Act::ViewOwnApplication).await?;
    let told = ends::told(&mut tx, id).await?;
    let ends = application.state.ends(application.updated_at, told, &policy, tx.now());
    let opened = channels::opened(&mut tx, application.merchant).await?;
    Ok(Standing { ends, opened, road: application.state.road(opened) })
}
