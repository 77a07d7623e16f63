//! Every claim that may price something for a tenant: the published ones and its own.

use super::{
    FeeBook,
    channel::Candidate,
    own::{Answer, Own},
    published::{Evidence, Published},
};
use std::sync::Arc;

/// The published claims, and beside them a tenant's own approved ones.
#[derive(Clone, Debug)]
pub struct Shelf {
    book: Arc<FeeBook>,
    own: Vec<Own>,
}

/// A claim that was looked up.
#[derive(Clone, Copy, Debug)]
pub enum Found<'a> {
    /// A published one.
    Published(&'a Published),
    /// The tenant's own.
    Own(&'a Own),
}

impl<'a> Found<'a> {
    /// The published one that it is, if it is one.
    pub const fn published(self) -> Option<&'a Published> {
        match self {
            Self::Published(claim) => Some(claim),
            Self::Own(_) => None,
        }
    }
}

impl Shelf {
    /// With a tenant's own claims, of which those that were approved count.
    pub fn new(book: Arc<FeeBook>, own: Vec<Own>) -> Self {
        Self { book, own: own.into_iter().filter(Own::counts).collect() }
    }

    /// The published claims alone.
    pub fn published(book: Arc<FeeBook>) -> Self {
        Self { book, own: Vec::new() }
    }

    /// As it would be once this claim was approved: its predecessor, if it has one, ends the day before.
    #[must_use]
    pub fn with(&self, claim: &Own) -> Self {
        let mut own = self.own.clone();
        for old in own.iter_mut().filter(|one| Some(one.id) == claim.supersedes) {
            old.superseded = claim.terms.from.previous_day().map(|ended| (claim.id, ended));
        }
        own.push(Own { answer: Some(Answer::Approved), ..claim.clone() });
        Self { book: Arc::clone(&self.book), own }
    }

    /// The published claims.
    pub fn book(&self) -> &FeeBook {
        &self.book
    }

    /// The tenant's own approved claims.
    pub fn own(&self) -> &[Own] {
        &self.own
    }

    /// What may price a channel's payments; `with_unverified`: also claims and figures that nobody has attested.
    pub fn of<'a>(&'a self, channel: &'a str, with_unverified: bool) -> Vec<Candidate<'a>> {
        let published =
            self.book.of(channel).filter(move |one| with_unverified || one.tag != Evidence::Secondary);
        let published = published.map(move |one| Candidate {
            claim: one.told(with_unverified),
            from: one.from,
            to: one.to,
            own: false,
        });
        let own = self.own.iter().filter(|one| one.terms.claim.channel.as_deref() == Some(channel));
        let own = own.map(Own::candidate);
        own.chain(published).collect()
    }

    /// A claim by its id.
    pub fn get(&self, id: &str) -> Option<Found<'_>> {
        let own = self.own.iter().find(|one| one.terms.claim.id == id).map(Found::Own);
        own.or_else(|| self.book.get(id).map(Found::Published))
    }
}
