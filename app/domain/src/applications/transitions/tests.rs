//! The machine against a reference table that is written down once more, by hand.

use super::*;
use crate::{
    applications::{Ball, Item, Status},
    review::{Reason, Seen},
};
use proptest::prelude::*;
use time::macros::datetime;
use uuid::Uuid;

const NOW: OffsetDateTime = datetime!(2026-11-23 09:00 UTC);

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn seen() -> Seen {
    Seen { version: 3, digest: "ab".into() }
}

fn item() -> Item {
    let what = Fault::Paper("business_licence".into());
    Item { what, reason: RedoReason::Unreadable, words: String::new() }
}

fn recommend(by: u128, verdict: Verdict) -> Event {
    let reasons = if verdict == Verdict::Reject { vec![Reason::NamesDiffer] } else { vec![] };
    Event::Recommend { by: person(by), verdict, reasons, seen: seen() }
}

fn decide(by: u128, decision: Decision) -> Event {
    Event::Decide { by: person(by), decision, seen: seen() }
}

fn walk(policy: &Policy, events: Vec<Event>) -> Result<Moved, Refused> {
    events.into_iter().try_fold((State::new(), vec![]), |(state, _), event| state.apply(event, policy, NOW))
}

fn to_second_review(verdict: Verdict) -> Vec<Event> {
    vec![
        Event::Submit { by: person(1) },
        Event::StartScreening,
        Event::FinishScreening,
        recommend(2, verdict),
    ]
}

#[test]
fn the_road_to_approval() {
    let mut events = to_second_review(Verdict::Approve);
    events.push(decide(3, Decision::Approve));
    let (state, effects) = walk(&Policy::default(), events).unwrap();
    assert_eq!(effects, [Effect::CloseCase, Effect::Aboard, Effect::Tell(Notice::Approved)]);
    let State::Approved { approval, submission, .. } = state else { panic!("{state:?}") };
    assert_eq!((approval.recommended_by, approval.decided_by), (person(2), person(3)));
    assert_eq!((submission.by, submission.round), (person(1), 1));
}

#[test]
fn switches_put_transfer_and_signature_before_approval() {
    let policy = Policy { account_verification: true, signing: true, ..Policy::default() };
    let mut events = to_second_review(Verdict::Approve);
    events.push(decide(3, Decision::Approve));
    let (state, _) = walk(&policy, events.clone()).unwrap();
    assert_eq!(state.kind(), StateKind::AccountVerification);
    events.push(Event::VerifyAccount);
    let (state, _) = walk(&policy, events.clone()).unwrap();
    assert_eq!((state.kind(), state.ball()), (StateKind::Signing, Some(Ball::Merchant)));
    let disowned = walk(&policy, [events.clone(), vec![Event::Disown]].concat()).unwrap();
    let held_up = walk(&policy, [events.clone(), vec![Event::HoldUp]].concat()).unwrap();
    assert_eq!(disowned, held_up, "from outside the one can't be told from the other");
    assert_eq!(disowned.0.kind(), StateKind::InReview);
    events.push(Event::Sign);
    assert_eq!(walk(&policy, events).unwrap().0.kind(), StateKind::Approved);
}

#[test]
fn w01_no_person_stands_on_both_sides() {
    let policy = Policy::default();
    let why = |events| walk(&policy, events).unwrap_err().why;
    let mut own = to_second_review(Verdict::Approve);
    own.push(decide(2, Decision::Approve));
    assert_eq!(why(own), Why::Recommender);
    let mut submitter = to_second_review(Verdict::Approve);
    submitter.push(decide(1, Decision::Approve));
    assert_eq!(why(submitter), Why::Submitter);
    let mut reviewer = to_second_review(Verdict::Approve);
    reviewer.truncate(3);
    reviewer.push(recommend(1, Verdict::Approve));
    assert_eq!(why(reviewer), Why::Submitter);
}

#[test]
fn one_person_alone_cannot_approve_against_advice() {
    let mut events = to_second_review(Verdict::Reject);
    events.push(decide(3, Decision::Approve));
    assert_eq!(walk(&Policy::default(), events).unwrap_err().why, Why::NotRecommended);
}

