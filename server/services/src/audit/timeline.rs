//! What happened to one application, as far as the reader may know.

use crate::{Result, ServiceError, Services};
use domain::{Actor, ApplicationId, audit::Audience, permissions::Act};
use std::collections::BTreeMap;
use store::{
    TenantTx,
    audit::{Filter, Recorded},
    review,
};
use time::OffsetDateTime;

/// Entries of one part of a timeline.
const LONGEST: i64 = 25;

/// The only details a merchant's timeline shows: what their own papers and answers are called.
const TOLD: [&str; 5] = ["section", "paper", "channel", "environment", "field"];

/// Who did it, as the reader may know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// The reader.
    You,
    /// Somebody of the merchant's side.
    Merchant {
        /// Their address.
        email: String,
    },
    /// Somebody of the desk; merchants aren't told who.
    Desk {
        /// Their address, for the desk to read.
        email: Option<String>,
    },
    /// A job of ours, or a visitor.
    System,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: OffsetDateTime,
    /// The event's dotted name; its text is `audit-<name with dashes>`.
    pub name: String,
    /// Who.
    pub by: By,
    /// Who may read it.
    pub audience: Audience,
    /// Codes and field names, as far as the reader may know them.
    pub details: BTreeMap<String, String>,
}

/// The newest events of an application, newest first.
///
/// The desk reads everything, unless it is their own merchant's; the merchant reads what is for the merchant, and
/// neither who at the desk did it nor anything of what was left out, not even that something was.
pub async fn timeline(services: &Services, actor: &Actor, application: ApplicationId) -> Result<Vec<Entry>> {
    Ok(stretch(services, actor, application, &Stretch::default()).await?.entries)
}

/// Which part of a timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// Events of these kinds alone, by the first word of their names; of all where there is none.
    pub kinds: Vec<&'static str>,
    /// Older than this place in the chain.
    pub before: Option<i64>,
}

/// A part of a timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretched {
    /// Newest first.
    pub entries: Vec<Entry>,
    /// Where it goes on, if there is more.
    pub older: Option<i64>,
}

/// A part of an application's timeline, newest first; as [`timeline`] otherwise.
pub async fn stretch(
    services: &Services,
    actor: &Actor,
    application: ApplicationId,
    wanted: &Stretch,
) -> Result<Stretched> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let reader = actor.person().map(|person| person.id);
    let side = review::side(&mut tx, application, reader).await?;
    let desk = actor.may(Act::ViewCases) && !side.own;
    let audiences: &[Audience] = match (desk, actor.may_at(side.merchant, Act::ViewOwnApplication)) {
        (true, _) => &Audience::ALL,
        (false, true) => &[Audience::Merchant],
        (false, false) => return Err(ServiceError::NotFound),
    };
    let filter = Filter {
        application: Some(application.0),
        audiences: audiences.iter().map(|audience| audience.word().to_owned()).collect(),
        name_prefixes: wanted.kinds.iter().map(|kind| format!("{kind}.")).collect(),
        before: wanted.before,
        limit: LONGEST + 1,
        ..Filter::default()
    };
    let mut events = store::audit::list(&mut tx, &filter).await?;
    let longest = usize::try_from(LONGEST).unwrap_or(usize::MAX);
    let more = events.len() > longest;
    events.truncate(longest);
    let older = events.last().map(|event| event.seq).filter(|_| more);
    let entries = events.into_iter().map(|event| entry(event, desk, reader.map(|id| id.0))).collect();
    Ok(Stretched { entries, older })
}

fn entry(event: Recorded, desk: bool, reader: Option<uuid::Uuid>) -> Entry {
    let by = match (event.actor, event.actor_email) {
        (None, _) => By::System,
        (actor, _) if actor == reader => By::You,
        (Some(_), Some(email)) if event.of_merchant => By::Merchant { email },
        (Some(_), email) => By::Desk { email: email.filter(|_| desk) },
    };
    let mut details = event.details;
    if !desk {
        details.retain(|name, _| TOLD.contains(&name.as_str()));
    }
    // What can't be read is taken for the narrowest.
    let audience = Audience::from_word(&event.audience).unwrap_or(Audience::Confidential);
    Entry { at: event.at, name: event.name, by, audience, details }
}

#[cfg(test)]
mod tests {
    use super::{By, Entry, Recorded, entry};
    use std::collections::BTreeMap;
    use time::OffsetDateTime;
    use uuid::Uuid;

    fn event(actor: Option<u128>, of_merchant: bool) -> Recorded {
        let details = [("section", "bank"), ("reasons", "list_hit"), ("from", "in_review")];
        Recorded {
            seq: 7,
            at: OffsetDateTime::UNIX_EPOCH,
            actor_kind: if actor.is_some() { "person" } else { "system" }.into(),
            actor: actor.map(Uuid::from_u128),
            actor_email: actor.map(|id| format!("p{id}@example.com")),
            of_merchant,
            name: "application.rejected".into(),
            subject_kind: "application".into(),
            subject: Uuid::nil(),
            application: Some(Uuid::nil()),
            case_number: None,
            audience: "merchant".into(),
            request: None,
            details: details.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect(),
        }
    }

    fn seen_by_merchant(event: Recorded) -> Entry {
        entry(event, false, Some(Uuid::from_u128(1)))
    }

    #[test]
    fn a_merchant_reads_neither_who_at_the_desk_nor_why() {
        let seen = seen_by_merchant(event(Some(9), false));
        assert_eq!(seen.by, By::Desk { email: None });
        assert_eq!(seen.details, BTreeMap::from([("section".into(), "bank".into())]));
    }

    #[test]
    fn people_are_told_apart() {
        assert_eq!(seen_by_merchant(event(Some(1), true)).by, By::You);
        assert_eq!(
            seen_by_merchant(event(Some(2), true)).by,
            By::Merchant { email: "p2@example.com".into() }
        );
        assert_eq!(seen_by_merchant(event(None, false)).by, By::System);
        let desk = entry(event(Some(9), false), true, None);
        assert_eq!(desk.by, By::Desk { email: Some("p9@example.com".into()) });
        assert_eq!(desk.details.len(), 3);
    }
}
