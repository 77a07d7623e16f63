use super::*;
use crate::applications::{Recommendation, Submission, Verdict};
use crate::review::Seen;
use proptest::prelude::*;
use time::macros::datetime;
use uuid::Uuid;

const NOW: OffsetDateTime = datetime!(2026-11-23 10:00 UTC);
const LATER: OffsetDateTime = datetime!(2026-11-24 02:00 UTC);

const fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

const SUBMITTER: PersonId = person(1);
const RECOMMENDER: PersonId = person(2);
const OTHER: PersonId = person(3);
const SENIOR: PersonId = person(4);

const fn junior(person: PersonId) -> Hand {
    Hand { person, decides: false }
}

const fn senior(person: PersonId) -> Hand {
    Hand { person, decides: true }
}

fn submission() -> Submission {
    Submission { by: SUBMITTER, at: datetime!(2026-11-23 09:00 UTC), round: 1 }
}

fn first() -> State {
    State::InReview { submission: submission(), aboard: None }
}

fn second() -> State {
    let seen = Seen { version: 3, digest: "ab".into() };
    let recommendation =
        Recommendation { by: RECOMMENDER, verdict: Verdict::Approve, reasons: vec![], seen, at: NOW };
    State::SecondReview { submission: submission(), recommendation, aboard: None }
}

fn waiting(state: &State) -> Case<'_> {
    Case { state, desk: Desk::Waiting }
}

fn claimed(state: &State) -> Case<'_> {
    Case { state, desk: Desk::Claimed { holder: OTHER } }
}

fn snoozed(state: &State, escalated: bool) -> Case<'_> {
    Case { state, desk: Desk::Snoozed { holder: OTHER, until: LATER, escalated } }
}

fn escalated(state: &State, holder: Option<PersonId>) -> Case<'_> {
    Case { state, desk: Desk::Escalated { holder } }
}

fn why(case: Case<'_>, act: Handling) -> Option<Why> {
    let tried = case.apply(&act);
    let why = case.why_not(&act);
    assert_eq!(tried.err().map(|declined| declined.why), why, "pages and acts ask the same");
    why
}

#[test]
fn a_case_for_a_decision_is_taken_by_whoever_may_decide_it_alone() {
    let (first, second) = (first(), second());
    let claim = |state, by| why(waiting(state), Handling::Claim { by });
    assert_eq!(claim(&first, junior(OTHER)), None);
    assert_eq!(claim(&second, junior(OTHER)), Some(Why::NotSenior));
    assert_eq!(claim(&second, junior(RECOMMENDER)), Some(Why::Recommender));
    assert_eq!(claim(&second, senior(RECOMMENDER)), Some(Why::Recommender));
    assert_eq!(claim(&second, senior(SUBMITTER)), Some(Why::Submitter));
    assert_eq!(claim(&second, senior(OTHER)), None);
}

#[test]
fn what_is_in_somebodys_hands_or_closed_is_not_taken() {
    let state = first();
    let claim = |case, by| why(case, Handling::Claim { by });
    assert_eq!(claim(claimed(&state), senior(SENIOR)), Some(Why::ClaimedByOther));
    assert_eq!(claim(claimed(&state), senior(OTHER)), Some(Why::NotNow));
    assert_eq!(claim(snoozed(&state, false), senior(SENIOR)), Some(Why::ClaimedByOther));
    for desk in [Desk::None, Desk::Closed] {
        assert_eq!(claim(Case { state: &state, desk }, senior(OTHER)), Some(Why::NotNow));
    }
}

#[test]
fn only_its_holder_lets_go_and_what_was_handed_up_stays_with_the_seniors() {
    let state = first();
    let release = |by| Handling::Release { by };
    assert_eq!(claimed(&state).apply(&release(OTHER)), Ok(Desk::Waiting));
    assert_eq!(snoozed(&state, false).apply(&release(OTHER)), Ok(Desk::Waiting));
    let up = escalated(&state, Some(SENIOR));
    assert_eq!(up.apply(&release(SENIOR)), Ok(Desk::Escalated { holder: None }));
    assert_eq!(why(claimed(&state), release(RECOMMENDER)), Some(Why::NotClaimed));
    assert_eq!(why(waiting(&state), release(OTHER)), Some(Why::NotClaimed));
}

