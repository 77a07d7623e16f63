//! The sheet's vectors, and what must hold for every number of a kind.

use super::{Kind, ResidentId, Uscc, Verdict, check};
use proptest::prelude::*;
use time::{Date, macros::date};

const TODAY: Date = date!(2026 - 11 - 23);

fn judge(kind: Kind, typed: &str) -> Verdict {
    check(kind, typed, TODAY)
}

#[test]
fn numbers_are_written_as_people_write_them() {
    assert_eq!(Kind::DeHrb.written("HRB12345B"), "HRB 12345B");
    assert_eq!(Kind::UsEin.written("911144442"), "91-1144442");
    assert_eq!(Kind::UsZip.written("946071234"), "94607-1234");
    for (kind, stored) in [(Kind::UsZip, "94607"), (Kind::UsEin, "•••• 4442"), (Kind::Cnaps, "308584000")]
    {
        assert_eq!(kind.written(stored), stored);
    }
}

#[test]
fn good_vectors() {
    let good = [
        (Kind::CnUscc, "91350100M000100Y43"),
        (Kind::CnUscc, "91110000600037341L"),
        (Kind::CnUscc, "9144030071526726XG"),
        (Kind::CnUscc, "91440300708461136T"),
        (Kind::CnResidentId, "11010519491231002X"),
        (Kind::CnResidentId, "360426199101010071"),
        (Kind::Cnaps, "402713354941"),
        (Kind::Cnaps, "310290097606"),
        (Kind::Cnaps, "102100099996"),
        (Kind::Cnaps, "103100000026"),
        (Kind::Cnaps, "104100000004"),
        (Kind::Cnaps, "105100000017"),
        (Kind::Cnaps, "308584000013"),
        (Kind::Luhn, "4111111111111111"),
        (Kind::Iban, "DE89370400440532013000"),
        (Kind::Iban, "GB82WEST12345698765432"),
        (Kind::Lei, "213800KUD8LAJWSQ9D15"),
        (Kind::UsEin, "91-1144442"),
        (Kind::UsEin, "04-2103594"),
        (Kind::UsAba, "021000021"),
        (Kind::UsZip, "94607"),
        (Kind::UsZip, "02139-4307"),
        (Kind::GbVat, "980780684"),
        (Kind::GbVat, "GB 980 7806 84"),
        (Kind::GbVat, "980780684001"),
        (Kind::DeVat, "136695976"),
        (Kind::DeVat, "DE 136 695 976"),
        (Kind::SgUen, "00192200M"),
        (Kind::SgUen, "197401143C"),
        (Kind::SgUen, "S16FC0121D"),
        (Kind::SgUen, "T01FC6132D"),
        (Kind::HkBrn, "12345678"),
        (Kind::GbCrn, "01234567"),
        (Kind::GbCrn, "sc 123456"),
        (Kind::GbCrn, "NI123456"),
        (Kind::DeHrb, "HRB 12345"),
        (Kind::DeHrb, "hrb 123456 b"),
    ];
    for (kind, typed) in good {
        assert_eq!(judge(kind, typed), Verdict::Ok, "{kind} {typed}");
    }
}

