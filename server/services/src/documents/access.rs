//! Who may send papers, and who may look at them.

use crate::{
    Result, ServiceError, Services,
    applications::{self, Opened},
    review::access as desk,
};
use domain::{AnswerId, ApplicationId, DocumentId, applications::State, permissions::Act};
use store::{
    StoreError, TenantTx,
    applications::{Application, load},
    channels,
    documents::{self, Stored},
    review,
};

/// On which side of an application somebody looks at its papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The merchant's, as one who sends papers.
    Sender,
    /// The desk's, of a case that isn't their own.
    Desk,
}

/// From which side this actor may look at an application's papers. Whoever may not isn't told that there are any.
pub(super) async fn side(tx: &mut TenantTx, application: ApplicationId) -> Result<Side> {
    let application = load(tx, application).await?;
    let actor = tx.actor().clone();
    if actor.may_at(application.merchant, Act::UploadPapers) {
        return Ok(Side::Sender);
    }
    let person = actor.person().map(|person| person.id);
    let desk = actor.may(Act::ViewCases) && application.state.is_case();
    if desk && !review::side(tx, application.id, person).await?.own {
        return Ok(Side::Desk);
    }
    Err(StoreError::NotFound.into())
}

/// The application, for sending this paper: theirs to send, and open for it now.
pub(super) async fn open_for(
    services: &Services,
    tx: &mut TenantTx,
    id: ApplicationId,
    paper: &str,
    replaces: Option<DocumentId>,
) -> Result<Application> {
    let application = applications::access::seen(tx, id, Act::UploadPapers).await?;
    open(services, tx, application, paper, replaces).await
}

/// The same, holding the application until the transaction ends.
pub(super) async fn held_for(
    services: &Services,
    tx: &mut TenantTx,
    id: ApplicationId,
    paper: &str,
    replaces: Option<DocumentId>,
) -> Result<Application> {
    let application = applications::access::held(tx, id, Act::UploadPapers).await?;
    open(services, tx, application, paper, replaces).await
}

async fn open(
    services: &Services,
    tx: &mut TenantTx,
    application: Application,
    paper: &str,
    replaces: Option<DocumentId>,
) -> Result<Application> {
    let opened = Opened::of(services, tx, &application).await?;
    let closed = ServiceError::Conflict("documents-closed-now");
    if opened.has_paper(paper, replaces) { Ok(application) } else { Err(closed) }
}

/// The application of a channel's answer, held until the transaction ends, for whoever of the desk records answers: of
/// two who send its file at once, one comes first.
pub(super) async fn answer(tx: &mut TenantTx, id: ApplicationId, answer: AnswerId) -> Result<Application> {
    let by = desk::person(tx.actor(), Act::RecordChannels)?;
    let application = desk::held(tx, id, by).await?;
    let answered = channels::find_answer(tx, application.merchant, answer).await?;
    if answered.application == id { Ok(application) } else { Err(StoreError::NotFound.into()) }
}

/// Whether this version is there for this side: an answer's file is the desk's alone.
pub(super) fn is_shown(version: &Stored, side: Side) -> bool {
    side == Side::Desk || version.answer.is_none()
}

/// The versions of a document of this application, newest first; not found where it isn't one.
pub(super) async fn versions_of(
    tx: &mut TenantTx,
    application: ApplicationId,
    document: DocumentId,
) -> Result<Vec<Stored>> {
    let versions = documents::of_document(tx, document).await?;
    match versions.first() {
        Some(first) if first.application == application && first.answer.is_none() => Ok(versions),
        _ => Err(StoreError::NotFound.into()),
    }
}

/// Whether a document of these versions can be taken away: nothing of it was handed in yet.
pub(super) fn is_removable(state: &State, versions: &[Stored]) -> bool {
    let handed_in = state.submission().map(|submission| submission.at);
    handed_in.is_none_or(|at| versions.iter().all(|version| version.uploaded_at > at))
}
