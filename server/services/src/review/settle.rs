//! What the desk made of files becomes part of their life where it is final: with a request for changes, and with a
//! decision. Until then a reviewer may change their mind.

use super::items::Items;
use crate::Result;
use domain::{
    DocumentId, PersonId,
    applications::{Fault, Item},
    audit,
    documents::{Version, life},
    review::Judgement,
};
use store::{
    TenantTx,
    applications::Application,
    documents::{self, Stored},
    review::judgements::On,
};

/// Files that go back are asked for again; those that hold are accepted.
pub(super) async fn sent_back(
    tx: &mut TenantTx,
    application: &Application,
    items: &Items,
    by: PersonId,
) -> Result<()> {
    each(tx, application, items, |judgement| match judgement {
        Judgement::Accepted => Some(life::Event::Accept { by }),
        Judgement::SentBack { reason, .. } => Some(life::Event::RequestRedo { by, reason: *reason }),
        Judgement::Rejected { .. } => None,
    })
    .await
}

/// Files that a channel wants anew are asked for again.
pub(super) async fn asked_again(
    tx: &mut TenantTx,
    application: &Application,
    asked: &[(Item, On)],
    by: PersonId,
) -> Result<()> {
    let versions = documents::of_application(tx, application.id).await?;
    for (item, on) in asked {
        if let Some(file) = versions.iter().find(|version| Some(version.id) == on.document) {
            apply(tx, file.clone(), life::Event::RequestRedo { by, reason: item.reason }).await?;
        }
    }
    Ok(())
}

/// Files whose paper is over are expired, where the desk had accepted them.
pub(crate) async fn lapse(tx: &mut TenantTx, application: &Application, over: &[DocumentId]) -> Result<()> {
    let versions = documents::of_application(tx, application.id).await?;
    for file in documents::current(&versions).into_iter().filter(|file| over.contains(&file.document)) {
        apply(tx, file.clone(), life::Event::Expire).await?;
    }
    Ok(())
}

/// The road ends: files that hold are accepted, those that don't are rejected.
pub(super) async fn decided(
    tx: &mut TenantTx,
    application: &Application,
    items: &Items,
    by: PersonId,
) -> Result<()> {
    each(tx, application, items, |judgement| match judgement {
        Judgement::Accepted => Some(life::Event::Accept { by }),
        Judgement::Rejected { reason } => Some(life::Event::Reject { by, reason: *reason }),
        Judgement::SentBack { .. } => None,
    })
    .await
}

/// The application is open again: what was rejected is before the desk once more.
pub(super) async fn reopened(tx: &mut TenantTx, application: &Application) -> Result<()> {
    let versions = documents::of_application(tx, application.id).await?;
    for file in versions {
        if matches!(file.version, Version::Rejected { fault: life::Fault::Paper(_) }) {
            let event = life::Event::Reconsider { pages: u32::from(file.pictures.max(1)) };
            apply(tx, file, event).await?;
        }
    }
    Ok(())
}

async fn each(
    tx: &mut TenantTx,
    application: &Application,
    items: &Items,
    event: impl Fn(&Judgement) -> Option<life::Event>,
) -> Result<()> {
    let versions = documents::of_application(tx, application.id).await?;
    for item in items.all.iter().filter(|item| matches!(item.what, Fault::Document(..))) {
        let Some(event) = item.judged.as_ref().and_then(|judged| event(&judged.judgement)) else { continue };
        let file = versions.iter().find(|version| Some(version.id) == item.on.document);
        if let Some(file) = file {
            apply(tx, file.clone(), event).await?;
        }
    }
    Ok(())
}

/// Moves a file on; one that stands there already stays as it is.
async fn apply(tx: &mut TenantTx, mut file: Stored, event: life::Event) -> Result<()> {
    let (name, audience) = (event.audit_name(), event.audience());
    let Ok(version) = file.version.clone().apply(event, tx.now()) else { return Ok(()) };
    file.version = version;
    documents::save(tx, &file).await?;
    tx.record(
        audit::Event::new(name, "document", file.document)
            .on(file.application)
            .for_audience(audience)
            .with("paper", &file.paper)
            .with("file", file.id),
    );
    Ok(())
}
