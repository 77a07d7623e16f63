//! Merchants with nothing wrong: every kind, as its portfolio answers, with names, numbers, days and papers thrown by
//! the dice.

use super::{
    dice::Dice,
    numbers,
    sheets::{self, Licence},
};
use crate::kinds::portfolio::Portfolio;
use domain::applications::{Answer, Answers, RuleSet, Values, kinds::iso_date};
use services::applications::SectionInput;
use std::collections::BTreeMap;
use time::{Date, Duration};

/// Cities and districts with their name on a licence.
const PLACES: [(&str, &str, &str); 12] = [
    ("4403", "440305", "深圳市"),
    ("1101", "110105", "北京市"),
    ("3101", "310115", "上海市"),
    ("3301", "330106", "杭州市"),
    ("5101", "510107", "成都市"),
    ("4201", "420106", "武汉市"),
    ("6101", "610113", "西安市"),
    ("3502", "350203", "厦门市"),
    ("3201", "320102", "南京市"),
    ("3702", "370202", "青岛市"),
    ("5001", "500103", "重庆市"),
    ("4501", "450103", "南宁市"),
];
const BRANDS: [&str; 14] = [
    "海风", "潮汐", "青禾", "云杉", "南屿", "墨池", "拾光", "远帆", "星野", "锦鲤", "木兰", "石榴", "听雨",
    "归林",
];
const TRADES: [&str; 6] = ["贸易", "茶业", "信息科技", "文化传播", "餐饮管理", "供应链管理"];
const SURNAMES: [&str; 16] =
    ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "欧阳", "马", "朱", "胡"];
const GIVEN: [&str; 20] = [
    "伟", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "军", "小满", "明月", "思远", "若兰", "子涵",
    "建国", "秀英", "一鸣", "晓东", "文博",
];
/// Banks as people write them, with their prefix; one shares its prefix with others.
const BANKS: [(&str, &str); 9] = [
    ("中国工商银行", "102"),
    ("ICBC", "102"),
    ("中国农业银行股份有限公司", "103"),
    ("中国银行", "104"),
    ("建行", "105"),
    ("交通银行", "301"),
    ("招商银行股份有限公司", "308"),
    ("浦发银行", "310"),
    ("宁波银行", "313"),
];

/// What a merchant answers and gives.
pub(super) struct Case {
    pub(super) kind: &'static str,
    pub(super) answers: Answers,
    /// Papers with the names of their files.
    pub(super) papers: BTreeMap<String, (&'static str, Vec<u8>)>,
}

impl Case {
    pub(super) fn get(&self, section: &str, input: &str) -> String {
        self.answers.get(section).and_then(|values| values.get(input)).cloned().unwrap_or_default()
    }

    pub(super) fn set(&mut self, section: &str, input: &str, value: &str) {
        let values = self.answers.entry(section.to_owned()).or_default();
        if value.is_empty() {
            values.remove(input);
        } else {
            values.insert(input.to_owned(), value.to_owned());
        }
    }

    pub(super) fn day(&self, section: &str, input: &str) -> Option<Date> {
        iso_date::parse(&self.get(section, input))
    }

    /// Gives everything that the answers call for and isn't given yet: photographs, and PDF where offices write it.
    pub(super) fn give_all(&mut self, rules: &RuleSet, dice: &mut Dice, today: Date) {
        let shaped = rules.shaped(&self.answers);
        for paper in shaped.papers.iter().filter(|paper| paper.min > 0) {
            if !self.papers.contains_key(&paper.code) {
                let file =
                    self.paper(&paper.code, dice, today).unwrap_or_else(|| ("photo.jpg", dice.photo()));
                self.papers.insert(paper.code.clone(), file);
            }
        }
    }

    fn paper(&self, code: &str, dice: &mut Dice, today: Date) -> Option<(&'static str, Vec<u8>)> {
        let throw = dice.below(100);
        let bytes = match code {
            "business_licence" | "certificate" if throw < 60 => sheets::licence(dice, &self.licence(), today),
            "incorporation" | "business_profile" | "register_extract" | "formation" if throw < 70 => {
                let formed = self.day("business", "formed_on")?;
                sheets::certificate(dice, &self.get("business", "legal_name"), formed, today)
            }
            "bank_proof" if throw < 70 => {
                let holder = self.get("bank", "account_holder");
                sheets::bank_letter(dice, &holder, self.kind.starts_with("cn-"), today)
            }
            "business_licence" | "certificate" | "articles" | "ein_letter" | "bank_proof" if throw > 85 => {
                sheets::scan(dice, today)
            }
            _ => return None,
        };
        Some(("paper.pdf", bytes))
    }

