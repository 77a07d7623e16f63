//! What an admin sees of it.

use crate::{Result, ServiceError, Services, applications::today, tenants::authorise};
use domain::{
    Actor, ApplicationId, PersonId,
    applications::StateKind,
    permissions::Act,
    retention::{Law, Standing, Term, Why, laws},
};
use std::collections::BTreeSet;
use store::{
    StoreError, TenantTx,
    applications::dossiers,
    retention::{
        self, Filter, Kept, PAGE,
        erasures::{self, Erasure},
        holds::{self, Hold},
    },
    review,
};
use time::{Date, OffsetDateTime};

/// Erasures that are listed.
const ERASURES: i64 = 100;

/// An application, how far it has come and what keeps it.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub kept: Kept,
    /// The law of its country.
    pub law: &'static Law,
    /// How far it has come.
    pub standing: Standing,
    /// The last day on which it is kept, where that is known.
    pub until: Option<Date>,
}

/// Everything that is over or set aside, and what was erased.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// Applications, the newest first.
    pub lines: Vec<Line>,
    /// After which one the next page begins, where there is one.
    pub next: Option<ApplicationId>,
    /// What was asked or due, the newest first.
    pub erasures: Vec<Erasure>,
}

/// One application.
#[derive(Clone, Debug)]
pub struct One {
    /// How it stands.
    pub line: Line,
    /// Its holds, the oldest first.
    pub holds: Vec<Hold>,
    /// What was asked or due for it, the newest first.
    pub erasures: Vec<Erasure>,
    /// Whether its relationship can be ended.
    pub is_aboard: bool,
    /// Whether it may be erased now; or why not.
    pub may_erase: std::result::Result<(), Why>,
    /// The day it is in its country.
    pub today: Date,
}

/// Whether this actor looks after retention.
pub fn may_manage(actor: &Actor) -> Result<PersonId> {
    let person = actor.person().ok_or(ServiceError::SignedOut)?;
    authorise(actor, Act::ManageRetention)?;
    Ok(person.id)
}

/// The law of a country.
pub(super) fn law(country: &str) -> Result<&'static Law> {
    laws::of(country).ok_or_else(|| ServiceError::Internal("a country without a law on retention".into()))
}

/// What keeps an application, as it stands.
pub(super) fn term(kept: &Kept) -> Result<Term<'static>> {
    let standing = Standing::of(&kept.state, |at: OffsetDateTime| today(&kept.country, at));
    Ok(Term { law: law(&kept.country)?, standing, held: kept.held })
}

fn line(kept: Kept) -> Result<Line> {
    let term = term(&kept)?;
    Ok(Line { law: term.law, standing: term.standing, until: term.until(), kept })
}

/// What is over or set aside, or the application of a number; on whose side the reader stands, that isn't there.
pub async fn overview(
    services: &Services,
    actor: &Actor,
    number: &str,
    before: Option<ApplicationId>,
) -> Result<Overview> {
    let by = may_manage(actor)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    retention::see_all(&mut tx).await?;
    let number = Some(number.trim().to_uppercase()).filter(|number| !number.is_empty());
    let filter = Filter { number, id: None, before };
    let mut found = retention::list(&mut tx, &filter, PAGE + 1).await?;
    let more = i64::try_from(found.len()).is_ok_and(|count| count > PAGE);
    found.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = found.last().filter(|_| more).map(|last| last.id);
    let mut erasures = erasures::list(&mut tx, None, ERASURES).await?;
    let own = own(&mut tx, &found, &erasures, by).await?;
    found.retain(|kept| !own.contains(&kept.id));
    erasures.retain(|erasure| !own.contains(&erasure.application));
    Ok(Overview { lines: found.into_iter().map(line).collect::<Result<_>>()?, next, erasures })
}

/// Those of them on whose side the reader stands.
async fn own(
    tx: &mut TenantTx,
    found: &[Kept],
    erasures: &[Erasure],
    reader: PersonId,
) -> Result<BTreeSet<ApplicationId>> {
    let ids: BTreeSet<ApplicationId> =
        found.iter().map(|kept| kept.id).chain(erasures.iter().map(|erasure| erasure.application)).collect();
    let others = review::links::others(tx, &ids.into_iter().collect::<Vec<_>>(), reader).await?;
    Ok(others.into_iter().filter(|(_, other)| other.own).map(|(id, _)| id).collect())
}

/// One application.
pub async fn one(services: &Services, actor: &Actor, id: ApplicationId) -> Result<One> {
    let by = may_manage(actor)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    retention::see_all(&mut tx).await?;
    if review::side(&mut tx, id, Some(by)).await?.own {
        return Err(ServiceError::NotFound);
    }
    let kept = retention::find(&mut tx, id).await?;
    let key = match dossiers::open(&mut tx, id).await {
        Ok(key) => Some(key),
        Err(StoreError::NotFound) => None,
        Err(error) => return Err(error.into()),
    };
    let today = today(&kept.country, tx.now());
    Ok(One {
        holds: holds::of(&mut tx, key.as_ref(), id).await?,
        erasures: erasures::list(&mut tx, Some(id), ERASURES).await?,
        is_aboard: kept.state.aboard().is_some() && kept.state.kind() != StateKind::Ended,
        may_erase: term(&kept)?.may_erase(today),
        today,
        line: line(kept)?,
    })
}