#[test]
fn bad_vectors_say_why() {
    let bad = [
        (Kind::CnUscc, "91350100M000100Y4Z", Verdict::No("alphabet")),
        (Kind::CnUscc, "91350100M000100Y44", Verdict::No("check-digit")),
        (Kind::CnUscc, "91350100M000100Y4", Verdict::No("length")),
        (Kind::CnUscc, "9135A100M000100Y43", Verdict::No("region")),
        (Kind::CnUscc, "", Verdict::No("length")),
        (Kind::CnResidentId, "110105194912310021", Verdict::No("check-digit")),
        (Kind::CnResidentId, "1101051949123100", Verdict::No("length")),
        (Kind::CnResidentId, "11010519491231O02X", Verdict::No("alphabet")),
        (Kind::Cnaps, "402713354942", Verdict::Warn("check-digit")),
        (Kind::Cnaps, "40271335494", Verdict::Warn("length")),
        (Kind::Cnaps, "4027133549A1", Verdict::Warn("alphabet")),
        (Kind::Cnaps, &"1".repeat(65), Verdict::Warn("length")),
        (Kind::Luhn, "6222223333322332", Verdict::Warn("check-digit")),
        (Kind::Luhn, "4111x", Verdict::Warn("alphabet")),
        (Kind::Iban, "DE89370400440532013001", Verdict::No("check-digit")),
        (Kind::Iban, "DE8937040044053201300", Verdict::No("length")),
        (Kind::Iban, "ZZ89370400440532013000", Verdict::No("country")),
        (Kind::Iban, "GB82WES112345698765432", Verdict::No("structure")),
        (Kind::Lei, "213800KUD8LXJWSQ9D15", Verdict::No("check-digit")),
        (Kind::UsEin, "07-1144442", Verdict::No("prefix")),
        (Kind::UsAba, "021000022", Verdict::No("check-digit")),
        (Kind::UsAba, "000000000", Verdict::No("check-digit")),
        (Kind::UsZip, "9460", Verdict::No("length")),
        (Kind::UsZip, "946071", Verdict::No("length")),
        (Kind::UsZip, "9460712", Verdict::No("length")),
        (Kind::UsZip, "94607-123", Verdict::No("length")),
        (Kind::UsZip, "9460O", Verdict::No("alphabet")),
        (Kind::GbVat, "980780685", Verdict::No("check-digit")),
        (Kind::DeVat, "136695977", Verdict::No("check-digit")),
        (Kind::SgUen, "123456", Verdict::No("length")),
        (Kind::SgUen, "00192200N", Verdict::No("check-digit")),
        (Kind::SgUen, "T99FC6132D", Verdict::No("check-digit")),
        (Kind::HkBrn, "1234567", Verdict::No("length")),
        (Kind::HkBrn, "1234567A", Verdict::No("alphabet")),
        (Kind::GbCrn, "1234567", Verdict::No("length")),
        (Kind::GbCrn, "S1234567", Verdict::No("structure")),
        (Kind::GbCrn, "SC12345A", Verdict::No("structure")),
        (Kind::DeHrb, "HRA 12345", Verdict::No("register")),
        (Kind::DeHrb, "12345", Verdict::No("register")),
        (Kind::DeHrb, "HRB", Verdict::No("structure")),
        (Kind::DeHrb, "HRB 1234567", Verdict::No("structure")),
        (Kind::DeHrb, "HRB 12345 BER", Verdict::No("structure")),
    ];
    for (kind, typed, verdict) in bad {
        assert_eq!(judge(kind, typed), verdict, "{kind} {typed}");
    }
}

#[test]
fn dress_does_not_matter() {
    assert_eq!(judge(Kind::CnUscc, " ９１３５０１００-m000100y43\n"), Verdict::Ok);
    assert_eq!(judge(Kind::CnResidentId, "11010519491231002x"), Verdict::Ok);
    assert_eq!(judge(Kind::Iban, "de89 3704 0044 0532 0130 00"), Verdict::Ok);
    assert_eq!(judge(Kind::UsAba, "0210000２1"), Verdict::Ok);
    assert_eq!(super::normal("91-1144442"), "911144442");
}

#[test]
fn births_are_judged_on_the_day() {
    let born = with_check("11010520261124001", mod_11_2);
    assert_eq!(judge(Kind::CnResidentId, &born), Verdict::No("future"));
    assert_eq!(check(Kind::CnResidentId, &born, date!(2026 - 11 - 24)), Verdict::Ok);
    let never = with_check("11010520230229001", mod_11_2);
    assert_eq!(judge(Kind::CnResidentId, &never), Verdict::No("date"));
}

#[test]
fn unknown_regions_only_warn_and_permits_are_known() {
    for (region, verdict) in [
        ("990105", Verdict::Warn("region")),
        ("810000", Verdict::Ok),
        ("820000", Verdict::Ok),
        ("830000", Verdict::Ok),
    ] {
        let id = with_check(&format!("{region}19900101001"), mod_11_2);
        assert_eq!(judge(Kind::CnResidentId, &id), verdict, "{region}");
    }
}

#[test]
fn what_a_number_tells() {
    let (uscc, _) = Uscc::parse("91440300708461136T", TODAY).unwrap();
    assert_eq!((uscc.class(), uscc.province().map(|p| p.english)), ("91", Some("Guangdong")));
    let (id, _) = ResidentId::parse("11010519491231002X", TODAY).unwrap();
    assert_eq!(id.birth(), Some(date!(1949 - 12 - 31)));
    let (cnaps, _) = super::Cnaps::parse("308584000013", TODAY).unwrap();
    let bank = cnaps.bank().unwrap();
    assert!(bank.is_named_by("招商银行股份有限公司深圳分行") && !bank.is_named_by("中国工商银行"));
}

