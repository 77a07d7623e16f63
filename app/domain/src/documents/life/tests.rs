//! The machine against a reference table that is written down once more, by hand.

use super::*;
use proptest::prelude::*;
use time::macros::datetime;
use uuid::Uuid;

const NOW: OffsetDateTime = datetime!(2026-11-23 09:00 UTC);
const BY: PersonId = PersonId(Uuid::from_u128(7));

fn states() -> Vec<(Version, Vec<Move>)> {
    use Move as M;
    let pages = 2;
    vec![
        (Version::begin(NOW), vec![M::Arrive, M::Refuse, M::Purge]),
        (Version::Quarantined { since: NOW }, vec![M::Refuse, M::Pass, M::Supersede, M::Purge]),
        (Version::Scanned { pages }, vec![M::HandIn, M::Supersede, M::Purge]),
        (
            Version::PendingReview { pages },
            vec![M::Accept, M::RequestRedo, M::Reject, M::Supersede, M::Purge],
        ),
        (
            Version::Accepted { pages, by: BY },
            vec![M::RequestRedo, M::Reject, M::Supersede, M::Expire, M::Purge],
        ),
        (
            Version::RedoRequested { pages, by: BY, reason: RedoReason::CutOff },
            vec![M::HandIn, M::Accept, M::Reject, M::Supersede, M::Purge],
        ),
        (
            Version::Rejected { fault: Fault::Paper(Reason::NamesDiffer) },
            vec![M::Reconsider, M::Supersede, M::Purge],
        ),
        (Version::Rejected { fault: Fault::File(Refusal::Cut) }, vec![M::Supersede, M::Purge]),
        (Version::Superseded { by: VersionId(Uuid::from_u128(9)) }, vec![M::Purge]),
        (Version::Expired, vec![M::Supersede, M::Purge]),
        (Version::Purged { since: NOW }, vec![]),
    ]
}

fn events() -> Vec<Event> {
    vec![
        Event::Arrive,
        Event::Refuse(Refusal::Infected),
        Event::Pass { pages: 3 },
        Event::HandIn,
        Event::Accept { by: BY },
        Event::RequestRedo { by: BY, reason: RedoReason::Unreadable },
        Event::Reject { by: BY, reason: Reason::SuspectedForgery },
        Event::Supersede { by: VersionId(Uuid::from_u128(8)) },
        Event::Expire,
        Event::Purge,
        Event::Reconsider { pages: 2 },
    ]
}

#[test]
fn the_reference_table_holds() {
    for (version, open) in states() {
        for event in events() {
            let kind = event.kind();
            let done = version.clone().apply(event, NOW);
            assert_eq!(done.is_ok(), open.contains(&kind), "{kind} in {}", version.word());
            if let Err(refused) = done {
                assert_eq!((refused.from, refused.event, refused.why), (version.kind(), kind, Why::NotNow));
            }
        }
    }
}

#[test]
fn states_read_back_from_what_is_stored_and_words_agree() {
    for (version, _) in states() {
        let json = serde_json::to_value(&version).unwrap();
        assert_eq!(json.get("state").and_then(|word| word.as_str()), Some(version.word()));
        assert_eq!(serde_json::from_value::<Version>(json).unwrap(), version);
    }
}

#[test]
fn what_our_machines_refuse_is_to_be_sent_again() {
    let version = Version::begin(NOW).apply(Event::Refuse(Refusal::TooLarge), NOW).unwrap();
    assert!(version.is_wrong() && !version.is_given() && !version.is_checked());
}

#[test]
fn a_document_needs_a_page() {
    let refused = Version::Quarantined { since: NOW }.apply(Event::Pass { pages: 0 }, NOW).unwrap_err();
    assert_eq!(refused.why, Why::NoPages);
}

#[test]
fn a_suspicion_is_the_desks_alone() {
    assert_eq!(events()[6].audience(), Audience::Confidential);
    let said = Event::Reject { by: BY, reason: Reason::NamesDiffer };
    assert_eq!(said.audience(), Audience::Staff);
}

/// The same state, and where our machines or the desk rejected it, by the same of the two.
fn alike(one: &Version, other: &Version) -> bool {
    let by_desk = |version: &Version| matches!(version, Version::Rejected { fault: Fault::Paper(_) });
    one.kind() == other.kind() && by_desk(one) == by_desk(other)
}

proptest! {
    #[test]
    fn walks_stay_lawful(steps in prop::collection::vec(0usize..11, 0..40)) {
        let reference = states();
        let mut version = Version::begin(NOW);
        for index in steps {
            let event = events()[index].clone();
            let kind = event.kind();
            let open = reference.iter().find(|(v, _)| alike(v, &version)).unwrap().1.contains(&kind);
            match version.clone().apply(event, NOW) {
                Ok(next) => {
                    prop_assert!(open);
                    prop_assert!(!(next.is_given() && next.is_wrong()));
                    version = next;
                }
                Err(_) => prop_assert!(!open),
            }
        }
    }
}
