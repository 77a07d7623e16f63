//! The three kinds' rules, shaped by answers and judged.

use super::*;
use crate::applications::{Answer, Finding, Values, Weight, check, rules};
use time::{Date, macros::date};

const TODAY: Date = date!(2026 - 11 - 27);

fn rules(code: &str) -> RuleSet {
    rules::load_all().unwrap().current(code, TODAY).unwrap().clone()
}

fn answers(sections: &[(&str, &[(&str, &str)])]) -> Answers {
    let values = |pairs: &[(&str, &str)]| -> Values {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    sections.iter().map(|(code, pairs)| ((*code).to_owned(), values(pairs))).collect()
}

fn sections(set: &RuleSet) -> Vec<&str> {
    set.sections.iter().map(|section| section.code.as_str()).collect()
}

fn papers(set: &RuleSet) -> Vec<&str> {
    set.papers.iter().map(|paper| paper.code.as_str()).collect()
}

/// What is found in these answers alone, missing ones apart.
fn found(code: &str, given: &[(&str, &[(&str, &str)])]) -> Vec<(String, Weight, String)> {
    let given = answers(given);
    let all = check::all(&rules(code).shaped(&given), &given, TODAY);
    let told = |f: Finding| (format!("{}.{}", f.section, f.input), f.weight, f.key);
    all.into_iter().filter(|f| f.weight != Weight::Missing).map(told).collect()
}

fn one(at: &str, weight: Weight, key: &str) -> Vec<(String, Weight, String)> {
    vec![(at.into(), weight, key.into())]
}

#[test]
fn an_empty_application_is_asked_what_everybody_is_asked() {
    let set = rules("cn-enterprise").shaped(&Answers::new());
    let asked = [
        "business",
        "representative",
        "beneficial_owner.1",
        "applicant",
        "bank",
        "scenes",
        "channels",
        "consents",
        "agreement",
    ];
    assert_eq!(sections(&set), asked);
    assert_eq!(papers(&set), ["business_licence", "representative_id_front", "bank_proof"]);
    assert_eq!(set.section("consents").unwrap().fields.len(), 1, "no channel is wanted yet");
    let more: Vec<_> = set.more.iter().map(|more| more.section.code.as_str()).collect();
    assert_eq!(more, ["beneficial_owner.2"]);
}

#[test]
fn answers_call_for_sections_papers_and_consents() {
    let set = rules("cn-enterprise").shaped(&answers(&[
        ("representative", &[("id_kind", "resident_id")]),
        ("beneficial_owner.1", &[("who", "representative")]),
        ("beneficial_owner.3", &[("who", "other"), ("id_kind", "passport")]),
        ("applicant", &[("is", "agent")]),
        ("agent", &[("id_kind", "resident_id")]),
        ("scenes", &[("kinds", "store,app"), ("mcc", "5812")]),
        ("channels", &[("wanted", "alipay,paypal")]),
    ]));
    let asked = [
        "business",
        "representative",
        "beneficial_owner.1",
        "beneficial_owner.3",
        "applicant",
        "agent",
        "bank",
        "scenes",
        "scene_app",
        "scene_store",
        "channels",
        "consents",
        "agreement",
    ];
    assert_eq!(sections(&set), asked);
    let owner = set.section("beneficial_owner.3").unwrap().instance.clone().unwrap();
    assert_eq!((owner.place, owner.removable), (2, true));
    assert_eq!(
        papers(&set),
        [
            "business_licence",
            "representative_id_front",
            "representative_id_back",
            "owner_id_front.3",
            "agent_id_front",
            "agent_id_back",
            "letter_of_authority",
            "store_front",
            "store_inside",
            "app_screens",
            "industry_permit",
            "bank_proof",
        ]
    );
    let consents: Vec<_> = set.section("consents").unwrap().inputs();
    assert_eq!(consents, ["sensitive", "receiver_alipay", "receiver_paypal", "abroad"]);
    assert_eq!(set.section_or_more("beneficial_owner.2").unwrap().instance.as_ref().unwrap().place, 3);
    assert!(set.section_or_more("beneficial_owner.4").is_none());
}

#[test]
fn nobody_receives_data_without_being_consented_to() {
    let book = rules::load_all().unwrap();
    let kinds = book.offered(date!(2026 - 11 - 28));
    assert_eq!(kinds.len(), 10);
    for set in kinds {
        let code = set.code();
        for wallet in set.open().map(str::to_owned).collect::<Vec<_>>() {
            let wanted = answers(&[("channels", &[("wanted", &wallet)])]);
            let name = format!("receiver_{wallet}");
            let shaped = set.shaped(&wanted);
            let field = shaped.section("consents").unwrap().field(&name).cloned();
            let text = format!("consent-receiver-{}", wallet.replace('_', "-"));
            let answer = field.filter(|field| field.required).map(|field| field.answer);
            let asks = matches!(answer, Some(Answer::Accept { text: asked, .. }) if asked == text);
            assert!(asks, "{code} asks nobody to consent to {wallet}");
        }
    }
}

#[test]
fn nothing_is_removable_below_the_least_nor_begun_above_the_most() {
    let set = rules("us-llc");
    assert!(!sections(&set.shaped(&Answers::new())).contains(&"owner.1"), "not asked before it is known");
    let owners = |count: u8| {
        let mut given = answers(&[("ownership", &[("has_owners", "yes")])]);
        for slot in 1..=count {
            given.extend(answers(&[(&format!("owner.{slot}"), &[("name", "Ann")])]));
        }
        set.shaped(&given)
    };
    let removable =
        |set: &RuleSet| of(&set.sections, "owner").filter(|s| s.instance.as_ref().unwrap().removable).count();
    assert_eq!((removable(&owners(0)), removable(&owners(1)), removable(&owners(2))), (0, 0, 2));
    assert_eq!((owners(3).more.len(), owners(4).more.len()), (1, 0));
}

#[test]
fn shares_grounds_and_names_are_compared_between_owners() {
    let owner = |share, basis, name| [("who", "other"), ("share", share), ("basis", basis), ("name", name)];
    let two = |first: [(&str, &str); 4], second: [(&str, &str); 4]| {
        found("cn-enterprise", &[("beneficial_owner.1", &first), ("beneficial_owner.2", &second)])
    };
    assert_eq!(two(owner("60", "direct", "王一"), owner("40", "indirect", "王二")), []);
    assert_eq!(
        two(owner("60", "direct", "王一"), owner("40.01", "direct", "王二")),
        one("beneficial_owner.2.share", Weight::Refusal, "error-shares-total")
    );
    assert_eq!(
        two(owner("60", "direct", "王一"), owner("", "control", "王二")),
        one("beneficial_owner.2.basis", Weight::Warning, "warn-basis-order")
    );
    assert_eq!(
        two(owner("60", "direct", "王 一"), owner("30", "direct", "王一")),
        one("beneficial_owner.2.name", Weight::Warning, "warn-named-twice")
    );
    let single = |share| found("cn-enterprise", &[("beneficial_owner.1", &owner(share, "direct", "王一"))]);
    let refused = one("beneficial_owner.1.share", Weight::Refusal, "error-percent");
    for share in ["24.99", "100.01", "0", "a half", "33.333", "-30"] {
        assert_eq!(single(share), refused, "{share}");
    }
}

#[test]
fn the_representative_is_one_owner() {
    let owners = |second| {
        let first = [("who", "representative"), ("basis", "control")];
        let second = [("who", second), ("basis", "control")];
        found("cn-enterprise", &[("beneficial_owner.1", &first), ("beneficial_owner.4", &second)])
    };
    assert_eq!(owners("other"), []);
    assert_eq!(
        owners("representative"),
        one("beneficial_owner.4.who", Weight::Warning, "warn-representative-twice")
    );
}

#[test]
fn whoever_applies_as_an_owner_is_one_of_those_named() {
    let applies = |is, name| {
        let given: &[(&str, &[(&str, &str)])] = &[
            ("representative", &[("name", "李海风")]),
            ("beneficial_owner.1", &[("who", "representative"), ("basis", "control")]),
            ("beneficial_owner.3", &[("who", "other"), ("basis", "control"), ("name", "Ada Møller")]),
            ("applicant", &[("is", is), ("owner_name", name)]),
        ];
        found("cn-enterprise", given)
    };
    assert_eq!((applies("owner", "ada  møller"), applies("owner", "李海风")), (vec![], vec![]));
    assert_eq!(
        applies("owner", "Ann Lee"),
        one("applicant.owner_name", Weight::Refusal, "error-applicant-no-owner")
    );
    assert_eq!(applies("agent", "Ann Lee"), [], "it counts for owners alone");
    let missing = |is| {
        let given = answers(&[("applicant", &[("is", is), ("email", "a@b.example")])]);
        let all = check::all(&rules("us-llc").shaped(&given), &given, TODAY);
        all.into_iter().filter(|f| f.section == "applicant").map(|f| f.input).collect::<Vec<_>>()
    };
    assert_eq!((missing("owner"), missing("control")), (vec!["owner_name".to_owned()], vec![]));
}

#[test]
fn nobody_is_an_owner_where_there_are_none() {
    let llc = |has_owners, is_owner, applicant| {
        found(
            "us-llc",
            &[
                ("ownership", &[("has_owners", has_owners)]),
                ("owner.1", &[("name", "Ann Lee")]),
                ("control_person", &[("is_owner", is_owner)]),
                ("applicant", &[("is", applicant), ("owner_name", "Ann Lee")]),
            ],
        )
    };
    assert_eq!(llc("yes", "yes", "owner"), []);
    assert_eq!(llc("no", "no", "control"), []);
    assert_eq!(
        llc("no", "yes", "control"),
        one("control_person.is_owner", Weight::Refusal, "error-no-owners-named")
    );
    assert_eq!(llc("no", "no", "owner"), one("applicant.is", Weight::Refusal, "error-no-owners-named"));
}

#[test]
fn a_zip_code_has_five_digits_or_nine() {
    let zip = |typed| found("us-llc", &[("business", &[("zip", typed)])]);
    assert_eq!((zip("94607"), zip("94607-1234")), (vec![], vec![]));
    for digits in ["946071", "9460712", "94607123"] {
        assert_eq!(zip(digits), one("business.zip", Weight::Refusal, "error-us-zip-length"), "{digits}");
    }
}

#[test]
fn a_person_is_asked_for_what_their_answers_need() {
    let missing = |given: &[(&str, &str)]| {
        let given = answers(&[("beneficial_owner.1", given)]);
        let all = check::all(&rules("cn-enterprise").shaped(&given), &given, TODAY);
        let inputs = all.into_iter().filter(|f| f.section == "beneficial_owner.1").map(|f| f.input);
        inputs.collect::<Vec<_>>()
    };
    assert_eq!(missing(&[("who", "representative"), ("basis", "control")]), [""; 0]);
    assert_eq!(missing(&[("who", "representative"), ("basis", "direct")]), ["share"]);
    assert_eq!(
        missing(&[("who", "other"), ("basis", "control")]),
        ["name", "id_kind", "id_number", "id_validity_from", "id_validity_until"]
    );
}

#[test]
fn numbers_of_ids_are_judged_by_their_kind() {
    let judged =
        |kind, number| found("cn-individual", &[("operator", &[("id_kind", kind), ("id_number", number)])]);
    let refused = |key| one("operator.id_number", Weight::Refusal, key);
    assert_eq!(judged("resident_id", "11010519491231002X"), []);
    assert_eq!(judged("resident_id", "110105194912310021"), refused("error-cn-resident-id-check-digit"));
    assert_eq!(judged("passport", "E1234567 8"), []);
    assert_eq!(judged("passport", "E1-张"), refused("error-code"));
    assert_eq!(judged("hk_macao_permit", "H12345678"), []);
    assert_eq!(judged("hmt_residence", "810000199408230021"), []);
}

#[test]
fn an_individual_business_is_told_from_a_company() {
    let named = |name, kind, holder| {
        let bank = [("account_kind", kind), ("account_holder", holder)];
        let given =
            [("business", &[("legal_name", name)][..]), ("bank", &bank), ("operator", &[("name", "李四")])];
        found("cn-individual", &given)
    };
    assert_eq!(named("李四小吃店", "corporate", "李四小吃店"), []);
    assert_eq!(named("李四小吃店", "personal", "李 四"), []);
    let business = one("bank.account_holder", Weight::Refusal, "error-account-holder-business");
    let operator = one("bank.account_holder", Weight::Refusal, "error-account-holder-operator");
    for (kind, refused) in [("corporate", business), ("personal", operator)] {
        assert_eq!(named("李四小吃店", kind, "王五"), refused);
        let swapped = if kind == "corporate" { "李四" } else { "李四小吃店" };
        assert_eq!(named("李四小吃店", kind, swapped), refused, "the other's account");
    }
    assert_eq!(
        named("李四小吃有限公司", "personal", "李四"),
        one("business.legal_name", Weight::Refusal, "error-name-ends-company")
    );
    let class = found("cn-individual", &[("business", &[("uscc", "91440300708461136T")])]);
    assert_eq!(class, one("business.uscc", Weight::Warning, "warn-uscc-class"));
}

#[test]
fn places_are_codes_that_belong_together() {
    let place = |city, district| {
        let given = [("place_city", city), ("place_district", district), ("uscc", "91440300708461136T")];
        found("cn-enterprise", &[("business", &given)])
    };
    assert_eq!(place("4403", "440305"), []);
    assert_eq!(
        place("4403", "110105"),
        one("business.place_district", Weight::Refusal, "error-choose-district")
    );
    assert_eq!(place("1101", "110105"), one("business.uscc", Weight::Warning, "warn-uscc-province"));
}

#[test]
fn an_american_company_names_its_own_account_and_numbers() {
    let llc = |given: &[(&str, &[(&str, &str)])]| found("us-llc", given);
    let business: &[(&str, &str)] =
        &[("legal_name", "Harbor Tea LLC"), ("dba", "Harbor Tea"), ("ein", "91-1144442")];
    assert_eq!(llc(&[("business", business), ("bank", &[("account_holder", "HARBOR TEA llc")])]), []);
    assert_eq!(llc(&[("business", business), ("bank", &[("account_holder", "Harbor  Tea")])]), []);
    assert_eq!(
        llc(&[("business", business), ("bank", &[("account_holder", "Ann Lee")])]),
        one("bank.account_holder", Weight::Refusal, "error-account-holder-differs")
    );
    assert_eq!(
        llc(&[("business", &[("ein", "07-1144442")])]),
        one("business.ein", Weight::Refusal, "error-us-ein-prefix")
    );
    assert_eq!(
        llc(&[("business", &[("state", "DE"), ("formed_in", "XX")])]),
        one("business.formed_in", Weight::Refusal, "error-choose")
    );
    assert_eq!(
        llc(&[("business", &[("formed_on", "2026-11-28")])]),
        one("business.formed_on", Weight::Refusal, "error-date-future")
    );
    assert_eq!(
        llc(&[("bank", &[("routing", "021000022")])]),
        one("bank.routing", Weight::Refusal, "error-us-aba-check-digit")
    );
}

#[test]
fn web_addresses_are_forgiven_their_beginning_and_nothing_else() {
    let set = rules("us-llc");
    let normal = |typed: &str| set.field("scene_site.url").unwrap().normal(typed);
    assert_eq!(normal(" shop.example.com/tea "), "https://shop.example.com/tea");
    let judged = |typed: &str| {
        let url = normal(typed);
        found("us-llc", &[("scenes", &[("kinds", "site")]), ("scene_site", &[("url", &url)])])
    };
    assert_eq!((judged("http://shop.example.com:8080/?a=b"), judged("店铺.中国")), (vec![], vec![]));
    for wrong in [
        "ftp://shop.example.com",
        "https://a b.example.com",
        "https://me:pass@example.com",
        "localhost",
        "https://.com",
    ] {
        assert_eq!(judged(wrong), one("scene_site.url", Weight::Refusal, "error-url"), "{wrong}");
    }
}

#[test]
fn a_statement_shows_the_business_is_here_too_unless_a_channel_wants_a_paper_for_each_end() {
    let book = rules::load_all().unwrap();
    let rules = book.get("US", "corporation", "2026-11-28").unwrap();
    let serving = |wanted: &str| -> Vec<String> {
        let given = answers(&[("business", &[("run_here", "no")]), ("channels", &[("wanted", wanted)])]);
        let shaped = rules.shaped(&given);
        shaped.serving(shaped.paper("us_nexus").unwrap()).map(|paper| paper.code.clone()).collect()
    };
    assert_eq!(serving("paypal"), ["bank_proof"]);
    assert!(serving("paypal,apple_pay").is_empty());
}
