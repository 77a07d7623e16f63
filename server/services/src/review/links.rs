//! What a case has in common with other cases of the tenant, for whoever judges it. Merchants never learn of any of it.

use crate::Result;
use domain::{ApplicationId, PersonId};
use std::collections::BTreeMap;
use store::{
    TenantTx,
    applications::Application,
    review::links::{self, Linked, Other},
};

/// Another case with what both have in common, what says most first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Which.
    pub application: ApplicationId,
    /// Its number and name; nothing for whoever stands on its side and so has no such case.
    pub case: Option<(String, String)>,
    /// Whether it is the same merchant's.
    pub same_merchant: bool,
    /// What both have in common.
    pub links: Vec<Linked>,
}

/// All other cases that have something in common with this one: other merchants' first, and what says most first.
pub(super) async fn of(tx: &mut TenantTx, application: &Application, by: PersonId) -> Result<Vec<Elsewhere>> {
    let mut linked: BTreeMap<ApplicationId, Vec<Linked>> = BTreeMap::new();
    for one in links::of(tx, application.id).await? {
        linked.entry(one.other).or_default().push(one);
    }
    let ids: Vec<ApplicationId> = linked.keys().copied().collect();
    let mut others = if ids.is_empty() { BTreeMap::new() } else { links::others(tx, &ids, by).await? };
    let mut all: Vec<Elsewhere> = linked
        .into_iter()
        .filter_map(|(id, links)| Some(elsewhere(application, (id, others.remove(&id)?), links)))
        .collect();
    all.sort_by_key(|one| (one.same_merchant, one.links.first().map(|first| first.link)));
    Ok(all)
}

fn elsewhere(
    application: &Application,
    (id, other): (ApplicationId, Other),
    mut links: Vec<Linked>,
) -> Elsewhere {
    links.sort_by(|one, next| (one.link, &one.here, &one.there).cmp(&(next.link, &next.here, &next.there)));
    Elsewhere {
        application: id,
        same_merchant: other.merchant == application.merchant,
        case: (!other.own).then_some((other.case_number, other.name)),
        links,
    }
}
