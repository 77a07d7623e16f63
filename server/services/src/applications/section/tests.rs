use super::*;
use domain::applications::rules;
use proptest::prelude::*;

fn bank() -> Section {
    let book = rules::load_all().unwrap();
    book.get("CN", "enterprise", "2026-11").unwrap().section("bank").unwrap().clone()
}

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn all_open(section: &Section) -> BTreeSet<String> {
    section.fields.iter().map(|field| field.code.clone()).collect()
}

fn sent(pairs: &[(&str, &str)]) -> SectionInput {
    SectionInput { values: values(pairs), ..SectionInput::default() }
}

#[test]
fn a_sealed_answer_left_empty_stays_and_a_plain_one_goes() {
    let section = bank();
    let before = values(&[("bank_name", "中国工商银行"), ("account_number", "6222021234567890")]);
    let after = merged(&section, &all_open(&section), &before, &sent(&[("account_holder", "海曼")]));
    assert_eq!(after, values(&[("account_holder", "海曼"), ("account_number", "6222021234567890")]));
}

#[test]
fn closed_fields_and_those_taken_over_keep_what_stands() {
    let section = bank();
    let before = values(&[("bank_name", "theirs"), ("cnaps", "102100099996")]);
    let mut input = sent(&[("bank_name", "mine"), ("cnaps", "mine"), ("account_number", "12345678")]);
    input.take.insert("bank_name".into());
    let open = BTreeSet::from(["bank_name".to_owned(), "account_number".to_owned()]);
    let after = merged(&section, &open, &before, &input);
    assert_eq!(
        after,
        values(&[("bank_name", "theirs"), ("cnaps", "102100099996"), ("account_number", "12345678")])
    );
    assert_eq!(differing(&section, &before, &after), BTreeSet::from(["account_number".to_owned()]));
}

#[test]
fn what_is_missing_is_refused_unless_it_is_for_later() {
    let missing = Finding {
        section: "bank".into(),
        field: "bank_name".into(),
        input: "bank_name".into(),
        weight: Weight::Missing,
        key: "error-required".into(),
        args: vec![],
    };
    assert!(refuse(std::slice::from_ref(&missing), true).is_ok());
    assert!(refuse(std::slice::from_ref(&missing), false).is_err());
    let warning = Finding { weight: Weight::Warning, ..missing.clone() };
    assert!(refuse(&[warning], false).is_ok());
    let wrong = Finding { weight: Weight::Refusal, ..missing };
    assert!(refuse(&[wrong], true).is_err());
}

proptest! {
    /// Whatever is saved is put together again whole, and no sealed value stands among the plain ones.
    #[test]
    fn nothing_sealed_stands_plainly(texts in prop::collection::vec("\\PC{0,40}", 12)) {
        let book = rules::load_all().unwrap();
        for section in &book.get("CN", "enterprise", "2026-11").unwrap().sections {
            let inputs = section.inputs();
            let all: Values = inputs.iter().cloned().zip(texts.iter().cloned()).collect();
            let (plain, sealed) = answers::apart(section, all.clone());
            for field in &section.fields {
                for input in field.inputs() {
                    prop_assert_eq!(sealed.contains_key(&input), field.sealed && all.contains_key(&input));
                }
            }
            let mut together = plain;
            together.extend(sealed);
            prop_assert_eq!(together, all);
        }
    }

    /// A mask shows at most the last four characters of what is sealed.
    #[test]
    fn a_mask_shows_little(number in "[0-9]{8,32}") {
        let section = bank();
        let shown = answers::shown(&section, &values(&[("account_number", &number)]));
        let mask = shown.get("account_number").unwrap();
        prop_assert_eq!(mask.chars().count(), 8);
        prop_assert_eq!(mask.chars().filter(char::is_ascii_digit).count(), 4);
    }
}
