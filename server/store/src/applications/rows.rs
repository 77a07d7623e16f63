//! The application's own row. What is written by transitions is written by [`save`] alone.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
};
use domain::{
    ApplicationId, MerchantId, PersonId,
    applications::{State, StateKind},
    review::{CaseState, Clock, Desk},
    text,
};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// How many applications a page of a list holds.
pub const PAGE: i64 = 20;

/// An application as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// Its id.
    pub id: ApplicationId,
    /// Whose it is.
    pub merchant: MerchantId,
    /// What people call it: `GW-…`.
    pub case_number: String,
    /// The kind of merchant: `cn-enterprise`.
    pub kind: String,
    /// The merchant's country, ISO 3166-1 alpha-2.
    pub country: String,
    /// The version of the requirement rules it was started under.
    pub rules_version: String,
    /// Where it stands.
    pub state: State,
    /// Raised by every change; a change that has read an older one is refused.
    pub version: i32,
    /// The business's name as declared; empty until then.
    pub name: String,
    /// The channels wanted.
    pub channels: Vec<String>,
    /// How the desk stands to it, and who holds it. To be changed by [`Application::put`].
    pub desk: Desk,
    /// Since when it is in its holder's hands.
    pub claimed_at: Option<OffsetDateTime>,
    /// When its holder last did something with it.
    pub touched_at: Option<OffsetDateTime>,
    /// Since when it is with the seniors.
    pub escalated_at: Option<OffsetDateTime>,
    /// Who handed it in last.
    pub submitted_by: Option<PersonId>,
    /// When it was handed in last.
    pub submitted_at: Option<OffsetDateTime>,
    /// When the desk owes its answer; none while the ball isn't ours.
    pub due_at: Option<OffsetDateTime>,
    /// The desk's working time that is left for when the ball comes back.
    pub clock_left: Option<Duration>,
    /// When it was closed.
    pub closed_at: Option<OffsetDateTime>,
    /// Who started it.
    pub created_by: PersonId,
    /// When it was started.
    pub created_at: OffsetDateTime,
    /// When it last changed.
    pub updated_at: OffsetDateTime,
}

impl Application {
    /// Puts it where the rules say, at this instant.
    pub const fn put(&mut self, desk: Desk, now: OffsetDateTime) {
        let same_hands = match (self.desk.holder(), desk.holder()) {
            (Some(before), Some(after)) => before.0.as_u128() == after.0.as_u128(),
            (before, after) => before.is_none() && after.is_none(),
        };
        if !same_hands {
            let since = if desk.holder().is_some() { Some(now) } else { None };
            self.claimed_at = since;
            self.touched_at = since;
        }
        self.escalated_at = match (desk.is_escalated(), self.escalated_at) {
            (true, None) => Some(now),
            (true, since) => since,
            (false, _) => None,
        };
        self.desk = desk;
    }

    /// How the desk's clock stands.
    pub const fn clock(&self) -> Clock {
        Clock::of(self.due_at, self.clock_left)
    }

    /// Sets the desk's clock.
    pub const fn set_clock(&mut self, clock: Clock) {
        self.due_at = clock.due();
        self.clock_left = clock.left();
    }
}

/// A new application.
#[derive(Clone, Debug)]
pub struct NewApplication<'a> {
    /// Its id.
    pub id: ApplicationId,
    /// Whose it is.
    pub merchant: MerchantId,
    /// What people call it.
    pub case_number: &'a str,
    /// The kind of merchant.
    pub kind: &'a str,
    /// The merchant's country.
    pub country: &'a str,
    /// The version of the requirement rules.
    pub rules_version: &'a str,
    /// Who starts it.
    pub created_by: PersonId,
}

/// A line of the merchant's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id, and the key to page by.
    pub id: ApplicationId,
    /// Whose it is.
    pub merchant: MerchantId,
    /// What people call it.
    pub case_number: String,
    /// The kind of merchant.
    pub kind: String,
    /// The business's name as declared.
    pub name: String,
    /// Where it stands.
    pub state: StateKind,
    /// When its merchant last did something with it, or it was closed: what the desk does in between is nobody's
    /// to read off a list.
    pub changed: OffsetDateTime,
}

