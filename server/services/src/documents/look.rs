//! Looking at papers: the list, and the original to keep.

use super::{
    access::{self, Side},
    place,
    upload::unavailable,
};
use crate::{
    Result, Services,
    papers::seal::{ByteStream, OpenError, Opener, Part, open_stream},
    ports::BlobError,
};
use domain::{
    Actor, AnswerId, ApplicationId, DocumentId, VersionId,
    audit::{self, Audience},
    documents::{Media, Remark, Version, life::Fault},
};
use std::collections::BTreeMap;
use store::{
    StoreError, TenantTx,
    applications::dossiers,
    documents::{self, Stored},
    keys::DossierKey,
};
use time::OffsetDateTime;

/// A version of a file, as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The version's id.
    pub id: VersionId,
    /// Of which document.
    pub document: DocumentId,
    /// The paper's code.
    pub paper: String,
    /// The name it came with; empty once it is erased.
    pub name: String,
    /// Where it stands in its life.
    pub version: Version,
    /// Its kind.
    pub media: Option<Media>,
    /// Its bytes.
    pub size: u64,
    /// SHA-256 over them, in lower-case hex.
    pub sha256: String,
    /// Pictures of pages that can be looked at.
    pub pictures: u16,
    /// What whoever looks has to know; the sender reads only what another picture would mend.
    pub remarks: Vec<Remark>,
    /// The pages in which another font stood in for one of theirs; the desk's to know.
    pub substituted: Vec<u16>,
    /// When it came.
    pub uploaded_at: OffsetDateTime,
    /// Whether it is the one that counts of its document.
    pub current: bool,
}

/// An original on its way out.
pub struct Original {
    /// The name to keep it under.
    pub name: String,
    /// Its kind.
    pub media: Media,
    /// Its bytes.
    pub size: u64,
    /// What it consists of; ends in an error where it isn't whole.
    pub bytes: ByteStream<OpenError<BlobError>>,
}

/// Every version of the application's papers, newest first.
///
/// # Errors
/// Not found for whoever may not look at them.
pub async fn files(services: &Services, actor: &Actor, application: ApplicationId) -> Result<Vec<File>> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let side = access::side(&mut tx, application).await?;
    let versions = documents::of_application(&mut tx, application).await?;
    if versions.is_empty() {
        return Ok(Vec::new());
    }
    let dossier = dossiers::open(&mut tx, application).await?;
    let current: Vec<VersionId> = documents::current(&versions).iter().map(|version| version.id).collect();
    let mut substituted = match side {
        Side::Desk => documents::pages::with_substitutes(&mut tx, application).await?,
        Side::Sender => BTreeMap::new(),
    };
    versions
        .iter()
        .map(|version| {
            let mut file = file(version, side, &dossier, current.contains(&version.id))?;
            if file.pictures > 0 {
                file.substituted = substituted.remove(&version.id).unwrap_or_default();
            }
            Ok(file)
        })
        .collect()
}

/// The file that counts of each of these answers, for the desk.
pub(crate) async fn of_answers(tx: &mut TenantTx, answers: &[AnswerId]) -> Result<BTreeMap<AnswerId, File>> {
    let mut files = BTreeMap::new();
    let versions = documents::of_answers(tx, answers).await?;
    for version in documents::current(&versions) {
        let Some(answer) = version.answer else { continue };
        match dossiers::open(tx, version.application).await {
            Ok(dossier) => drop(files.insert(answer, file(version, Side::Desk, &dossier, true)?)),
            // Erased: the answer stands without it.
            Err(StoreError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(files)
}

pub(super) fn file(stored: &Stored, side: Side, dossier: &DossierKey, current: bool) -> Result<File> {
    let told = |remark: &Remark| side == Side::Desk || remark.is_for_sender();
    Ok(File {
        id: stored.id,
        document: stored.document,
        paper: stored.paper.clone(),
        name: documents::name_of(dossier, stored)?.unwrap_or_default(),
        version: told_version(stored, side),
        media: stored.media,
        size: u64::try_from(stored.size).unwrap_or_default(),
        sha256: hex::encode(stored.sha256),
        pictures: if stored.blob_key.is_some() { stored.pictures } else { 0 },
        remarks: stored.remarks.iter().copied().filter(told).collect(),
        substituted: Vec::new(),
        uploaded_at: stored.uploaded_at,
        current,
    })
}

/// Where a version stands, as this side may know it. What the desk made of a file is the desk's: accepted, rejected and
/// not looked at yet look alike to its sender, since one file that stays behind the others would tell why.
fn told_version(stored: &Stored, side: Side) -> Version {
    match &stored.version {
        Version::Accepted { .. } | Version::Rejected { fault: Fault::Paper(_) } if side == Side::Sender => {
            Version::PendingReview { pages: u32::from(stored.pictures) }
        }
        version => version.clone(),
    }
}

/// The file as it came. Taking it away is recorded before the first byte leaves.
///
/// # Errors
/// Not found for whoever may not look at it, and where no check has passed it.
pub async fn original(services: &Services, actor: &Actor, id: VersionId) -> Result<Original> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let (version, object, _) = seen(&mut tx, id).await?;
    let media = version.media.ok_or(StoreError::Corrupt("media"))?;
    let dossier = dossiers::open(&mut tx, version.application).await?;
    let name = documents::name_of(&dossier, &version)?.unwrap_or_default();
    tx.record(
        audit::Event::new("document.downloaded", "document", version.document)
            .on(version.application)
            .for_audience(Audience::Staff)
            .with("paper", &version.paper)
            .with("file", version.id),
    );
    tx.commit().await?;
    let place = place::seal(actor.tenant(), version.document, version.id, Part::Original);
    let sealed = services.blobs.get(&object).await.map_err(unavailable)?;
    let bytes = open_stream(Opener::new(place::key(&dossier, &object).expose(), &place), sealed);
    Ok(Original { name, media, size: u64::try_from(version.size).unwrap_or_default(), bytes })
}

/// A version that was checked and whose bytes are kept, for whoever may look at it; where they lie, and from which side
/// it is looked at.
pub(super) async fn seen(tx: &mut TenantTx, id: VersionId) -> Result<(Stored, String, Side)> {
    let version = documents::load(tx, id).await?;
    let side = access::side(tx, version.application).await?;
    if !access::is_shown(&version, side) {
        return Err(StoreError::NotFound.into());
    }
    match version.blob_key.clone() {
        Some(object) if version.pictures > 0 => Ok((version, object, side)),
        _ => Err(StoreError::NotFound.into()),
    }
}
