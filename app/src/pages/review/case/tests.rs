use super::*;
use crate::ui::FormState;
use domain::{
    Lang,
    applications::{Values, check, rules},
    audit::Audience,
    review::{
        Judgement, RedoReason, Reply, Requirement,
        findings::{Arg, Kind, Severity},
    },
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
        substituted: vec![2],
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
        until: None,
        escalated: false,
        escalations: Vec::new(),
        merchant_number: None,
        rules: rules(),
        findings: Vec::new(),
        found: Vec::new(),
        sections: answers.keys().map(|code| (code.clone(), saved())).collect(),
        answers,
        items: Vec::new(),
        proposed: Vec::new(),
        screening: None,
        hits: vec![],
        elsewhere: vec![],
        notes: Vec::new(),
        kinds: Vec::new(),
        older: None,
        files: vec![file("v2", "d1", true), file("v1", "d1", false)],
        look: String::new(),
        consents: Vec::new(),
        lacking: Vec::new(),
        signatures: Vec::new(),
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

fn found(kind: Kind, at: Fault, key: &str, args: Vec<(&'static str, Arg)>) -> Found {
    let severity = if kind == Kind::SameFile { Severity::Wrong } else { Severity::Doubtful };
    Found { kind, severity, at, key: key.into(), args }
}

/// One of each that isn't the rules' of the answers themselves.
fn all_found() -> Vec<Found> {
    let field = || Arg::Field("business.licence".into());
    let day = || Arg::Day(date!(2020 - 02 - 03));
    let text = |text: &str| Arg::Text(text.into());
    let paper = || Fault::Paper("business_licence".into());
    let holder = || Fault::Field("bank".into(), "account_holder".into());
    let terms = vec![("field", field()), ("declared", day()), ("written", day()), ("made", day())];
    let name = vec![("field", field()), ("written", text("另一家"))];
    let hit = vec![("declared", text("海曼")), ("listed", text("HAIMAN"))];
    let same = vec![("paper", Arg::Paper("representative_id_front".into()))];
    let number = vec![("number", text("GW-1"))];
    vec![
        found(Kind::SameFile, paper(), "review-finding-same-file", same),
        found(Kind::PaperDate, paper(), "review-finding-paper-date", terms.clone()),
        found(Kind::OpenAndEnd, paper(), "review-finding-open-and-end", terms.clone()),
        found(Kind::PaperDate, paper(), "review-finding-end-and-open", terms.clone()),
        found(Kind::MadeBefore, paper(), "review-finding-made-before", terms),
        found(Kind::PaperName, paper(), "review-finding-paper-name", name),
        found(Kind::Listed, holder(), "review-finding-listed", hit.clone()),
        found(Kind::ListedTranscribed, holder(), "review-finding-listed-transcribed", hit),
        found(Kind::SameAccount, holder(), "review-finding-same-account", number.clone()),
        found(Kind::FileElsewhere, paper(), "review-finding-file-elsewhere", number.clone()),
        found(Kind::NearPicture, paper(), "review-finding-near-picture", number),
    ]
}

#[test]
fn what_was_found_stands_above_the_panes_and_leads_to_it() {
    let html = body(&Model { found: all_found().into_iter().take(2).collect(), ..model() });
    let (strip, panes) = (html.find("id=\"findings\"").unwrap(), html.find("class=\"panes\"").unwrap());
    assert!(strip < panes, "{html}");
    let strip = &html[strip..panes];
    assert!(strip.contains("data-kind=\"same_file\"") && strip.contains("href=\"#paper-business_licence\""));
    assert!(strip.contains("1 wrong, 1 doubtful") && !strip.contains("<details"), "{strip}");
    let none = body(&model());
    assert!(none.contains("id=\"findings\"") && none.contains("found nothing"));
}

#[test]
fn many_findings_leave_room_for_the_papers_and_say_how_many_more() {
    for lang in Lang::ALL {
        let html = page(&Frame::bare(lang), &Model { found: all_found(), ..model() }).body;
        let (strip, _) = html.split_once("class=\"panes\"").unwrap();
        assert!(!strip.contains("review-") && !strip.contains("{ $"), "{strip}");
        let (open, more) = strip.split_once("<details").unwrap();
        assert_eq!((open.matches("data-kind").count(), more.matches("data-kind").count()), (6, 5));
        let confidential = crate::i18n::t(lang, "review-found-confidential");
        assert!(!open.contains(&confidential) && more.matches(&confidential).count() == 5);
    }
}

#[test]
fn a_page_that_needed_another_font_says_so() {
    let html = body(&model());
    assert_eq!(html.matches("needed a substitute font").count(), 1, "once, of the file that counts");
    assert!(html.contains("Page 2 needed a substitute font"));
}

#[test]
fn what_was_found_elsewhere_says_where_and_to_whom_it_may_be_said() {
    use super::elsewhere::{Elsewhere, Linked, Spot};
    use domain::review::Link;
    let field = || Spot::Field("bank".into(), "account_number".into());
    let page = |page| Spot::Page { paper: "business_licence".into(), picture: format!("/p/{page}"), page: Some(page) };
    let links = vec![
        Linked { link: Link::Page, here: page(1), there: page(2), alike: Some(97) },
        Linked { link: Link::Account, here: field(), there: field(), alike: None },
    ];
    let case = Some(("/t/harbour/desk/cases/c2".into(), "GW-AAAA".into(), "海风".into()));
    let other = Elsewhere { case, same_merchant: true, links: links.clone() };
    let hidden = Elsewhere { case: None, same_merchant: false, links };
    let html = body(&Model { elsewhere: vec![other, hidden], ..model() });
    for words in ["GW-AAAA · 海风", "/desk/cases/c2", "97 % alike", "The same merchant’s", "A case that you can’t see"] {
        assert!(html.contains(words), "{words}");
    }
    assert_eq!(html.matches("/p/2").count(), 1, "of the hidden case nothing is shown");
    assert!(body(&model()).contains("Nothing in this case was found in another one."));
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
    let advice = |verdict| Advice { verdict, by: "r@x.example".into(), at: AT, left: false, said: Said::default() };
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
fn what_was_handed_up_and_put_off_is_told_and_can_be_brought_back() {
    let raised = Escalation {
        by: "rui@harbour.example".into(),
        at: AT,
        reason: "<b>The seal</b> looks odd".into(),
        answer: None,
        ended: false,
    };
    let acts = Acts { resume: true, assign: true, ..Acts::default() };
    let model = Model { escalations: vec![raised], escalated: true, until: Some(AT), acts, ..model() };
    for lang in Lang::ALL {
        let html = page(&Frame::bare(lang), &model).body;
        assert!(html.contains("/desk/cases/c1/resume\"") && html.contains("/desk/cases/c1/assign\""));
        assert!(html.contains("looks odd") && !html.contains("<b>The seal"), "{html}");
        assert!(!html.split('>').any(|text| text.starts_with("review-")), "a key without words: {html}");
    }
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

fn item(what: Fault, requirement: Requirement, judgement: Option<Judgement>) -> items::Item {
    items::Item {
        token: format!("{}@1", what.token()),
        what,
        required: true,
        given: true,
        requirement,
        judged: judgement.map(|judgement| items::Judged {
            judgement,
            by: "li@harbour.example".into(),
            at: AT,
            version: Some(1),
        }),
        earlier: vec![],
        asked: None,
        served_by: None,
        waiver: None,
    }
}

fn field(section: &str, field: &str) -> Fault {
    Fault::Field(section.into(), field.into())
}

#[test]
fn what_waits_for_a_judgement_can_be_accepted_beside_it_and_all_at_once() {
    let items = vec![
        item(field("business", "legal_name"), Requirement::Submitted, None),
        item(field("business", "uscc"), Requirement::Accepted, Some(Judgement::Accepted)),
    ];
    let acts = Acts { judge: true, recommend: true, ..Acts::default() };
    let html = body(&Model { items: items.clone(), acts, ..model() });
    assert!(html.contains("action=\"/t/harbour/desk/cases/c1/items/field:business:legal_name\""), "{html}");
    assert!(!html.contains("action=\"/t/harbour/desk/cases/c1/items/field:business:uscc\""), "{html}");
    assert_eq!(html.matches("/accept\"").count(), 1, "one part has something to accept");
    assert!(html.contains("Approval waits for 1 item"), "{html}");
    // Whoever can't judge looks closer all the same.
    let html = body(&Model { items, acts: Acts::default(), ..model() });
    assert!(!html.contains("/accept\"") && html.contains("/items/field:business:legal_name"), "{html}");
}

#[test]
fn a_key_accepts_one_paper_or_one_section_and_never_all_papers() {
    let document = "018f0000-0000-7000-8000-000000000009";
    let paper = Fault::Document("business_licence".into(), document.parse().unwrap());
    let items = vec![
        item(field("business", "legal_name"), Requirement::Submitted, None),
        item(paper, Requirement::Submitted, None),
    ];
    let acts = Acts { judge: true, recommend: true, claim: true, ..Acts::default() };
    let case = Model { items, acts, files: vec![file("v2", document, true)], ..model() };
    let html = body(&case);
    let pressed = |key: &str| html.matches(&format!("aria-keyshortcuts=\"{key}\"")).count();
    assert_eq!(["a", "c", "r", "u", "?"].map(pressed), [2, 1, 1, 1, 1], "{html}");
    assert_eq!(html.matches("/accept\"").count(), 2, "a section, and all papers without a key");
    let off = page(&Frame { keys: false, ..Frame::bare(Lang::En) }, &case).body;
    assert!(!off.contains("aria-keyshortcuts") && !off.contains("data-keys"), "{off}");
}

#[test]
fn old_and_new_stand_side_by_side_with_what_was_asked() {
    let mut changed = item(field("bank", "account_holder"), Requirement::Submitted, None);
    changed.asked = Some(items::Asked {
        reason: RedoReason::NameDiffers,
        words: "See <the> licence".into(),
        at: AT,
        reply: Reply::Changed,
        explanation: None,
        before: Some([("account_holder".to_owned(), "旧名称".to_owned())].into()),
        before_file: None,
    });
    let html = body(&Model { items: vec![changed], ..model() });
    assert!(html.contains("<del>旧名称</del>") && html.contains("<ins>海曼(上海)有限公司</ins>"), "{html}");
    assert!(html.contains("See &lt;the&gt; licence"), "{html}");
}

#[test]
fn what_goes_back_leads_to_its_preview() {
    let back = Judgement::SentBack { reason: RedoReason::Wrong, words: String::new() };
    let items = vec![item(field("bank", "account_holder"), Requirement::RedoRequested, Some(back))];
    let acts = Acts { judge: true, ..Acts::default() };
    let html = body(&Model { items, acts, ..model() });
    assert!(html.contains("href=\"/t/harbour/desk/cases/c1/changes\"") && html.contains("Send back 1 item"));
}

#[test]
fn an_id_is_marked_by_the_rule_of_its_kind() {
    let book = rules::load_all().unwrap();
    let newest = book.get("CN", "enterprise", "2026-11-24").unwrap();
    let marked = |kind: &str| {
        let values: Values =
            [("id_kind", kind), ("id_number", "••••002X")].map(|(name, value)| (name.into(), value.into())).into();
        let answers: Answers = [("representative".to_owned(), values)].into();
        let saved = Saved { version: 1, by: "owner@haven.example".into(), at: AT };
        let sections = [("representative".to_owned(), saved)].into();
        body(&Model { rules: newest.shaped(&answers), answers, sections, ..model() })
            .contains("Form and check digit hold")
    };
    assert!(marked("resident_id") && !marked("passport"));
}

#[test]
fn a_section_is_named_where_another_has_a_field_of_the_same_name() {
    let rules = rules::load_all().unwrap().current("cn-enterprise", date!(2026 - 11 - 27)).unwrap().clone();
    let label = |section, code| items::label(&Frame::bare(Lang::En), &rules, &field(section, code));
    assert_eq!(label("representative", "name"), "Name (Legal representative)");
    assert_eq!(label("scene_mini_program", "appid"), "AppID (Mini-program)");
    assert_eq!(label("business", "legal_name"), "Company name");
}

#[test]
fn what_only_a_file_can_be_is_said_of_the_file_whatever_was_named() {
    let said = |what: &Fault, reason| items::redo(&Frame::bare(Lang::En), what, reason);
    let paper = Fault::Paper("bank_proof".into());
    assert_eq!(said(&paper, RedoReason::Incomplete), "This paper is needed as well");
    assert_eq!(said(&paper, RedoReason::Unreadable), "It can’t be read: blurred, dark or glaring");
    assert_eq!(said(&field("bank", "branch"), RedoReason::Incomplete), "It is incomplete");
    assert_eq!(said(&field("bank", "branch"), RedoReason::CutOff), "Not all four corners are in the picture");
}

#[test]
fn each_item_that_keeps_the_approval_is_a_link_in_the_banner() {
    let items = vec![item(field("bank", "account_holder"), Requirement::Submitted, None)];
    let acts = Acts { recommend: true, ..Acts::default() };
    let html = body(&Model { items, acts, ..model() });
    let banner = html.split("class=\"banner ").find(|part| part.contains("Approval waits for 1 item"));
    assert!(banner.is_some_and(|part| part.contains("href=\"#item-field-bank-account_holder\"")), "{html}");
}
