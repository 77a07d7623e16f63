//! The claims of cost that prices stand on. Nothing of them leaves the tenant's staff.

use crate::{Result, Services, applications::today};
use domain::fees::{Claim, channel::Candidate, offer::margin::Beneath, own};
use std::collections::BTreeMap;
use store::{TenantTx, fees::claims};
use time::Date;

/// A claim of cost, as a price stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// What it says.
    pub claim: Claim,
    /// The first day it holds.
    pub from: Option<Date>,
    /// The last day it holds.
    pub to: Option<Date>,
    /// Whether it is the tenant's own.
    pub own: bool,
    /// The number of the contract, of the tenant's own.
    pub contract: Option<String>,
}

impl Cost {
    /// As it takes part in a bill.
    pub fn candidate(&self) -> Candidate<'_> {
        Candidate { claim: &self.claim, from: self.from, to: self.to, own: self.own }
    }
}

/// Every claim that a price of this tenant's may stand on, by its id.
#[derive(Clone, Debug, Default)]
pub struct Costs(BTreeMap<String, Cost>);

impl Costs {
    /// The published claims, and the tenant's own that were approved. What another one has taken the place of counts as
    /// that one from its first day on: prices that stand on it needn't be proposed again.
    pub(super) async fn load(services: &Services, tx: &mut TenantTx) -> Result<Self> {
        let today = today("CN", services.now());
        let approved = claims::approved(tx).await?;
        let own = approved.iter().map(|one| {
            let holds = own::heir(one, &approved, today);
            let cost = Cost {
                claim: holds.terms.claim.clone(),
                from: Some(holds.terms.from),
                to: holds.until(),
                own: true,
                contract: Some(holds.terms.contract.clone()),
            };
            (one.id.to_string(), cost)
        });
        let published = services.fees.all().iter().map(|one| {
            let (claim, from, to) = (one.claim.clone(), one.from, one.to);
            let cost = Cost { claim, from, to, own: false, contract: None };
            (one.claim.id.clone(), cost)
        });
        Ok(Self(published.chain(own).collect()))
    }

    /// One of them.
    pub fn get(&self, id: &str) -> Option<&Cost> {
        self.0.get(id)
    }

    /// All of them, by their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Cost)> {
        self.0.iter().map(|(id, cost)| (id.as_str(), cost))
    }

    /// As they take part in bills.
    pub fn beneath(&self) -> Beneath<'_> {
        self.0.iter().map(|(id, cost)| (id.clone(), cost.candidate())).collect()
    }
}
