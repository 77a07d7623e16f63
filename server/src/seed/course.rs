//! What happens to each merchant, and when: from the first visit to wherever their application stands today.

use anyhow::Context as _;
use time::{Duration, OffsetDateTime, Time, UtcOffset, Weekday, macros::offset};

/// Where the people of the story live.
const LOCAL: UtcOffset = offset!(+8);
/// Nothing happens in the last minutes before now: the story is over by then.
const QUIET: Duration = Duration::minutes(3);

/// Where a merchant's application stands at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// Registered, nothing started.
    Registered,
    /// Started, nothing answered.
    Begun,
    /// Half of it answered.
    Half,
    /// Everything answered, not handed in.
    Ready,
    /// Handed in, waiting for somebody at the desk.
    Waiting,
    /// The same, with facts that contradict each other.
    Doubtful,
    /// On a reviewer's desk.
    Claimed,
    /// Sent back to the merchant, who is to change some of it.
    Asked,
    /// Handed up by a reviewer, and on a senior's desk.
    Raised,
    /// Sent back to the reviewers by the second one.
    Returned,
    /// Recommended for approval.
    Recommended,
    /// Approved, and to prove its account.
    Proving,
    /// Recommended for rejection.
    Advised,
    /// Recommended, and on the second reviewer's desk.
    SecondClaimed,
    /// Approved by the desk, waiting for whoever signs.
    Signing,
    /// Approved, nothing drawn yet.
    Approved,
    /// Approved, with a credential that is in use.
    Credentialed,
    /// Approved; a channel wants something changed.
    Objected,
    /// Approved; a channel has said yes, and a live credential is in use.
    Live,
    /// Approved, with one credential revoked and another in use.
    Revoked,
    /// Rejected on grounds that were said.
    Rejected,
    /// Rejected on grounds that stay at the desk.
    Denied,
    /// Taken back before it was handed in.
    Abandoned,
    /// Taken back after it was handed in.
    Withdrawn,
}

impl Goal {
    /// How each tenant's merchants end up, and how many days ago they came.
    pub(super) const STORY: [(Self, i64); 28] = [
        (Self::Live, 38),
        (Self::Registered, 9),
        (Self::Begun, 6),
        (Self::Half, 12),
        (Self::Half, 3),
        (Self::Ready, 2),
        (Self::Waiting, 7),
        (Self::Waiting, 3),
        (Self::Waiting, 1),
        (Self::Doubtful, 2),
        (Self::Claimed, 5),
        (Self::Claimed, 2),
        (Self::Returned, 9),
        (Self::Recommended, 6),
        (Self::Proving, 5),
        (Self::Advised, 4),
        (Self::SecondClaimed, 6),
        (Self::Approved, 4),
        (Self::Objected, 20),
        (Self::Credentialed, 30),
        (Self::Revoked, 33),
        (Self::Rejected, 17),
        (Self::Denied, 25),
        (Self::Abandoned, 28),
        (Self::Withdrawn, 13),
        (Self::Asked, 8),
        (Self::Raised, 3),
        (Self::Signing, 5),
    ];

    /// The first so many stories; whoever was added since has a number after all of theirs, so that everybody else stays
    /// who they were.
    pub(super) const FIRST_TOLD: usize = 27;

    /// Whether somebody of the desk works on it at the end.
    const fn is_in_hand(self) -> bool {
        matches!(self, Self::Claimed | Self::SecondClaimed | Self::Raised)
    }

