//! The list of the staff.

use crate::web::{
    PageResult, Visit,
    csv::{self, Holds},
};
use app::pages::{
    sheets::STAFF,
    tenants::staff::{self as page, Invited, Member, Model},
};
use services::{review, tenants::staff};
use store::tenants::{invitations::Invitation, staff::Member as Row};
use time::OffsetDateTime;

/// `GET /t/{slug}/console/staff`
pub(super) async fn list(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let staff = staff::list(&visit.app.services, &visit.actor).await?;
    let now = visit.app.services.now();
    let model = Model {
        members: staff.members.iter().map(member).collect(),
        invitations: staff.invitations.iter().map(|invitation| invited(invitation, now)).collect(),
        used: u64::try_from(staff.used).unwrap_or_default(),
        limit: u64::try_from(staff.limit).unwrap_or_default(),
        calendar_ends: review::calendar_ends(&visit.app.services, visit.tenant()?)?,
    };
    Ok(visit.page(page::page(&visit.frame, &model)))
}

/// `GET /t/{slug}/console/staff.csv`: the staff as a file.
pub(super) async fn csv(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let staff = staff::list(&visit.app.services, &visit.actor).await?;
    csv::whole(visit, &STAFF, Holds::Persons, staff.members.iter().map(member).collect()).await
}

/// One of the staff, as pages show them.
pub(super) fn member(row: &Row) -> Member {
    Member {
        id: row.person.to_string(),
        email: row.email.clone(),
        roles: row.roles.clone(),
        active: row.active,
        claimed: u64::try_from(row.claimed).unwrap_or_default(),
        at_merchant: row.at_merchant,
        since: row.since,
    }
}

fn invited(invitation: &Invitation, now: OffsetDateTime) -> Invited {
    Invited {
        id: invitation.id.to_string(),
        email: invitation.email.clone(),
        roles: invitation.roles.clone(),
        expires_at: invitation.expires_at,
        open: invitation.is_open(now),
    }
}