#[test]
fn numbers_of_other_times_and_types() {
    assert_eq!(judge(Kind::SgUen, "197401143D"), Verdict::No("check-digit"));
    let year = with_letter("202712345", &[10, 8, 6, 4, 9, 7, 5, 3, 1], "ZKCMDNERGWH", 0);
    assert_eq!(judge(Kind::SgUen, &year), Verdict::No("future"));
    let unknown =
        with_letter("T18VC0001", &[4, 3, 5, 3, 10, 2, 2, 5, 7], "ABCDEFGHJKLMNPQRSTUVWX0123456789", 5);
    assert_eq!(judge(Kind::SgUen, &unknown), Verdict::Warn("type"));
}

/// The check character after the standard's own words: 1 = Σ aᵢ·2ⁱ modulo 11.
fn mod_11_2(body: &str) -> char {
    let sum: u32 = body.chars().rev().zip(1..).map(|(c, i)| digit(c) * 2u32.pow(i) % 11).sum();
    "0123456789X".chars().find(|c| (sum + if *c == 'X' { 10 } else { digit(*c) }) % 11 == 1).unwrap()
}

/// The check digit after the standard's own words, by trying all ten.
fn mod_11_10(body: &str) -> char {
    let check = |with: &str| {
        let mut product = 10;
        let digits: Vec<u32> = with.chars().map(digit).collect();
        let (last, body) = digits.split_last().unwrap();
        for d in body {
            let mut sum = product + d;
            sum = if sum > 10 { sum - 10 } else { sum };
            product = sum * 2;
            product = if product > 10 { product - 11 } else { product };
        }
        (product + last) % 10 == 1
    };
    ('0'..='9').find(|c| check(&format!("{body}{c}"))).unwrap()
}

/// Two check digits, 98 less the remainder, by arithmetic on the whole number.
fn mod_97_10(body: &str) -> String {
    let spelled: String = body.chars().map(|c| c.to_digit(36).unwrap().to_string()).collect();
    let rest = format!("{spelled}00").chars().fold(0, |rest, c| (rest * 10 + digit(c)) % 97);
    format!("{:02}", 98 - rest)
}

fn uscc_check(body: &str) -> char {
    let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let value = |c: char| u32::try_from(alphabet.find(c).unwrap()).unwrap();
    let mut weight = 1;
    let mut sum = 0;
    for c in body.chars() {
        sum += value(c) * weight;
        weight = weight * 3 % 31;
    }
    alphabet.chars().nth(usize::try_from((31 - sum % 31) % 31).unwrap()).unwrap()
}

fn organisation_check(body: &str) -> char {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.chars().zip(weights).map(|(c, w)| c.to_digit(36).unwrap() * w).sum();
    match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        n => char::from_digit(n, 10).unwrap(),
    }
}

fn digit(c: char) -> u32 {
    c.to_digit(10).unwrap()
}

fn with_check(body: &str, check: fn(&str) -> char) -> String {
    format!("{body}{}", check(body))
}

fn with_letter(body: &str, weights: &[u32], letters: &str, less: u32) -> String {
    let alphabet = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
    let value =
        |c: char| if less == 0 { digit(c) } else { u32::try_from(alphabet.find(c).unwrap()).unwrap() };
    let sum: u32 = body.chars().zip(weights).map(|(c, w)| value(c) * w).sum();
    format!("{body}{}", letters.chars().nth(usize::try_from((sum + 11 - less) % 11).unwrap()).unwrap())
}

/// Another digit in one digit's place.
fn flip(number: &str, at: usize, by: u32) -> Option<String> {
    let place = number.char_indices().filter(|(_, c)| c.is_ascii_digit()).nth(at)?;
    let other = char::from_digit((digit(place.1) + 1 + by % 9) % 10, 10)?;
    Some(format!("{}{other}{}", &number[..place.0], &number[place.0 + 1..]))
}

