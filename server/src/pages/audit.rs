//! Handlers of audit: the auditor's log, its filters in the address, and the walk along the chain.

use super::query::{Pairs, address, given};
use crate::web::{
    AppState, PageResult, Visit,
    csv::{self, Holds},
};
use app::{
    pages::audit::{self as pages, Check, GROUPS, Model},
    pages::sheets::AUDIT,
    ui::FormState,
};
use axum::{Router, extract::Query, http::StatusCode, routing::get};
use domain::{
    accounts::EmailAddress,
    applications::kinds::iso_date,
    audit::Audience,
    numbers::{Named, Number},
};
use services::audit::{self, Listed, Recorded, Verified, Wanted};

const FILTERS: [&str; 5] = ["event", "person", "application", "from", "until"];

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/console/audit", get(log))
        .route("/t/{slug}/console/audit.csv", get(log_csv))
        .route("/t/{slug}/console/audit/verify", get(back).post(verify))
}

async fn log(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let zone = visit.tenant()?.time_zone.clone();
    let (wanted, filter) = read(&pairs);
    let listed = if filter.is_refused() {
        Listed::default()
    } else {
        audit::list(&visit.app.services, &visit.actor, &wanted, &zone).await?
    };
    let check = audit::latest(&visit.app.services, &visit.actor).await?;
    let status = if filter.is_refused() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let path = visit.frame.at("/console/audit");
    let older = listed.older.map(|seq| paged(&path, &pairs, Some(seq)));
    let model = Model {
        filtered: FILTERS.iter().any(|name| given(&pairs, name).is_some()),
        events: listed.events.into_iter().map(|event| row(&path, event)).collect(),
        newest: wanted.before.map(|_| paged(&path, &pairs, None)),
        older,
        check: check.map(shown),
        filter,
    };
    Ok(visit.page_with(status, pages::page(&visit.frame, &model)))
}

/// The same events as a file; filters that can't be used are told on the page.
async fn log_csv(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let path = visit.frame.at("/console/audit");
    let (wanted, filter) = read(&pairs);
    if filter.is_refused() {
        return Ok(visit.see_other(&paged(&path, &pairs, None)));
    }
    csv::file(visit, &AUDIT, Holds::Persons, move |visit, before| {
        let wanted = Wanted { before, ..wanted.clone() };
        let path = path.clone();
        async move {
            let zone = visit.tenant()?.time_zone.clone();
            let listed = audit::list(&visit.app.services, &visit.actor, &wanted, &zone).await?;
            Ok((listed.events.into_iter().map(|event| row(&path, event)).collect(), listed.older))
        }
    })
    .await
}

async fn verify(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let said = match audit::verify(&visit.app.services, &visit.actor).await? {
        Verified::Whole(_) => "chain-whole",
        Verified::Broken(_) => "chain-broken",
    };
    Ok(visit.see_other_saying(&visit.frame.at("/console/audit"), said))
}

/// Whoever comes back to the button's own address sees the log.
async fn back(visit: Visit) -> PageResult {
    Ok(visit.see_other(&visit.frame.at("/console/audit")))
}

/// What is looked for, and the form as it was typed with what is wrong in it.
fn read(pairs: &[(String, String)]) -> (Wanted, FormState) {
    let mut form = FormState::sent(pairs.iter().cloned());
    let mut wanted =
        Wanted { before: given(pairs, "before").and_then(|at| at.parse().ok()), ..Wanted::default() };
    if let Some(group) = given(pairs, "event") {
        if GROUPS.contains(&group) {
            wanted.event = Some(format!("{group}."));
        } else {
            form.refuse("event", "audit-error-event");
        }
    }
    if let Some(person) = given(pairs, "person") {
        match EmailAddress::parse(person) {
            Ok(_) => wanted.person = Some(person.to_owned()),
            Err(_) => form.refuse("person", "audit-error-person"),
        }
    }
    if let Some(number) = given(pairs, "application") {
        match Number::parse(Named::Case, number) {
            Some(number) => wanted.application = Some(number.to_string()),
            None => form.refuse("application", "audit-error-application"),
        }
    }
    let mut day = |name: &'static str| {
        let typed = given(pairs, name)?;
        let day = iso_date::parse(typed);
        if day.is_none() {
            form.refuse(name, "audit-error-date");
        }
        day
    };
    (wanted.from, wanted.until) = (day("from"), day("until"));
    if wanted.from.zip(wanted.until).is_some_and(|(from, until)| until < from) {
        form.refuse("until", "audit-error-order");
    }
    (wanted, form)
}

/// The address of a page with the same filters.
fn paged(path: &str, pairs: &[(String, String)], before: Option<i64>) -> String {
    let before = before.map(|seq| seq.to_string());
    let mut query: Vec<(&str, &str)> =
        FILTERS.iter().filter_map(|name| given(pairs, name).map(|value| (*name, value))).collect();
    query.extend(before.as_deref().map(|seq| ("before", seq)));
    address(path, &query)
}

fn row(path: &str, event: Recorded) -> pages::Event {
    let request = event.request.map(|number| ("request".to_owned(), number.to_string()));
    pages::Event {
        place: event.seq,
        at: event.at,
        email: event.actor_email,
        actor_kind: event.actor_kind,
        name: event.name,
        audience: Audience::from_word(&event.audience),
        case: event.case_number.map(|number| {
            let href = address(path, &[("application", &number)]);
            (number, href)
        }),
        details: event.details.into_iter().chain(request).collect(),
    }
}

fn shown(check: audit::Check) -> Check {
    let (whole_to, broken_at) = match check.found {
        Verified::Whole(to) => (to, None),
        Verified::Broken(at) => (at - 1, Some(at)),
    };
    Check { at: check.at, whole_to, broken_at, since: check.since }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Pairs {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn filters_are_read_or_refused_at_their_field() {
        let (wanted, form) =
            read(&pairs(&[("event", "case"), ("person", " A@Example.com "), ("from", "2026-11-23")]));
        assert!(!form.is_refused());
        assert_eq!(wanted.event.as_deref(), Some("case."));
        assert_eq!(wanted.person.as_deref(), Some("A@Example.com"));
        assert!(wanted.from.is_some() && wanted.until.is_none());
        for (name, value) in [
            ("event", "cas"),
            ("person", "nobody"),
            ("application", "GW-1"),
            ("from", "23.11."),
            ("until", "2026-02-30"),
        ] {
            let (_, form) = read(&pairs(&[(name, value)]));
            assert!(form.error_of(name).is_some(), "{name}");
        }
        let (_, form) = read(&pairs(&[("from", "2026-11-24"), ("until", "2026-11-23")]));
        assert!(form.error_of("until").is_some());
    }

    #[test]
    fn the_next_page_keeps_the_filters_and_nothing_else() {
        let sent = pairs(&[("event", "case"), ("from", ""), ("said", "saved"), ("before", "50")]);
        assert_eq!(paged("/log", &sent, Some(7)), "/log?event=case&before=7");
        assert_eq!(paged("/log", &sent, None), "/log?event=case");
    }
}
