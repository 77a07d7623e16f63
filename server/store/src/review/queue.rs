//! The desk's queue, one page at a time, by key.

use crate::{StoreError, TenantTx, applications::opened, error::Result};
use domain::{ApplicationId, PersonId, applications::State, review::CaseState};
use time::OffsetDateTime;
use uuid::Uuid;

/// Which cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Waiting to be claimed.
    Waiting,
    /// Claimed by the reader.
    Mine,
    /// Claimed by anybody.
    Claimed,
    /// Done with.
    Closed,
}

/// Where a page ends and the next goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Due date (open cases; none sorts last) or closing date of the last case shown.
    pub at: Option<OffsetDateTime>,
    /// Its id.
    pub id: ApplicationId,
}

/// What to list.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Which cases.
    pub shelf: Shelf,
    /// Only those waiting for the second person's decision, or only those that aren't.
    pub second: Option<bool>,
    /// A part of the folded name.
    pub name: Option<String>,
    /// The beginning of the case number.
    pub number: Option<String>,
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
    pub case_state: CaseState,
    /// The channels wanted.
    pub channels: Vec<String>,
    /// When it was handed in last.
    pub submitted_at: Option<OffsetDateTime>,
    /// When the desk owes its answer.
    pub due_at: Option<OffsetDateTime>,
    /// When it was closed.
    pub closed_at: Option<OffsetDateTime>,
    /// Who holds it.
    pub claimed_by: Option<PersonId>,
    /// Their address.
    pub claimed_email: Option<String>,
}

/// Cases of the tenant for this reader, those due first at the top (closed ones: newest first). Cases on whose
/// side the reader ever stood aren't theirs to see.
pub async fn queue(tx: &mut TenantTx, reader: PersonId, wanted: &Wanted) -> Result<Vec<Case>> {
    match wanted.shelf {
        Shelf::Waiting => open(tx, reader, wanted, "waiting", None).await,
        Shelf::Mine => open(tx, reader, wanted, "claimed", Some(reader)).await,
        Shelf::Claimed => open(tx, reader, wanted, "claimed", None).await,
        Shelf::Closed => closed(tx, reader, wanted).await,
    }
}

async fn open(
    tx: &mut TenantTx,
    reader: PersonId,
    wanted: &Wanted,
    state: &str,
    holder: Option<PersonId>,
) -> Result<Vec<Case>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        r#"select a.id, a.case_number, a.name, a.kind, a.state, a.state_data, a.case_state, a.channels, a.submitted_at,
                  a.due_at, a.closed_at, a.claimed_by, p.email as "claimed_email?"
           from applications a left join persons p on p.id = a.claimed_by
           where a.tenant_id = $1 and a.case_state = $2
             and ($3::uuid is null or a.claimed_by = $3)
             and ($4::boolean is null or (a.state = 'second_review') = $4)
             and (($5::text is null and $6::text is null)
                  or strpos(a.name_fold, $5) > 0 or starts_with(a.case_number, $6))
             and ($8::uuid is null
                  or (coalesce(a.due_at, 'infinity'), a.id) > (coalesce($7::timestamptz, 'infinity'), $8))
             and a.created_by <> $9 and a.submitted_by is distinct from $9
             and not exists (
                 select 1 from merchant_members m
                 where m.tenant_id = a.tenant_id and m.merchant_id = a.merchant_id and m.person_id = $9)
           order by coalesce(a.due_at, 'infinity'), a.id limit $10"#,
        tenant,
        state,
        holder.map(|person| person.0),
        wanted.second,
        wanted.name,
        wanted.number,
        wanted.after.and_then(|key| key.at),
        wanted.after.map(|key| key.id.0),
        reader.0,
        wanted.limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Row::opened).collect()
}

async fn closed(tx: &mut TenantTx, reader: PersonId, wanted: &Wanted) -> Result<Vec<Case>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        r#"select a.id, a.case_number, a.name, a.kind, a.state, a.state_data, a.case_state, a.channels, a.submitted_at,
                  a.due_at, a.closed_at, a.claimed_by, p.email as "claimed_email?"
           from applications a left join persons p on p.id = a.claimed_by
           where a.tenant_id = $1 and a.case_state = 'closed'
             and (($2::text is null and $3::text is null)
                  or strpos(a.name_fold, $2) > 0 or starts_with(a.case_number, $3))
             and ($5::uuid is null or (a.closed_at, a.id) < ($4, $5))
             and a.created_by <> $6 and a.submitted_by is distinct from $6
             and not exists (
                 select 1 from merchant_members m
                 where m.tenant_id = a.tenant_id and m.merchant_id = a.merchant_id and m.person_id = $6)
           order by a.closed_at desc, a.id desc limit $7"#,
        tenant,
        wanted.name,
        wanted.number,
        wanted.after.and_then(|key| key.at),
        wanted.after.map(|key| key.id.0),
        reader.0,
        wanted.limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Row::opened).collect()
}

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
    claimed_email: Option<String>,
}

impl Row {
    fn opened(self) -> Result<Case> {
        Ok(Case {
            id: ApplicationId(self.id),
            case_number: self.case_number,
            name: self.name,
            kind: self.kind,
            state: opened(&self.state, self.state_data)?,
            case_state: CaseState::from_word(&self.case_state).ok_or(StoreError::Corrupt("case state"))?,
            channels: self.channels,
            submitted_at: self.submitted_at,
            due_at: self.due_at,
            closed_at: self.closed_at,
            claimed_by: self.claimed_by.map(PersonId),
            claimed_email: self.claimed_email,
        })
    }
}
