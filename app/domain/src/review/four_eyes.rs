//! Who may judge: never both sides of one thing in one person, and only on what was seen.

use crate::{
    applications::{Move, State, Why},
    ids::PersonId,
};

/// Whether this person may do this to the application now. `unmoved` says whether what was on their screen still
/// stands.
///
/// # Errors
/// Why not. Whoever can never do it is told so first; then that what they saw has moved on; then that the act isn't
/// open any more.
pub fn may_judge(state: &State, act: Move, by: PersonId, unmoved: bool) -> Result<(), Why> {
    match state.why_not(act, Some(by)) {
        Some(why) if why != Why::NotNow => Err(why),
        _ if !unmoved => Err(Why::Stale),
        Some(why) => Err(why),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        applications::{Recommendation, Submission, Verdict},
        review::Seen,
    };
    use time::macros::datetime;
    use uuid::Uuid;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn second_review() -> State {
        let at = datetime!(2026-11-23 09:00 UTC);
        let seen = Seen { version: 3, digest: "ab".into() };
        let recommendation =
            Recommendation { by: person(2), verdict: Verdict::Approve, reasons: vec![], seen, at };
        State::SecondReview {
            submission: Submission { by: person(1), at, round: 1 },
            recommendation,
            aboard: None,
        }
    }

    fn decide(n: u128, unmoved: bool) -> Result<(), Why> {
        may_judge(&second_review(), Move::Decide, person(n), unmoved)
    }

    #[test]
    fn w01_only_somebody_else_decides_and_only_on_what_stands() {
        assert_eq!(decide(3, true), Ok(()));
        assert_eq!(decide(1, true), Err(Why::Submitter));
        assert_eq!(decide(2, true), Err(Why::Recommender));
        assert_eq!(decide(3, false), Err(Why::Stale));
    }

    #[test]
    fn whoever_recommended_is_told_so_even_on_an_old_screen() {
        assert_eq!(decide(2, false), Err(Why::Recommender));
    }

    #[test]
    fn an_old_screen_is_told_before_a_closed_door() {
        let recommend = |unmoved| may_judge(&second_review(), Move::Recommend, person(3), unmoved);
        assert_eq!((recommend(false), recommend(true)), (Err(Why::Stale), Err(Why::NotNow)));
    }
}
