//! The Chinese enterprise's rules against answers right, wrong and doubtful.

use super::*;
use crate::applications::{answers::day_from_parts, rules};
use proptest::prelude::*;
use time::macros::date;

pub(crate) const TODAY: Date = date!(2026 - 11 - 23);

/// The first version of the rules, whose sections are few.
pub(crate) fn rules() -> RuleSet {
    rules::load_all().unwrap().get("CN", "enterprise", "2026-11").unwrap().clone()
}

/// A business with nothing wrong: the numbers are the sheet's vectors or built from them.
pub(crate) fn answers() -> Answers {
    let section = |values: &[(&str, &str)]| -> Values {
        values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    [
        (
            "business",
            section(&[
                ("legal_name", "深圳市海风贸易有限公司"),
                ("uscc", "91440300708461136T"),
                ("province", "广东省"),
                ("city", "深圳市"),
                ("street", "科技园路1号"),
                ("licence_from", "2010-01-01"),
                ("licence_open", "yes"),
                ("scope", "茶叶与茶具的网上零售"),
            ]),
        ),
        (
            "representative",
            section(&[
                ("name", "𠮷田买买提·艾力"),
                ("id_kind", "resident_id"),
                ("id_number", "11010519491231002X"),
                ("id_validity_from", "2010-05-20"),
                ("id_validity_open", "yes"),
                ("phone", "138 0013 8000"),
            ]),
        ),
        (
            "bank",
            section(&[
                ("account_holder", "深圳市海风贸易有限公司"),
                ("bank_name", "招商银行"),
                ("cnaps", "308584000013"),
                ("account_number", "7559 1234 5678 901"),
            ]),
        ),
        ("channels", section(&[("wanted", "alipay,wechat_pay")])),
        ("agreement", section(&[("accepted", "2026-11")])),
    ]
    .into_iter()
    .map(|(code, values)| (code.to_owned(), values))
    .collect()
}

/// The findings after one value is set; an empty one is as good as none.
fn with(section: &str, input: &str, value: &str) -> Vec<(String, Weight, String)> {
    with_all(&[(section, input, value)])
}

fn with_all(changes: &[(&str, &str, &str)]) -> Vec<(String, Weight, String)> {
    let mut answers = answers();
    for (section, input, value) in changes {
        answers.get_mut(*section).unwrap().insert((*input).into(), (*value).into());
    }
    all(&rules(), &answers, TODAY).into_iter().map(|f| (f.input, f.weight, f.key)).collect()
}

fn one(input: &str, weight: Weight, key: &str) -> Vec<(String, Weight, String)> {
    vec![(input.into(), weight, key.into())]
}

#[test]
fn a_sound_application_has_no_findings() {
    assert_eq!(all(&rules(), &answers(), TODAY), []);
}

#[test]
fn what_is_missing_is_said_at_its_field() {
    use Weight::Missing;
    assert_eq!(with("business", "legal_name", " "), one("legal_name", Missing, "error-required"));
    assert_eq!(with("business", "district", ""), []);
    assert_eq!(with("business", "licence_open", ""), one("licence_until", Missing, "error-required"));
    assert_eq!(with("channels", "wanted", ""), one("wanted", Missing, "error-choose-some"));
    assert_eq!(with("agreement", "accepted", ""), one("accepted", Missing, "error-accept"));
    let missing = all(&rules(), &Answers::new(), TODAY);
    assert!(missing.iter().all(|finding| finding.weight == Missing && finding.blocks()));
    assert_eq!(missing.len(), 20);
}

#[test]
fn what_is_wrong_is_refused_with_its_reason() {
    use Weight::Refusal;
    let (long, two_digits) = ("长".repeat(129), day_from_parts("19", "3", "7"));
    let refused =
        |section, input, value, key| assert_eq!(with(section, input, value), one(input, Refusal, key));
    refused("business", "city", &long, "error-too-long");
    refused("business", "city", "深\u{0}圳", "error-control-characters");
    refused("business", "uscc", "91440300708461136U", "error-cn-uscc-check-digit");
    refused("business", "licence_from", "2026-02-30", "error-date");
    refused("business", "licence_from", &two_digits, "error-date");
    refused("business", "licence_from", "0019-03-07", "error-date");
    refused("business", "licence_from", "2026-11-24", "error-validity-future");
    refused("business", "licence_until", "2030-01-01", "error-validity-both");
    refused("representative", "id_kind", "passport", "error-choose");
    refused("representative", "id_number", "110105194912310021", "error-cn-resident-id-check-digit");
    refused("representative", "phone", "12345", "error-phone");
    refused("bank", "account_number", "1234567", "error-digits");
    refused("bank", "account_holder", "深圳市海风贸易公司", "error-account-holder-differs");
    refused("channels", "wanted", "alipay,google_pay", "error-channel-not-offered");
    refused("agreement", "accepted", "2025-01", "error-accept-version");
}

#[test]
fn validity_ends_are_judged_on_the_day() {
    let until = |day| with_all(&[("business", "licence_open", ""), ("business", "licence_until", day)]);
    assert_eq!(until("2026-11-22"), one("licence_until", Weight::Refusal, "error-validity-over"));
    assert_eq!(until("2026-11-23"), one("licence_until", Weight::Warning, "warn-validity-ends-soon"));
    assert_eq!(until("2009-12-31"), one("licence_until", Weight::Refusal, "error-validity-order"));
    assert_eq!(until("2027-01-22"), one("licence_until", Weight::Warning, "warn-validity-ends-soon"));
    assert_eq!(until("2027-01-23"), []);
}

#[test]
fn doubts_warn_and_do_not_block() {
    use Weight::Warning;
    let doubted = |section, input, value, at, key| {
        assert_eq!(with(section, input, value), one(at, Warning, key));
    };
    doubted("business", "province", "Beijing", "uscc", "warn-uscc-province");
    doubted("bank", "bank_name", "中国工商银行", "cnaps", "warn-cnaps-bank");
    doubted("bank", "cnaps", "308584000014", "cnaps", "warn-cnaps-check-digit");
    doubted("representative", "id_validity_from", "1949-01-01", "id_validity_from", "warn-id-before-birth");
    let class = with("business", "uscc", "92440300708461136J");
    assert!(class.iter().all(|(_, weight, _)| *weight != Weight::Missing));
}

#[test]
fn a_code_of_an_individual_business_is_doubted() {
    let mut answers = answers();
    let code = crate::identifiers::Kind::CnUscc;
    let body = "92440300708461136";
    let found = "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().map(|c| format!("{body}{c}"));
    let sound: Vec<String> = found
        .filter(|c| crate::identifiers::check(code, c, TODAY) == crate::identifiers::Verdict::Ok)
        .collect();
    answers.get_mut("business").unwrap().insert("uscc".into(), sound[0].clone());
    let findings = all(&rules(), &answers, TODAY);
    assert_eq!((findings.len(), findings[0].key.as_str()), (1, "warn-uscc-class"));
    assert_eq!(findings[0].args, [("found", "92".to_owned()), ("expected", "91".to_owned())]);
}

#[test]
fn an_ids_term_fits_its_holders_age() {
    // Born on 1991-01-01 (360426199101010071): 10 years from 16, 20 from 26.
    let term = |from, until, open| {
        with_all(&[
            ("representative", "id_number", "360426199101010071"),
            ("representative", "id_validity_from", from),
            ("representative", "id_validity_until", until),
            ("representative", "id_validity_open", open),
        ])
    };
    assert_eq!(term("2017-01-01", "2037-01-01", ""), []);
    assert_eq!(term("2016-12-31", "2026-12-31", "")[0].2, "warn-validity-ends-soon");
    assert_eq!(
        term("2017-01-01", "2027-03-01", ""),
        one("id_validity_until", Weight::Warning, "warn-id-term")
    );
    assert_eq!(term("2020-02-29", "2040-02-28", ""), []);
    assert_eq!(term("2017-01-01", "", "yes"), one("id_validity_until", Weight::Warning, "warn-id-term"));
}

#[test]
fn names_are_compared_after_folding() {
    let both =
        |name, holder| with_all(&[("business", "legal_name", name), ("bank", "account_holder", holder)]);
    assert_eq!(both("海曼（上海）有限公司", "海曼(上海) 有限公司"), []);
    assert_eq!(both("ＡＣＭＥ茶业有限公司", "acme茶业有限公司"), []);
}

#[test]
fn values_are_kept_in_one_form() {
    let rules = rules();
    let normal = |path: &str, typed| rules.field(path).unwrap().normal(typed);
    assert_eq!(normal("business.uscc", "９１４４-0300 708461136t"), "91440300708461136T");
    assert_eq!(normal("representative.phone", "+86 138-0013-8000"), "+8613800138000");
    assert_eq!(normal("representative.phone", "0041 44 668 18 00"), "+41446681800");
    assert_eq!(normal("bank.account_number", "7559 1234"), "75591234");
    assert_eq!(normal("business.legal_name", " 海曼（上海） "), "海曼（上海）");
    assert_eq!(day_from_parts("2026", "１", " 3"), "2026-01-03");
    assert_eq!(day_from_parts("19", "3", "7"), "19-03-07");
    assert_eq!(day_from_parts("", " ", ""), "");
}

/// The words of the identifiers' rules that kinds ask for, as [`crate::identifiers::check`] says them.
const IDENTIFIERS: &[(&str, &[&str])] = &[
    ("error-cn-uscc", &["length", "alphabet", "region", "check-digit"]),
    ("warn-cn-uscc", &["region", "organisation-code"]),
    ("error-cn-resident-id", &["length", "alphabet", "check-digit", "date", "future"]),
    ("warn-cn-resident-id", &["region"]),
    ("warn-cnaps", &["length", "alphabet", "check-digit"]),
    ("error-iban", &["length", "country", "structure", "check-digit"]),
    ("error-sg-uen", &["length", "structure", "alphabet", "check-digit", "future"]),
    ("warn-sg-uen", &["type"]),
    ("error-de-vat", &["length", "alphabet", "check-digit"]),
    ("warn-de-vat", &["leading-zero"]),
    ("error-gb-vat", &["length", "alphabet", "check-digit"]),
    ("error-hk-brn", &["length", "alphabet"]),
    ("error-gb-crn", &["length", "structure"]),
    ("error-de-hrb", &["register", "structure"]),
];

const OTHERS: &[&str] = &[
    "error-required",
    "error-choose",
    "error-choose-some",
    "error-accept",
    "error-accept-version",
    "error-too-long",
    "error-control-characters",
    "error-date",
    "error-digits",
    "error-digits-exact",
    "error-code-exact",
    "error-phone",
    "error-email",
    "error-channel-not-offered",
    "error-validity-future",
    "error-validity-order",
    "error-validity-over",
    "error-validity-both",
    "error-account-holder-differs",
    "warn-validity-ends-soon",
    "warn-uscc-class",
    "warn-uscc-province",
    "warn-cnaps-bank",
    "warn-id-before-birth",
    "warn-id-term",
];

#[test]
fn every_finding_has_words_in_both_languages() {
    let identifiers =
        IDENTIFIERS.iter().flat_map(|(kind, words)| words.iter().map(move |w| format!("{kind}-{w}")));
    let keys: Vec<String> = identifiers.chain(OTHERS.iter().map(ToString::to_string)).collect();
    for language in ["en", "zh-CN"] {
        let words = rules::tests::words(language);
        for key in &keys {
            let worded = words.lines().any(|line| line.starts_with(&format!("{key} =")));
            assert!(worded, "{key} has no words in {language}");
        }
    }
}

proptest! {
    #[test]
    fn nothing_typed_panics_and_only_warnings_are_kept_apart(
        section in prop::sample::select(vec!["business", "representative", "bank", "channels", "agreement"]),
        pick in 0usize..12,
        typed in "\\PC{0,40}",
    ) {
        let rules = rules();
        let inputs = rules.section(section).unwrap().inputs();
        let input = &inputs[pick % inputs.len()];
        for (_, weight, key) in with(section, input, &typed) {
            prop_assert_eq!(key.starts_with("warn-"), weight == Weight::Warning);
        }
    }
}
