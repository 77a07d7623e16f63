//! Handlers of tenants: a brand's front page, staff, invitations, branding.

mod branding;
mod estimate;
mod front;
mod invitation;
mod invite;
mod member;
mod members;
mod settings;
mod staff;

use crate::web::AppState;
use axum::{
    Router,
    routing::{get, post},
};
use domain::permissions::{Act, Role};

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}", get(front::show))
        .route("/t/{slug}/estimate", get(estimate::show))
        .route("/t/{slug}/brand-{sheet}", get(branding::sheet))
        .route("/t/{slug}/console", get(front::console))
        .route("/t/{slug}/console/staff", get(staff::list))
        .route("/t/{slug}/console/staff.csv", get(staff::csv))
        .route("/t/{slug}/console/staff/invite", get(invite::show).post(invite::take))
        .route("/t/{slug}/console/staff/invitations/{id}/withdraw", post(invite::withdraw))
        .route("/t/{slug}/console/staff/{person}", get(member::show).post(member::change_roles))
        .route("/t/{slug}/console/staff/{person}/deactivate", post(member::deactivate))
        .route("/t/{slug}/console/staff/{person}/reactivate", post(member::reactivate))
        .route("/t/{slug}/console/branding", get(branding::show).post(branding::take))
        .route("/t/{slug}/console/settings", get(settings::show).post(settings::take))
        .route("/t/{slug}/console/settings/account", post(settings::take_account))
        .route("/t/{slug}/members", get(members::list))
        .route("/t/{slug}/members/{merchant}", get(members::show))
        .route("/t/{slug}/members/{merchant}/invite", get(members::show_invite).post(members::take_invite))
        .route("/t/{slug}/members/{merchant}/invitations/{id}/withdraw", post(members::withdraw))
        .route(
            "/t/{slug}/members/{merchant}/people/{person}",
            get(members::person).post(members::change_roles),
        )
        .route("/t/{slug}/members/{merchant}/people/{person}/remove", post(members::remove))
        .route("/t/{slug}/members/{merchant}/leave", post(members::leave))
        .route("/t/{slug}/invitation/{token}", get(invitation::show).post(invitation::take))
}

/// The first page of the console, or the desk, that these roles open.
fn first_page(roles: &[Role]) -> &'static str {
    let may = |act: Act| roles.iter().any(|role| role.may(act));
    if may(Act::ViewApplications) {
        "/console"
    } else if may(Act::ViewCases) {
        "/desk"
    } else if may(Act::ReadAudit) {
        "/console/audit"
    } else {
        ""
    }
}
