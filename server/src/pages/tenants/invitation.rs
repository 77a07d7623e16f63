//! What an invitation's link opens.

use super::first_page;
use crate::web::{PageResult, Visit, forms};
use app::{
    pages::tenants::invitation::{self as page, Model},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::{
    permissions::{Act, Role},
    tenants::members::judges,
};
use secrecy::SecretString;
use services::{
    Result, ServiceError,
    accounts::NewPassword,
    tenants::invitations::{self, Opened, Way},
};
use store::tenants::invitations::Invitation;

/// Slug and token, as the address names them.
type At = Path<(String, String)>;

/// `GET /t/{slug}/invitation/{token}`
pub(super) async fn show(visit: Visit, Path((_, token)): At) -> PageResult {
    let model = model(&visit, &token, FormState::default()).await?;
    let status = match model.way {
        page::Way::Closed => StatusCode::GONE,
        page::Way::Judged => StatusCode::CONFLICT,
        _ => StatusCode::OK,
    };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}

/// The first page that an accepted invitation opens.
fn opened(invitation: &Invitation) -> &'static str {
    let may = |act: Act| invitation.roles.iter().any(|role: &Role| role.may(act));
    match invitation.merchant {
        None => first_page(&invitation.roles),
        Some(_) if may(Act::ViewOwnApplication) => "/home",
        Some(_) => "/credentials",
    }
}

async fn model(visit: &Visit, token: &str, form: FormState) -> Result<Model> {
    let Opened { invitation, merchant, way } =
        invitations::look(&visit.app.services, &visit.actor, token).await?;
    let staff = visit.actor.person().map(|person| person.staff.as_slice()).unwrap_or_default();
    Ok(Model {
        path: visit.frame.at(&format!("/invitation/{token}")),
        email: invitation.email,
        roles: invitation.roles,
        merchant,
        expires_at: invitation.expires_at,
        way: match way {
            Way::Accept => page::Way::Accept,
            Way::SignOut => page::Way::SignOut,
            Way::SignIn => page::Way::SignIn,
            Way::Join => page::Way::Join,
            Way::Judged => page::Way::Judged,
            Way::Closed => page::Way::Closed,
        },
        at_merchant: visit.actor.person().is_some_and(|person| !person.members.is_empty()),
        judges: judges(staff),
        form,
    })
}

/// `POST /t/{slug}/invitation/{token}`: accepts as whoever is signed in, or as someone new with a password.
pub(super) async fn take(
    visit: Visit,
    Path((_, token)): At,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    let signed_in = visit.actor.person().is_some();
    let (services, lang) = (&visit.app.services, visit.frame.lang);
    let done = if signed_in {
        invitations::accept(services, &visit.actor, &token).await
    } else {
        let typed = FormState::sent(pairs);
        let input = NewPassword { password: SecretString::from(typed.value("password")) };
        invitations::join(services, &visit.actor, &token, &input, lang).await
    };
    if let Err(ServiceError::Conflict(_)) = done {
        // Closed, or another's, since the page was shown: the page says which.
        let model = model(&visit, &token, FormState::default()).await?;
        return Ok(visit.page_with(StatusCode::CONFLICT, page::page(&visit.frame, &model)));
    }
    match forms::again(done, FormState::default())? {
        Ok(invitation) if signed_in => Ok(visit.see_other(&visit.frame.at(opened(&invitation)))),
        Ok(invitation) => {
            let onward = visit.frame.at(opened(&invitation));
            Ok(visit.see_other_saying(&format!("/account/sign-in?to={onward}"), "staff-joined"))
        }
        Err(form) => {
            let model = model(&visit, &token, form).await?;
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &model)))
        }
    }
}
