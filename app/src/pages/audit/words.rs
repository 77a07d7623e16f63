//! An event in words. Every name has a text `audit-<name with dashes>`; details are told by what they name.

use crate::{Frame, i18n};

/// The groups of events an auditor filters by: the first word of their names, each with a text
/// `audit-group-<word>`.
pub const GROUPS: [&str; 15] = [
    "account",
    "application",
    "audit",
    "branding",
    "capability",
    "case",
    "credential",
    "document",
    "invitation",
    "merchant",
    "review",
    "section",
    "session",
    "staff",
    "tenant",
];

/// The key of an event's text: `application.submitted` → `audit-application-submitted`.
pub fn event_key(name: &str) -> String {
    format!("audit-{}", dashed(name))
}

/// The event's text.
pub(super) fn event(frame: &Frame, name: &str) -> String {
    frame.t(&event_key(name))
}

/// One detail in words: `Section: Bank account`. What has no words is shown as it stands.
pub(super) fn detail(frame: &Frame, name: &str, value: &str) -> String {
    let label = worded(frame, &format!("audit-detail-{}", dashed(name)), name);
    let parts: Vec<String> = match prefix(name) {
        Some(prefix) => value
            .split([' ', ','])
            .map(|word| worded(frame, &format!("{prefix}{}", dashed(word)), word))
            .collect(),
        None => vec![value.to_owned()],
    };
    let value = parts.join(&frame.t("audit-detail-comma"));
    frame.ta("audit-detail", &[("label", label), ("value", value)])
}

/// Under which keys the words of a detail's codes stand.
fn prefix(name: &str) -> Option<&'static str> {
    match name {
        "section" => Some("applications-section-"),
        "paper" => Some("applications-paper-"),
        "channel" | "channels" => Some("applications-wallet-"),
        "reason" | "reasons" => Some("review-reason-"),
        "verdict" => Some("review-verdict-"),
        "refusal" => Some("documents-refused-"),
        "from" | "to" | "state" => Some("review-state-"),
        _ => None,
    }
}

fn worded(frame: &Frame, key: &str, otherwise: &str) -> String {
    if i18n::has(frame.lang, key) { frame.t(key) } else { otherwise.to_owned() }
}

fn dashed(word: &str) -> String {
    word.replace(['.', '_'], "-")
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
        assert_eq!(detail(&frame, "unheard_of", "x"), "unheard_of: x");
    }

    #[test]
    fn every_group_and_reason_has_its_words() {
        for lang in Lang::ALL {
            for group in GROUPS {
                assert!(i18n::has(lang, &format!("audit-group-{group}")), "{group}");
            }
            for reason in Reason::ALL {
                assert!(i18n::has(lang, &format!("review-reason-{}", dashed(reason.word()))), "{reason}");
            }
        }
    }
}