    fn acts(self) -> Vec<Act> {
        use Act::{Abandon, Answer, Begin, Claim, Decide, Draw, HalfAnswer, HandIn, Register, SecondClaim};
        let handed_in = [Register, Begin, Answer, HandIn];
        let after = |more: &[Act]| handed_in.iter().chain(more).copied().collect();
        let advise = Act::Recommend;
        match self {
            Self::Registered => vec![Register],
            Self::Begun => vec![Register, Begin],
            Self::Half => vec![Register, Begin, HalfAnswer],
            Self::Ready => vec![Register, Begin, Answer],
            Self::Waiting | Self::Doubtful => after(&[]),
            Self::Claimed => after(&[Claim, Act::Mark]),
            Self::Asked => after(&[Claim, Act::Mark, Act::SendBack]),
            Self::Raised => after(&[Claim, Act::HandUp, SecondClaim]),
            Self::Returned => after(&[Claim, advise(true), Decide(Choice::Return)]),
            Self::Recommended => after(&[Claim, advise(true)]),
            Self::Advised => after(&[Claim, advise(false)]),
            Self::SecondClaimed => after(&[Claim, advise(true), SecondClaim]),
            Self::Approved | Self::Proving | Self::Signing => {
                after(&[Claim, advise(true), Decide(Choice::Approve)])
            }
            Self::Credentialed => after(&[Claim, advise(true), Decide(Choice::Approve), Draw]),
            Self::Objected => after(&[Claim, advise(true), Decide(Choice::Approve), Act::Hear(false)]),
            Self::Live => after(&[
                Claim,
                advise(true),
                Decide(Choice::Approve),
                Draw,
                Act::Hear(true),
                Act::Propose,
                Act::OpenLive,
                Act::DrawLive,
            ]),
            Self::Revoked => after(&[Claim, advise(true), Decide(Choice::Approve), Draw, Act::Redraw]),
            Self::Rejected => after(&[Claim, advise(false), Decide(Choice::Reject)]),
            Self::Denied => after(&[Claim, advise(false), Decide(Choice::Deny)]),
            Self::Abandoned => vec![Register, Begin, HalfAnswer, Abandon],
            Self::Withdrawn => after(&[Abandon]),
        }
    }
}

/// One step on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// The merchant registers and confirms.
    Register,
    /// Starts an application.
    Begin,
    /// Answers some of it.
    HalfAnswer,
    /// Answers all of it and uploads the papers.
    Answer,
    /// Hands it in.
    HandIn,
    /// Takes it back.
    Abandon,
    /// A reviewer takes the case.
    Claim,
    /// And marks what is to be changed.
    Mark,
    /// And sends it back.
    SendBack,
    /// And recommends approval, or rejection.
    Recommend(bool),
    /// A reviewer hands the case up.
    HandUp,
    /// The second reviewer takes the case.
    SecondClaim,
    /// And decides.
    Decide(Choice),
    /// The merchant makes a credential and draws its secret.
    Draw,
    /// Ends it and draws another.
    Redraw,
    /// A channel's answer is recorded: yes, or what it wants changed.
    Hear(bool),
    /// A reviewer proposes live credentials.
    Propose,
    /// The second reviewer opens them.
    OpenLive,
    /// The merchant makes a live one and draws its secret.
    DrawLive,
}

/// What the second reviewer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    Approve,
    Reject,
    /// Rejects, and the merchant isn't told why.
    Deny,
    Return,
}

impl Act {
    /// How long after the one before, in hours.
    const fn later(self) -> i64 {
        match self {
            Self::Register => 0,
            Self::Begin | Self::HandIn | Self::Mark | Self::SendBack => 1,
            Self::HalfAnswer | Self::Answer => 2,
            Self::Claim => 5,
            Self::Recommend(_) | Self::HandUp => 3,
            Self::SecondClaim | Self::Decide(_) => 18,
            Self::Draw | Self::DrawLive => 22,
            Self::Hear(_) => 30,
            Self::Propose | Self::OpenLive => 4,
            Self::Redraw => 100,
            Self::Abandon => 26,
        }
    }

    /// Whether the tenant's desk does it, in office hours.
    pub(super) const fn is_work(self) -> bool {
        matches!(
            self,
            Self::Claim
                | Self::Mark
                | Self::SendBack
                | Self::Recommend(_)
                | Self::HandUp
                | Self::SecondClaim
                | Self::Decide(_)
                | Self::Hear(_)
                | Self::Propose
                | Self::OpenLive
        )
    }
}

