//! Before a line is approved: whose price would change, and by how much.

use super::{exchange, list::Material, seen::both};
use crate::{Result, Services, tenants::authorise};
use domain::{
    Actor, PriceId,
    fees::offer::{
        Line, Price,
        rehearsal::{self, Change},
    },
    permissions::Act,
};
use store::{
    TenantTx,
    fees::{
        offers::{self, Offer},
        prices::{self, PriceLine},
    },
};

/// Merchants that a page names; more are counted.
const NAMED: i64 = 50;

/// Merchants that a change is alike for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merchants {
    /// Their names and numbers; of many the first.
    pub named: Vec<(String, String)>,
    /// How many there are.
    pub count: u64,
    /// The version of the offer they accepted; none: they pay by the list.
    pub offer: Option<i32>,
    /// What they would pay, on each mix on which it changes.
    pub changes: Vec<Change>,
}

/// What a line would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rehearsal {
    /// Whose price changes, first all that pay by the list.
    pub changed: Vec<Merchants>,
    /// Merchants for whom nothing changes.
    pub kept: u64,
}

/// Rehearses a line that is proposed, on its first day or today, whichever is later.
pub async fn rehearse(services: &Services, actor: &Actor, id: PriceId) -> Result<Rehearsal> {
    authorise(actor, Act::CompareFees)?;
    let exchange = exchange(services, actor).await?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let material = Material::load(services, &mut tx, exchange).await?;
    let row = prices::find(&mut tx, id).await?;
    let stage = Stage::set(&prices::all(&mut tx).await?, &row, &material);
    let mut rehearsal = Rehearsal::default();
    let (named, count) = offers::without(&mut tx, NAMED).await?;
    rehearsal.take(&stage, &[], Merchants { named, count, offer: None, changes: vec![] });
    for offer in offers::all_in_force(&mut tx).await? {
        let Offer { name, number, version, lines, .. } = offer;
        let named = vec![(name, number.unwrap_or_default())];
        rehearsal.take(&stage, &lines, Merchants { named, count: 1, offer: Some(version), changes: vec![] });
    }
    Ok(rehearsal)
}

/// The price list without the line and with it.
struct Stage<'a> {
    row: &'a PriceLine,
    material: &'a Material,
    before: Vec<Price>,
    after: Vec<Price>,
    on: time::Date,
}

impl<'a> Stage<'a> {
    fn set(all: &[PriceLine], row: &'a PriceLine, material: &'a Material) -> Self {
        let on = row.line.from.max(material.today);
        let approved = |one: &&PriceLine| {
            one.standing.kind() == domain::fees::offer::StandingKind::Approved && one.id != row.id
        };
        let held = |one: &PriceLine| one.effective().filter(|line| line.holds_on(on));
        let list = |without: Option<PriceId>| -> Vec<Price> {
            let all = all.iter().filter(approved).filter(|one| Some(one.id) != without);
            all.filter_map(held).map(|line| line.price(false)).collect()
        };
        let before = list(None);
        let mut after = list(row.replaces);
        after.extend(Some(&row.line).filter(|line| line.holds_on(on)).map(|line| line.price(false)));
        Self { row, material, before, after, on }
    }

    fn changes(&self, own: &[Line]) -> Vec<Change> {
        let agreed =
            || own.iter().filter(|line| line.holds_on(self.on)).map(|line| line.price(true)).collect();
        let (before, after) = (both(agreed(), self.before.clone()), both(agreed(), self.after.clone()));
        let line = &self.row.line;
        let cost = self.material.costs.get(&line.beneath).map(super::super::beneath::Cost::candidate);
        rehearsal::changes(line, (&before, &after), cost, self.on, &self.material.exchange)
    }
}

impl Rehearsal {
    fn take(&mut self, stage: &Stage<'_>, own: &[Line], merchants: Merchants) {
        let changes = stage.changes(own);
        if changes.is_empty() || merchants.count == 0 {
            self.kept += merchants.count;
        } else {
            self.changed.push(Merchants { changes, ..merchants });
        }
    }
}
