use super::*;
use crate::ui::FormState;
use domain::{
    Lang,
    applications::{Values, check, rules},
    audit::Audience,
};
use time::macros::{date, datetime};

const AT: OffsetDateTime = datetime!(2026-11-20 02:00 UTC);

fn rules() -> RuleSet {
    rules::load_all().unwrap().current("cn-enterprise", date!(2026 - 11 - 23)).unwrap().clone()
}

fn answers() -> Answers {
    let values = |pairs: &[(&str, &str)]| -> Values {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    [
        ("business", values(&[("legal_name", "海曼（上海）有限公司"), ("uscc", "91440300708461136T")])),
        ("bank", values(&[("account_holder", "海曼(上海)有限公司"), ("account_number", "••••8901")])),
    ]
    .into_iter()
    .map(|(code, values)| (code.to_owned(), values))
    .collect()
}

fn file(id: &str, document: &str, current: bool) -> File {
    File {
        id: id.into(),
        document: document.into(),
        paper: "business_licence".into(),
        name: "<b>执照</b>.pdf".into(),
        version: Version::PendingReview { pages: 2 },
        media: Some(Media::Pdf),
        size: 123_456,
        sha256: "ab".repeat(32),
        pictures: 2,
        remarks: vec![Remark::FallbackFont],
        at: AT,
        current,
    }
}

fn model() -> Model {
    let answers = answers();
    let saved = || Saved { version: 1, by: "owner@haven.example".into(), at: AT };
    Model {
        path: "/t/harbour/desk/cases/c1".into(),
        number: "GW-7K2M9QX4D".into(),
        name: "海曼（上海）有限公司".into(),
        state: StateKind::InReview,
        submitted: Some((AT, 1)),
        due: Some(Due { at: AT, minutes: 30 }),
        holder: Holder::You,
        merchant_number: None,
        rules: rules(),
        findings: Vec::new(),
        sections: answers.keys().map(|code| (code.clone(), saved())).collect(),
        answers,
        files: vec![file("v2", "d1", true), file("v1", "d1", false)],
        consents: Vec::new(),
        lacking: Vec::new(),
        timeline: vec![Entry {
            at: AT,
            name: "review.advice_given".into(),
            by: crate::pages::audit::By::You,
            audience: Audience::Confidential,
            details: vec![("reasons".into(), "list_hit".into())],
        }],
        advice: None,
        decisions: Vec::new(),
        acts: Acts { release: true, recommend: true, ..Acts::default() },
        version: 4,
        form: FormState::default().with("seen", "TOKEN"),
        trouble: None,
    }
}

fn body(model: &Model) -> String {
    page(&Frame::bare(Lang::En), model).body
}

#[test]
fn the_whole_case_is_in_words_in_both_languages() {
    for lang in Lang::ALL {
        let html = page(&Frame::bare(lang), &model()).body;
        for key in ["review-", "applications-", "audit-", "documents-", "error-", "warn-"] {
            let bare = html.split([' ', '>', '"']).find(|word| word.starts_with(key) && !word.contains('='));
            assert_eq!(bare, None, "a key without words in {}", lang.tag());
        }
        assert!(html.contains("海曼（上海）有限公司") && html.contains("••••8901"));
    }
}

#[test]
fn papers_show_our_pictures_and_originals_only_leave() {
    let html = body(&model());
    assert!(html.contains("src=\"/documents/v2/pages/1\"") && html.contains("src=\"/documents/v2/pages/2\""));
    // Earlier versions are links, not pictures.
    assert!(html.contains("href=\"/documents/v1/pages/1\"") && !html.contains("src=\"/documents/v1/"));
    assert!(
        html.contains("href=\"/documents/v2/original\"") && !html.contains("src=\"/documents/v2/original")
    );
    assert!(!html.contains("<b>执照"), "a file's name stays text");
}

#[test]
fn the_form_carries_what_is_on_the_page() {
    let html = body(&model());
    assert!(html.contains("action=\"/t/harbour/desk/cases/c1/recommend\""));
    assert!(html.contains("name=\"seen\" value=\"TOKEN\""));
    assert!(!html.contains("/decide\""));
    assert!(html.contains("value=\"list_hit\"") && html.contains("name=\"confidential\""));
}

#[test]
fn approval_is_offered_only_where_it_was_recommended() {
    let advice = |verdict| Advice { verdict, by: "r@x.example".into(), at: AT, said: Said::default() };
    let second = |verdict| Model {
        state: StateKind::SecondReview,
        acts: Acts { decide: true, ..Acts::default() },
        advice: Some(advice(verdict)),
        ..model()
    };
    let offered = |model: &Model| body(model).contains("value=\"approve\"");
    assert!(offered(&second(Verdict::Approve)));
    assert!(!offered(&second(Verdict::Reject)));
    assert!(body(&second(Verdict::Reject)).contains("value=\"return\""));
}

#[test]
fn whoever_can_do_nothing_reads_why() {
    let acts = Acts { why_not: Some("applications-why-recommender".into()), ..Acts::default() };
    let html = body(&Model { acts, holder: Holder::Nobody, ..model() });
    assert!(!html.contains("<form method=\"post\" action=\"/t/harbour/desk/cases/c1/"), "{html}");
    assert!(html.contains(&crate::i18n::t(Lang::En, "applications-why-recommender")));
}

#[test]
fn what_moved_is_named_and_what_was_typed_is_kept() {
    let moved = vec![Moved::Case, Moved::Section("bank".into()), Moved::Paper("business_licence".into())];
    let form = model().form.with("note", "Look at page 2");
    let html = body(&Model { trouble: Some(Trouble::Moved(moved)), form, ..model() });
    for words in [
        "moved on since",
        "Answers changed: Bank account",
        "A paper changed: Business licence",
        "Look at page 2",
    ] {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn checks_say_what_holds_and_what_does_not() {
    let html = body(&model());
    assert!(html.contains("Form and check digit hold"));
    let rules = rules();
    let findings = check::contradictions(
        &rules,
        &{
            let mut answers = answers();
            answers.get_mut("bank").unwrap().insert("account_holder".into(), "别人的公司".into());
            answers
        },
        date!(2026 - 11 - 23),
    );
    assert_eq!(findings.len(), 1);
    let html = body(&Model { findings, ..model() });
    assert!(html.contains("banner wrong"), "a contradiction stands out");
}
