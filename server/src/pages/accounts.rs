//! Handlers of accounts: registering, signing in, links by mail, and a person's own pages.

mod entry;
mod factors;
mod links;
mod own;
mod register;

use crate::web::{AppState, Fault, Visit};
use axum::{
    Router,
    routing::{get, post},
};
use services::accounts::Client;
use store::tenants;

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/register", get(register::show).post(register::take))
        .route("/t/{slug}/register/sent", get(register::sent))
        .route("/account/sign-in", get(entry::show).post(entry::take))
        .route("/account/sign-in/passkey", post(factors::sign_in))
        .route("/account/sign-out", post(entry::leave))
        .route("/account/factor", get(factors::show_second).post(factors::take_second))
        .route("/account/factors", get(factors::show_list))
        .route("/account/totp", get(factors::show_enrol).post(factors::take_enrol))
        .route("/account/totp/remove", post(factors::remove_totp))
        .route("/account/recovery", post(factors::renew_recovery))
        .route("/account/passkeys", post(factors::add_passkey))
        .route("/account/passkeys/challenge", post(factors::challenge))
        .route("/account/passkeys/new-challenge", post(factors::new_challenge))
        .route("/account/passkeys/{passkey}/name", get(factors::show_rename).post(factors::rename_passkey))
        .route("/account/passkeys/{passkey}/remove", post(factors::remove_passkey))
        .route("/account/prove", post(factors::proved))
        .route("/account/confirm", get(register::show_again).post(register::take_again))
        .route("/account/confirm/sent", get(register::sent_again))
        .route("/account/confirm/{token}", get(links::show_confirm).post(links::take_confirm))
        .route("/account/forgotten", get(register::show_forgotten).post(register::take_forgotten))
        .route("/account/forgotten/sent", get(register::sent_forgotten))
        .route("/account/reset/{token}", get(links::show_reset).post(links::take_reset))
        .route("/account", get(own::hub))
        .route("/account/password", get(own::show_password).post(own::take_password))
        .route("/account/email", get(own::show_email).post(own::take_email))
        .route("/account/email/sent", get(own::sent_email))
        .route("/account/email/{token}", get(links::show_change).post(links::take_change))
        .route("/account/sessions", get(own::sessions))
        .route("/account/sessions/end-others", post(own::end_others))
        .route("/account/sessions/{id}/end", post(own::end_one))
}

/// Where the request comes from, for the use cases.
fn client(visit: &Visit) -> Client<'_> {
    Client { address: visit.address, agent: &visit.agent }
}

/// Puts the page under the name of the tenant of this address part, if there is one.
async fn wear(visit: &mut Visit, slug: Option<&str>) -> Result<(), Fault> {
    if let Some(slug) = slug
        && let Some(tenant) = tenants::by_slug(&visit.app.services.db, slug).await?
        && !tenant.suspended
    {
        visit.wear(&tenant);
    }
    Ok(())
}

/// The tenant's part of a path such as `/t/{slug}/home`.
fn slug_of(path: &str) -> Option<&str> {
    path.strip_prefix("/t/")?.split(['/', '?', '#']).next().filter(|slug| !slug.is_empty())
}

/// Where to sign in after a link, and on to the tenant it came from.
fn sign_in_path(slug: Option<&str>) -> String {
    slug.map_or_else(|| "/account/sign-in".into(), |slug| format!("/account/sign-in?to=/t/{slug}/home"))
}

#[cfg(test)]
mod tests {
    use super::{sign_in_path, slug_of};

    #[test]
    fn the_tenant_of_a_path() {
        assert_eq!(slug_of("/t/harbour/home"), Some("harbour"));
        assert_eq!(slug_of("/t/harbour?x=1"), Some("harbour"));
        for none in ["/account", "/t/", "/t", ""] {
            assert_eq!(slug_of(none), None, "{none}");
        }
        assert_eq!(sign_in_path(Some("harbour")), "/account/sign-in?to=/t/harbour/home");
    }
}