/// Adds an application in its first state.
pub async fn insert(tx: &mut TenantTx, new: &NewApplication<'_>) -> Result<()> {
    let (tenant, now, state) = (tx.tenant().0, tx.now(), State::new());
    sqlx::query!(
        "insert into applications (tenant_id, id, merchant_id, case_number, kind, country, rules_version, state,
             state_data, created_by, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)",
        tenant,
        new.id.0,
        new.merchant.0,
        new.case_number,
        new.kind,
        new.country,
        new.rules_version,
        state.word(),
        stored(&state)?,
        new.created_by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The application, for looking.
pub async fn load(tx: &mut TenantTx, id: ApplicationId) -> Result<Application> {
    let tenant = tx.tenant().0;
    let row = sqlx::query!(
        "select id, merchant_id, case_number, kind, country, rules_version, state, state_data, version, name, channels,
                case_state, claimed_by, claimed_at, touched_at, snoozed_until, escalated_at, submitted_by, submitted_at,
                due_at, clock_left_seconds, closed_at, created_by, created_at, updated_at
         from applications where tenant_id = $1 and id = $2",
        tenant,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Application {
        id: ApplicationId(row.id),
        merchant: MerchantId(row.merchant_id),
        case_number: row.case_number,
        kind: row.kind,
        country: row.country,
        rules_version: row.rules_version,
        state: opened(&row.state, row.state_data)?,
        version: row.version,
        name: row.name,
        channels: row.channels,
        desk: desk(&row.case_state, row.claimed_by, row.snoozed_until, row.escalated_at.is_some())?,
        claimed_at: row.claimed_at,
        touched_at: row.touched_at,
        escalated_at: row.escalated_at,
        submitted_by: row.submitted_by.map(PersonId),
        submitted_at: row.submitted_at,
        due_at: row.due_at,
        clock_left: row.clock_left_seconds.map(Duration::seconds),
        closed_at: row.closed_at,
        created_by: PersonId(row.created_by),
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

/// The application, for changing: whoever else wants to change it waits.
pub async fn lock(tx: &mut TenantTx, id: ApplicationId) -> Result<Application> {
    let tenant = tx.tenant().0;
    sqlx::query_scalar!(
        "select id from applications where tenant_id = $1 and id = $2 for update",
        tenant,
        id.0
    )
    .fetch_one(tx.conn())
    .await?;
    tx.forget();
    load(tx, id).await
}

/// Writes what a transition has changed and raises the version; a row that has moved on is a conflict.
pub async fn save(tx: &mut TenantTx, application: &mut Application) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update applications set state = $4, state_data = $5, case_state = $6, claimed_by = $7, claimed_at = $8,
             submitted_by = $9, submitted_at = $10, due_at = $11, closed_at = $12, updated_at = $13, touched_at = $14,
             snoozed_until = $15, escalated_at = $16, clock_left_seconds = $17, version = version + 1
         where tenant_id = $1 and id = $2 and version = $3",
        tenant,
        application.id.0,
        application.version,
        application.state.word(),
        stored(&application.state)?,
        application.desk.kind().word(),
        application.desk.holder().map(|person| person.0),
        application.claimed_at,
        application.submitted_by.map(|person| person.0),
        application.submitted_at,
        application.due_at,
        application.closed_at,
        now,
        application.touched_at,
        application.desk.until(),
        application.escalated_at,
        application.clock_left.map(Duration::whole_seconds),
    )
    .execute(tx.conn())
    .await?;
    one(&done)?;
    application.version += 1;
    application.updated_at = now;
    Ok(())
}

/// Notes that an answer or a paper has changed: name and channels as now declared, a new version.
pub async fn touch(tx: &mut TenantTx, application: &mut Application) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update applications set name = $4, name_fold = $5, channels = $6, updated_at = $7, version = version + 1
         where tenant_id = $1 and id = $2 and version = $3",
        tenant,
        application.id.0,
        application.version,
        application.name,
        text::fold(&application.name),
        &application.channels,
        now,
    )
    .execute(tx.conn())
    .await?;
    one(&done)?;
    application.version += 1;
    application.updated_at = now;
    Ok(())
}

