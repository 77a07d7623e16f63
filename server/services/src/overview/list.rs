//! The lists behind the numbers, a page at a time.

use crate::{Result, ServiceError, Services, review::WorkTime, tenants::authorise};
use domain::{
    Actor,
    applications::{Ball, StateKind},
    numbers::{Named, Number},
    overview::{Outcome, Step, begins},
    permissions::Act,
    text::fold,
};
use store::{
    TenantTx,
    overview::{self, Key, Line},
    tenants,
};
use time::{Date, Duration};

/// Lines on one page.
pub const PAGE: usize = 50;

/// Decisions of one week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The week's Monday, in the tenant's zone.
    pub week: Date,
    /// Which decisions.
    pub outcome: Outcome,
}

/// What somebody looks for. Whoever names decisions of a week isn't asked for a ball or a step as well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Applications in this state.
    pub state: Option<StateKind>,
    /// Those that this side holds, the longest first.
    pub ball: Option<Ball>,
    /// Drafts that stop here.
    pub step: Option<Step>,
    /// Those decided in a week.
    pub decided: Option<Decided>,
    /// A part of the name, or the beginning of the number, as typed.
    pub search: String,
    /// After this line.
    pub after: Option<Key>,
}

/// One page.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Its lines.
    pub lines: Vec<Line>,
    /// Where the next page goes on, if there is one.
    pub next: Option<Key>,
}

/// Lists applications, each on exactly one page.
pub async fn list(services: &Services, actor: &Actor, wanted: &Wanted) -> Result<Listing> {
    authorise(actor, Act::ViewApplications)?;
    let reader = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let work = WorkTime::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let asked = overview::Wanted {
        state: wanted.state,
        step: wanted.step.clone(),
        name: Some(fold(&wanted.search)).filter(|name| !name.is_empty()),
        number: Number::beginning(Named::Case, &wanted.search),
        after: wanted.after,
        limit: i64::try_from(PAGE + 1).unwrap_or(i64::MAX),
    };
    let mut lines = match (wanted.decided, wanted.ball) {
        (Some(Decided { week, outcome }), _) => {
            let begin = |day: Date| begins(day, work.offset_on(day));
            let week = (outcome.word(), begin(week), begin(week + Duration::weeks(1)));
            overview::decided(&mut tx, reader, week, &asked).await?
        }
        (None, Some(ball)) => overview::waiting(&mut tx, reader, ball, &asked).await?,
        (None, None) => overview::newest(&mut tx, reader, &asked).await?,
    };
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let next = lines.last().filter(|_| more).map(|line| Key { at: line.at, id: line.key });
    Ok(Listing { lines, next })
}
