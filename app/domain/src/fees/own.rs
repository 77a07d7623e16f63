//! A tenant's own claims: what its contracts say. Proposed by one person and approved by another, and never changed
//! after: a newer claim of the same series takes a standing one's place.

use super::{Claim, Refund, channel::Candidate, dimensions};
use crate::FeeClaimId;
use serde::{Deserialize, Serialize};
use time::{Date, Duration};

/// Characters that a contract's number may have.
pub const LONGEST_CONTRACT: usize = 100;
/// Characters that a page may have.
pub const LONGEST_PAGE: usize = 50;
/// Characters that an address, a note or a reason may have.
pub const LONGEST_LINE: usize = 500;

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// What it is about, and its figures.
    pub claim: Claim,
    /// The first day it holds.
    pub from: Date,
    /// The last day it holds; none: still.
    #[serde(default)]
    pub to: Option<Date>,
    /// The contract's number: the source.
    pub contract: String,
    /// The page of it.
    pub page: String,
    /// Where else it can be read.
    #[serde(default)]
    pub address: Option<String>,
    /// The day it was read.
    pub read_on: Date,
    /// What else is to be known; of an estimate, where it comes from.
    #[serde(default)]
    pub note: Option<String>,
}

/// An own claim as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its id, which its claim has too.
    pub id: FeeClaimId,
    /// What it says.
    pub terms: Terms,
    /// Whose place it takes.
    pub supersedes: Option<FeeClaimId>,
    /// Which one has taken its place, and the last day it held.
    pub superseded: Option<(FeeClaimId, Date)>,
    /// What was said of it.
    pub answer: Option<Answer>,
}

crate::words::words! {
    /// What the second person says.
    Answer {
        /// It counts.
        Approved = "approved",
        /// It doesn't.
        Declined = "declined",
    }
}

crate::words::words! {
    /// Where an own claim stands on a day.
    Place {
        /// Nobody has said a second word yet.
        Waiting = "waiting",
        /// It holds, and was read not long ago.
        Current = "current",
        /// It holds, but was read long ago.
        Aged = "aged",
        /// It begins later.
        Coming = "coming",
        /// Its last day has gone.
        Ended = "ended",
        /// Another one took its place, and its last day has gone.
        Superseded = "superseded",
        /// It was declined.
        Declined = "declined",
    }
}

/// Why a second word isn't open to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// They proposed it.
    Proposer,
    /// It was answered already.
    Answered,
}

/// What is wrong with a field of the terms: its name, and a message key.
pub type Wrong = (&'static str, &'static str);

impl Terms {
    /// What can't be used, field by field.
    pub fn faults(&self, today: Date) -> Vec<Wrong> {
        let mut wrong: Vec<Wrong> = dimensions::unknown(&self.claim)
            .into_iter()
            .map(|name| (name, "fees-own-error-unknown"))
            .collect();
        let figures = self.claim.faults("").into_iter();
        wrong.extend(figures.map(|fault| (figure(&fault.path), "fees-own-error-figures")));
        if !(2000..=2100).contains(&self.from.year()) {
            wrong.push(("from", "fees-own-error-date"));
        }
        if self.to.is_some_and(|to| to < self.from || to.year() > 2100) {
            wrong.push(("to", "fees-own-error-to"));
        }
        if self.read_on > today || self.read_on.year() < 2000 {
            wrong.push(("read_on", "fees-own-error-read"));
        }
        let line = |text: &str, most: usize| {
            !text.trim().is_empty() && text.chars().count() <= most && !text.contains(char::is_control)
        };
        if !line(&self.contract, LONGEST_CONTRACT) {
            wrong.push(("contract", "fees-own-error-contract"));
        }
        if !line(&self.page, LONGEST_PAGE) {
            wrong.push(("page", "fees-own-error-page"));
        }
        if self.address.as_deref().is_some_and(|address| !line(address, LONGEST_LINE) || !is_address(address))
        {
            wrong.push(("address", "fees-own-error-address"));
        }
        if self.note.as_deref().is_some_and(|note| !line(note, LONGEST_LINE)) {
            wrong.push(("note", "fees-own-error-note"));
        }
        wrong
    }

