//! The road as its merchant sees it: the steps, where the application is on it, and which are still to come.
//!
//! All of it follows from [`Status`], the number of the round and what the channels have opened: nothing here can tell
//! of what goes on inside.

use super::{State, StateKind, Status};
use crate::words::words;

words! {
    /// A step of the road.
    Stage {
        /// To be filled in and handed in.
        HandIn = "hand_in",
        /// Something is to be changed, or was.
        Changes = "changes",
        /// With us.
        Review = "review",
        /// Approved or not.
        Decision = "decision",
        /// The channels look at it themselves.
        Channels = "channels",
        /// Keys for the real thing.
        Credentials = "credentials",
    }
}

/// What a merchant's channels make of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// Channels that were asked and haven't opened.
    pub waiting: usize,
    /// Channels that have.
    pub open: usize,
}

/// The steps and where the application is among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Road {
    /// In their order.
    pub stages: Vec<Stage>,
    /// The place of the step it is at.
    pub here: usize,
}

impl Road {
    /// The steps that are still to come.
    pub fn ahead(&self) -> &[Stage] {
        self.stages.get(self.here.saturating_add(1)..).unwrap_or_default()
    }
}

impl State {
    /// The road of an application that stands here; none where it has ended without an approval.
    pub fn road(&self, opened: Opened) -> Option<Road> {
        let at = match self.status() {
            Status::Draft => Stage::HandIn,
            Status::InReview => Stage::Review,
            Status::ChangesRequested => Stage::Changes,
            Status::AccountVerification | Status::Signing => Stage::Decision,
            Status::Approved if opened.open == 0 => Stage::Channels,
            Status::Approved => Stage::Credentials,
            Status::Rejected | Status::Withdrawn | Status::Expired | Status::Ended => return None,
        };
        let again = self.submission().is_some_and(|submission| submission.round > 1);
        // Whoever hands in again has changed something: what they were asked to, or what was opened again for them.
        let changes = self.kind() == StateKind::ChangesRequested || (again && at != Stage::HandIn);
        let stages: Vec<Stage> =
            Stage::ALL.iter().copied().filter(|stage| *stage != Stage::Changes || changes).collect();
        let here = stages.iter().position(|stage| *stage == at).unwrap_or_default();
        Some(Road { stages, here })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{applications::Submission, ids::PersonId};
    use time::macros::datetime;
    use uuid::Uuid;

    fn submission(round: u16) -> Submission {
        Submission { by: PersonId(Uuid::from_u128(1)), at: datetime!(2026-11-23 09:00 UTC), round }
    }

    fn at(state: &State, opened: Opened) -> (Vec<&'static str>, Option<&'static str>) {
        let road = state.road(opened).unwrap();
        let here = road.stages.get(road.here).map(|stage| stage.word());
        (road.stages.iter().map(|stage| stage.word()).collect(), here)
    }

    #[test]
    fn a_draft_has_the_whole_road_ahead() {
        let road = State::new().road(Opened::default()).unwrap();
        assert_eq!(road.here, 0);
        assert_eq!(road.ahead(), [Stage::Review, Stage::Decision, Stage::Channels, Stage::Credentials]);
    }

    #[test]
    fn changes_are_on_the_road_of_those_alone_who_were_asked_for_some() {
        let first = State::InReview { submission: submission(1), aboard: None };
        let plain = ["hand_in", "review", "decision", "channels", "credentials"];
        assert_eq!(at(&first, Opened::default()), (plain.to_vec(), Some("review")));
        let again = State::Resubmitted { submission: submission(2), answered: vec![], aboard: None };
        let with = ["hand_in", "changes", "review", "decision", "channels", "credentials"];
        assert_eq!(at(&again, Opened::default()), (with.to_vec(), Some("review")));
    }

    #[test]
    fn our_own_steps_are_one() {
        let mut roads = vec![
            State::Submitted { submission: submission(1) }.road(Opened::default()),
            State::Screening { submission: submission(1) }.road(Opened::default()),
            State::InReview { submission: submission(1), aboard: None }.road(Opened::default()),
        ];
        roads.dedup();
        assert_eq!(roads.len(), 1);
    }

    #[test]
    fn an_end_without_an_approval_has_no_road() {
        let at = datetime!(2026-11-23 09:00 UTC);
        assert_eq!(State::Expired { submission: None, at }.road(Opened::default()), None);
    }
}