/// A constructed number of each kind that refuses (or warns of) every single wrong digit.
fn constructed() -> impl Strategy<Value = (Kind, String)> {
    let uscc = "[0-9A-HJ-NPQRTUWXY]{2}(1[1-5]|3[1-7]|4[1-6])[0-9]{4}[0-9A-HJ-NPQRTUWXY]{8}".prop_filter_map(
        "the organisation code's check has to be in the alphabet",
        |body| {
            let whole = format!("{body}{}", organisation_check(&body[8..16]));
            Some((Kind::CnUscc, with_check(&whole, uscc_check)))
        },
    );
    let id = "(1[1-5]|5[0-4])[0-9]{4}(19[0-9]{2}|20[01][0-9])(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}"
        .prop_map(|body| (Kind::CnResidentId, with_check(&body, mod_11_2)));
    let cnaps = "[0-9]{11}".prop_map(|body| (Kind::Cnaps, with_check(&body, mod_11_10)));
    let de = "[1-9][0-9]{7}".prop_map(|body| (Kind::DeVat, with_check(&body, mod_11_10)));
    let lei = "[0-9A-Z]{18}".prop_map(|body| (Kind::Lei, format!("{body}{}", mod_97_10(&body))));
    let iban =
        "[0-9]{18}".prop_map(|body| (Kind::Iban, format!("DE{}{body}", mod_97_10(&format!("{body}DE")))));
    let gb_iban = "[A-Z]{4}[0-9]{14}"
        .prop_map(|body| (Kind::Iban, format!("GB{}{body}", mod_97_10(&format!("{body}GB")))));
    let business = "[0-9]{8}"
        .prop_map(|body| (Kind::SgUen, with_letter(&body, &[10, 4, 9, 3, 8, 2, 7, 1], "XMKECAWLJDB", 0)));
    let company = "(19|20)[01][0-9]{6}"
        .prop_map(|body| (Kind::SgUen, with_letter(&body, &[10, 8, 6, 4, 9, 7, 5, 3, 1], "ZKCMDNERGWH", 0)));
    let other = "[RST](0[0-9]|1[0-9])(FC|LL|PF)[0-9]{4}".prop_map(|body| {
        let letters = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
        (Kind::SgUen, with_letter(&body, &[4, 3, 5, 3, 10, 2, 2, 5, 7], letters, 5))
    });
    prop_oneof![uscc, id, cnaps, de, lei, iban, gb_iban, business, company, other]
}

proptest! {
    #[test]
    fn constructed_numbers_are_ok((kind, number) in constructed()) {
        prop_assert_eq!(judge(kind, &number), Verdict::Ok, "{} {}", kind, number);
    }

    #[test]
    fn one_wrong_digit_is_seen((kind, number) in constructed(), at in 0usize..18, by in 0u32..9) {
        if let Some(wrong) = flip(&number, at, by) {
            let verdict = judge(kind, &wrong);
            prop_assert_ne!(verdict, Verdict::Ok, "{} {}", kind, wrong);
            prop_assert_eq!(verdict.is_no(), !kind.only_warns(), "{} {}", kind, wrong);
        }
    }

    #[test]
    fn routing_and_card_numbers_see_one_wrong_digit(body in "[0-9]{7}[1-9]", at in 0usize..9, by in 0u32..9) {
        for (kind, weights) in [(Kind::UsAba, [3, 7, 1, 3, 7, 1, 3, 7].as_slice()), (Kind::Luhn, &[])] {
            let sum: u32 = match kind {
                Kind::UsAba => body.chars().zip(weights).map(|(c, w)| digit(c) * w).sum(),
                _ => body.chars().rev().enumerate().map(|(i, c)| {
                    let double = digit(c) * if i % 2 == 0 { 2 } else { 1 };
                    if double > 9 { double - 9 } else { double }
                }).sum(),
            };
            let number = format!("{body}{}", (10 - sum % 10) % 10);
            prop_assert_eq!(judge(kind, &number), Verdict::Ok);
            let wrong = flip(&number, at, by).unwrap();
            prop_assert_ne!(judge(kind, &wrong), Verdict::Ok, "{} {}", kind, wrong);
        }
    }

    #[test]
    fn british_numbers_have_two_remainders(body in "[0-9]{7}", old: bool) {
        let sum: u32 = body.chars().zip((2..=8).rev()).map(|(c, w)| digit(c) * w).sum();
        let target = if old { 97 } else { 97 + 42 };
        let number = format!("{body}{:02}", (target - sum % 97) % 97);
        prop_assert_eq!(judge(Kind::GbVat, &number), Verdict::Ok);
    }

    #[test]
    fn nothing_typed_panics(kind in prop::sample::select(Kind::ALL), typed in "\\PC{0,80}") {
        let verdict = judge(kind, &typed);
        prop_assert!(!(kind.only_warns() && verdict.is_no()));
    }

    #[test]
    fn a_normal_form_is_judged_alike(kind in prop::sample::select(Kind::ALL), typed in "[ -0-9A-Za-z]{0,24}") {
        prop_assert_eq!(judge(kind, &typed), judge(kind, &super::normal(&typed)));
    }
}