#[test]
fn a_case_is_given_to_whoever_could_take_it_and_to_nobody_else() {
    let (first, second) = (first(), second());
    let give = |case, to| why(case, Handling::Assign { to });
    assert_eq!(give(waiting(&first), junior(RECOMMENDER)), None);
    assert_eq!(give(claimed(&first), junior(RECOMMENDER)), None, "out of somebody's hands as well");
    assert_eq!(give(claimed(&first), junior(OTHER)), Some(Why::AlreadyTheirs));
    assert_eq!(give(waiting(&first), junior(SUBMITTER)), Some(Why::AssigneeOwnSide));
    assert_eq!(give(waiting(&second), junior(OTHER)), Some(Why::AssigneeNotSenior));
    assert_eq!(give(waiting(&second), senior(RECOMMENDER)), Some(Why::AssigneeRecommended));
    assert_eq!(give(waiting(&second), senior(SENIOR)), None, "to oneself");
    assert_eq!(give(escalated(&first, None), junior(OTHER)), Some(Why::AssigneeNotSenior));
    let given = snoozed(&first, true).apply(&Handling::Assign { to: senior(SENIOR) });
    assert_eq!(given, Ok(Desk::Escalated { holder: Some(SENIOR) }), "no longer put off, still handed up");
    assert_eq!(give(Case { state: &first, desk: Desk::Closed }, senior(OTHER)), Some(Why::NotNow));
}

#[test]
fn what_is_put_off_comes_back_when_its_time_has_come_or_its_holder_takes_it_up() {
    let state = first();
    let snooze = |by, until| Handling::Snooze { by, until, now: NOW };
    let off = claimed(&state).apply(&snooze(OTHER, LATER)).unwrap();
    assert_eq!(off, Desk::Snoozed { holder: OTHER, until: LATER, escalated: false });
    let off = Case { state: &state, desk: off };
    assert_eq!(why(off, Handling::Wake { now: NOW }), Some(Why::NotDue));
    assert_eq!(off.apply(&Handling::Wake { now: LATER }), Ok(Desk::Waiting));
    assert_eq!(off.apply(&Handling::Resume { by: OTHER }), Ok(Desk::Claimed { holder: OTHER }));
    assert_eq!(why(off, Handling::Resume { by: SENIOR }), Some(Why::ClaimedByOther));
    assert_eq!(why(claimed(&state), Handling::Resume { by: OTHER }), Some(Why::NotNow));
    assert_eq!(why(off, snooze(OTHER, LATER)), Some(Why::NotNow));
    assert_eq!(why(off, Handling::Escalate { by: OTHER }), Some(Why::NotNow), "taken up first");
    for never in [NOW, NOW - Duration::SECOND, NOW + LONGEST_SNOOZE + Duration::SECOND] {
        assert_eq!(why(claimed(&state), snooze(OTHER, never)), Some(Why::NotThen));
    }
    assert_eq!(why(claimed(&state), snooze(SENIOR, LATER)), Some(Why::ClaimedByOther));
    assert_eq!(why(waiting(&state), snooze(OTHER, LATER)), Some(Why::NotClaimed));
    assert_eq!(why(waiting(&state), Handling::Wake { now: LATER }), Some(Why::NotNow));
}

#[test]
fn what_is_handed_up_is_for_those_who_decide_until_it_is_handed_back() {
    let state = first();
    let up = claimed(&state).apply(&Handling::Escalate { by: OTHER }).unwrap();
    assert_eq!(up, Desk::Escalated { holder: None });
    let up = Case { state: &state, desk: up };
    assert_eq!(why(up, Handling::Claim { by: junior(OTHER) }), Some(Why::NotSenior));
    let taken = up.apply(&Handling::Claim { by: senior(SENIOR) }).unwrap();
    assert_eq!(taken, Desk::Escalated { holder: Some(SENIOR) });
    let taken = Case { state: &state, desk: taken };
    assert_eq!(why(taken, Handling::Escalate { by: SENIOR }), Some(Why::AlreadyEscalated));
    assert_eq!(why(taken, Handling::HandBack { by: OTHER }), Some(Why::ClaimedByOther));
    assert_eq!(taken.apply(&Handling::HandBack { by: SENIOR }), Ok(Desk::Waiting));
    let off = taken.apply(&Handling::Snooze { by: SENIOR, until: LATER, now: NOW }).unwrap();
    let off = Case { state: &state, desk: off };
    assert_eq!(off.apply(&Handling::Wake { now: LATER }), Ok(Desk::Escalated { holder: None }));
    assert_eq!(why(claimed(&state), Handling::HandBack { by: OTHER }), Some(Why::NotEscalated));
    assert_eq!(why(waiting(&state), Handling::Escalate { by: OTHER }), Some(Why::NotClaimed));
}