    /// The terms as they are kept: lines without space around them, lines of business in order and none twice.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.claim.industry.sort_unstable();
        self.claim.industry.dedup();
        self.claim.refund = self.claim.refund.or(Some(Refund::UNKNOWN));
        let trimmed = |text: String| text.trim().to_owned();
        let some = |text: Option<String>| text.map(trimmed).filter(|text| !text.is_empty());
        Self {
            contract: trimmed(self.contract),
            page: trimmed(self.page),
            address: some(self.address),
            note: some(self.note),
            ..self
        }
    }

    /// Whether they differ in their days and figures alone: every dimension and the source are the same.
    pub fn is_of_series(&self, other: &Self) -> bool {
        self.has_dimensions_of(other) && self.contract == other.contract
    }

    /// Whether every dimension is the same, whatever the source.
    pub fn has_dimensions_of(&self, other: &Self) -> bool {
        self.about() == other.about()
    }

    /// Every dimension: channel, product, country, kind of merchant, means and currency, empty where it states none, and
    /// the lines of business.
    pub fn about(&self) -> ([&str; 6], &[String]) {
        let claim = &self.claim;
        let words = [
            claim.channel.as_deref().unwrap_or_default(),
            claim.product.as_deref().unwrap_or_default(),
            claim.country.as_deref().unwrap_or_default(),
            claim.subject.as_deref().unwrap_or_default(),
            claim.card_class.as_deref().unwrap_or_default(),
            claim.currency.as_str(),
        ];
        (words, &claim.industry)
    }

    /// Whether both hold on some day.
    pub fn meets(&self, other: &Self) -> bool {
        self.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| self.from <= to)
    }
}

/// The figure that a way into a claim leads to: `.tiers.steps[1].up_to` is about the tiers.
fn figure(path: &str) -> &'static str {
    ["min", "dispute"]
        .into_iter()
        .find(|name| path.trim_start_matches('.').starts_with(name))
        .unwrap_or("tiers")
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

impl Own {
    /// The last day it holds, by its own terms or because another one took its place.
    pub fn until(&self) -> Option<Date> {
        let ended = self.superseded.map(|(_, ended)| ended);
        self.terms.to.into_iter().chain(ended).min()
    }

    /// As it takes part in a bill.
    pub fn candidate(&self) -> Candidate<'_> {
        Candidate { claim: &self.terms.claim, from: Some(self.terms.from), to: self.until(), own: true }
    }

    /// Whether it may price something: approved, whatever the day.
    pub fn counts(&self) -> bool {
        self.answer == Some(Answer::Approved)
    }

    /// Whether both hold on some day.
    pub fn meets(&self, from: Date, to: Option<Date>) -> bool {
        to.is_none_or(|to| self.terms.from <= to) && self.until().is_none_or(|until| from <= until)
    }

    /// Where it stands on a day, where claims are current for so many days.
    pub fn place(&self, on: Date, current_days: u16) -> Place {
        match self.answer {
            None => Place::Waiting,
            Some(Answer::Declined) => Place::Declined,
            Some(Answer::Approved) if self.until().is_some_and(|until| until < on) => {
                if self.superseded.is_some() { Place::Superseded } else { Place::Ended }
            }
            Some(Answer::Approved) if self.terms.from > on => Place::Coming,
            Some(Answer::Approved) if on - self.terms.read_on > Duration::days(current_days.into()) => {
                Place::Aged
            }
            Some(Answer::Approved) => Place::Current,
        }
    }

    /// Whether this one stands in the way of new terms that take `supersedes`' place: of the same series, on the same
    /// day, and neither declined nor the one whose place is taken.
    pub fn bars(&self, terms: &Terms, supersedes: Option<FeeClaimId>) -> bool {
        self.answer != Some(Answer::Declined)
            && Some(self.id) != supersedes
            && self.terms.is_of_series(terms)
            && self.meets(terms.from, terms.to)
    }

    /// The field of new terms that is wrong where they are to take this one's place, if one is.
    pub fn yields(&self, terms: &Terms) -> Result<(), Wrong> {
        if !self.counts() || self.superseded.is_some() {
            return Err(("from", "fees-own-error-moved-on"));
        }
        if !self.terms.is_of_series(terms) {
            return Err(("contract", "fees-own-error-series"));
        }
        if terms.from <= self.terms.from {
            return Err(("from", "fees-own-error-after"));
        }
        Ok(())
    }
}

/// The claim that counts on a day where this one stands: itself, or the last of those that took its place and have begun.
pub fn heir<'a>(one: &'a Own, all: &'a [Own], on: Date) -> &'a Own {
    let mut holds = one;
    // As many steps as there are claims: a chain has no circle.
    for _ in all {
        let next = holds.superseded.filter(|(_, ended)| *ended < on);
        match next.and_then(|(id, _)| all.iter().find(|other| other.id == id)) {
            Some(heir) => holds = heir,
            None => break,
        }
    }
    holds
}

/// Whether somebody may say the second word.
///
/// # Errors
/// [`Why`] not.
pub fn may_answer<P: PartialEq>(answer: Option<Answer>, proposed_by: &P, by: &P) -> Result<(), Why> {
    if answer.is_some() {
        return Err(Why::Answered);
    }
    if proposed_by == by { Err(Why::Proposer) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
