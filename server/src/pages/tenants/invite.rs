//! Inviting, and withdrawing an invitation.

use crate::web::{PageResult, Visit, forms};
use app::{pages::tenants::invite as page, ui::FormState};
use axum::{Form, extract::Path, http::StatusCode};
use domain::{
    InvitationId, Lang,
    permissions::{Act, Role},
};
use services::{
    ServiceError,
    tenants::staff::{self, Invite},
};

const STAFF: &str = "/console/staff";

/// `GET /t/{slug}/console/staff/invite`
pub(super) async fn show(visit: Visit) -> PageResult {
    visit.signed_in()?;
    services::tenants::authorise(&visit.actor, Act::ManageStaff)?;
    let lang = visit.tenant()?.languages.first().copied().unwrap_or_default();
    let form = FormState::default().with("lang", lang.tag());
    Ok(visit.page(page::page(&visit.frame, &form)))
}

/// The roles whose boxes were ticked.
pub(super) fn roles(sent: &FormState) -> Vec<Role> {
    sent.values("roles").iter().filter_map(|word| Role::from_word(word)).collect()
}

/// `POST /t/{slug}/console/staff/invite`
pub(super) async fn take(visit: Visit, Form(pairs): Form<Vec<(String, String)>>) -> PageResult {
    visit.signed_in()?;
    let sent = FormState::sent(pairs);
    let invite = Invite {
        email: sent.value("email").to_owned(),
        roles: roles(&sent),
        lang: Lang::from_tag(sent.value("lang")).unwrap_or_default(),
    };
    let done = staff::invite(&visit.app.services, &visit.actor, &invite).await;
    match forms::again(done, sent)? {
        Ok(_) => Ok(visit.see_other_saying(&visit.frame.at(STAFF), "staff-invited")),
        Err(form) => Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &form))),
    }
}

/// `POST /t/{slug}/console/staff/invitations/{id}/withdraw`
pub(super) async fn withdraw(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let id: InvitationId = id.parse().map_err(|_| ServiceError::NotFound)?;
    staff::withdraw(&visit.app.services, &visit.actor, id).await?;
    Ok(visit.see_other_saying(&visit.frame.at(STAFF), "staff-withdrawn"))
}
