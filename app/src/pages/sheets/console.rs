//! The console's lists and the operator's.

use super::Sheet;
use crate::{
    pages::{
        applications::words::dashed,
        audit::{self, words},
        credentials,
        operator::Tenant,
        overview::list,
        retention::{list as retention, words::kept},
        review::state_word,
        screening::{list_name, lists::File},
        tenants::staff::Member,
    },
    ui::format::plain,
};
use domain::{Lang, audit::Audience, credentials::token};

/// Applications.
pub const APPLICATIONS: Sheet<list::Line> = Sheet {
    name: "applications",
    head: &["overview-number", "overview-name", "overview-kind", "overview-state", "sheets-at"],
    cells: |frame, line| {
        vec![
            line.number.clone(),
            line.name.clone(),
            frame.t(&line.kind),
            state_word(frame, line.state),
            plain(frame, line.at),
        ]
    },
};

/// What is over or set aside, and what keeps it.
pub const RETENTION: Sheet<retention::Line> = Sheet {
    name: "retention",
    head: &["retention-number", "retention-name", "retention-state", "retention-ended", "retention-kept"],
    cells: |frame, line| {
        vec![
            line.number.clone(),
            line.name.clone(),
            state_word(frame, line.state),
            line.standing.ended().map(|day| day.to_string()).unwrap_or_default(),
            if line.purged { frame.t("retention-purged") } else { kept(frame, line) },
        ]
    },
};

/// The audit log.
pub const AUDIT: Sheet<audit::Event> = Sheet {
    name: "audit",
    head: &[
        "audit-column-place",
        "audit-column-at",
        "audit-column-what",
        "sheets-details",
        "audit-column-who",
        "audit-column-case",
        "audit-column-audience",
    ],
    cells: |frame, event| {
        let audience = event.audience.unwrap_or(Audience::Confidential).word();
        vec![
            event.place.to_string(),
            plain(frame, event.at),
            words::event(frame, &event.name),
            words::details(frame, &event.details).unwrap_or_default(),
            event.email.clone().unwrap_or_else(|| frame.t(&format!("audit-actor-{}", event.actor_kind))),
            event.case.as_ref().map(|(number, _)| number.clone()).unwrap_or_default(),
            frame.t(&format!("audit-audience-{audience}")),
        ]
    },
};

/// Every merchant's credentials; never a secret.
pub const CREDENTIALS: Sheet<credentials::Line> = Sheet {
    name: "credentials",
    head: &[
        "credentials-label",
        "sheets-merchant-number",
        "credentials-merchant",
        "credentials-environment",
        "credentials-secret",
        "credentials-state",
        "sheets-until",
        "credentials-used",
        "credentials-created-by",
        "credentials-created",
    ],
    cells: |frame, line| {
        let at = |at: Option<_>| at.map(|at| plain(frame, at)).unwrap_or_default();
        vec![
            line.label.clone(),
            line.number.clone(),
            line.merchant.clone(),
            frame.t(&format!("credentials-{}", line.environment.word())),
            line.tail.as_ref().map(|tail| token::shown(line.environment, tail)).unwrap_or_default(),
            frame.t(&format!("credentials-state-{}", line.state.word())),
            at(line.until),
            at(line.last_used),
            line.created_by.clone(),
            plain(frame, line.created_at),
        ]
    },
};

/// The files of lists that are screened against.
pub const SCREENING: Sheet<File> = Sheet {
    name: "screening",
    head: &[
        "screening-list",
        "screening-dated",
        "screening-entries",
        "sheets-confirmed",
        "sheets-by",
        "sheets-at",
    ],
    cells: |frame, file| {
        let confirmed = match file.confirmed {
            Some(true) => "sheets-yes",
            Some(false) => "sheets-no",
            None => "sheets-waits",
        };
        vec![
            list_name(frame, file.list.0, &file.list.1),
            file.dated.to_string(),
            file.entries.to_string(),
            frame.t(confirmed),
            file.by.clone(),
            plain(frame, file.at),
        ]
    },
};

/// The staff.
pub const STAFF: Sheet<Member> = Sheet {
    name: "staff",
    head: &[
        "sheets-email",
        "sheets-roles",
        "sheets-active",
        "sheets-claimed",
        "sheets-at-merchant",
        "sheets-since",
    ],
    cells: |frame, member| {
        let yes = |yes: bool| frame.t(if yes { "sheets-yes" } else { "sheets-no" });
        let roles = member.roles.iter().map(|role| frame.t(&format!("tenants-role-{}", dashed(role.word()))));
        vec![
            member.email.clone(),
            roles.collect::<Vec<_>>().join("; "),
            yes(member.active),
            member.claimed.to_string(),
            yes(member.at_merchant),
            plain(frame, member.since),
        ]
    },
};

/// Every tenant, for the operator.
pub const TENANTS: Sheet<Tenant> = Sheet {
    name: "tenants",
    head: &[
        "sheets-slug",
        "operator-tenant",
        "operator-state",
        "operator-staff",
        "sheets-staff-most",
        "sheets-bytes",
        "sheets-bytes-most",
        "sheets-jobs-open",
        "operator-oldest",
        "operator-dead-count",
    ],
    cells: |frame, tenant| {
        let name = if frame.lang == Lang::En { &tenant.name_en } else { &tenant.name_zh };
        vec![
            tenant.slug.clone(),
            name.clone(),
            frame.t(if tenant.suspended { "operator-suspended" } else { "operator-active" }),
            tenant.staff.0.to_string(),
            tenant.staff.1.to_string(),
            tenant.storage.0.to_string(),
            tenant.storage.1.to_string(),
            tenant.queue.open.to_string(),
            tenant.queue.oldest_due.map(|at| plain(frame, at)).unwrap_or_default(),
            tenant.queue.dead.to_string(),
        ]
    },
};