/// One act of one merchant's story, at its time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene {
    pub(super) at: OffsetDateTime,
    /// Keeps one merchant's acts in order where times are equal.
    pub(super) order: usize,
    pub(super) tenant: usize,
    pub(super) merchant: usize,
    pub(super) goal: Goal,
    pub(super) act: Act,
}

/// One merchant's story.
pub(super) struct Course {
    pub(super) tenant: usize,
    pub(super) merchant: usize,
    pub(super) goal: Goal,
    pub(super) days_ago: i64,
}

impl Course {
    /// Its acts with their times; the last ones move together where the story would outrun today.
    pub(super) fn scenes(&self, now: OffsetDateTime) -> anyhow::Result<Vec<Scene>> {
        let minutes = i64::try_from(self.merchant * 37 + self.tenant * 11)?;
        let morning = Time::from_hms(9, 0, 0)?;
        let first = (now.to_offset(LOCAL) - Duration::days(self.days_ago)).replace_time(morning);
        let mut at = first + Duration::minutes(minutes % 420);
        let acts = self.goal.acts();
        let mut scenes = Vec::new();
        for (order, act) in acts.iter().enumerate() {
            at += Duration::hours(act.later()) + Duration::minutes(minutes % 13 + 4);
            if act.is_work() {
                at = office_hours(at)?;
            }
            // Whatever the day of the week today is, the story ends before now, each act after the one before.
            let left = i32::try_from(acts.len() - order).context("a long story")?;
            let latest = now.to_offset(LOCAL) - QUIET * left;
            // What somebody holds they have just taken up: left untouched, it would be anybody's again.
            at = if left == 1 && self.goal.is_in_hand() { latest } else { at.min(latest) };
            scenes.push(Scene {
                at: at.to_offset(UtcOffset::UTC),
                order,
                tenant: self.tenant,
                merchant: self.merchant,
                goal: self.goal,
                act: *act,
            });
        }
        Ok(scenes)
    }
}

/// The same moment, or the next morning on which people work.
fn office_hours(at: OffsetDateTime) -> anyhow::Result<OffsetDateTime> {
    let mut at = at;
    if at.hour() >= 18 {
        at = (at + Duration::days(1)).replace_time(Time::from_hms(9, at.minute(), 0)?);
    } else if at.hour() < 9 {
        at = at.replace_time(Time::from_hms(9, at.minute(), 0)?);
    }
    while matches!(at.weekday(), Weekday::Saturday | Weekday::Sunday) {
        at += Duration::days(1);
    }
    Ok(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    #[test]
    fn every_story_is_in_order_and_over_by_now() {
        for now in [
            datetime!(2026-11-23 02:00 UTC),
            datetime!(2026-11-22 16:30 UTC),
            datetime!(2026-11-21 23:59 UTC),
            datetime!(2027-02-28 09:00 UTC),
        ] {
            for (merchant, (goal, days_ago)) in Goal::STORY.into_iter().enumerate() {
                let scenes = Course { tenant: 1, merchant, goal, days_ago }.scenes(now).unwrap();
                assert!(scenes.windows(2).all(|pair| pair[0].at <= pair[1].at), "{goal:?} {scenes:?}");
                assert!(scenes.iter().all(|scene| scene.at < now), "{goal:?}");
                assert!(now - scenes[0].at <= Duration::days(super::super::DAYS), "{goal:?}");
            }
        }
    }

    #[test]
    fn two_tenants_have_at_least_forty_applications_and_as_many_as_the_readme_says() {
        let without = Goal::STORY.iter().filter(|(goal, _)| *goal == Goal::Registered).count();
        let applications = (Goal::STORY.len() - without) * 2;
        assert!(applications >= 40);
        let readme = include_str!("../../../README.md");
        assert!(readme.contains(&format!("two tenants with {applications} applications")), "{applications}");
    }
}