/// An application of this merchant that isn't closed, if there is one.
pub async fn other_open(tx: &mut TenantTx, merchant: MerchantId) -> Result<Option<ApplicationId>> {
    let tenant = tx.tenant().0;
    let id = sqlx::query_scalar!(
        "select id from applications where tenant_id = $1 and merchant_id = $2 and closed_at is null
         order by created_at limit 1",
        tenant,
        merchant.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(id.map(ApplicationId))
}

/// Notes the channels that were wanted before anything was answered: the application counts as untouched all the same.
pub async fn want_channels(tx: &mut TenantTx, id: ApplicationId, channels: &[String]) -> Result<()> {
    let tenant = tx.tenant().0;
    let done = sqlx::query!(
        "update applications set channels = $3 where tenant_id = $1 and id = $2",
        tenant,
        id.0,
        channels,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// An application of this kind that this person started and nobody has written anything into, if there is one.
pub async fn untouched(tx: &mut TenantTx, person: PersonId, kind: &str) -> Result<Option<ApplicationId>> {
    let tenant = tx.tenant().0;
    let id = sqlx::query_scalar!(
        "select a.id from applications a
         where a.tenant_id = $1 and a.created_by = $2 and a.kind = $3 and a.state = 'draft' and a.version = 1
             and not exists (select 1 from documents d where d.tenant_id = a.tenant_id and d.application_id = a.id)
         order by a.created_at desc limit 1",
        tenant,
        person.0,
        kind,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(id.map(ApplicationId))
}

/// These merchants' applications, newest first, older than `before`; at most [`PAGE`].
pub async fn list_of_merchants(
    tx: &mut TenantTx,
    merchants: &[MerchantId],
    before: Option<ApplicationId>,
) -> Result<Vec<Listed>> {
    let (tenant, ids) = (tx.tenant().0, merchants.iter().map(|id| id.0).collect::<Vec<Uuid>>());
    // Ids are drawn in the order of time, so that they are the key to page by.
    let rows = sqlx::query!(
        r#"select id, merchant_id, case_number, kind, name, state,
                  coalesce(
                      closed_at,
                      case when state in ('draft', 'changes_requested') then updated_at else submitted_at end,
                      updated_at
                  ) as "changed!"
           from applications
           where tenant_id = $1 and merchant_id = any($2) and ($3::uuid is null or id < $3)
           order by id desc limit $4"#,
        tenant,
        &ids,
        before.map(|id| id.0),
        PAGE,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Listed {
                id: ApplicationId(row.id),
                merchant: MerchantId(row.merchant_id),
                case_number: row.case_number,
                kind: row.kind,
                name: row.name,
                state: StateKind::from_word(&row.state).ok_or(StoreError::Corrupt("state"))?,
                changed: row.changed,
            })
        })
        .collect()
}

fn stored(state: &State) -> Result<serde_json::Value> {
    serde_json::to_value(state).map_err(|_| StoreError::Corrupt("state that has no JSON form"))
}

/// The state as stored: its data must say the same as the column that is filtered by.
pub(crate) fn opened(word: &str, data: serde_json::Value) -> Result<State> {
    let state: State = serde_json::from_value(data).map_err(|_| StoreError::Corrupt("state data"))?;
    if state.word() == word { Ok(state) } else { Err(StoreError::Corrupt("state and its data differ")) }
}

/// The desk's standing from its columns.
pub(crate) fn desk(
    word: &str,
    holder: Option<Uuid>,
    until: Option<OffsetDateTime>,
    escalated: bool,
) -> Result<Desk> {
    let holder = holder.map(PersonId);
    let kind = CaseState::from_word(word);
    match (kind, holder, until) {
        (Some(CaseState::None), None, None) => Ok(Desk::None),
        (Some(CaseState::Waiting), None, None) => Ok(Desk::Waiting),
        (Some(CaseState::Closed), None, None) => Ok(Desk::Closed),
        (Some(CaseState::Claimed), Some(holder), None) => Ok(Desk::Claimed { holder }),
        (Some(CaseState::Snoozed), Some(holder), Some(until)) => {
            Ok(Desk::Snoozed { holder, until, escalated })
        }
        (Some(CaseState::Escalated), holder, None) if escalated => Ok(Desk::Escalated { holder }),
        _ => Err(StoreError::Corrupt("case state")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_state_opens_as_it_was_stored() {
        let state = State::new();
        assert_eq!(opened("draft", stored(&state).unwrap()).unwrap(), state);
    }

    #[test]
    fn a_row_that_contradicts_itself_is_corrupt() {
        let draft = stored(&State::new()).unwrap();
        assert!(matches!(opened("submitted", draft), Err(StoreError::Corrupt(_))));
        assert!(matches!(opened("draft", json!({})), Err(StoreError::Corrupt(_))));
        assert!(matches!(opened("submitted", json!({"state": "submitted"})), Err(StoreError::Corrupt(_))));
    }
}
