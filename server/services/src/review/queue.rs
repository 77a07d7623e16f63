//! The desk's queue.

use super::{WorkTime, access};
use crate::{Result, Services, error::Refusal};
use domain::{
    Actor,
    applications::StateKind,
    permissions::Act,
    review::search::{LONGEST, Sought},
};
use std::collections::BTreeSet;
use store::{
    TenantTx,
    review::{self, Case, Hands, Key, Order, Shelf},
    tenants,
};
use time::{Date, OffsetDateTime};

/// Cases on one page.
pub const PAGE: usize = 50;

/// When the answer is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueBy {
    /// It was owed already.
    Overdue,
    /// Before today ends on the tenant's wall.
    Today,
    /// Before this week ends, on Sunday.
    ThisWeek,
}

/// What somebody of the desk looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which cases.
    pub shelf: Shelf,
    /// In which order.
    pub order: Order,
    /// Of this kind of merchant.
    pub kind: Option<String>,
    /// That want this channel.
    pub channel: Option<String>,
    /// Whose application stands here.
    pub step: Option<StateKind>,
    /// In these hands.
    pub hands: Option<Hands>,
    /// When the answer is owed.
    pub due: Option<DueBy>,
    /// What is searched for, sealed: see [`keep_search`].
    pub search: Option<String>,
    /// After this case.
    pub after: Option<Key>,
}

impl Wanted {
    /// A shelf as it is.
    pub const fn on(shelf: Shelf) -> Self {
        Self {
            shelf,
            order: Order::Due,
            kind: None,
            channel: None,
            step: None,
            hands: None,
            due: None,
            search: None,
            after: None,
        }
    }
}

/// One page of the queue.
#[derive(Clone, Debug)]
pub struct Queue {
    /// In the order asked for.
    pub cases: Vec<Case>,
    /// Where the next page goes on, if there is one.
    pub next: Option<Key>,
    /// What was searched for, as typed.
    pub search: Search,
    /// Whether there ever was a case.
    pub any: bool,
}

/// What became of the search that an address carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search {
    /// There is none.
    None,
    /// It was carried out.
    For(String),
    /// It can't be read: it is too old, or somebody else's. Nothing was searched for, nothing is shown.
    Lost,
}

/// Lists cases, each on exactly one page.
pub async fn queue(services: &Services, actor: &Actor, wanted: &Wanted) -> Result<Queue> {
    let reader = access::person(actor, Act::ViewCases)?;
    let work = WorkTime::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let search = match &wanted.search {
        None => Search::None,
        Some(token) => review::open_search(&tx, reader, token).await?.map_or(Search::Lost, Search::For),
    };
    let sought = match &search {
        Search::For(typed) => Sought::read(typed),
        Search::None | Search::Lost => None,
    };
    let asked = review::Wanted {
        shelf: wanted.shelf,
        order: wanted.order,
        kind: wanted.kind.clone(),
        channel: wanted.channel.clone(),
        step: wanted.step,
        hands: wanted.hands,
        due: wanted.due.map(|due| due.span(&work, tx.now())),
        sought,
        sealed: sealed_kinds(services),
        after: wanted.after,
        limit: i64::try_from(PAGE + 1).unwrap_or(i64::MAX),
    };
    // A search that is lost finds nothing: to show everything in its place would answer another question.
    let mut cases =
        if search == Search::Lost { Vec::new() } else { review::queue(&mut tx, reader, &asked).await? };
    let any = !cases.is_empty() || review::any_case(&mut tx).await?;
    let more = cases.len() > PAGE;
    cases.truncate(PAGE);
    let next = cases.last().filter(|_| more).map(|case| case.key(wanted.shelf, wanted.order));
    Ok(Queue { cases, next, search, any })
}

/// Seals what was typed into the search, so that it may stand in an address for a while. Whatever it is, a name, an
/// address or a number, it is somebody's; of a part of one nobody can tell.
///
/// # Errors
/// A refusal at `q` where it is too long to be any of these.
pub async fn keep_search(services: &Services, actor: &Actor, typed: &str) -> Result<Option<String>> {
    let by = access::person(actor, Act::ViewCases)?;
    if typed.chars().count() > LONGEST {
        return Err(Refusal::at("q", "review-error-search-long").into());
    }
    if Sought::read(typed).is_none() {
        return Ok(None);
    }
    let tx = TenantTx::read(&services.db, actor).await?;
    Ok(Some(review::seal_search(&tx, by, typed.trim()).await?))
}

/// Every kind of sealed number that some kind of merchant gives.
fn sealed_kinds(services: &Services) -> Vec<String> {
    let fields =
        services.rules.all().iter().flat_map(|rules| &rules.sections).flat_map(|section| &section.fields);
    let kinds: BTreeSet<&String> = fields.filter_map(|field| field.fingerprint.as_ref()).collect();
    kinds.into_iter().cloned().collect()
}

impl DueBy {
    /// The instants it lies between, on the tenant's wall.
    fn span(self, work: &WorkTime, now: OffsetDateTime) -> (Option<OffsetDateTime>, OffsetDateTime) {
        let today = work.day(now);
        let midnight = |day: Option<Date>| day.and_then(|day| work.instant(day, 0)).unwrap_or(now);
        match self {
            Self::Overdue => (None, now),
            Self::Today => (Some(now), midnight(today.next_day())),
            Self::ThisWeek => (Some(now), midnight(Some(today.next_occurrence(time::Weekday::Monday)))),
        }
    }
}
