//! The desk's queue.

use super::access;
use crate::{Result, Services};
use domain::{
    Actor,
    numbers::{Named, Number},
    permissions::Act,
    text::fold,
};
use store::{
    TenantTx,
    review::{self, Case, Key, Shelf},
};

/// Cases on one page.
pub const PAGE: usize = 50;

/// What somebody of the desk looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which cases.
    pub shelf: Shelf,
    /// Only those waiting for the second person, or only those that aren't.
    pub second: Option<bool>,
    /// A part of the name, or the beginning of the case number, as typed.
    pub search: String,
    /// After this case.
    pub after: Option<Key>,
}

/// One page of the queue.
#[derive(Clone, Debug)]
pub struct Queue {
    /// Due first.
    pub cases: Vec<Case>,
    /// Where the next page goes on, if there is one.
    pub next: Option<Key>,
}

/// Lists cases, each on exactly one page.
pub async fn queue(services: &Services, actor: &Actor, wanted: &Wanted) -> Result<Queue> {
    let reader = access::person(actor, Act::ViewCases)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let asked = review::Wanted {
        shelf: wanted.shelf,
        second: wanted.second,
        name: Some(fold(&wanted.search)).filter(|name| !name.is_empty()),
        number: Number::beginning(Named::Case, &wanted.search),
        after: wanted.after,
        limit: i64::try_from(PAGE + 1).unwrap_or(i64::MAX),
    };
    let mut cases = review::queue(&mut tx, reader, &asked).await?;
    let more = cases.len() > PAGE;
    cases.truncate(PAGE);
    let next = cases.last().filter(|_| more).map(|case| Key {
        at: if wanted.shelf == Shelf::Closed { case.closed_at } else { case.due_at },
        id: case.id,
    });
    Ok(Queue { cases, next })
}