#[test]
fn what_nobody_touches_goes_back_and_what_was_put_off_does_not() {
    let state = first();
    let left = |touched| Handling::LeftUntouched { touched, limit: NOW };
    assert_eq!(claimed(&state).apply(&left(NOW)), Ok(Desk::Waiting));
    assert_eq!(escalated(&state, Some(SENIOR)).apply(&left(NOW)), Ok(Desk::Escalated { holder: None }));
    assert_eq!(why(claimed(&state), left(NOW + Duration::SECOND)), Some(Why::NotDue));
    for idle in [waiting(&state), snoozed(&state, false), escalated(&state, None)] {
        assert_eq!(why(idle, left(NOW)), Some(Why::NotNow));
    }
}

#[test]
fn whoever_leaves_leaves_nothing_in_their_hands() {
    let state = first();
    let lose = |case: Case<'_>| case.apply(&Handling::LoseHolder);
    assert_eq!(lose(claimed(&state)), Ok(Desk::Waiting));
    assert_eq!(lose(snoozed(&state, false)), Ok(Desk::Waiting));
    assert_eq!(lose(snoozed(&state, true)), Ok(Desk::Escalated { holder: None }));
    assert_eq!(lose(escalated(&state, Some(SENIOR))), Ok(Desk::Escalated { holder: None }));
    assert_eq!(lose(waiting(&state)).map_err(|declined| declined.why), Err(Why::NotClaimed));
}

#[test]
fn advice_needs_the_case_in_hand_and_a_decision_nobody_elses() {
    let state = first();
    for act in [Move::Recommend, Move::Decide] {
        assert_eq!(claimed(&state).why_not_in_hand(act, OTHER), None);
        assert_eq!(claimed(&state).why_not_in_hand(act, RECOMMENDER), Some(Why::ClaimedByOther));
        assert_eq!(snoozed(&state, false).why_not_in_hand(act, OTHER), Some(Why::PutOff));
    }
    assert_eq!(waiting(&state).why_not_in_hand(Move::Recommend, OTHER), Some(Why::NotClaimed));
    assert_eq!(waiting(&state).why_not_in_hand(Move::Decide, OTHER), None);
}

fn some_desk() -> impl Strategy<Value = Desk> {
    let holder = (1_u128..5).prop_map(person);
    prop_oneof![
        Just(Desk::None),
        Just(Desk::Waiting),
        Just(Desk::Closed),
        holder.clone().prop_map(|holder| Desk::Claimed { holder }),
        (holder.clone(), any::<bool>()).prop_map(|(holder, escalated)| Desk::Snoozed {
            holder,
            until: LATER,
            escalated
        }),
        proptest::option::of(holder).prop_map(|holder| Desk::Escalated { holder }),
    ]
}

fn some_act() -> impl Strategy<Value = Handling> {
    let by = (1_u128..5).prop_map(person);
    let hand = (by.clone(), any::<bool>()).prop_map(|(person, decides)| Hand { person, decides });
    prop_oneof![
        hand.clone().prop_map(|by| Handling::Claim { by }),
        by.clone().prop_map(|by| Handling::Release { by }),
        hand.prop_map(|to| Handling::Assign { to }),
        by.clone().prop_map(|by| Handling::Snooze { by, until: LATER, now: NOW }),
        by.clone().prop_map(|by| Handling::Resume { by }),
        Just(Handling::Wake { now: LATER }),
        by.clone().prop_map(|by| Handling::Escalate { by }),
        by.prop_map(|by| Handling::HandBack { by }),
        Just(Handling::LeftUntouched { touched: NOW, limit: NOW }),
        Just(Handling::LoseHolder),
    ]
}

proptest! {
    /// Whatever is done: the submitter never gets a case in hand, nor the recommender one that waits for a decision;
    /// and nobody who doesn't decide gets one of the seniors'.
    #[test]
    fn no_way_leads_into_the_wrong_hands(second_review in any::<bool>(), desk in some_desk(), act in some_act()) {
        let state = if second_review { second() } else { first() };
        let Ok(after) = (Case { state: &state, desk }).apply(&act) else { return Ok(()) };
        let Some(holder) = after.holder().filter(|holder| desk.holder() != Some(*holder)) else { return Ok(()) };
        prop_assert_ne!(holder, SUBMITTER);
        prop_assert!(!second_review || holder != RECOMMENDER);
        let decides = match act {
            Handling::Claim { by } => by.decides,
            Handling::Assign { to } => to.decides,
            other => return Err(TestCaseError::fail(format!("{other:?} put it into hands"))),
        };
        prop_assert!(decides || !(second_review || after.is_escalated()));
    }
}
