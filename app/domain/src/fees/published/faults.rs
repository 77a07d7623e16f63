//! What contradicts itself in a published claim.

use super::{FIGURES, Published};
use crate::{
    fees::{Days, Minor, Rate},
    money::Currency,
};

impl Published {
    /// What contradicts itself, if anything.
    pub(super) fn fault(&self) -> Option<String> {
        let claim = &self.claim;
        if let Some(fault) = claim.faults("claim").first() {
            return Some(format!("{} {}", fault.path, fault.what));
        }
        if Currency::get(&claim.currency).is_none() {
            return Some(format!("no currency {}", claim.currency));
        }
        if self.from.zip(self.to).is_some_and(|(from, to)| from > to) {
            return Some("ends before it begins".into());
        }
        let told = self.also.iter().flat_map(|one| &one.figures);
        if let Some(name) =
            self.tags.keys().chain(self.low.keys()).chain(told).find(|name| !FIGURES.contains(&name.as_str()))
        {
            return Some(format!("{name} is no figure"));
        }
        if !self.name.is_whole() || self.note.as_ref().is_some_and(|note| !note.is_whole()) {
            return Some("not told in both languages".into());
        }
        let mut sources = vec![&self.source];
        for one in &self.also {
            if sources.contains(&&one.source) {
                return Some(format!("{} is named twice", one.source.title));
            }
            sources.push(&one.source);
        }
        self.range_fault().or_else(|| self.delay_fault()).or_else(|| self.markup_fault())
    }

    fn range_fault(&self) -> Option<String> {
        let above = |name: &str, low: u64| {
            let claim = &self.claim;
            let high = match name {
                "percent" => claim.percent.map(Rate::get),
                "cross_border" => claim.cross_border.map(Rate::get),
                "fx" => claim.fx.map(Rate::get),
                "fixed" => claim.fixed.map(Minor::get),
                "attempt_fee" => claim.attempt_fee.map(Minor::get),
                _ => None,
            };
            high.is_some_and(|high| high > i128::from(low))
        };
        let wrong = self.low.iter().find(|(name, low)| !above(name, **low));
        wrong.map(|(name, _)| format!("{name} isn't above the lower end of its range"))
    }

    /// Five business days are seven days; a started day counts.
    fn delay_fault(&self) -> Option<String> {
        let told = i128::from(self.business_days?);
        let days = (told * 7 + 4) / 5;
        (self.claim.delay_days.map(Days::get) != Some(days))
            .then(|| format!("{told} business days are {days} days"))
    }

    /// On top of an interchange that nobody told, there is no share of its own.
    fn markup_fault(&self) -> Option<String> {
        let told = self.claim.percent.is_some() || self.claim.fixed.is_some();
        (self.interchange_plus.is_some() && told).then(|| "has a share beside Interchange++".into())
    }
}
