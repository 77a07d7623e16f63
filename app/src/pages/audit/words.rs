//! An event in words. Every name has a text `audit-<name with dashes>`; details are told by what they name.

use crate::{Frame, i18n, pages::applications::words::dashed, ui::format};
use domain::channels::catalogue;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// The groups of events an auditor filters by: the first word of their names, each with a text
/// `audit-group-<word>`.
pub const GROUPS: [&str; 30] = [
    "account",
    "application",
    "audit",
    "branding",
    "capability",
    "case",
    "channel",
    "consent",
    "credential",
    "currency_rate",
    "document",
    "fee_claim",
    "invitation",
    "jobs",
    "list",
    "live_right",
    "member",
    "merchant",
    "offer",
    "personal_data",
    "price",
    "request",
    "retention",
    "review",
    "screening",
    "section",
    "staff",
    "stored_mix",
    "tenant",
    "transfer",
];

/// The key of an event's text: `application.submitted` → `audit-application-submitted`.
pub fn event_key(name: &str) -> String {
    format!("audit-{}", dashed(name))
}

/// The event's text.
pub(in crate::pages) fn event(frame: &Frame, name: &str) -> String {
    frame.t(&event_key(name))
}

/// The details in words, those that say nothing left out: `Section: Bank account · Version: 3`. Nothing at all where
/// there are none.
pub(in crate::pages) fn details(frame: &Frame, details: &[(String, String)]) -> Option<String> {
    let said: Vec<String> = details
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| detail(frame, name, value))
        .collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

/// One detail in words: `Section: Bank account`. What has no words is shown as it stands.
fn detail(frame: &Frame, name: &str, value: &str) -> String {
    let label = worded(frame, &[&format!("audit-detail-{}", dashed(name))], name);
    let prefixes = prefixes(name);
    let value = if name == "until" {
        let at = OffsetDateTime::parse(value, &Rfc3339);
        at.map_or_else(|_| value.to_owned(), |at| format::instant(frame, at))
    } else if matches!(name, "channel" | "channels") {
        let names = value.split([' ', ',']).map(|code| catalogue::name(code, frame.lang));
        names.collect::<Vec<_>>().join(&frame.t("audit-detail-comma"))
    } else if prefixes.is_empty() {
        value.to_owned()
    } else {
        let parts: Vec<String> = value
            .split([' ', ','])
            .map(|word| {
                let code = dashed(code_of(name, word));
                let keys: Vec<String> = prefixes.iter().map(|prefix| format!("{prefix}{code}")).collect();
                worded(frame, &keys, word)
            })
            .collect();
        parts.join(&frame.t("audit-detail-comma"))
    };
    frame.ta("audit-detail", &[("label", label), ("value", value)])
}

/// What a word of a detail names. A finding is `section.field:what`: where it lies is what the log tells.
fn code_of<'a>(name: &str, word: &'a str) -> &'a str {
    let place = word.split_once(':').filter(|_| name == "findings").map(|(place, _)| place);
    place.map_or(word, |place| place.rsplit_once('.').map_or(place, |(_, field)| field))
}

/// Under which keys the words of a detail's codes stand; the first that has some.
fn prefixes(name: &str) -> &'static [&'static str] {
    match name {
        "section" => &["applications-section-"],
        "paper" => &["applications-paper-"],
        "redo" => &["documents-redo-"],
        "reason" | "reasons" => {
            &["review-reason-", "review-reveal-why-", "credentials-reason-", "documents-redo-"]
        }
        "answer" => &["channels-answer-"],
        "way" => &["transfers-way-"],
        "outcome" => &["transfers-outcome-"],
        "environment" => &["credentials-"],
        "overlap" => &["credentials-overlap-"],
        "verdict" => &["review-verdict-"],
        "refusal" => &["documents-refused-"],
        "from" | "to" | "state" => &["review-state-", "tenants-role-"],
        "role" | "roles" => &["tenants-role-"],
        "kind" => &["applications-kind-"],
        "field" | "fields" | "findings" => &["audit-field-", "applications-field-"],
        "why" => &["audit-why-"],
        "grounds" => &["audit-grounds-"],
        "list" => &["sheets-"],
        "end_reason" => &["retention-end-reason-"],
        "cause" => &["retention-cause-"],
        "ground" => &["audit-ground-"],
        _ => &[],
    }
}

fn worded(frame: &Frame, keys: &[impl AsRef<str>], otherwise: &str) -> String {
    let key = keys.iter().map(AsRef::as_ref).find(|key| i18n::has(frame.lang, key));
    key.map_or_else(|| otherwise.to_owned(), |key| frame.t(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Lang, review::Reason};

    #[test]
    fn details_are_told_by_what_they_name() {
        let frame = Frame::bare(Lang::En);
        assert_eq!(detail(&frame, "section", "bank"), "Section: Bank account");
        assert_eq!(detail(&frame, "reasons", "names_differ list_hit").matches("; ").count(), 1);
        assert_eq!(detail(&frame, "version", "3"), "Version: 3");
        assert_eq!(detail(&frame, "until", "2026-11-24T01:00:00Z"), "Until: 24 Nov 2026, 01:00");
        assert_eq!(detail(&frame, "unheard_of", "x"), "unheard_of: x");
        assert_eq!(detail(&frame, "roles", "reviewer admin"), "Roles: Reviewer; Administrator");
        assert_eq!(detail(&frame, "to", "senior_reviewer"), "To: Senior reviewer");
        assert_eq!(
            detail(&frame, "findings", "business.uscc:warn-uscc-class"),
            "Remarks of our checks: Unified social credit code"
        );
        assert_eq!(detail(&frame, "fields", "id_number phone"), "Fields: ID number; Telephone number");
        assert_eq!(detail(&frame, "reason", "look_up"), "Reason: To look it up in a register or at the bank");
        assert_eq!(details(&frame, &[("findings".into(), String::new())]), None);
    }

    /// Every detail that the services record, as the source has it.
    #[test]
    fn every_detail_has_its_words() {
        let mut names = std::collections::BTreeSet::new();
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/services/src");
        collect(&root, ".with(", &mut names);
        assert!(names.len() > 20, "{names:?}");
        for lang in Lang::ALL {
            for name in &names {
                assert!(i18n::has(lang, &format!("audit-detail-{}", dashed(name))), "{lang:?} {name}");
            }
        }
    }

    /// Every event that the services record.
    #[test]
    fn every_event_has_its_words() {
        let mut names = std::collections::BTreeSet::new();
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/services/src");
        collect(&root, "Event::new(", &mut names);
        assert!(names.len() > 50, "{names:?}");
        for lang in Lang::ALL {
            for name in &names {
                assert!(i18n::has(lang, &event_key(name)), "{lang:?} {name}");
            }
        }
    }

    /// The words in quotes that follow an opening, in every source below a folder.
    fn collect(folder: &std::path::Path, opening: &str, names: &mut std::collections::BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() {
                collect(&entry.path(), opening, names);
                continue;
            }
            let source = std::fs::read_to_string(entry.path()).unwrap();
            let quoted =
                |rest: &str| rest.trim_start().strip_prefix('"')?.split('"').next().map(str::to_owned);
            names.extend(source.split(opening).skip(1).filter_map(quoted));
        }
    }

    #[test]
    fn every_group_and_reason_has_its_words() {
        for lang in Lang::ALL {
            for group in GROUPS {
                assert!(i18n::has(lang, &format!("audit-group-{}", dashed(group))), "{group}");
            }
            for reason in Reason::ALL {
                assert!(i18n::has(lang, &format!("review-reason-{}", dashed(reason.word()))), "{reason}");
            }
        }
    }
}
