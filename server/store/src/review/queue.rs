//! The desk's queue, one page at a time, by key.

use super::search;
use crate::{
    StoreError, TenantTx,
    applications::{desk, opened},
    error::Result,
};
use domain::{
    ApplicationId, PersonId,
    applications::{State, StateKind},
    review::{Desk, search::Sought},
};
use sqlx::{Postgres, QueryBuilder};
use time::OffsetDateTime;
use uuid::Uuid;

/// Which cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Waiting to be claimed.
    Waiting,
    /// In the reader's hands, put off or not.
    Mine,
    /// Claimed by anybody.
    Claimed,
    /// Put off.
    Snoozed,
    /// With the seniors.
    Escalated,
    /// Everything that isn't done with.
    Open,
    /// Done with.
    Closed,
}

/// In which order. Closed cases are always in the order of their closing, the latest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Due first; those that aren't on the clock last.
    #[default]
    Due,
    /// Handed in last first.
    Newest,
}

/// Whose hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hands {
    /// Nobody's.
    Nobody,
    /// This person's.
    Of(PersonId),
}

/// Where a page ends and the next goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// What the last case shown is sorted by: its due date (none sorts last), closing date or handing in.
    pub at: Option<OffsetDateTime>,
    /// Its id.
    pub id: ApplicationId,
}

/// What to list.
#[derive(Clone, Debug)]
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
    /// Due from the one instant on and before the other.
    pub due: Option<(Option<OffsetDateTime>, OffsetDateTime)>,
    /// That fit what was searched for.
    pub sought: Option<Sought>,
    /// The kinds of sealed numbers that a search may mean.
    pub sealed: Vec<String>,
    /// After this case.
    pub after: Option<Key>,
    /// At most so many.
    pub limit: i64,
}

/// A line of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The application's id.
    pub id: ApplicationId,
    /// What people call it.
    pub case_number: String,
    /// The business's name as declared.
    pub name: String,
    /// The kind of merchant: `cn-enterprise`.
    pub kind: String,
    /// Where the application stands.
    pub state: State,
    /// How the desk stands to it.
    pub desk: Desk,
    /// The channels wanted.
    pub channels: Vec<String>,
    /// When it was handed in last.
    pub submitted_at: Option<OffsetDateTime>,
    /// When the desk owes its answer.
    pub due_at: Option<OffsetDateTime>,
    /// When it was closed.
    pub closed_at: Option<OffsetDateTime>,
    /// The address of whoever holds it.
    pub holder_email: Option<String>,
}

impl Case {
    /// Where a page that ends with it goes on.
    pub fn key(&self, shelf: Shelf, order: Order) -> Key {
        let at = match (shelf, order) {
            (Shelf::Closed, _) => self.closed_at,
            (_, Order::Newest) => self.submitted_at,
            (_, Order::Due) => self.due_at,
        };
        Key { at, id: self.id }
    }
}

/// Cases of the tenant for this reader. Cases on whose side the reader ever stood aren't theirs to see.
pub async fn queue(tx: &mut TenantTx, reader: PersonId, wanted: &Wanted) -> Result<Vec<Case>> {
    let tenant = tx.tenant().0;
    let mut query = QueryBuilder::new(
        "select a.id, a.case_number, a.name, a.kind, a.state, a.state_data, a.case_state, a.channels, a.submitted_at,
                a.due_at, a.closed_at, a.claimed_by, a.snoozed_until, a.escalated_at, p.email as holder_email
         from applications a left join persons p on p.id = a.claimed_by
         where a.tenant_id = ",
    );
    query.push_bind(tenant);
    on_shelf(&mut query, reader, wanted.shelf);
    filters(&mut query, wanted);
    if let Some(sought) = &wanted.sought {
        search::push(tx, &mut query, sought, &wanted.sealed).await?;
    }
    query.push(" and a.created_by <> ").push_bind(reader.0);
    query.push(" and a.submitted_by is distinct from ").push_bind(reader.0);
    query.push(
        " and not exists (select 1 from merchant_members m
            where m.tenant_id = a.tenant_id and m.merchant_id = a.merchant_id and m.person_id = ",
    );
    query.push_bind(reader.0).push(")");
    in_order(&mut query, wanted);
    // Not a parameter: of a plan that is made once for whatever may be asked the planner wouldn't know that it is for a page.
    query.push(format!(" limit {}", wanted.limit));
    let rows: Vec<Row> = query.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter().map(Row::opened).collect()
}