#[test]
fn a_rejection_needs_grounds_and_keeps_the_confidential_ones_inside() {
    let mut events = to_second_review(Verdict::Approve);
    events.push(decide(3, Decision::Reject { reasons: vec![] }));
    assert_eq!(walk(&Policy::default(), events.clone()).unwrap_err().why, Why::NoReason);
    events.pop();
    events.push(decide(3, Decision::Reject { reasons: vec![Reason::ListHit, Reason::NamesDiffer] }));
    let (state, _) = walk(&Policy::default(), events).unwrap();
    assert_eq!(state.said_reasons(), [Reason::NEUTRAL]);
}

#[test]
fn changes_are_asked_for_item_by_item_and_answered_under_the_same_number() {
    let policy = Policy::default();
    let mut events = to_second_review(Verdict::Approve);
    events.pop();
    events.push(Event::RequestChanges { by: person(2), items: vec![] });
    assert_eq!(walk(&policy, events.clone()).unwrap_err().why, Why::NoItems);
    events.pop();
    events.push(Event::RequestChanges { by: person(2), items: vec![item()] });
    let (state, _) = walk(&policy, events.clone()).unwrap();
    assert_eq!(state.editable(), Some(&[item()][..]));
    assert_eq!(state.runs_out(NOW, &policy), Some(NOW + Duration::days(30)));
    events.push(Event::Resubmit { by: person(1) });
    events.push(recommend(2, Verdict::Approve));
    let (state, _) = walk(&policy, events).unwrap();
    assert_eq!(state.submission().map(|s| s.round), Some(2));
}

#[test]
fn a_draft_runs_out_only_when_it_was_left_alone() {
    let policy = Policy::default();
    let expire = |days| Event::Expire { untouched_since: NOW - Duration::days(days) };
    assert_eq!(State::new().apply(expire(89), &policy, NOW).unwrap_err().why, Why::NotDue);
    let (state, effects) = State::new().apply(expire(90), &policy, NOW).unwrap();
    assert_eq!((state.kind(), effects), (StateKind::Expired, vec![Effect::Tell(Notice::Expired)]));
}

#[test]
fn states_read_back_from_what_is_stored_and_words_agree() {
    for (state, _) in states().into_iter().chain(aboard_states()) {
        let json = serde_json::to_value(&state).unwrap();
        assert_eq!(json.get("state").and_then(|word| word.as_str()), Some(state.word()));
        assert_eq!(serde_json::from_value::<State>(json).unwrap(), state);
        assert_eq!(StateKind::from_word(state.word()), Some(state.kind()));
    }
}

#[test]
fn nothing_inside_shows_in_the_merchants_status() {
    use StateKind as K;
    for kind in [K::Submitted, K::Screening, K::InReview, K::Resubmitted, K::SecondReview] {
        assert_eq!((kind.status(), kind.ball()), (Status::InReview, Some(Ball::Us)));
    }
}

/// One state of each kind, and of those that come with a handing in and without one of each, with the moves that are
/// open in it to a person who has no part in it.
fn states() -> Vec<(State, Vec<Move>)> {
    use Move as M;
    let submission = Submission { by: person(1), at: NOW, round: 1 };
    let approval = Approval { recommended_by: person(2), decided_by: person(3), seen: seen(), at: NOW };
    let recommendation =
        Recommendation { by: person(2), verdict: Verdict::Approve, reasons: vec![], seen: seen(), at: NOW };
    let until = NOW - Duration::SECOND;
    vec![
        (State::new(), vec![M::Submit, M::Withdraw, M::Expire]),
        (State::Draft { previous: Some(submission) }, vec![M::Submit, M::Withdraw, M::Expire]),
        (State::Submitted { submission }, vec![M::StartScreening, M::Withdraw]),
        (State::Screening { submission }, vec![M::FinishScreening, M::Withdraw]),
        (State::InReview { submission, aboard: None }, vec![M::RequestChanges, M::Recommend, M::Withdraw]),
        (
            State::ChangesRequested {
                submission,
                by: Some(person(2)),
                items: vec![item()],
                until,
                aboard: None,
            },
            vec![M::Resubmit, M::Withdraw, M::Expire],
        ),
        (
            State::Resubmitted { submission, answered: vec![item()], aboard: None },
            vec![M::RequestChanges, M::Recommend, M::Withdraw],
        ),
        (State::SecondReview { submission, recommendation, aboard: None }, vec![M::Decide, M::Withdraw]),
        (
            State::AccountVerification { submission, approval: approval.clone(), until },
            vec![M::VerifyAccount, M::FailAccount, M::HoldUp, M::Withdraw, M::Expire],
        ),
        (
            State::Signing { submission, approval: approval.clone(), until },
            vec![M::Sign, M::Disown, M::HoldUp, M::Withdraw, M::Expire],
        ),
        (
            State::Approved { submission, approval, at: NOW },
            vec![M::ChannelObjects, M::PapersExpire, M::Reopen, M::End],
        ),
        (
            State::Rejected { submission, by: None, reasons: vec![Reason::Duplicate], at: NOW },
            vec![M::Reopen],
        ),
        (State::Withdrawn { submission: Some(submission), by: person(1), at: NOW }, vec![M::Reopen]),
        (State::Withdrawn { submission: None, by: person(1), at: NOW }, vec![]),
        (State::Expired { submission: Some(submission), at: NOW }, vec![M::Reopen]),
        (State::Expired { submission: None, at: NOW }, vec![]),
        (State::Ended { submission, by: person(4), on: NOW.date(), at: NOW }, vec![]),
    ]
}

