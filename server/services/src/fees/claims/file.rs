//! The contract behind a claim, sealed.

use super::{event, person};
use crate::{Refusal, Result, ServiceError, Services, papers::intake::Intake, tenants::authorise};
use domain::{Actor, FeeClaimId, documents::Media, permissions::Act};
use store::{
    StoreError, TenantTx,
    fees::{
        claims,
        files::{self, File},
    },
};

/// The most bytes that a contract may have.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;

const fn kind(media: Media) -> &'static str {
    match media {
        Media::Pdf => "pdf",
        Media::Jpeg => "jpeg",
        Media::Png => "png",
    }
}

/// Keeps the file of a claim that waits, under the name it came with.
///
/// # Errors
/// A refusal at `file` where it isn't one of the kinds that are taken, is too large, or the claim has one.
pub async fn keep(
    services: &Services,
    actor: &Actor,
    id: FeeClaimId,
    (name, bytes): (&str, Vec<u8>),
) -> Result<()> {
    authorise(actor, Act::ManageFees)?;
    let refused = |key: String| ServiceError::from(Refusal::at("file", key));
    let mut intake = Intake::new(MOST_BYTES as u64);
    intake.push(&bytes).map_err(|why| refused(why.message_key()))?;
    let received = intake.finish(name);
    let media = received.verdict.map_err(|why| refused(why.message_key()))?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let by = person(actor)?;
    let kept = claims::lock(&mut tx, id).await?;
    if kept.own.answer.is_some() {
        return Err(ServiceError::Conflict("fees-own-why-answered"));
    }
    let file = File { kind: kind(media).to_owned(), bytes };
    files::keep(&mut tx, id, &file, &received.sha256, by).await.map_err(|error| match error {
        StoreError::Taken(_) => ServiceError::Conflict("fees-own-why-has-file"),
        other => other.into(),
    })?;
    tx.record(event("fee_claim.file_added", id));
    Ok(tx.commit().await?)
}

/// The file of a claim, for whoever compares for the tenant.
pub async fn open(services: &Services, actor: &Actor, id: FeeClaimId) -> Result<File> {
    authorise(actor, Act::CompareFees)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    Ok(files::open(&mut tx, id).await?)
}
