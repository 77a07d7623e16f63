//! Inviting someone to a merchant, and withdrawing an invitation.

use super::{At, merchant};
use crate::{
    pages::tenants::invite::roles,
    web::{PageResult, Visit, forms},
};
use app::{
    pages::tenants::members::{Merchant, invite as page},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::{InvitationId, Lang, MerchantId};
use services::{
    Result, ServiceError,
    tenants::{members, staff::Invite},
};

async fn of(visit: &Visit, id: MerchantId) -> Result<Merchant> {
    members::authorise(&visit.actor, id)?;
    Ok(merchant(&members::team(&visit.app.services, &visit.actor, id).await?.merchant))
}

/// `GET /t/{slug}/members/{merchant}/invite`
pub(in super::super) async fn show(visit: Visit, Path(at): Path<At>) -> PageResult {
    visit.signed_in()?;
    let merchant = of(&visit, at.merchant()?).await?;
    let form = FormState::default().with("lang", visit.frame.lang.tag());
    Ok(visit.page(page::page(&visit.frame, &merchant, &form)))
}

/// `POST /t/{slug}/members/{merchant}/invite`
pub(in super::super) async fn take(
    visit: Visit,
    Path(at): Path<At>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let id = at.merchant()?;
    let sent = FormState::sent(pairs);
    let invite = Invite {
        email: sent.value("email").to_owned(),
        roles: roles(&sent),
        lang: Lang::from_tag(sent.value("lang")).unwrap_or_default(),
    };
    let done = members::invite(&visit.app.services, &visit.actor, id, &invite).await;
    let Err(form) = forms::again(done, sent)? else {
        return Ok(visit.see_other_saying(&visit.frame.at(&format!("/members/{id}")), "member-invited"));
    };
    let merchant = of(&visit, id).await?;
    Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &merchant, &form)))
}

/// `POST /t/{slug}/members/{merchant}/invitations/{id}/withdraw`
pub(in super::super) async fn withdraw(visit: Visit, Path(at): Path<At>) -> PageResult {
    visit.signed_in()?;
    let merchant = at.merchant()?;
    let id: InvitationId = at.id.parse().map_err(|_| ServiceError::NotFound)?;
    members::withdraw(&visit.app.services, &visit.actor, merchant, id).await?;
    Ok(visit.see_other_saying(&visit.frame.at(&format!("/members/{merchant}")), "member-withdrawn"))
}
