//! Who of the merchant's side may see and do what, and under which rules.

use crate::{Result, ServiceError, Services};
use domain::{
    Actor, ApplicationId,
    applications::{Answers, RuleSet, Section},
    permissions::Act,
};
use store::{
    TenantTx,
    applications::{Application, load, lock},
};
use time::{Date, OffsetDateTime, UtcOffset};

/// The application, for looking, where this actor may do `act` with it.
///
/// Whoever may not see it is told that it isn't there; whoever may see it but not do this is told so.
pub(crate) async fn seen(tx: &mut TenantTx, id: ApplicationId, act: Act) -> Result<Application> {
    let application = load(tx, id).await?;
    allowed(tx.actor(), &application, act)?;
    Ok(application)
}

/// The application, for changing; see [`seen`].
pub(crate) async fn held(tx: &mut TenantTx, id: ApplicationId, act: Act) -> Result<Application> {
    // Looked at before it is locked: a stranger's attempts make nobody wait.
    seen(tx, id, act).await?;
    Ok(lock(tx, id).await?)
}

/// Whether the actor may do `act` with the application; see [`seen`].
pub(super) fn allowed(actor: &Actor, application: &Application, act: Act) -> Result<()> {
    if !actor.may_at(application.merchant, Act::ViewOwnApplication) {
        return Err(ServiceError::NotFound);
    }
    if actor.may_at(application.merchant, act) { Ok(()) } else { Err(ServiceError::Forbidden) }
}

/// The rules the application was started under.
pub fn rules_of<'a>(services: &'a Services, application: &Application) -> Result<&'a RuleSet> {
    services
        .rules
        .get(&application.country, &application.kind, &application.rules_version)
        .ok_or_else(|| ServiceError::Internal("an application under rules that aren't in the book".into()))
}

/// The rules as the application's answers shape them: what is asked of it, and nothing else.
pub(crate) fn shaped(services: &Services, application: &Application, answers: &Answers) -> Result<RuleSet> {
    Ok(rules_of(services, application)?.shaped(answers))
}

/// A section that is asked or may be begun; not found where there is none of this code.
pub(super) fn section_of(set: &RuleSet, code: &str) -> Result<Section> {
    set.section_or_more(code).cloned().ok_or(ServiceError::NotFound)
}

/// The day it is in a country: dates on papers have no zone and are judged where the papers come from.
pub fn today(country: &str, now: OffsetDateTime) -> Date {
    // All of mainland China keeps Beijing's time, without a summer time.
    let hours = if country == "CN" { 8 } else { 0 };
    now.to_offset(UtcOffset::from_hms(hours, 0, 0).unwrap_or(UtcOffset::UTC)).date()
}

#[cfg(test)]
mod tests {
    use super::today;
    use time::macros::{date, datetime};

    #[test]
    fn the_day_begins_earlier_in_china() {
        assert_eq!(today("CN", datetime!(2026-11-23 15:59 UTC)), date!(2026 - 11 - 23));
        assert_eq!(today("CN", datetime!(2026-11-23 16:00 UTC)), date!(2026 - 11 - 24));
    }
}
