//! What our checks make of a case, all together: of its answers, its files, the lists and other cases.

use super::links::Elsewhere;
use crate::Result;
use domain::{
    ApplicationId, VersionId,
    applications::{Answers, Fault, Finding, RuleSet},
    documents::{Reading, VersionKind},
    review::{
        Link,
        findings::{self, Found, Kind, Listed},
    },
    screening::hit::Standing,
};
use std::collections::BTreeMap;
use store::{
    TenantTx,
    documents::{self, Stored},
    keys::DossierKey,
    review::links::{Linked, Spot},
    screening::hits::Hit,
};

/// Everything that is found of an application today, what can't be so first.
pub(super) async fn found(
    tx: &mut TenantTx,
    (id, key): (ApplicationId, &DossierKey),
    (rules, answers): (&RuleSet, &Answers),
    (answered, hits, elsewhere): (&[Finding], &[Hit], &[Elsewhere]),
) -> Result<Vec<Found>> {
    let versions = documents::of_application(tx, id).await?;
    let readings = documents::readings(tx, key, id).await?;
    let says_something = |version: &VersionId| readings.get(version).is_some_and(|one| !one.text.is_empty());
    let current = documents::current(&versions);
    let files: Vec<findings::File<'_>> = current
        .into_iter()
        .filter(|version| stands(version))
        .map(|version| file(version, &readings))
        .collect();
    let mut all = findings::of_answers(answered);
    all.extend(findings::of_files(rules, answers, &files));
    all.extend(findings::of_lists(answers, hits.iter().filter(|hit| counts(hit)).map(listed)));
    all.extend(findings::of_links(weighty(elsewhere, says_something)));
    Ok(findings::ordered(all))
}

/// What this case has in common with those of other merchants that is a finding and not only a link: an account, a file,
/// and a page without a text. What a page's text says is read, and that one office's forms look alike says nothing.
/// Of each, the case that says most is named; the rest stand with the links.
fn weighty(elsewhere: &[Elsewhere], says_something: impl Fn(&VersionId) -> bool) -> Vec<(Kind, Fault, &str)> {
    let mut all: Vec<(Kind, Fault, &str)> = Vec::new();
    for other in elsewhere.iter().filter(|other| !other.same_merchant) {
        let Some((number, _)) = &other.case else { continue };
        for linked in &other.links {
            let Some((kind, at)) = finding(linked, &says_something) else { continue };
            let known = all.iter().any(|(told, place, _)| *told == kind && *place == at);
            if !known {
                all.push((kind, at, number));
            }
        }
    }
    all
}

fn finding(linked: &Linked, says_something: impl Fn(&VersionId) -> bool) -> Option<(Kind, Fault)> {
    match (linked.link, &linked.here) {
        (Link::Account, Spot::Field(section, field)) => {
            Some((Kind::SameAccount, Fault::Field(section.clone(), field.clone())))
        }
        (Link::File, Spot::Page { paper, .. }) => Some((Kind::FileElsewhere, Fault::Paper(paper.clone()))),
        (Link::Page, Spot::Page { paper, version, .. }) if !says_something(version) => {
            Some((Kind::NearPicture, Fault::Paper(paper.clone())))
        }
        _ => None,
    }
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
