//! The job behind every upload: opens the whole file in a process of its own, keeps pictures of its pages, and says
//! whether it may be handed in.

use super::{liken, place, scan, upload::unavailable, writer::put_whole};
use crate::{
    Services,
    jobs::JobError,
    mail::{self, About, Template},
    overview,
    papers::{
        Examination, ExaminerError, Picture, Sound,
        seal::{Opener, Part, open_stream},
    },
    ports::BlobError,
};
use bytes::Bytes;
use domain::{
    Actor, VersionId,
    audit::{self, Audience},
    documents::{Event, Refusal, Version, VersionKind, life::Fault},
};
use futures::TryStreamExt;
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{
    StoreError, TenantTx,
    applications::{dossiers, lock},
    documents::{self, Stored, pages::NewPage},
    jobs::{Claimed, NewJob},
    keys::DossierKey,
};

/// The job's kind.
pub const KIND: &str = "document.check";
/// Attempts after which a file whose check is too slow or is stopped each time is refused.
const PATIENCE: i32 = 3;

#[derive(Deserialize)]
struct Payload {
    version: VersionId,
    /// Whether the scanner for malware has passed it.
    #[serde(default)]
    scanned: bool,
}

/// Runs the job. A version that has moved on, or whose application's key is erased, needs no check any more.
///
/// # Errors
/// What may pass is tried again; a file that isn't what was stored is nobody's to repair.
pub async fn run(services: &Services, job: &Claimed) -> Result<(), JobError> {
    let payload: Payload =
        serde_json::from_value(job.payload.clone()).map_err(|_| JobError::permanent("check-payload"))?;
    let actor = Actor::System { tenant: job.tenant, job: KIND };
    if services.scanner.is_some() && !payload.scanned {
        return scan::send(services, &actor, payload.version).await;
    }
    let Some((version, dossier)) = waiting(services, &actor, payload.version).await? else { return Ok(()) };
    let (Some(media), Some(object)) = (version.media, version.blob_key.as_deref()) else {
        return Err(JobError::permanent("check-without-bytes"));
    };
    let bytes = fetch(services, &actor, &version, &dossier, object).await?;
    match services.examiner.examine(media, bytes).await {
        Ok(Examination::Sound(sound)) => {
            keep_pictures(services, &actor, &version, &dossier, (object, &sound)).await?;
            pass(services, &actor, (version.id, &dossier), &sound).await
        }
        Ok(Examination::Refused(refusal)) => refuse(services, &actor, version.id, refusal).await,
        Err(ExaminerError::Slow | ExaminerError::Killed(_)) if job.attempt >= PATIENCE => {
            refuse(services, &actor, version.id, Refusal::Unchecked).await
        }
        // A fault of ours says nothing about the file: it waits until we have mended ourselves.
        Err(error) => Err(JobError::transient("examiner", error)),
    }
}

/// The version, where it still waits for its check.
pub(super) async fn waiting(
    services: &Services,
    actor: &Actor,
    id: VersionId,
) -> Result<Option<(Stored, DossierKey)>, JobError> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let version = documents::load(&mut tx, id).await?;
    if version.version.kind() != VersionKind::Quarantined {
        return Ok(None);
    }
    match dossiers::open(&mut tx, version.application).await {
        Ok(dossier) => Ok(Some((version, dossier))),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The file as it came: opened, and proved to be the one whose hash was taken.
pub(super) async fn fetch(
    services: &Services,
    actor: &Actor,
    version: &Stored,
    dossier: &DossierKey,
    object: &str,
) -> Result<Bytes, JobError> {
    let place = place::seal(actor.tenant(), version.document, version.id, Part::Original);
    let sealed = services.blobs.get(object).await.map_err(blob_error)?;
    let opener = Opener::new(place::key(dossier, object).expose(), &place);
    let pieces: Vec<Bytes> = open_stream(opener, sealed)
        .try_collect()
        .await
        .map_err(|error| JobError::transient("blob-unreadable", error))?;
    let bytes = pieces.concat();
    if Sha256::digest(&bytes)[..] != version.sha256 {
        return Err(JobError::permanent("blob-differs"));
    }
    Ok(bytes.into())
}

fn blob_error(error: BlobError) -> JobError {
    JobError::transient("blobs", error)
}

async fn keep_pictures(
    services: &Services,
    actor: &Actor,
    version: &Stored,
    dossier: &DossierKey,
    (object, sound): (&str, &Sound),
) -> Result<(), JobError> {
    let random = &*services.ports().random;
    for (number, page) in (1..).zip(&sound.pages) {
        let place = place::seal(actor.tenant(), version.document, version.id, Part::Page(number));
        let key = place::picture(object, number);
        put_whole(&*services.blobs, random, dossier, &key, &place, &page.jpeg).await.map_err(unavailable)?;
    }
    Ok(())
}

async fn pass(
    services: &Services,
    actor: &Actor,
    (id, dossier): (VersionId, &DossierKey),
    sound: &Sound,
) -> Result<(), JobError> {
    let pages = u32::try_from(sound.pages.len()).unwrap_or(u32::MAX);
    let event = Event::Pass { pages };
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let Some(mut version) = moved(&mut tx, id, &event).await? else { return Ok(()) };
    version.pictures = u16::try_from(pages).unwrap_or(u16::MAX);
    version.remarks.clone_from(&sound.remarks);
    documents::save(&mut tx, &version).await?;
    // Of a channel's answer nothing was declared that it could be held against.
    if version.answer.is_none() {
        documents::keep_reading(&mut tx, dossier, id, &sound.reading).await?;
    }
    let kept: Vec<_> = sound.pages.iter().map(page).collect();
    documents::pages::insert(&mut tx, dossier, (version.application, id), &kept).await?;
    if version.answer.is_none() && kept.iter().any(|page| page.sheet.is_some()) {
        tx.enqueue(liken::job(id)).await?;
    }
    supersede_older(&mut tx, &version).await?;
    tx.record(told(&event, &version).with("pages", pages));
    Ok(tx.commit().await?)
}

fn page(picture: &Picture) -> NewPage<'_> {
    NewPage { substitute_font: picture.substitute_font, sheet: picture.sheet.as_ref() }
}

