//! The second person's word on a claim.

use super::{
    claim,
    one::{Again, path, shown},
};
use crate::web::{PageResult, Visit, forms};
use app::ui::FormState;
use axum::{Form, extract::Path, http::StatusCode};
use domain::FeeClaimId;
use services::{
    ServiceError,
    fees::claims::{self, Second},
};

/// `POST /t/{slug}/console/fees/claims/{claim}/approve`
pub(super) async fn approve(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    say(visit, claim(&id)?, Second::Approve, FormState::default()).await
}

/// `POST /t/{slug}/console/fees/claims/{claim}/decline`
pub(super) async fn decline(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let sent = FormState::sent(pairs);
    let second = Second::Decline(sent.value("reason").to_owned());
    say(visit, claim(&id)?, second, sent).await
}

async fn say(visit: Visit, id: FeeClaimId, second: Second, sent: FormState) -> PageResult {
    let said = if second == Second::Approve { "claim-approved" } else { "claim-declined" };
    match claims::answer(&visit.app.services, &visit.actor, id, &second).await {
        Err(ServiceError::Conflict(key)) if key.starts_with("fees-own-why-") => {
            shown(&visit, id, StatusCode::CONFLICT, Again { trouble: Some(key), ..Again::default() }).await
        }
        // What stands in an approval's way is no field of this page.
        Err(ServiceError::Refused(refusal)) if second == Second::Approve => {
            let mut form = sent;
            let key = refusal.fields.into_iter().next().map_or_else(String::new, |error| error.key);
            form.refuse_form(key);
            shown(&visit, id, StatusCode::CONFLICT, Again { form, ..Again::default() }).await
        }
        done => match forms::again(done, sent)? {
            Ok(()) => Ok(visit.see_other_saying(&path(&visit, id), said)),
            Err(form) => {
                let again = Again { form, ..Again::default() };
                shown(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, again).await
            }
        },
    }
}