fn events(by: u128) -> Vec<Event> {
    let by_person = person(by);
    vec![
        Event::Submit { by: by_person },
        Event::StartScreening,
        Event::FinishScreening,
        Event::RequestChanges { by: by_person, items: vec![item()] },
        Event::Resubmit { by: by_person },
        recommend(by, Verdict::Approve),
        recommend(by, Verdict::Reject),
        decide(by, Decision::Approve),
        decide(by, Decision::Reject { reasons: vec![Reason::Duplicate] }),
        decide(by, Decision::Return),
        Event::VerifyAccount,
        Event::FailAccount,
        Event::Sign,
        Event::Disown,
        Event::HoldUp,
        Event::Withdraw { by: by_person },
        Event::Expire { untouched_since: NOW - Duration::days(365) },
        Event::Reopen { by: by_person },
        Event::ChannelObjects { by: by_person, items: vec![item()] },
        Event::PapersExpire { items: vec![item()], last: NOW },
        Event::End { by: by_person, on: NOW.date() },
    ]
}

/// The states in which a merchant that is aboard answers a channel, with the moves that are open there.
fn aboard_states() -> Vec<(State, Vec<Move>)> {
    use Move as M;
    states()
        .into_iter()
        .filter_map(|(mut state, mut open)| {
            let approval =
                Approval { recommended_by: person(2), decided_by: person(3), seen: seen(), at: NOW };
            match &mut state {
                State::InReview { aboard, .. }
                | State::ChangesRequested { aboard, .. }
                | State::Resubmitted { aboard, .. }
                | State::SecondReview { aboard, .. } => *aboard = Some(approval),
                _ => return None,
            }
            open.retain(|act| *act != M::Withdraw);
            open.push(M::End);
            if matches!(state.kind(), StateKind::ChangesRequested | StateKind::Resubmitted) {
                open.push(M::ChannelObjects);
            }
            if state.kind() == StateKind::ChangesRequested {
                open.push(M::PapersExpire);
            }
            Some((state, open))
        })
        .collect()
}

#[test]
fn w04_the_reference_table_holds() {
    for (state, open) in states().into_iter().chain(aboard_states()) {
        for event in events(9) {
            let (kind, expected) = (event.kind(), open.contains(&event.kind()));
            let done = state.clone().apply(event, &Policy::default(), NOW);
            assert_eq!(done.is_ok(), expected, "{} in {}", kind, state.word());
            if let Err(refused) = done {
                assert_eq!((refused.from, refused.event, refused.why), (state.kind(), kind, Why::NotNow));
            }
        }
        for act in Move::ALL {
            let shut = state.why_not(*act, Some(person(9))).is_some();
            assert_eq!(shut, !open.contains(act), "{act} in {}", state.word());
        }
    }
}

