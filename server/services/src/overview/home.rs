//! The numbers of the console's home.

use crate::{Result, ServiceError, Services, review::WorkTime, tenants::authorise};
use domain::{
    Actor,
    applications::{Ball, StateKind},
    overview::{Step, weeks},
    permissions::Act,
};
use store::{
    TenantTx,
    overview::{self, Held, Line},
    tenants,
};
use time::{Date, OffsetDateTime};

/// How many of those that wait for us the home names.
pub const OLDEST: i64 = 5;

/// How long something has been held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spent {
    /// Minutes of the desk's working time: where it is us.
    Working(i64),
    /// Minutes by the clock.
    Plain(i64),
}

/// What somebody holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub ball: Ball,
    /// How many applications.
    pub count: i64,
    /// How long they have held the one in the middle.
    pub median: Option<Spent>,
    /// How long the one they have held the longest.
    pub longest: Option<Spent>,
}

/// How many drafts stop at one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepCount {
    /// Which; none for drafts that were never looked at.
    pub step: Option<Step>,
    /// The message key of its name, where the rules have one.
    pub label: Option<String>,
    /// How many.
    pub count: i64,
}

/// What was decided in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday, in the tenant's zone.
    pub monday: Date,
    /// Approvals.
    pub approved: i64,
    /// Rejections.
    pub rejected: i64,
}

/// All of it.
#[derive(Clone, Debug)]
pub struct Home {
    /// Every state in the order of the road, with how many stand in it.
    pub states: Vec<(StateKind, i64)>,
    /// Merchant, us, channel, bank.
    pub holders: Vec<Holder>,
    /// What has waited for us the longest, with how long in working minutes.
    pub oldest: Vec<(Line, i64)>,
    /// The most first.
    pub steps: Vec<StepCount>,
    /// The last twelve, this one last.
    pub weeks: Vec<Week>,
    /// When the working calendar ends, where that is soon.
    pub calendar_ends: Option<Date>,
}

/// The numbers as they stand.
pub async fn home(services: &Services, actor: &Actor) -> Result<Home> {
    authorise(actor, Act::ViewApplications)?;
    let reader = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let work = WorkTime::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let now = services.now();
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let counted = overview::states(&mut tx).await?;
    let mut held = overview::held(&mut tx).await?;
    held.push((Ball::Channel, overview::channels(&mut tx).await?));
    let oldest = overview::oldest_with_us(&mut tx, reader, OLDEST).await?;
    let steps = overview::drafts(&mut tx).await?;
    let mondays = weeks(work.day(now));
    let first = mondays.first().copied().unwrap_or(now.date());
    let decisions = overview::decisions(&mut tx, first).await?;
    Ok(Home {
        states: StateKind::ALL.iter().map(|state| (*state, count_of(&counted, *state))).collect(),
        holders: Ball::ALL.iter().map(|ball| holder(*ball, &held, &work, now)).collect(),
        oldest: oldest
            .into_iter()
            .map(|line| (work.minutes_until(line.at, now), line))
            .map(|(minutes, line)| (line, minutes))
            .collect(),
        steps: steps.into_iter().map(|(step, count)| step_count(services, step, count)).collect(),
        weeks: mondays.into_iter().map(|monday| week(monday, &decisions)).collect(),
        calendar_ends: work.ends_soon(now),
    })
}

fn count_of(counted: &[(StateKind, i64)], state: StateKind) -> i64 {
    counted.iter().find(|(known, _)| *known == state).map_or(0, |(_, count)| *count)
}

/// Time with us is working time: the one in the middle by the clock is the one in the middle by it, too.
fn holder(ball: Ball, held: &[(Ball, Held)], work: &WorkTime, now: OffsetDateTime) -> Holder {
    let none = Held { count: 0, median: None, longest: None };
    let held = held.iter().find(|(known, _)| *known == ball).map_or(none, |(_, held)| *held);
    let spent = |since: OffsetDateTime| match ball {
        Ball::Us => Spent::Working(work.minutes_until(since, now)),
        Ball::Merchant | Ball::Channel | Ball::Bank => Spent::Plain((now - since).whole_minutes()),
    };
    Holder { ball, count: held.count, median: held.median.map(spent), longest: held.longest.map(spent) }
}

fn step_count(services: &Services, step: Option<Step>, count: i64) -> StepCount {
    let label = step.as_ref().and_then(|step| label(services, step));
    StepCount { step, label, count }
}

/// The message key of a step's name, where any rules have one; the newest first.
pub fn label(services: &Services, step: &Step) -> Option<String> {
    let sets = || services.rules.all().iter().rev();
    match step {
        Step::Section(code) => sets()
            .find_map(|set| set.sections.iter().find(|section| section.code == *code))
            .map(|section| section.label.clone()),
        Step::Paper(code) => sets()
            .find_map(|set| set.papers.iter().find(|paper| paper.code == *code))
            .map(|paper| paper.label.clone()),
        Step::HandIn => None,
    }
}

fn week(monday: Date, decisions: &[(Date, i64, i64)]) -> Week {
    let of_week = decisions.iter().filter(|(day, ..)| domain::overview::monday(*day) == monday);
    of_week.fold(Week { monday, approved: 0, rejected: 0 }, |week, (_, approved, rejected)| Week {
        approved: week.approved + approved,
        rejected: week.rejected + rejected,
        ..week
    })
}
