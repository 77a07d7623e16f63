//! The kinds of 2026-11-28, and one sound merchant of every kind: the one with which tests walk all the way.

use super::*;
use crate::applications::{Answer, Field, Finding, Values, Weight, answers::day_from_parts, check, rules};
use serde::Deserialize;
use std::collections::BTreeSet;
use time::{Date, macros::date};

/// The day on which tests stand still.
const TODAY: Date = date!(2026 - 11 - 30);

/// A merchant as `tests/merchants.json` tells it: names and values of its forms, section after section.
#[derive(Deserialize)]
struct Merchant {
    kind: String,
    sections: Vec<(String, Vec<(String, String)>)>,
    papers: Vec<String>,
    channels: Vec<String>,
}

fn merchants() -> Vec<Merchant> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/merchants.json");
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

fn rules(code: &str) -> RuleSet {
    rules::load_all().unwrap().current(code, TODAY).unwrap().clone()
}

/// What the values of a form come to, in the form in which they are kept.
fn kept(field: &Field, form: &[(String, String)]) -> Values {
    let all = |name: &str| {
        form.iter().filter(|(sent, _)| sent == name).map(|(_, value)| value.as_str()).collect::<Vec<_>>()
    };
    let one = |name: &str| all(name).first().copied().unwrap_or_default().to_owned();
    let day = |name: &str| {
        let [year, month, day] = ["year", "month", "day"].map(|part| one(&format!("{name}_{part}")));
        day_from_parts(&year, &month, &day)
    };
    let read = |input: &String| match &field.answer {
        Answer::Validity if input.ends_with("_open") => one(&format!("{}_until_long_term", field.code)),
        Answer::Validity | Answer::PastDate => day(input),
        Answer::Channels | Answer::Choices(_) => all(input).join(","),
        Answer::Accept { version, .. } if one(input) == "yes" => version.clone(),
        _ => field.normal(&one(input)),
    };
    let values = field.inputs().into_iter().map(|input| (input.clone(), read(&input)));
    values.filter(|(_, value)| !value.is_empty()).collect()
}

impl Merchant {
    fn of(kind: &str) -> Self {
        merchants().into_iter().find(|one| one.kind == kind).unwrap()
    }

    fn answers(&self, rules: &RuleSet) -> Answers {
        let kept = |code: &str, form: &[(String, String)]| {
            let section = rules.section(code.split('.').next().unwrap()).unwrap();
            section.fields.iter().flat_map(|field| kept(field, form)).collect()
        };
        self.sections.iter().map(|(code, form)| (code.clone(), kept(code, form))).collect()
    }
}

/// What is found in a merchant's answers once some of them are others.
fn found(kind: &str, changes: &[(&str, &str, &str)]) -> Vec<(String, Weight, String)> {
    let set = rules(kind);
    let mut answers = Merchant::of(kind).answers(&set);
    for (section, input, value) in changes {
        answers.get_mut(*section).unwrap().insert((*input).into(), (*value).into());
    }
    let told = |f: Finding| (format!("{}.{}", f.section, f.input), f.weight, f.key);
    check::all(&set.shaped(&answers), &answers, TODAY).into_iter().map(told).collect()
}

fn one(at: &str, weight: Weight, key: &str) -> Vec<(String, Weight, String)> {
    vec![(at.into(), weight, key.into())]
}