proptest! {
    #[test]
    fn walks_stay_lawful(steps in prop::collection::vec((0usize..21, 1u128..5), 0..60), account: bool, signing: bool) {
        let policy = Policy { account_verification: account, signing, ..Policy::default() };
        let (reference, aboard) = (states(), aboard_states());
        let mut state = State::new();
        for (index, by) in steps {
            let event = events(by)[index].clone();
            let is_aboard = state.aboard().is_some() && state.kind() != StateKind::Approved;
            let table = if is_aboard { &aboard } else { &reference };
            let alike = |s: &State| {
                s.kind() == state.kind() && s.submission().is_some() == state.submission().is_some()
            };
            let open = &table.iter().find(|(s, _)| alike(s)).unwrap().1;
            let was = state.clone();
            let late = NOW + Duration::days(40);
            match state.apply(event.clone(), &policy, late) {
                Ok((next, effects)) => {
                    prop_assert!(open.contains(&event.kind()));
                    if let State::Approved { submission, approval, .. } = &next {
                        prop_assert_ne!(approval.recommended_by, approval.decided_by);
                        prop_assert_ne!(submission.by, approval.decided_by);
                        prop_assert_ne!(submission.by, approval.recommended_by);
                    }
                    let closes = effects.contains(&Effect::CloseCase);
                    prop_assert!(!closes || next.kind().is_closed());
                    let left = effects.contains(&Effect::Unanswered);
                    prop_assert_eq!(effects.contains(&Effect::Aboard) || left, next.kind() == StateKind::Approved);
                    // Number and credentials end with a recorded effect, and with nothing else.
                    let ends = was.aboard().is_some() && next.aboard().is_none();
                    prop_assert_eq!(ends, effects.contains(&Effect::Ashore));
                    state = next;
                }
                Err(refused) => {
                    prop_assert!(refused.why != Why::NotNow || !open.contains(&event.kind()));
                    state = was;
                }
            }
        }
    }
}

#[test]
fn what_is_reopened_goes_to_whoever_let_it_go() {
    let submission = Submission { by: person(1), at: NOW, round: 1 };
    let draft = || State::Draft { previous: Some(submission) };
    let desk = || State::InReview { submission, aboard: None };
    let told = Effect::Tell(Notice::Reopened);
    for (from, _) in states().into_iter().filter(|(_, open)| open.contains(&Move::Reopen)) {
        let kind = from.kind();
        let (state, effects) = from.apply(Event::Reopen { by: person(9) }, &Policy::default(), NOW).unwrap();
        let expected = match kind {
            StateKind::Approved => (desk(), vec![Effect::Ashore, Effect::OpenCase, told]),
            StateKind::Rejected => (desk(), vec![Effect::OpenCase, told]),
            StateKind::Withdrawn | StateKind::Expired => (draft(), vec![Effect::LeaveDesk, told]),
            open => panic!("{open} is not closed"),
        };
        assert_eq!((&state, effects), (&expected.0, expected.1), "{kind}");
        assert_eq!(state.is_case(), state == desk(), "{kind}");
    }
}

fn approved() -> State {
    let mut events = to_second_review(Verdict::Approve);
    events.push(decide(3, Decision::Approve));
    walk(&Policy::default(), events).unwrap().0
}

fn on(state: State, events: Vec<Event>, now: OffsetDateTime) -> Result<Moved, Refused> {
    let policy = Policy { account_verification: true, signing: true, ..Policy::default() };
    events.into_iter().try_fold((state, vec![]), |(state, _), event| state.apply(event, &policy, now))
}

fn objects(paper: &str) -> Event {
    let item = Item { what: Fault::Paper(paper.into()), ..item() };
    Event::ChannelObjects { by: person(2), items: vec![item] }
}

#[test]
fn a_channels_objection_opens_exactly_its_items_and_the_answer_comes_back_to_the_desk() {
    let (state, effects) = on(approved(), vec![objects("business_licence")], NOW).unwrap();
    assert_eq!(state.editable(), Some(&[item()][..]));
    assert_eq!(effects, [Effect::OpenCase, Effect::StopClock, Effect::Tell(Notice::ChangesRequested)]);
    assert!(state.aboard().is_some(), "the approval stands");
    let (both, _) = on(state, vec![objects("shop"), objects("business_licence")], NOW).unwrap();
    let open: Vec<_> = both.editable().unwrap().iter().map(|item| item.what.clone()).collect();
    assert_eq!(open, [Fault::Paper("shop".into()), Fault::Paper("business_licence".into())]);
    let back = vec![Event::Resubmit { by: person(1) }, recommend(2, Verdict::Approve)];
    let (state, _) = on(both, back, NOW).unwrap();
    assert_eq!((state.kind(), state.aboard().is_some()), (StateKind::SecondReview, true));
    let (again, effects) = on(state.clone(), vec![decide(3, Decision::Approve)], NOW).unwrap();
    assert_eq!(again.kind(), StateKind::Approved, "transfer and signature were had before");
    assert_eq!(effects, [Effect::CloseCase, Effect::Aboard, Effect::Tell(Notice::PassedOn)]);
    let (returned, _) = on(state.clone(), vec![decide(3, Decision::Return)], NOW).unwrap();
    assert!(returned.aboard().is_some());
    let rejected = decide(3, Decision::Reject { reasons: vec![Reason::Duplicate] });
    let (rejected, effects) = on(state, vec![rejected], NOW).unwrap();
    assert_eq!((rejected.kind(), effects[0]), (StateKind::Rejected, Effect::Ashore));
}

