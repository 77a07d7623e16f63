//! The lists behind the numbers: numbers, names, states and dates, never an answer or a paper. Each page by key. What
//! the reader ever stood on the side of isn't theirs to see from this one.

use crate::{StoreError, TenantTx, error::Result};
use domain::{
    ApplicationId, PersonId,
    applications::{Ball, StateKind},
    overview::Step,
};
use time::OffsetDateTime;
use uuid::Uuid;

/// A line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The application's id.
    pub id: ApplicationId,
    /// What people call it.
    pub case_number: String,
    /// The business's name as declared.
    pub name: String,
    /// The kind of merchant: `cn-enterprise`.
    pub kind: String,
    /// Where it stands.
    pub state: StateKind,
    /// What the list goes by: since when it waits, when it was decided, or when it was started.
    pub at: OffsetDateTime,
    /// What the next page goes on after, beside `at`.
    pub key: Uuid,
}

/// Where a page ends and the next goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// [`Line::at`] of the last line shown.
    pub at: OffsetDateTime,
    /// Its [`Line::key`].
    pub id: Uuid,
}

/// What to list.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Applications in this state.
    pub state: Option<StateKind>,
    /// Drafts that stop here.
    pub step: Option<Step>,
    /// A part of the folded name.
    pub name: Option<String>,
    /// The beginning of the case number.
    pub number: Option<String>,
    /// After this line.
    pub after: Option<Key>,
    /// At most so many.
    pub limit: i64,
}

struct Row {
    id: Uuid,
    case_number: String,
    name: String,
    country: String,
    kind: String,
    state: String,
    at: OffsetDateTime,
    key: Uuid,
}

impl Row {
    fn read(self) -> Result<Line> {
        Ok(Line {
            id: ApplicationId(self.id),
            case_number: self.case_number,
            name: self.name,
            kind: format!("{}-{}", self.country, self.kind).to_lowercase(),
            state: StateKind::from_word(&self.state).ok_or(StoreError::Corrupt("state"))?,
            at: self.at,
            key: self.key,
        })
    }
}

/// The newest first.
pub async fn newest(tx: &mut TenantTx, reader: PersonId, wanted: &Wanted) -> Result<Vec<Line>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        r#"select a.id, a.case_number, a.name, a.country, a.kind, a.state, a.created_at as at, a.id as key
           from applications a
           where a.tenant_id = $1
             and ($2::text is null or a.state = $2)
             and ($3::text is null or (a.state = 'draft' and a.draft_step = $3))
             and (($4::text is null and $5::text is null)
                  or strpos(a.name_fold, $4) > 0 or starts_with(a.case_number, $5))
             and ($6::uuid is null or a.id < $6)
             and a.created_by <> $7 and a.submitted_by is distinct from $7
             and not exists (
                 select 1 from merchant_members m
                 where m.tenant_id = a.tenant_id and m.merchant_id = a.merchant_id and m.person_id = $7)
           order by a.id desc limit $8"#,
        tenant,
        wanted.state.map(StateKind::word),
        wanted.step.as_ref().map(Step::word),
        wanted.name,
        wanted.number,
        wanted.after.map(|key| key.id),
        reader.0,
        wanted.limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Row::read).collect()
}

/// What somebody holds, the longest first.
pub async fn waiting(tx: &mut TenantTx, reader: PersonId, ball: Ball, wanted: &Wanted) -> Result<Vec<Line>> {
    if ball == Ball::Channel {
        return with_channels(tx, reader, wanted).await;
    }
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        r#"select a.id, a.case_number, a.name, a.country, a.kind, a.state, a.ball_since as "at!", a.id as key
           from applications a
           where a.tenant_id = $1 and a.ball = $2
             and ($3::text is null or a.state = $3)
             and (($4::text is null and $5::text is null)
                  or strpos(a.name_fold, $4) > 0 or starts_with(a.case_number, $5))
             and ($7::uuid is null or (a.ball_since, a.id) > ($6, $7))
             and a.created_by <> $8 and a.submitted_by is distinct from $8
             and not exists (
                 select 1 from merchant_members m
                 where m.tenant_id = a.tenant_id and m.merchant_id = a.merchant_id and m.person_id = $8)
           order by a.ball_since, a.id limit $9"#,
        tenant,
        ball.word(),
        wanted.state.map(StateKind::word),
        wanted.name,
        wanted.number,
        wanted.after.map(|key| key.at),
        wanted.after.map(|key| key.id),
        reader.0,
        wanted.limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Row::read).collect()
}

/// Approved, and waiting for a channel to open; the longest first.
async fn with_channels(tx: &mut TenantTx, reader: PersonId, wanted: &Wanted) -> Result<Vec<Line>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        r#"select w.id as "id!", w.case_number as "case_number!", w.name as "name!", w.country as "country!",
                  w.kind as "kind!", w.state as "state!", w.since as "at!", w.id as "key!"
           from (
               select a.id, a.case_number, a.name, a.name_fold, a.country, a.kind, a.state, a.merchant_id,
                      a.created_by, a.submitted_by, min(c.since) as since
               from capabilities c
               join applications a
                   on a.tenant_id = c.tenant_id and a.merchant_id = c.merchant_id and a.state = 'approved'
               where c.tenant_id = $1 and c.environment = 'live' and c.state in ('requested', 'verified', 'suspended')
               group by a.tenant_id, a.id
           ) w
           where ($2::text is null or w.state = $2)
             and (($3::text is null and $4::text is null)
                  or strpos(w.name_fold, $3) > 0 or starts_with(w.case_number, $4))
             and ($6::uuid is null or (w.since, w.id) > ($5, $6))
             and w.created_by <> $7 and w.submitted_by is distinct from $7
             and not exists (
                 select 1 from merchant_members m
                 where m.tenant_id = $1 and m.merchant_id = w.merchant_id and m.person_id = $7)
           order by w.since, w.id limit $8"#,
        tenant,
        wanted.state.map(StateKind::word),
        wanted.name,
        wanted.number,
        wanted.after.map(|key| key.at),
        wanted.after.map(|key| key.id),
        reader.0,
        wanted.limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Row::read).collect()
}

/// Decisions with this outcome from an instant on and before another, the latest first. An application that was decided
/// twice stands here twice.
pub async fn decided(
    tx: &mut TenantTx,
    reader: PersonId,
    (outcome, from, until): (&str, OffsetDateTime, OffsetDateTime),
    wanted: &Wanted,
) -> Result<Vec<Line>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_as!(
        Row,
        r#"select a.id, a.case_number, a.name, a.country, a.kind, a.state, d.created_at as at, d.id as key
           from decisions d
           join applications a on a.tenant_id = d.tenant_id and a.id = d.application_id
           where d.tenant_id = $1 and d.outcome = $2 and d.created_at >= $3 and d.created_at < $4
             and ($5::text is null or a.state = $5)
             and (($6::text is null and $7::text is null)
                  or strpos(a.name_fold, $6) > 0 or starts_with(a.case_number, $7))
             and ($9::uuid is null or (d.created_at, d.id) < ($8, $9))
             and a.created_by <> $10 and a.submitted_by is distinct from $10
             and not exists (
                 select 1 from merchant_members m
                 where m.tenant_id = a.tenant_id and m.merchant_id = a.merchant_id and m.person_id = $10)
           order by d.created_at desc, d.id desc limit $11"#,
        tenant,
        outcome,
        from,
        until,
        wanted.state.map(StateKind::word),
        wanted.name,
        wanted.number,
        wanted.after.map(|key| key.at),
        wanted.after.map(|key| key.id),
        reader.0,
        wanted.limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Row::read).collect()
}
