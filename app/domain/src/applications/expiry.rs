//! When an application runs out for want of an answer, and what is to be done about it before and then.

use super::{Policy, State, StateKind};
use time::OffsetDateTime;

/// That the merchant was told of an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// In which state the application stood.
    pub state: StateKind,
    /// When.
    pub at: OffsetDateTime,
    /// Of which end.
    pub ends: OffsetDateTime,
}

/// What is to be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing.
    Wait,
    /// The merchant is to be told that this is its end.
    Tell {
        /// Never nearer than the notice is long.
        ends: OffsetDateTime,
    },
    /// It has run out.
    Expire,
}

impl State {
    /// When it runs out, if it does: by the terms in force, and never before what the merchant was told or nearer than
    /// a notice from now where they weren't told yet.
    pub fn ends(
        &self,
        touched: OffsetDateTime,
        told: Option<Told>,
        policy: &Policy,
        now: OffsetDateTime,
    ) -> Option<OffsetDateTime> {
        let natural = self.runs_out(touched, policy)?;
        let promised = told.filter(|told| self.holds(*told, touched, natural));
        Some(promised.map_or_else(|| natural.max(now + Policy::NOTICE), |told| told.ends))
    }

    /// What is to be done about its end now. Nothing ever runs out untold.
    pub fn expiry(
        &self,
        touched: OffsetDateTime,
        told: Option<Told>,
        policy: &Policy,
        now: OffsetDateTime,
    ) -> Step {
        let Some(natural) = self.runs_out(touched, policy) else { return Step::Wait };
        match told.filter(|told| self.holds(*told, touched, natural)) {
            Some(told) if now >= told.ends => Step::Expire,
            None if natural <= now + Policy::NOTICE => Step::Tell { ends: natural.max(now + Policy::NOTICE) },
            _ => Step::Wait,
        }
    }

    /// Whether what was told still holds: nobody has touched the draft since, and the terms haven't grown meanwhile.
    fn holds(&self, told: Told, touched: OffsetDateTime, natural: OffsetDateTime) -> bool {
        let untouched = self.kind() != StateKind::Draft || told.at >= touched;
        told.state == self.kind() && untouched && told.ends >= natural
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{applications::Submission, ids::PersonId};
    use time::{Duration, macros::datetime};
    use uuid::Uuid;

    const TOUCHED: OffsetDateTime = datetime!(2026-11-23 02:00 UTC);
    const NINETY: Policy = Policy {
        account_verification: false,
        signing: false,
        draft_days: 90,
        changes_days: 30,
        account_days: 10,
        signing_days: 30,
        test_credentials: true,
        claim_days: 180,
    };

    fn day(count: i64) -> OffsetDateTime {
        TOUCHED + Duration::days(count)
    }

    #[expect(clippy::unnecessary_wraps, reason = "it stands where there may be none")]
    fn told(at: i64, ends: i64) -> Option<Told> {
        Some(Told { state: StateKind::Draft, at: day(at), ends: day(ends) })
    }

    fn step(told: Option<Told>, policy: &Policy, now: i64) -> Step {
        State::new().expiry(TOUCHED, told, policy, day(now))
    }

    #[test]
    fn a_draft_is_told_of_its_end_on_the_eighty_third_day_and_ends_on_the_ninetieth() {
        assert_eq!(step(None, &NINETY, 82), Step::Wait);
        assert_eq!(step(None, &NINETY, 83), Step::Tell { ends: day(90) });
        assert_eq!(step(told(83, 90), &NINETY, 84), Step::Wait);
        assert_eq!(step(told(83, 90), &NINETY, 89), Step::Wait);
        assert_eq!(step(told(83, 90), &NINETY, 90), Step::Expire);
    }

    #[test]
    fn nothing_runs_out_untold_nor_within_a_week_of_being_told() {
        assert_eq!(step(None, &NINETY, 400), Step::Tell { ends: day(407) });
        assert_eq!(step(told(400, 407), &NINETY, 406), Step::Wait);
        assert_eq!(step(told(400, 407), &NINETY, 407), Step::Expire);
    }

    #[test]
    fn a_touch_after_the_notice_cancels_it() {
        let state = State::new();
        let touched = day(85);
        assert_eq!(state.expiry(touched, told(83, 90), &NINETY, day(90)), Step::Wait);
        assert_eq!(state.ends(touched, told(83, 90), &NINETY, day(90)), Some(day(175)));
        assert_eq!(
            state.expiry(touched, told(83, 90), &NINETY, day(168)),
            Step::Tell { ends: day(175) },
            "told of the new end, once"
        );
    }

    #[test]
    fn terms_that_shrink_leave_a_week_and_never_take_back_what_was_told() {
        let thirty = Policy { draft_days: 30, ..NINETY };
        assert_eq!(step(None, &thirty, 40), Step::Tell { ends: day(47) });
        assert_eq!(State::new().ends(TOUCHED, None, &thirty, day(40)), Some(day(47)));
        assert_eq!(step(told(83, 90), &thirty, 85), Step::Wait);
        assert_eq!(State::new().ends(TOUCHED, told(83, 90), &thirty, day(85)), Some(day(90)));
    }

    #[test]
    fn terms_that_grow_are_told_of_again() {
        let longer = Policy { draft_days: 120, ..NINETY };
        assert_eq!(step(told(83, 90), &longer, 90), Step::Wait);
        assert_eq!(step(told(83, 90), &longer, 113), Step::Tell { ends: day(120) });
    }

    #[test]
    fn requested_changes_keep_the_term_they_were_given() {
        let submission = Submission { by: PersonId(Uuid::from_u128(1)), at: TOUCHED, round: 1 };
        let by = PersonId(Uuid::from_u128(2));
        let json = serde_json::json!({
            "state": "changes_requested", "submission": submission, "by": by, "items": [],
            "until": "2026-12-23T02:00:00Z",
        });
        let state: State = serde_json::from_value(json).unwrap();
        let shorter = Policy { changes_days: 10, ..NINETY };
        assert_eq!(state.ends(TOUCHED, None, &shorter, day(1)), Some(day(30)));
        assert_eq!(state.expiry(day(22), None, &shorter, day(22)), Step::Wait);
        assert_eq!(state.expiry(day(22), None, &shorter, day(23)), Step::Tell { ends: day(30) });
        let told = Some(Told { state: StateKind::ChangesRequested, at: day(23), ends: day(30) });
        assert_eq!(
            state.expiry(day(29), told, &shorter, day(29)),
            Step::Wait,
            "an answer begun changes nothing"
        );
        assert_eq!(state.expiry(day(29), told, &shorter, day(30)), Step::Expire);
        // What was told of the draft before means nothing here.
        let before = Some(Told { state: StateKind::Draft, at: day(-3), ends: day(40) });
        assert_eq!(state.ends(TOUCHED, before, &shorter, day(1)), Some(day(30)));
    }

    #[test]
    fn what_waits_for_others_never_runs_out() {
        let submission = Submission { by: PersonId(Uuid::from_u128(1)), at: TOUCHED, round: 1 };
        let state = State::Submitted { submission };
        assert_eq!(state.ends(TOUCHED, None, &NINETY, day(400)), None);
        assert_eq!(state.expiry(TOUCHED, None, &NINETY, day(400)), Step::Wait);
    }
}
