//! The auditor's list.

use super::days;
use crate::{Result, Services, tenants::authorise};
use domain::{
    Actor,
    accounts::EmailAddress,
    audit::Audience,
    numbers::{Named, Number},
    permissions::Act,
};
use store::{
    TenantTx,
    audit::{Filter, Recorded},
};
use time::Date;

/// Events on one page.
const PAGE: usize = 50;

/// What an auditor looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Names that start so: `application.`.
    pub event: Option<String>,
    /// The address of whoever did it.
    pub person: Option<String>,
    /// The number of the application it is about.
    pub application: Option<String>,
    /// From the beginning of this day on, in the tenant's zone.
    pub from: Option<Date>,
    /// To the end of this day.
    pub until: Option<Date>,
    /// Older than this place in the chain.
    pub before: Option<i64>,
}

/// One page of the log.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// Newest first.
    pub events: Vec<Recorded>,
    /// Where the next page goes on, if there is one.
    pub older: Option<i64>,
}

/// Lists events of the actor's tenant, in the tenant's time zone. An unknown person or number finds nothing.
pub async fn list(services: &Services, actor: &Actor, wanted: &Wanted, zone: &str) -> Result<Listed> {
    authorise(actor, Act::ReadAudit)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let Some(filter) = filter(&mut tx, wanted, zone).await? else { return Ok(Listed::default()) };
    let mut events = store::audit::list(&mut tx, &filter).await?;
    let more = events.len() > PAGE;
    events.truncate(PAGE);
    let older = events.last().map(|event| event.seq).filter(|_| more);
    Ok(Listed { events, older })
}

/// What to ask the store for; nothing where a name that was given is nobody's.
async fn filter(tx: &mut TenantTx, wanted: &Wanted, zone: &str) -> Result<Option<Filter>> {
    let mut filter = Filter {
        name_prefixes: wanted.event.iter().cloned().collect(),
        from: wanted.from.and_then(|day| days::start(day, zone)),
        until: wanted.until.and_then(Date::next_day).and_then(|day| days::start(day, zone)),
        audiences: Audience::ALL.iter().map(|audience| audience.word().to_owned()).collect(),
        reader: tx.actor().person().map(|person| person.id.0),
        before: wanted.before,
        limit: i64::try_from(PAGE + 1).unwrap_or(i64::MAX),
        ..Filter::default()
    };
    if let Some(email) = &wanted.person {
        let Ok(email) = EmailAddress::parse(email) else { return Ok(None) };
        match store::audit::who_acted(tx, &email.key()).await? {
            None => return Ok(None),
            found => filter.actor = found,
        }
    }
    if let Some(number) = &wanted.application {
        let Some(number) = Number::parse(Named::Case, number) else { return Ok(None) };
        match store::review::by_number(tx, number.as_str()).await? {
            None => return Ok(None),
            found => filter.application = found.map(|id| id.0),
        }
    }
    Ok(Some(filter))
}
