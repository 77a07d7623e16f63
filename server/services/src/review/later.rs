//! Putting a case off until an hour of a day.

use super::{Denied, WorkTime, access, claims};
use crate::{Result, Services, error::Refusal};
use domain::{
    Actor, ApplicationId,
    applications::answers::day_from_parts,
    permissions::Act,
    review::{Handling, case::LONGEST_SNOOZE},
};
use store::{TenantTx, tenants};
use time::{Date, Duration, OffsetDateTime, format_description::well_known::Iso8601};

/// Until when, as it was typed: a day and an hour on the tenant's wall.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SnoozeInput {
    /// The year.
    pub year: String,
    /// The month.
    pub month: String,
    /// The day.
    pub day: String,
    /// The hour, 0 to 23.
    pub hour: String,
}

impl SnoozeInput {
    /// The instant, where it is one until which a case may be put off.
    fn checked(&self, work: &WorkTime, now: OffsetDateTime) -> Result<OffsetDateTime> {
        let refused = |field: &str, key: &str| Err(Refusal::at(field, key).into());
        let typed = day_from_parts(&self.year, &self.month, &self.day);
        let Ok(day) = Date::parse(&typed, &Iso8601::DATE) else {
            return refused("until", "review-error-snooze-day");
        };
        let Ok(hour) = self.hour.trim().parse::<u8>() else {
            return refused("hour", "review-error-snooze-hour");
        };
        let Some(until) = work.instant(day, hour) else { return refused("hour", "review-error-snooze-hour") };
        if until <= now {
            refused("until", "review-error-snooze-past")
        } else if until > now + LONGEST_SNOOZE {
            refused("until", "review-error-snooze-far")
        } else {
            Ok(until)
        }
    }
}

/// Puts a case off that this person holds. The desk's clock goes on: the merchant waits all the same.
///
/// # Errors
/// [`Denied::NotOpen`] where it isn't theirs or is put off already; a refusal at `until` or `hour`.
pub async fn snooze(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    input: &SnoozeInput,
) -> Result<(), Denied> {
    let by = access::person(actor, Act::WorkCases)?;
    let work = WorkTime::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = access::held(&mut tx, id, by).await?;
    let now = tx.now();
    let until = input.checked(&work, now)?;
    claims::carry_out(&mut tx, &mut application, &Handling::Snooze { by, until, now }).await?;
    Ok(tx.commit().await?)
}

/// What the form proposes: the first working hour after today.
pub fn proposed(work: &WorkTime, now: OffsetDateTime) -> (Date, u8) {
    let tomorrow = work.day(now).next_day().unwrap_or(Date::MAX);
    let midnight = work.instant(tomorrow, 0).unwrap_or(now);
    let first = work.after(midnight, Duration::ZERO);
    (work.day(first), work.hour(first))
}
