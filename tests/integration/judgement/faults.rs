//! The faults that are planted, one in a case: by the forms themselves where they take it, else behind them, as a case
//! from before a rule would have it.

use super::{
    cases::{Case, another_owner, holds_id, identity, later},
    dice::{Dice, with_comment},
    numbers, sheets,
};
use time::{Date, Duration};

/// Twenty things that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    ExpiredLicence,
    ExpiredId,
    LongTermWithEnd,
    ClassMixUp,
    UsccCheck,
    UsccRegion,
    OrganisationCode,
    IdCheck,
    BirthAgainstTerm,
    IdRegion,
    AccountHolder,
    BankCode,
    ReusedPhoto,
    NearPhotoElsewhere,
    AccountElsewhere,
    PaperDate,
    PaperName,
    ListedOwner,
    ListedInPinyin,
    Shares,
}

pub(super) const ALL: [Fault; 20] = [
    Fault::ExpiredLicence,
    Fault::ExpiredId,
    Fault::LongTermWithEnd,
    Fault::ClassMixUp,
    Fault::UsccCheck,
    Fault::UsccRegion,
    Fault::OrganisationCode,
    Fault::IdCheck,
    Fault::BirthAgainstTerm,
    Fault::IdRegion,
    Fault::AccountHolder,
    Fault::BankCode,
    Fault::ReusedPhoto,
    Fault::NearPhotoElsewhere,
    Fault::AccountElsewhere,
    Fault::PaperDate,
    Fault::PaperName,
    Fault::ListedOwner,
    Fault::ListedInPinyin,
    Fault::Shares,
];

/// Names on a list and off it: in their own characters, and in Latin letters.
pub(super) const LIST: &str = "姓名,编号,类型\n仝凤翥,P-1,个人\n卞麟趾,P-2,个人\n郗鹤龄,P-3,个人\nZHUANG Keqin,P-4,个人\n\
                               SHEN Yuanqiu,P-5,个人\nQU Zhongling,P-6,个人\n";
const LISTED: [&str; 3] = ["仝凤翥", "卞麟趾", "郗鹤龄"];
const LISTED_IN_PINYIN: [&str; 3] = ["庄克勤", "沈元秋", "瞿仲龄"];
/// One photograph and one account that three cases share.
const SHARED: u64 = 77_077;

impl Fault {
    /// What it is called in the table.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::ExpiredLicence => "expired licence",
            Self::ExpiredId => "expired ID",
            Self::LongTermWithEnd => "long-term against a given end",
            Self::ClassMixUp => "91/92 mix-up",
            Self::UsccCheck => "USCC check digit",
            Self::UsccRegion => "USCC region against address",
            Self::OrganisationCode => "organisation-code check digit",
            Self::IdCheck => "ID check digit",
            Self::BirthAgainstTerm => "birth date against validity",
            Self::IdRegion => "ID region unknown",
            Self::AccountHolder => "account holder's name",
            Self::BankCode => "CNAPS against bank",
            Self::ReusedPhoto => "reused photo",
            Self::NearPhotoElsewhere => "near-same photo in another case",
            Self::AccountElsewhere => "same account elsewhere",
            Self::PaperDate => "PDF date against declared date",
            Self::PaperName => "PDF name against declared name",
            Self::ListedOwner => "listed owner",
            Self::ListedInPinyin => "listed owner in pinyin",
            Self::Shares => "shares above 100 %",
        }
    }

    /// The kinds of findings that tell of it.
    pub(super) const fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::ExpiredLicence | Self::ExpiredId => &["ended"],
            Self::LongTermWithEnd => &["open_and_end"],
            Self::ClassMixUp => &["uscc_class"],
            Self::UsccCheck => &["uscc_check"],
            Self::UsccRegion => &["uscc_region"],
            Self::OrganisationCode => &["organisation_code"],
            Self::IdCheck => &["id_check"],
            Self::BirthAgainstTerm => &["id_term"],
            Self::IdRegion => &["id_region"],
            Self::AccountHolder => &["account_holder"],
            Self::BankCode => &["bank_code"],
            Self::ReusedPhoto => &["same_file"],
            Self::NearPhotoElsewhere => &["near_picture"],
            Self::AccountElsewhere => &["same_account"],
            Self::PaperDate => &["paper_date"],
            Self::PaperName => &["paper_name"],
            Self::ListedOwner => &["listed"],
            Self::ListedInPinyin => &["listed_transcribed"],
            Self::Shares => &["shares"],
        }
    }

    /// The kind of merchant that has it, the how many-eth time it is planted.
    pub(super) const fn kind(self, round: usize) -> &'static str {
        match (self, round) {
            (Self::Shares, 2) => "hk-company",
            (Self::PaperDate | Self::PaperName, 2) | (Self::AccountHolder, 1) => "gb-limited",
            (Self::ExpiredLicence, 2) => "cn-institution",
            (Self::IdCheck | Self::IdRegion | Self::ReusedPhoto, 2) => "cn-micro",
            (Self::ListedOwner | Self::ListedInPinyin | Self::Shares | Self::LongTermWithEnd, _) => {
                "cn-enterprise"
            }
            (_, 1) => "cn-individual",
            _ => "cn-enterprise",
        }
    }
}