fn asked(kind: &str, answers: &[(&str, &[(&str, &str)])]) -> RuleSet {
    let values = |pairs: &[(&str, &str)]| -> Values {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    rules(kind).shaped(&answers.iter().map(|(code, pairs)| ((*code).to_owned(), values(pairs))).collect())
}

fn papers(set: &RuleSet) -> Vec<&str> {
    set.papers.iter().map(|paper| paper.code.as_str()).collect()
}

fn sections(set: &RuleSet) -> Vec<&str> {
    set.sections.iter().map(|section| section.code.as_str()).collect()
}

#[test]
fn every_kind_has_one_sound_merchant_with_all_its_papers() {
    let book = rules::load_all().unwrap();
    let all = merchants();
    let kinds: BTreeSet<String> = book.offered(TODAY).into_iter().map(RuleSet::code).collect();
    assert_eq!(all.iter().map(|one| one.kind.clone()).collect::<BTreeSet<_>>(), kinds);
    for merchant in all {
        let set = rules(&merchant.kind);
        let answers = merchant.answers(&set);
        let shaped = set.shaped(&answers);
        assert_eq!(check::all(&shaped, &answers, TODAY), [], "{}", merchant.kind);
        let told: Vec<_> = merchant.sections.iter().map(|(code, _)| code.as_str()).collect();
        assert_eq!(sections(&shaped), told, "{}", merchant.kind);
        let wanted = shaped.papers.iter().filter(|paper| paper.min > 0).map(|paper| paper.code.as_str());
        assert_eq!(
            wanted.collect::<BTreeSet<_>>(),
            merchant.papers.iter().map(String::as_str).collect(),
            "{}",
            merchant.kind
        );
        assert_eq!(
            shaped.open().filter(|code| merchant.channels.iter().any(|one| one == code)).count(),
            merchant.channels.len()
        );
    }
}

#[test]
fn an_empty_application_is_asked_what_everybody_of_its_kind_is_asked() {
    let abroad = [
        "business",
        "ownership",
        "director",
        "applicant",
        "bank",
        "scenes",
        "channels",
        "consents",
        "agreement",
    ];
    for (kind, papers_of_all) in [
        ("hk-company", &["incorporation", "bank_proof"][..]),
        ("sg-company", &["business_profile", "bank_proof"]),
        ("de-gmbh", &["register_extract", "articles", "bank_proof"]),
        ("gb-limited", &["incorporation", "bank_proof"]),
    ] {
        let set = asked(kind, &[]);
        assert_eq!((sections(&set), papers(&set)), (abroad.to_vec(), papers_of_all.to_vec()), "{kind}");
    }
    let institution = asked("cn-institution", &[]);
    assert_eq!(
        sections(&institution),
        ["business", "representative", "applicant", "bank", "scenes", "channels", "consents", "agreement"]
    );
    assert_eq!(papers(&institution), ["certificate", "representative_id_front", "unit_letter", "bank_proof"]);
    let micro = asked("cn-micro", &[]);
    assert_eq!(
        sections(&micro),
        ["business", "operator", "channels", "bank", "scenes", "consents", "agreement"]
    );
    assert_eq!(papers(&micro), ["operator_id_front"]);
    let corporation = asked("us-corporation", &[]);
    assert_eq!(papers(&corporation), ["ein_letter", "incorporation", "owner_statement", "bank_proof"]);
}

#[test]
fn answers_call_for_the_papers_of_people_agents_and_shops() {
    for kind in ["hk-company", "sg-company", "de-gmbh", "gb-limited"] {
        let given: &[(&str, &[(&str, &str)])] = &[
            ("ownership", &[("has_owners", "yes"), ("through_others", "no")]),
            ("owner.1", &[("id_kind", "passport")]),
            ("director", &[("is_owner", "no"), ("id_kind", "passport")]),
            ("applicant", &[("is", "agent")]),
            ("agent", &[("id_kind", "passport")]),
            ("scenes", &[("kinds", "app,store")]),
            ("channels", &[("wanted", "google_pay")]),
        ];
        let set = asked(kind, given);
        let always = asked(kind, &[]);
        let more: Vec<_> = papers(&set).into_iter().filter(|one| !papers(&always).contains(one)).collect();
        let expected = [
            "owner_id_front.1",
            "director_id_front",
            "agent_id_front",
            "letter_of_authority",
            "store_front",
            "store_inside",
            "app_screens",
        ];
        assert_eq!(more, expected, "{kind}");
        assert_eq!(set.section("consents").unwrap().inputs(), ["sensitive", "receiver_google_pay", "abroad"]);
    }
}

#[test]
fn a_chart_is_asked_where_singapores_owners_hold_through_others() {
    let chart = |has_owners, through_others| {
        let given = [("has_owners", has_owners), ("through_others", through_others)];
        papers(&asked("sg-company", &[("ownership", &given)])).contains(&"ownership_chart")
    };
    assert!(chart("yes", "yes") && !chart("yes", "no") && !chart("no", "yes"));
}

#[test]
fn a_corporation_run_from_abroad_proves_its_business_in_the_states() {
    let proof = |run_here| {
        papers(&asked("us-corporation", &[("business", &[("run_here", run_here)])])).contains(&"us_nexus")
    };
    assert!(proof("no") && !proof("yes"));
}

#[test]
fn micro_merchants_show_where_they_sell_and_settle_with_alipay_to_an_account_there() {
    let shown = |kinds| {
        let set = asked("cn-micro", &[("scenes", &[("kinds", kinds)])]);
        papers(&set).into_iter().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(shown("store"), ["store_front", "store_inside"]);
    assert_eq!(shown("mobile"), ["mobile_place"]);
    assert_eq!(shown("site"), ["site_screens"]);
    let account = |wanted| {
        let set = asked("cn-micro", &[("channels", &[("wanted", wanted)])]);
        set.field("bank.alipay_account").is_some()
    };
    assert!(account("alipay,wechat_pay") && !account("wechat_pay"));
    assert_eq!(
        found("cn-micro", &[("bank", "account_holder", "王五")]),
        one("bank.account_holder", Weight::Refusal, "error-account-holder-operator")
    );
    assert_eq!(
        found("cn-micro", &[("business", "legal_name", "海边糖水有限公司")]),
        one("business.legal_name", Weight::Refusal, "error-micro-ends-company")
    );
}

#[test]
fn an_institution_is_told_from_a_company_by_its_code() {
    assert_eq!(
        found("cn-institution", &[("business", "uscc", "91440300708461136T")]),
        one("business.uscc", Weight::Warning, "warn-uscc-class")
    );
    assert_eq!(
        found("cn-institution", &[("bank", "account_holder", "深圳市海风贸易有限公司")]),
        one("bank.account_holder", Weight::Refusal, "error-account-holder-business")
    );
}

#[test]
fn numbers_of_companies_are_judged_by_their_register() {
    for (kind, field, wrong, key) in [
        ("hk-company", "brn", "8765432", "error-hk-brn-length"),
        ("sg-company", "uen", "201912345D", "error-sg-uen-check-digit"),
        ("de-gmbh", "hrb", "HRA123456", "error-de-hrb-register"),
        ("de-gmbh", "vat", "DE287654325", "error-de-vat-check-digit"),
        ("de-gmbh", "postcode", "2045", "error-digits-exact"),
        ("gb-limited", "crn", "9876543", "error-gb-crn-length"),
        ("gb-limited", "vat", "GB123456783", "error-gb-vat-check-digit"),
        ("us-corporation", "ein", "072103594", "error-us-ein-prefix"),
    ] {
        let at = format!("business.{field}");
        assert_eq!(found(kind, &[("business", field, wrong)]), one(&at, Weight::Refusal, key), "{kind}");
    }
    for (kind, field, wrong, key) in [
        ("de-gmbh", "iban", "DE89370400440532013001", "error-iban-check-digit"),
        ("gb-limited", "sort_code", "12345", "error-digits-exact"),
        ("gb-limited", "account_number", "1234567", "error-digits-exact"),
        ("us-corporation", "routing", "021000022", "error-us-aba-check-digit"),
    ] {
        let at = format!("bank.{field}");
        assert_eq!(found(kind, &[("bank", field, wrong)]), one(&at, Weight::Refusal, key), "{kind}");
    }
    assert_eq!(
        found("sg-company", &[("owner.1", "id_number", "S765432")]),
        one("owner.1.id_number", Weight::Refusal, "error-code-exact")
    );
}

#[test]
fn a_company_abroad_settles_to_itself_and_its_signatory_is_whom_it_names() {
    for kind in ["hk-company", "sg-company", "de-gmbh", "gb-limited", "us-corporation"] {
        assert_eq!(
            found(kind, &[("bank", "account_holder", "Somebody Else")]),
            one("bank.account_holder", Weight::Refusal, "error-account-holder-differs"),
            "{kind}"
        );
        let signs = if kind == "us-corporation" { "control_person" } else { "director" };
        let stranger = found(kind, &[(signs, "is_owner", "yes"), (signs, "name", "Somebody Else")]);
        let refused = one(&format!("{signs}.name"), Weight::Refusal, "error-signatory-no-owner");
        assert_eq!(stranger, refused, "{kind}");
    }
    assert_eq!(found("gb-limited", &[("bank", "account_holder", "Ferryman Books Ltd")]), []);
}

/// So many answers one field has to be typed; what is chosen, ticked or photographed is not.
fn typed(field: &Field, values: &Values) -> usize {
    match field.answer_beside(values) {
        Answer::Choice(_)
        | Answer::Choices(_)
        | Answer::Listed(_)
        | Answer::Place
        | Answer::Channels
        | Answer::Accept { .. } => 0,
        // Two days at most, or one and "long-term".
        Answer::Validity => 2,
        _ => 1,
    }
}

#[test]
fn a_shopkeeper_on_a_telephone_types_at_most_twenty_five_answers_and_takes_five_photographs() {
    let given: &[(&str, &[(&str, &str)])] = &[
        ("operator", &[("id_kind", "resident_id")]),
        ("applicant", &[("is", "operator")]),
        ("scenes", &[("kinds", "store"), ("mcc", "5331")]),
        ("channels", &[("wanted", "alipay,wechat_pay")]),
    ];
    let set = asked("cn-individual", given);
    let none = Values::new();
    let fields = set.sections.iter().flat_map(|section| &section.fields);
    let all: usize = fields.filter(|field| field.is_required(&none)).map(|field| typed(field, &none)).sum();
    assert!(all <= 25, "{all} answers are typed");
    let photographs: u8 = set.papers.iter().map(|paper| paper.min).sum();
    assert!(photographs <= 5, "{photographs} photographs");
}
