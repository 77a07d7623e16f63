//! What an application's merchant is told by mail.

use crate::{
    Result,
    mail::{self, About, Template},
};
use domain::applications::Notice;
use store::{
    TenantTx,
    applications::{Application, merchants, renewals},
};

/// Tells every owner of the merchant, once this transaction has committed.
pub(super) async fn tell(tx: &mut TenantTx, application: &Application, notice: Notice) -> Result<()> {
    let template = match notice {
        // What a job of ours had asked for goes on to no channel.
        Notice::PassedOn if is_renewal(tx, application).await? => Template::PapersRenewed,
        other => template(other),
    };
    for owner in merchants::owners(tx, application.merchant).await? {
        mail::to_person(tx, owner, template, About::application(application.id)).await?;
    }
    Ok(())
}

/// Whether the handing in was the answer to papers that run out alone.
async fn is_renewal(tx: &mut TenantTx, application: &Application) -> Result<bool> {
    let round = application.state.submission().map_or(1, |submission| submission.round);
    Ok(renewals::were_all(tx, application.id, round.saturating_sub(1)).await?)
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
        Notice::PapersEnding => Template::PapersEnding,
        Notice::PapersUnanswered => Template::PapersUnanswered,
        Notice::Rejected => Template::ApplicationRejected,
        Notice::Withdrawn => Template::ApplicationWithdrawn,
        Notice::Expired => Template::ApplicationExpired,
        Notice::Reopened => Template::ApplicationReopened,
        Notice::Ended => Template::ApplicationEnded,
    }
}