/// Answers that no form would have taken: section, input, value.
pub(super) type Behind = Vec<(&'static str, &'static str, String)>;

/// Plants a fault in a clean case that hasn't its papers yet. What is told back is written behind the forms.
pub(super) fn plant(case: &mut Case, (fault, round): (Fault, usize), dice: &mut Dice, today: Date) -> Behind {
    let person = if case.answers.contains_key("operator") { "operator" } else { "representative" };
    let soon = today + Duration::days(2);
    let photo = || Dice::new(SHARED).photo();
    match fault {
        Fault::ExpiredLicence => {
            let field = if case.kind == "cn-institution" { "certificate" } else { "licence" };
            case.set("business", &format!("{field}_from"), &later(soon, -10).to_string());
            case.set("business", &format!("{field}_until"), &soon.to_string());
            case.set("business", &format!("{field}_open"), "");
        }
        Fault::ExpiredId => {
            let from = later(soon, -20);
            holds_id(case, dice, person, (later(from, -30), from, Some(20)));
        }
        Fault::LongTermWithEnd => return long_term(case, round, dice, today),
        Fault::ClassMixUp => {
            let class = if case.kind == "cn-individual" { "91" } else { "92" };
            let number = numbers::uscc(dice, class, &case.get("business", "place_district"), false);
            case.set("business", "uscc", &number);
        }
        Fault::UsccCheck => {
            return vec![("business", "uscc", numbers::broken(&case.get("business", "uscc")))];
        }
        Fault::UsccRegion => {
            let class = case.get("business", "uscc")[..2].to_owned();
            let region = if case.get("business", "place_city") == "4403" { "310115" } else { "440305" };
            case.set("business", "uscc", &numbers::uscc(dice, &class, region, false));
        }
        Fault::OrganisationCode => {
            let class = case.get("business", "uscc")[..2].to_owned();
            let number = numbers::uscc(dice, &class, &case.get("business", "place_district"), true);
            case.set("business", "uscc", &number);
        }
        Fault::IdCheck => {
            return vec![(person, "id_number", numbers::broken(&case.get(person, "id_number")))];
        }
        Fault::BirthAgainstTerm => {
            let from = later(today, -3);
            // Ten years at thirty, twenty at fifty, given before birth.
            let (birth, years) =
                [(later(from, -30), 10), (later(from, -50), 20), (later(from, 1), 10)][round];
            holds_id(case, dice, person, (birth, from, Some(years)));
        }
        Fault::IdRegion => {
            let birth = later(case.day(person, "id_validity_from").expect("a beginning"), -30);
            let (from, region) = (
                case.day(person, "id_validity_from").expect("a beginning"),
                ["990101", "470203", "770305"][round],
            );
            holds_id(case, dice, person, (birth, from, Some(20)));
            case.set(person, "id_number", &numbers::resident_id(dice, region, birth));
        }
        Fault::AccountHolder => {
            let other = if case.kind == "gb-limited" {
                "Ferryman Holdings Ltd"
            } else {
                "深圳市另一家贸易有限公司"
            };
            return vec![("bank", "account_holder", other.to_owned())];
        }
        Fault::BankCode => {
            case.set("bank", "bank_name", ["中国农业银行", "招商银行", "交通银行"][round]);
            case.set("bank", "cnaps", &numbers::cnaps(dice, ["102", "103", "305"][round]));
        }
        Fault::ReusedPhoto => {
            let photo = dice.photo();
            let (front, back) = (format!("{person}_id_front"), format!("{person}_id_back"));
            case.papers.insert(back, ("back.jpg", with_comment(&photo, "back")));
            case.papers.insert(front, ("front.jpg", photo));
        }
        Fault::NearPhotoElsewhere => {
            let comment = format!("case {round}");
            case.papers.insert(format!("{person}_id_front"), ("front.jpg", with_comment(&photo(), &comment)));
        }
        Fault::AccountElsewhere => case.set("bank", "account_number", "6225880137706516"),
        Fault::PaperDate => other_paper(case, dice, today, |licence| licence.from += Duration::days(366)),
        Fault::PaperName => other_paper(case, dice, today, |licence| {
            licence.name = if licence.number.is_empty() {
                "Another Harbour Ltd".into()
            } else {
                format!("另{}", licence.name)
            };
        }),
        Fault::ListedOwner => listed(case, dice, today, (round, LISTED[round])),
        Fault::ListedInPinyin => listed(case, dice, today, (round, LISTED_IN_PINYIN[round])),
        Fault::Shares => return shares(case, dice, today),
    }
    vec![]
}

