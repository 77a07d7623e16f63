//! Who of the merchant's side may see and do what, and under which rules.

use crate::{Result, ServiceError, Services};
use domain::{
    Actor, ApplicationId,
    applications::{Answers, RuleSet, Section},
    permissions::Act,
};
use jiff::{Timestamp, tz::TimeZone};
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
    let zone = zone(country).and_then(|name| TimeZone::get(name).ok());
    let at = Timestamp::from_second(now.unix_timestamp()).ok();
    let seconds = zone.zip(at).map_or(0, |(zone, at)| zone.to_offset(at).seconds());
    now.to_offset(UtcOffset::from_whole_seconds(seconds).unwrap_or(UtcOffset::UTC)).date()
}

/// The zone whose day counts in a country; where there are several, that of its capital.
const fn zone(country: &str) -> Option<&'static str> {
    match country.as_bytes() {
        b"CN" => Some("Asia/Shanghai"),
        b"US" => Some("America/New_York"),
        b"GB" => Some("Europe/London"),
        b"DE" => Some("Europe/Berlin"),
        b"SG" => Some("Asia/Singapore"),
        b"HK" => Some("Asia/Hong_Kong"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{today, zone};
    use domain::{applications::rules, identifiers::Kind};
    use jiff::tz::TimeZone;
    use time::macros::{date, datetime};

    #[test]
    fn the_day_begins_earlier_in_china() {
        assert_eq!(today("CN", datetime!(2026-11-23 15:59 UTC)), date!(2026 - 11 - 23));
        assert_eq!(today("CN", datetime!(2026-11-23 16:00 UTC)), date!(2026 - 11 - 24));
    }

    #[test]
    fn the_day_begins_later_in_america_by_its_summer_and_its_winter_clocks() {
        assert_eq!(today("US", datetime!(2026-11-24 04:59 UTC)), date!(2026 - 11 - 23));
        assert_eq!(today("US", datetime!(2026-11-24 05:00 UTC)), date!(2026 - 11 - 24));
        assert_eq!(today("US", datetime!(2026-07-24 03:59 UTC)), date!(2026 - 07 - 23));
        assert_eq!(today("US", datetime!(2026-07-24 04:00 UTC)), date!(2026 - 07 - 24));
    }

    #[test]
    fn every_country_that_anything_comes_from_has_a_zone() {
        let book = rules::load_all().expect("the rules");
        let kinds = Kind::ALL.iter().map(|kind| kind.country()).filter(|country| !country.is_empty());
        for country in book.all().iter().map(|set| set.country.as_str()).chain(kinds) {
            let name = zone(country).unwrap_or_else(|| panic!("{country} has no zone"));
            assert!(TimeZone::get(name).is_ok(), "{name}");
        }
    }
}