/// Whether there ever was a case: without one the queue says how one comes about.
pub async fn any_case(tx: &mut TenantTx) -> Result<bool> {
    let tenant = tx.tenant().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from applications where tenant_id = $1 and case_state <> 'none') as "any!""#,
        tenant,
    )
    .fetch_one(tx.conn())
    .await?)
}

type Query = QueryBuilder<Postgres>;

fn on_shelf(query: &mut Query, reader: PersonId, shelf: Shelf) {
    match shelf {
        Shelf::Waiting => query.push(" and a.case_state = 'waiting'"),
        Shelf::Claimed => query.push(" and a.case_state = 'claimed'"),
        Shelf::Snoozed => query.push(" and a.case_state = 'snoozed'"),
        Shelf::Escalated => query.push(" and a.case_state = 'escalated'"),
        Shelf::Closed => query.push(" and a.case_state = 'closed'"),
        Shelf::Open => query.push(" and a.case_state in ('waiting', 'claimed', 'snoozed', 'escalated')"),
        Shelf::Mine => query.push(" and a.claimed_by = ").push_bind(reader.0),
    };
}

fn filters(query: &mut Query, wanted: &Wanted) {
    if let Some(code) = &wanted.kind {
        // The code of a kind as the rules have it: `cn-enterprise`. Each column is compared by itself, as the planner knows how
        // many cases have it and reads no more of the list than a page.
        let (country, kind) = code.split_once('-').unwrap_or((code.as_str(), ""));
        query.push(" and a.country = ").push_bind(country.to_uppercase());
        query.push(" and a.kind = ").push_bind(kind.replace('-', "_"));
    }
    if let Some(channel) = &wanted.channel {
        query.push(" and ").push_bind(channel.clone()).push(" = any(a.channels)");
    }
    if let Some(step) = wanted.step {
        query.push(" and a.state = ").push_bind(step.word());
    }
    match wanted.hands {
        Some(Hands::Nobody) => {
            query.push(" and a.claimed_by is null");
        }
        Some(Hands::Of(person)) => {
            query.push(" and a.claimed_by = ").push_bind(person.0);
        }
        None => {}
    }
    if let Some((from, until)) = wanted.due {
        query.push(" and a.due_at < ").push_bind(until);
        if let Some(from) = from {
            query.push(" and a.due_at >= ").push_bind(from);
        }
    }
}

/// When an answer is owed, what is owed none last; as the index has it. Written out, as behind row-level security the planner
/// looks into an index for `case` and not for `coalesce`, of which it isn't sure that it tells nothing of the rows.
const DUE: &str = "case when a.due_at is null then 'infinity'::timestamptz else a.due_at end";

fn in_order(query: &mut Query, wanted: &Wanted) {
    let (at, backwards) = match (wanted.shelf, wanted.order) {
        (Shelf::Closed, _) => ("a.closed_at", true),
        (_, Order::Newest) => ("a.submitted_at", true),
        (_, Order::Due) => (DUE, false),
    };
    if let Some(key) = wanted.after {
        let side = if backwards { "<" } else { ">" };
        query.push(format!(" and ({at}, a.id) {side} (coalesce("));
        query.push_bind(key.at).push("::timestamptz, 'infinity'), ").push_bind(key.id.0).push(")");
    }
    let way = if backwards { " desc" } else { "" };
    query.push(format!(" order by {at}{way}, a.id{way}"));
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    case_number: String,
    name: String,
    kind: String,
    state: String,
    state_data: serde_json::Value,
    case_state: String,
    channels: Vec<String>,
    submitted_at: Option<OffsetDateTime>,
    due_at: Option<OffsetDateTime>,
    closed_at: Option<OffsetDateTime>,
    claimed_by: Option<Uuid>,
    snoozed_until: Option<OffsetDateTime>,
    escalated_at: Option<OffsetDateTime>,
    holder_email: Option<String>,
}

impl Row {
    fn opened(self) -> Result<Case> {
        let desk = desk(&self.case_state, self.claimed_by, self.snoozed_until, self.escalated_at.is_some());
        Ok(Case {
            id: ApplicationId(self.id),
            case_number: self.case_number,
            name: self.name,
            kind: self.kind,
            state: opened(&self.state, self.state_data)?,
            desk: desk.map_err(|_| StoreError::Corrupt("case state"))?,
            channels: self.channels,
            submitted_at: self.submitted_at,
            due_at: self.due_at,
            closed_at: self.closed_at,
            holder_email: self.holder_email,
        })
    }
}