#[test]
fn what_a_channel_wanted_and_nobody_answered_leaves_the_approval_standing() {
    let (state, _) = on(approved(), vec![objects("business_licence")], NOW).unwrap();
    assert_eq!(state.why_not(Move::Withdraw, Some(person(1))), Some(Why::NotNow));
    let expire = vec![Event::Expire { untouched_since: NOW }];
    assert_eq!(on(state.clone(), expire.clone(), NOW).unwrap_err().why, Why::NotDue);
    let (state, effects) = on(state, expire, NOW + Duration::days(30)).unwrap();
    assert_eq!(state, approved());
    assert_eq!(effects, [Effect::CloseCase, Effect::Unanswered, Effect::Tell(Notice::Unanswered)]);
}

#[test]
fn papers_that_run_out_are_asked_for_again_and_the_approval_stands() {
    let item = |paper: &str| Item {
        what: Fault::Paper(paper.into()),
        reason: RedoReason::ExpiresSoon,
        words: String::new(),
    };
    let last = NOW + Duration::days(30);
    let expire = |paper: &str| Event::PapersExpire { items: vec![item(paper)], last };
    let (state, effects) = on(approved(), vec![expire("business_licence")], NOW).unwrap();
    assert_eq!(effects, [Effect::OpenCase, Effect::StopClock, Effect::Tell(Notice::PapersEnding)]);
    assert!(state.aboard().is_some() && state.asks_for(&item("business_licence").what));
    let policy = Policy::default();
    assert_eq!(state.runs_out(NOW, &policy), Some(last + Duration::days(30)), "time is left after the end");
    // What a channel wants beside it takes no time away.
    let (both, _) = on(state.clone(), vec![objects("shop")], NOW).unwrap();
    assert_eq!(both.editable().unwrap().len(), 2);
    assert_eq!(both.runs_out(NOW, &policy), state.runs_out(NOW, &policy));
    let over = Event::Expire { untouched_since: NOW };
    let (left, effects) = on(state, vec![over.clone()], last + Duration::days(30)).unwrap();
    assert_eq!(left, approved());
    assert_eq!(effects, [Effect::CloseCase, Effect::Unanswered, Effect::Tell(Notice::PapersUnanswered)]);
    let (_, effects) = on(both, vec![over], last + Duration::days(30)).unwrap();
    assert_eq!(effects[2], Effect::Tell(Notice::Unanswered));
}

#[test]
fn whoever_handed_it_in_records_no_objection() {
    let event = Event::ChannelObjects { by: person(1), items: vec![item()] };
    assert_eq!(on(approved(), vec![event], NOW).unwrap_err().why, Why::Submitter);
    let nothing = Event::ChannelObjects { by: person(2), items: vec![] };
    assert_eq!(on(approved(), vec![nothing], NOW).unwrap_err().why, Why::NoItems);
}

#[test]
fn a_relationship_ends_on_a_day_between_the_approval_and_now_and_for_good() {
    let now = NOW + Duration::days(400);
    let end = |on| Event::End { by: person(4), on };
    for state in [approved(), on(approved(), vec![objects("business_licence")], now).unwrap().0] {
        let (ended, effects) = on(state.clone(), vec![end(NOW.date())], now).unwrap();
        assert_eq!(effects, [Effect::Ashore, Effect::CloseCase, Effect::Tell(Notice::Ended)]);
        assert_eq!((ended.kind(), ended.aboard(), ended.ball()), (StateKind::Ended, None, None));
        assert_eq!(ended.why_not(Move::Reopen, Some(person(9))), Some(Why::NotNow));
        for day in [NOW.date() - Duration::days(2), now.date() + Duration::days(2)] {
            assert_eq!(on(state.clone(), vec![end(day)], now).unwrap_err().why, Why::NotThatDay, "{day}");
        }
    }
}