/// Said to have no end, with one beside it or on the licence.
fn long_term(case: &mut Case, round: usize, dice: &mut Dice, today: Date) -> Behind {
    case.set("business", "licence_open", "yes");
    case.set("business", "licence_until", "");
    let end = later(today, 8);
    if round == 0 {
        return vec![("business", "licence_until", end.to_string())];
    }
    other_paper(case, dice, today, |licence| licence.until = Some(end));
    vec![]
}

/// A licence or certificate that tells something else than the answers do.
fn other_paper(case: &mut Case, dice: &mut Dice, today: Date, change: impl FnOnce(&mut sheets::Licence)) {
    if case.kind == "gb-limited" {
        let formed = case.day("business", "formed_on").expect("a day");
        let name = case.get("business", "legal_name");
        let mut told =
            sheets::Licence { name, number: String::new(), person: String::new(), from: formed, until: None };
        change(&mut told);
        let bytes = sheets::certificate(dice, &told.name, told.from, today);
        case.papers.insert("incorporation".into(), ("paper.pdf", bytes));
        return;
    }
    let mut told = case.licence();
    change(&mut told);
    let bytes = sheets::licence(dice, &told, today);
    case.papers.insert("business_licence".into(), ("licence.pdf", bytes));
}

/// An owner of this name: the representative, or somebody beside.
fn listed(case: &mut Case, dice: &mut Dice, today: Date, (round, name): (usize, &str)) {
    if round == 0 {
        identity(case, dice, "representative", today);
        case.set("representative", "name", name);
    } else {
        another_owner(case, dice, today);
        case.set("beneficial_owner.2", "name", name);
    }
}

fn shares(case: &mut Case, dice: &mut Dice, today: Date) -> Behind {
    if case.kind == "hk-company" {
        for (input, value) in case.answers.get("owner.1").cloned().unwrap_or_default() {
            case.set("owner.2", &input, &value);
        }
        case.set("owner.2", "name", "Fong Mei Yee");
        case.set("owner.2", "id_number", "Z7654321");
        case.set("owner.2", "share", "40");
        return vec![("owner.2", "share", "55.5".to_owned())];
    }
    another_owner(case, dice, today);
    vec![("beneficial_owner.2", "share", "50".to_owned())]
}
