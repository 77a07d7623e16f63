//! What a newer file of a list says otherwise than the one before it.

use super::Entry;
use std::collections::BTreeMap;

/// What is otherwise: references, in the order of the alphabet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff<'a> {
    /// Entries that weren't there.
    pub added: Vec<&'a Entry>,
    /// Entries that are no longer there.
    pub removed: Vec<&'a Entry>,
    /// Entries that say something else: before, and now.
    pub changed: Vec<(&'a Entry, &'a Entry)>,
}

/// Compares a list with the one before it, entry by entry.
pub fn diff<'a>(before: &'a [Entry], now: &'a [Entry]) -> Diff<'a> {
    let by_reference = |entries: &'a [Entry]| -> BTreeMap<&'a str, &'a Entry> {
        entries.iter().map(|entry| (entry.reference.as_str(), entry)).collect()
    };
    let (old, new) = (by_reference(before), by_reference(now));
    let mut diff = Diff::default();
    for (reference, entry) in &new {
        match old.get(reference) {
            None => diff.added.push(entry),
            Some(was) if was != entry => diff.changed.push((was, entry)),
            Some(_) => {}
        }
    }
    diff.removed =
        old.iter().filter(|(reference, _)| !new.contains_key(*reference)).map(|(_, entry)| *entry).collect();
    diff
}
