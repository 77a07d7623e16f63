//! Consents: which are asked for, which of them stand, and what follows when one is taken back.

use super::kinds::{Answer, RuleSet};
use super::state::StateKind;
use crate::words::words;
use std::collections::BTreeSet;

/// A consent that the rules ask for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// Which text: `agreement`, `consent-abroad`. Consents are kept under this kind.
    pub kind: String,
    /// The version that has to be accepted.
    pub version: String,
    /// The section in which it is given.
    pub section: String,
    /// The field in which it is given.
    pub field: String,
}

words! {
    /// What follows when a consent is taken back.
    Follows {
        /// Its section is no longer done: it can't be handed in until it is given again.
        Undone = "undone",
        /// The desk sees it, and can't approve while it is needed.
        StopsApproval = "stops_approval",
        /// The channel that rests on it may be closed: the desk is told, and the merchant is to ask.
        Channel = "channel",
        /// It is noted; nothing runs any more that would rest on it.
        Noted = "noted",
    }
}

/// The consents that rules ask for which are shaped by an application's answers.
pub fn asked(rules: &RuleSet) -> Vec<Asked> {
    let fields =
        rules.sections.iter().flat_map(|section| section.fields.iter().map(move |one| (section, one)));
    fields
        .filter(|(_, field)| field.required)
        .filter_map(|(section, field)| match &field.answer {
            Answer::Accept { text, version } => Some(Asked {
                kind: text.clone(),
                version: version.clone(),
                section: section.code.clone(),
                field: field.code.clone(),
            }),
            _ => None,
        })
        .collect()
}

/// Of those that are asked for, the ones that don't stand. `standing` has kind and version of each that does.
pub fn lacking(asked: &[Asked], standing: &BTreeSet<(String, String)>) -> Vec<Asked> {
    let stands = |one: &&Asked| !standing.contains(&(one.kind.clone(), one.version.clone()));
    asked.iter().filter(stands).cloned().collect()
}

impl Follows {
    /// What follows in this state.
    pub const fn of(state: StateKind) -> Self {
        match state {
            StateKind::Draft => Self::Undone,
            StateKind::Approved => Self::Channel,
            StateKind::Rejected | StateKind::Withdrawn | StateKind::Expired | StateKind::Ended => Self::Noted,
            _ => Self::StopsApproval,
        }
    }

    /// Whether it can be given again where it was taken back, without opening the section.
    pub const fn may_give_again(self) -> bool {
        matches!(self, Self::StopsApproval | Self::Channel)
    }
}

#[cfg(test)]
#[cfg(feature = "data")]
mod tests {
    use super::*;
    use crate::applications::check::tests::rules;

    #[test]
    fn what_stands_in_another_version_does_not_stand() {
        let asked = asked(&rules());
        assert!(asked.iter().any(|one| one.kind == "agreement"), "{asked:?}");
        let all: BTreeSet<_> = asked.iter().map(|one| (one.kind.clone(), one.version.clone())).collect();
        assert_eq!(lacking(&asked, &all), []);
        let older = all.iter().map(|(kind, _)| (kind.clone(), "2020-01".to_owned())).collect();
        assert_eq!(lacking(&asked, &older), asked);
        assert_eq!(lacking(&asked, &BTreeSet::new()), asked);
    }

    #[test]
    fn every_state_says_what_follows() {
        for state in StateKind::ALL {
            let follows = Follows::of(*state);
            let ended = matches!(follows, Follows::Noted | Follows::Channel);
            assert_eq!(ended, state.is_closed(), "{state}");
            assert_eq!(follows == Follows::Undone, *state == StateKind::Draft, "{state}");
        }
        assert!(!Follows::Undone.may_give_again() && Follows::StopsApproval.may_give_again());
    }
}
