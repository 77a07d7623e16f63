//! What an application's merchant is told by mail.

use crate::{
    Result,
    mail::{self, About, Template},
};
use domain::applications::Notice;
use store::{
    TenantTx,
    applications::{Application, merchants},
};

/// Tells every owner of the merchant, once this transaction has committed.
pub(super) async fn tell(tx: &mut TenantTx, application: &Application, notice: Notice) -> Result<()> {
    let template = template(notice);
    for owner in merchants::owners(tx, application.merchant).await? {
        mail::to_person(tx, owner, template, About::application(application.id)).await?;
    }
    Ok(())
}

const fn template(notice: Notice) -> Template {
    match notice {
        Notice::Submitted => Template::ApplicationSubmitted,
        Notice::ChangesRequested => Template::ApplicationChanges,
        Notice::Resubmitted => Template::ApplicationResubmitted,
        Notice::VerifyAccount => Template::ApplicationAccount,
        Notice::Sign => Template::ApplicationSigning,
        Notice::Approved => Template::ApplicationApproved,
        Notice::PassedOn => Template::ApplicationPassedOn,
        Notice::Unanswered => Template::ApplicationUnanswered,
        Notice::Rejected => Template::ApplicationRejected,
        Notice::Withdrawn => Template::ApplicationWithdrawn,
        Notice::Expired => Template::ApplicationExpired,
        Notice::Reopened => Template::ApplicationReopened,
    }
}