/// Versions that this one takes the place of: all that came before it, but those that never stood.
async fn supersede_older(tx: &mut TenantTx, version: &Stored) -> Result<(), JobError> {
    let event = Event::Supersede { by: version.id };
    let all = documents::of_document(tx, version.document).await?;
    let older =
        all.into_iter().filter(|other| (other.uploaded_at, other.id) < (version.uploaded_at, version.id));
    for mut other in older {
        if matches!(other.version, Version::Rejected { fault: Fault::File(_) }) {
            continue;
        }
        let Ok(state) = other.version.clone().apply(event.clone(), tx.now()) else { continue };
        other.version = state;
        documents::save(tx, &other).await?;
        tx.record(told(&event, &other));
    }
    Ok(())
}

pub(super) async fn refuse(
    services: &Services,
    actor: &Actor,
    id: VersionId,
    refusal: Refusal,
) -> Result<(), JobError> {
    let event = Event::Refuse(refusal);
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let Some(mut version) = moved(&mut tx, id, &event).await? else { return Ok(()) };
    version.forget();
    documents::save(&mut tx, &version).await?;
    super::drop::enqueue(&mut tx, &version).await?;
    // Of a channel's answer the desk reads beside the answer itself that its file wasn't taken.
    if version.answer.is_none() {
        if refusal.is_in_the_bytes() {
            documents::refuse_bytes(&mut tx, version.application, &version.sha256, refusal).await?;
        }
        let about = About::application(version.application);
        mail::to_person(&mut tx, version.uploaded_by, Template::DocumentRefused, about).await?;
    }
    tx.record(told(&event, &version).with("refusal", refusal.word()));
    tx.commit().await?;
    // In a change of its own: here the version is held, and who holds the application waits for versions.
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let application = lock(&mut tx, version.application).await?;
    overview::note(services, &mut tx, &application).await?;
    Ok(tx.commit().await?)
}

/// The version moved on by an event and held; nothing where it has moved on already.
async fn moved(tx: &mut TenantTx, id: VersionId, event: &Event) -> Result<Option<Stored>, JobError> {
    let mut version = documents::lock(tx, id).await?;
    let now = tx.now();
    match version.version.clone().apply(event.clone(), now) {
        Ok(state) => {
            version.version = state;
            Ok(Some(version))
        }
        Err(_) => Ok(None),
    }
}

pub(super) fn told(event: &Event, version: &Stored) -> audit::Event {
    audit::Event::new(event.audit_name(), "document", version.document)
        .on(version.application)
        .for_audience(if version.answer.is_some() { Audience::Staff } else { event.audience() })
        .with("paper", &version.paper)
        .with("file", version.id)
}

/// The job that checks a version which the scanner has passed.
pub(super) fn job_scanned(version: VersionId) -> NewJob {
    NewJob::new(KIND, json!({ "version": version, "scanned": true })).once(version.to_string())
}

/// The job that checks this version.
pub(super) fn job(version: VersionId) -> NewJob {
    NewJob::new(KIND, json!({ "version": version })).once(version.to_string())
}
