//! What a claim can be about: the words of its dimensions.

use super::{Claim, zones};
use crate::{applications::lists, channels::catalogue, money::Currency};

/// Where it is paid, or what is sold.
pub const PRODUCTS: [&str; 8] =
    ["qr", "in_app", "web", "mini_program", "in_person", "goods_services", "rmb_settlement", "cross_border"];
/// What is paid with.
pub const CARD_CLASSES: [&str; 16] = [
    "card",
    "standard",
    "premium",
    "commercial",
    "amex",
    "international",
    "uk",
    "keyed",
    "card_interchange",
    "klarna",
    "bank_debit",
    "pay_later",
    "micropayment",
    "local_method",
    "alipay",
    "wechat_pay",
];
/// Kinds of merchants.
pub const SUBJECTS: [&str; 8] = [
    "enterprise",
    "individual",
    "micro",
    "public",
    "platform_merchant",
    "university",
    "foundation",
    "public_hospital",
];
/// Areas that stand in a country's place.
pub const AREAS: [&str; 1] = ["EEA"];
/// Scopes that have no merchant category of their own in the list.
pub const SCOPES: [&str; 10] =
    ["4214", "4900", "5541", "6012", "6211", "6300", "7311", "8211", "9222", "crowdfunding"];
/// Lines of business that one claim may name.
pub const MOST_INDUSTRIES: usize = 100;

/// Countries of merchants that published claims are about: those named, then those of areas.
pub fn countries() -> impl Iterator<Item = &'static str> {
    ["CN", "US", "GB", "HK", "SG", "TW"].into_iter().chain(zones::EEA)
}

/// Whether it is a country of the list, or an area.
pub fn is_country(code: &str) -> bool {
    AREAS.contains(&code) || lists::get("countries").is_some_and(|list| list.entry(code).is_some())
}

/// Whether it is a merchant category, or a scope that claims name in one's place.
pub fn is_industry(code: &str) -> bool {
    SCOPES.contains(&code) || lists::get("mcc").is_some_and(|list| list.entry(code).is_some())
}

/// The dimensions of a claim that no segment could ever have, by their names.
pub fn unknown(claim: &Claim) -> Vec<&'static str> {
    let known = |word: &Option<String>, is: &dyn Fn(&str) -> bool| word.as_deref().is_none_or(is);
    let industries = claim.industry.len() <= MOST_INDUSTRIES;
    let checks = [
        ("channel", claim.channel.as_deref().is_some_and(|code| catalogue::get(code).is_some())),
        ("product", known(&claim.product, &|word| PRODUCTS.contains(&word))),
        ("country", known(&claim.country, &is_country)),
        ("subject", known(&claim.subject, &|word| SUBJECTS.contains(&word))),
        ("industry", industries && claim.industry.iter().all(|code| is_industry(code))),
        ("card_class", known(&claim.card_class, &|word| CARD_CLASSES.contains(&word))),
        ("currency", Currency::get(&claim.currency).is_some()),
    ];
    checks.into_iter().filter(|(_, sound)| !sound).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fees::{Rate, published};

    #[test]
    fn every_published_claim_is_about_what_is_known() {
        for one in published::load_all().unwrap().all() {
            assert_eq!(unknown(&one.claim), [""; 0], "{}", one.claim.id);
        }
    }

    #[test]
    fn every_country_that_a_published_claim_names_is_among_those_offered() {
        for one in published::load_all().unwrap().all() {
            let named = one.claim.country.as_deref();
            let offered = |code: &str| AREAS.contains(&code) || countries().any(|country| country == code);
            assert!(named.is_none_or(offered), "{}", one.claim.id);
        }
    }

    #[test]
    fn what_no_segment_could_have_is_named() {
        let strange = Claim {
            product: Some("fax".into()),
            country: Some("ZZ".into()),
            subject: Some("club".into()),
            industry: vec!["5814".into(), "0000".into()],
            card_class: Some("gold".into()),
            ..Claim::of("x", "RMB", Some(Rate::ZERO))
        };
        let names = ["channel", "product", "country", "subject", "industry", "card_class", "currency"];
        assert_eq!(unknown(&strange), names);
        let sound = Claim { channel: Some("stripe".into()), ..Claim::of("x", "CNY", Some(Rate::ZERO)) };
        assert_eq!(unknown(&sound), [""; 0]);
    }
}