    /// What a licence says of this merchant.
    pub(super) fn licence(&self) -> Licence {
        let field = if self.kind == "cn-institution" { "certificate" } else { "licence" };
        let person = [("representative", "name"), ("operator", "name")]
            .map(|(section, field)| self.get(section, field))
            .concat();
        Licence {
            name: self.get("business", "legal_name"),
            number: self.get("business", "uscc"),
            person,
            from: self.day("business", &format!("{field}_from")).expect("a beginning"),
            until: self.day("business", &format!("{field}_until")),
        }
    }
}

/// A merchant of a kind that sells on a site of its own and applies itself.
pub(super) fn clean(kind: &'static str, rules: &RuleSet, dice: &mut Dice, today: Date) -> Case {
    let portfolio = Portfolio::of(kind);
    let mut case = Case { kind, answers: as_kept(&portfolio, rules), papers: BTreeMap::new() };
    case.set("bank", if kind == "de-gmbh" { "iban" } else { "account_number" }, &account(kind, dice));
    if kind == "cn-micro" {
        case.set("bank", "alipay_account", &format!("{}@haifeng.example", dice.digits(9)));
    }
    if kind.starts_with("cn-") {
        sells_online(&mut case);
        chinese(&mut case, dice, today);
    } else {
        renamed(&mut case, dice);
    }
    consents(&mut case, rules);
    case
}

/// A company abroad under a name of its own.
fn renamed(case: &mut Case, dice: &mut Dice) {
    let (old, word) =
        (case.get("business", "legal_name"), dice.pick(&["Amber", "Cedar", "Harrow", "Juniper", "Linden"]));
    let name = format!("{word} {old}");
    if case.get("bank", "account_holder") == old {
        case.set("bank", "account_holder", &name);
    }
    case.set("business", "legal_name", &name);
}

fn account(kind: &str, dice: &mut Dice) -> String {
    match kind {
        "de-gmbh" => numbers::iban(dice),
        "gb-limited" => dice.digits(8),
        _ => format!("6{}", dice.digits(15)),
    }
}

/// The answers of a portfolio's forms in the form in which they are kept.
fn as_kept(portfolio: &Portfolio, rules: &RuleSet) -> Answers {
    let kept = |(code, fields): &(&str, Vec<(&str, &str)>)| {
        let family = code.split('.').next().expect("a family");
        let section = rules.section(family).expect("a section");
        let pairs: Vec<(String, String)> =
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        ((*code).to_owned(), SectionInput::read(section, &pairs).values)
    };
    portfolio.sections.iter().map(kept).collect()
}

/// One scene, on a site, and nothing that needs a permit: as few papers as the kind asks for.
fn sells_online(case: &mut Case) {
    case.answers.retain(|code, _| code != "agent" && !(code.starts_with("scene_") && code != "scene_site"));
    case.set("scenes", "kinds", "site");
    case.set("scenes", "mcc", "5331");
    let mut site = Values::new();
    site.insert("url".into(), "https://shop.haifeng.example".into());
    case.answers.insert("scene_site".into(), site);
    let who = if case.kind == "cn-individual" { "operator" } else { "representative" };
    if case.answers.contains_key("applicant") {
        case.set("applicant", "is", who);
    }
    case.set("channels", "wanted", "alipay");
}

/// Ticks whatever is to be accepted.
fn consents(case: &mut Case, rules: &RuleSet) {
    case.answers.retain(|code, _| code != "consents" && code != "agreement");
    let shaped = rules.shaped(&case.answers);
    for section in &shaped.sections {
        for field in &section.fields {
            if let Answer::Accept { version, .. } = &field.answer {
                case.set(&section.code, &field.code, version);
            }
        }
    }
}

fn chinese(case: &mut Case, dice: &mut Dice, today: Date) {
    let (city, district, name) = *dice.pick(&PLACES);
    case.set("business", "place_city", city);
    case.set("business", "place_district", district);
    let (class, person) = match case.kind {
        "cn-enterprise" => ("91", "representative"),
        "cn-institution" => ("12", "representative"),
        _ => ("92", "operator"),
    };
    let region = if class == "91" && dice.percent(8) { "100000" } else { district };
    if case.kind != "cn-micro" {
        let number = numbers::uscc(dice, class, region, false);
        case.set("business", "uscc", &number);
        term(case, dice, today);
    }
    let brand = format!("{}{}", dice.pick(&BRANDS), dice.pick(&BRANDS));
    let business = match case.kind {
        "cn-enterprise" if dice.percent(30) => format!("{brand}（{name}）{}有限公司", dice.pick(&TRADES)),
        "cn-enterprise" => format!("{name}{brand}{}有限公司", dice.pick(&TRADES)),
        "cn-institution" => format!("{name}{brand}博物馆"),
        _ => format!("{name}{brand}茶铺"),
    };
    case.set("business", "legal_name", &business);
    case.set("scenes", "short_name", &brand);
    identity(case, dice, person, today);
    let (bank, prefix) = *dice.pick(&BANKS);
    case.set("bank", "bank_name", bank);
    let cnaps = numbers::cnaps(dice, prefix);
    case.set("bank", "cnaps", &cnaps);
    let personal = case.get("bank", "account_kind") == "personal" || case.kind == "cn-micro";
    let holder =
        if personal { case.get(person, "name") } else { business.replace('（', "(").replace('）', ")") };
    case.set("bank", "account_holder", &holder);
    if case.kind == "cn-enterprise" {
        owners(case, dice, today);
    }
}

/// A licence's term: without an end, or with one that is far.
fn term(case: &mut Case, dice: &mut Dice, today: Date) {
    let field = if case.kind == "cn-institution" { "certificate" } else { "licence" };
    let from = dice.day(today - Duration::days(7_000), today - Duration::days(200));
    let until = (field == "certificate" || dice.percent(40)).then(|| later(from, 30));
    case.set("business", &format!("{field}_from"), &from.to_string());
    case.set("business", &format!("{field}_until"), &until.map(|day| day.to_string()).unwrap_or_default());
    case.set("business", &format!("{field}_open"), if until.is_none() { "yes" } else { "" });
}

/// A person with a resident ID whose term fits their age.
pub(super) fn identity(case: &mut Case, dice: &mut Dice, section: &str, today: Date) {
    let name = if dice.percent(6) {
        format!("买买提·{}", dice.pick(&["艾力", "吐尔逊", "阿不都"]))
    } else {
        format!("{}{}", dice.pick(&SURNAMES), dice.pick(&GIVEN))
    };
    case.set(section, "name", &name);
    let (age, years) = *dice.pick(&[(20, Some(10)), (30, Some(20)), (38, Some(20)), (48, None), (60, None)]);
    let from = dice.day(today - Duration::days(3_000), today - Duration::days(200));
    let birth = later(from, -age) - Duration::days(90);
    holds_id(case, dice, section, (birth, from, years));
}

/// A resident ID of a birthday, from a day on, for so many years or without end.
pub(super) fn holds_id(
    case: &mut Case,
    dice: &mut Dice,
    section: &str,
    (birth, from, years): (Date, Date, Option<i32>),
) {
    let region = dice.pick(&PLACES).1;
    let number = numbers::resident_id(dice, region, birth);
    let until = years.map(|years| later(from, years).to_string()).unwrap_or_default();
    case.set(section, "id_kind", "resident_id");
    case.set(section, "id_number", &number);
    case.set(section, "id_validity_from", &from.to_string());
    case.set(section, "id_validity_until", &until);
    case.set(section, "id_validity_open", if years.is_none() { "yes" } else { "" });
}

/// Who stands behind an enterprise: its representative alone, or somebody beside.
fn owners(case: &mut Case, dice: &mut Dice, today: Date) {
    case.answers.retain(|code, _| !code.starts_with("beneficial_owner."));
    for (input, value) in [("who", "representative"), ("basis", "direct"), ("share", "60")] {
        case.set("beneficial_owner.1", input, value);
    }
    if dice.percent(35) {
        another_owner(case, dice, today);
    } else {
        case.set("beneficial_owner.1", "share", "100");
    }
}

/// A second owner, with a passport.
pub(super) fn another_owner(case: &mut Case, dice: &mut Dice, today: Date) {
    case.set("beneficial_owner.1", "share", "60");
    let second = "beneficial_owner.2";
    identity(case, dice, second, today);
    let number = format!("E{}", dice.digits(8));
    let from = dice.day(today - Duration::days(1_500), today - Duration::days(200));
    let until = later(from, 10).to_string();
    for (input, value) in [
        ("who", "other"),
        ("basis", "direct"),
        ("share", "40"),
        ("id_kind", "passport"),
        ("id_number", &number),
        ("id_validity_from", &from.to_string()),
        ("id_validity_until", &until),
        ("id_validity_open", ""),
    ] {
        case.set(second, input, value);
    }
}

/// The same day some years later; 29 February becomes 28.
pub(super) fn later(from: Date, years: i32) -> Date {
    let year = from.year() + years;
    from.replace_year(year).or_else(|_| Date::from_calendar_date(year, from.month(), 28)).expect("a day")
}
