//! What our checks make of a case, all together: of its answers, its files and the lists.

use crate::Result;
use domain::{
    ApplicationId, VersionId,
    applications::{Answers, Finding, RuleSet},
    documents::{Reading, VersionKind},
    review::findings::{self, Found, Listed},
    screening::hit::Standing,
};
use std::collections::BTreeMap;
use store::{
    TenantTx,
    documents::{self, Stored},
    keys::DossierKey,
    screening::hits::Hit,
};

/// Everything that is found of an application today, what can't be so first.
pub(super) async fn found(
    tx: &mut TenantTx,
    (id, key): (ApplicationId, &DossierKey),
    (rules, answers): (&RuleSet, &Answers),
    (answered, hits): (&[Finding], &[Hit]),
) -> Result<Vec<Found>> {
    let versions = documents::of_application(tx, id).await?;
    let readings = documents::readings(tx, key, id).await?;
    let current = documents::current(&versions);
    let files: Vec<findings::File<'_>> = current
        .into_iter()
        .filter(|version| stands(version))
        .map(|version| file(version, &readings))
        .collect();
    let mut all = findings::of_answers(answered);
    all.extend(findings::of_files(rules, answers, &files));
    all.extend(findings::of_lists(answers, hits.iter().filter(|hit| counts(hit)).map(listed)));
    Ok(findings::ordered(all))
}

/// Whether people look at it.
fn stands(version: &Stored) -> bool {
    !matches!(version.version.kind(), VersionKind::Rejected | VersionKind::Expired | VersionKind::Purged)
}

fn file<'a>(version: &'a Stored, readings: &'a BTreeMap<VersionId, Reading>) -> findings::File<'a> {
    findings::File {
        paper: &version.paper,
        document: version.document,
        sha256: &version.sha256,
        reading: readings.get(&version.id),
    }
}

/// Whether they stand there still, and nobody has settled that it is somebody else.
const fn counts(hit: &Hit) -> bool {
    matches!(hit.standing, Standing::Open | Standing::Confirmed)
}

fn listed(hit: &Hit) -> Listed<'_> {
    let details = &hit.details;
    Listed { section: &details.section, declared: &details.declared, listed: &details.listed }
}
