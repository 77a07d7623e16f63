//! The job behind every file that passed: looks for pages of the tenant's other applications that show the same. What it
//! finds is the desk's alone.

use crate::{Services, jobs::JobError};
use domain::{
    Actor, ApplicationId, VersionId,
    audit::{Audience, Event},
    documents::likeness::{Likeness, Outline, Probe, Sheet, compare, nearest, probes, sought},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{
    StoreError, TenantTx,
    applications::{dossiers, load},
    documents::{
        self, Stored,
        pages::{self, Candidate, Pair, Place},
    },
    jobs::{Claimed, NewJob},
};

/// The job's kind.
pub const KIND: &str = "document.liken";
/// Pages that one page is laid on at most, the likeliest first.
const LAID: usize = 300;

#[derive(Serialize, Deserialize)]
struct Payload {
    version: VersionId,
}

/// The job that looks for this version's pages elsewhere.
pub(super) fn job(version: VersionId) -> NewJob {
    NewJob::new(KIND, serde_json::json!(Payload { version })).once(version.to_string())
}

/// A page of ours and those that it may be like.
struct Sought {
    page: u16,
    sheet: Sheet,
    probes: Vec<Probe>,
    candidates: Vec<(Candidate, Sheet)>,
}

/// Runs the job.
///
/// # Errors
/// What may pass is tried again.
pub async fn run(services: &Services, job: &Claimed) -> Result<(), JobError> {
    let payload: Payload =
        serde_json::from_value(job.payload.clone()).map_err(|_| JobError::permanent("liken-payload"))?;
    let actor = Actor::System { tenant: job.tenant, job: KIND };
    let mut tx = TenantTx::read(&services.db, &actor).await?;
    let version = documents::load(&mut tx, payload.version).await?;
    let all = gathered(&mut tx, &version).await?;
    drop(tx);
    let own = (version.application, version.id);
    let laid = move || all.iter().flat_map(|sought| alike(own, sought)).collect::<Vec<Pair>>();
    let pairs =
        tokio::task::spawn_blocking(laid).await.map_err(|error| JobError::transient("liken", error))?;
    if pairs.is_empty() {
        return Ok(());
    }
    let mut tx = TenantTx::begin(&services.db, &actor).await?;
    for pair in pairs {
        if pages::pair(&mut tx, &pair).await? {
            tell(&mut tx, pair.one, pair.other).await?;
            tell(&mut tx, pair.other, pair.one).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Tells the desk, unless the other one is a draft: those are nobody's yet.
async fn tell(
    tx: &mut TenantTx,
    (application, at): (ApplicationId, Place),
    (other, _): (ApplicationId, Place),
) -> Result<(), JobError> {
    if !load(tx, other).await?.state.is_case() {
        return Ok(());
    }
    let event = Event::new("review.page_found_elsewhere", "application", application)
        .on(application)
        .for_audience(Audience::Confidential)
        .with("file", at.version)
        .with("page", at.page)
        .with("other", other);
    tx.record(event);
    Ok(())
}

/// Every page that is known by something, with the pages of others that the index gives for it.
async fn gathered(tx: &mut TenantTx, version: &Stored) -> Result<Vec<Sought>, JobError> {
    let Some(dossier) = opened(dossiers::open(tx, version.application).await)? else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for (page, sheet) in pages::sheets(tx, &dossier, version.id).await? {
        let probes = probes(&sheet);
        let given = pages::with_bands(tx, version.application, &sought(&probes), &version.sha256).await?;
        let mut near: Vec<(u32, Candidate)> =
            given.into_iter().filter_map(|one| Some((nearest(&probes, &one.outline)?, one))).collect();
        near.sort_by_key(|(distance, one)| (*distance, one.place));
        near.truncate(LAID);
        let candidates = with_sheets(tx, near.into_iter().map(|(_, one)| one)).await?;
        all.push(Sought { page, sheet, probes, candidates });
    }
    Ok(all)
}

/// Candidates with their sheets; those of erased applications can't be opened any more.
async fn with_sheets(
    tx: &mut TenantTx,
    candidates: impl Iterator<Item = Candidate>,
) -> Result<Vec<(Candidate, Sheet)>, JobError> {
    let mut by_version: BTreeMap<VersionId, Vec<Candidate>> = BTreeMap::new();
    for one in candidates {
        by_version.entry(one.place.version).or_default().push(one);
    }
    let mut all = Vec::new();
    for (version, candidates) in by_version {
        let Some(application) = candidates.first().map(|one| one.application) else { continue };
        let Some(dossier) = opened(dossiers::open(tx, application).await)? else { continue };
        let mut sheets = pages::sheets(tx, &dossier, version).await?;
        all.extend(candidates.into_iter().filter_map(|one| Some((one, sheets.remove(&one.place.page)?))));
    }
    Ok(all)
}

fn opened<T>(dossier: Result<T, StoreError>) -> Result<Option<T>, JobError> {
    match dossier {
        Ok(dossier) => Ok(Some(dossier)),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn alike((application, version): (ApplicationId, VersionId), sought: &Sought) -> Vec<Pair> {
    let own = (application, Place { version, page: sought.page });
    let pair = |(candidate, sheet): &(Candidate, Sheet)| {
        let kept: (&Sheet, &Outline) = (sheet, &candidate.outline);
        let likeness = compare((&sought.sheet, &sought.probes), kept).filter(Likeness::is_same)?;
        Some(Pair { one: own, other: (candidate.application, candidate.place), alike: likeness.per_cent() })
    };
    sought.candidates.iter().filter_map(pair).collect()
}
