//! Whom a paper's text names: what stands behind a label, and what is written as companies write themselves.

use crate::text::fold;
use unicode_normalization::UnicodeNormalization;

/// The shortest and the longest name, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=120;
/// The most words that a label has.
const LABEL_WORDS: usize = 5;

/// What a label says of the name behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A business's, or an account's.
    Business,
    /// A person's.
    Person,
}

const LABELS: &[(&str, Whose)] = &[
    ("名称", Whose::Business),
    ("企业名称", Whose::Business),
    ("公司名称", Whose::Business),
    ("单位名称", Whose::Business),
    ("机构名称", Whose::Business),
    ("字号名称", Whose::Business),
    ("账户名称", Whose::Business),
    ("账户名", Whose::Business),
    ("开户名称", Whose::Business),
    ("户名", Whose::Business),
    ("存款人", Whose::Business),
    ("存款人名称", Whose::Business),
    ("授权人", Whose::Business),
    ("company", Whose::Business),
    ("companyname", Whose::Business),
    ("nameofcompany", Whose::Business),
    ("nameofthecompany", Whose::Business),
    ("entityname", Whose::Business),
    ("nameofentity", Whose::Business),
    ("businessname", Whose::Business),
    ("legalname", Whose::Business),
    ("accountname", Whose::Business),
    ("accountholder", Whose::Business),
    ("nameofaccount", Whose::Business),
    ("firma", Whose::Business),
    ("kontoinhaber", Whose::Business),
    ("法定代表人", Whose::Person),
    ("法人代表", Whose::Person),
    ("法定代表人姓名", Whose::Person),
    ("经营者", Whose::Person),
    ("经营者姓名", Whose::Person),
    ("负责人", Whose::Person),
    ("姓名", Whose::Person),
    ("legalrepresentative", Whose::Person),
];

/// Other labels: where a form is empty they follow one of a name.
const OTHERS: [&str; 17] = [
    "类型",
    "住所",
    "经营场所",
    "账号",
    "账户号码",
    "注册资本",
    "经营范围",
    "组成形式",
    "证件号码",
    "开户银行",
    "统一社会信用代码",
    "成立日期",
    "营业期限",
    "性别",
    "companynumber",
    "accountnumber",
    "date",
];

/// How companies end, folded.
const ENDINGS: [&str; 11] = [
    "公司",
    "合伙企业",
    "(有限合伙)",
    "llc",
    "inc",
    "corp",
    "ltd",
    "gmbh",
    "plc",
    "llp",
    "ug(haftungsbeschränkt)",
];
/// What offices and banks are called, who write papers about others.
const WRITERS: [&str; 9] =
    ["银行", "bank", "管理局", "监督", "registrar", "registry", "secretary", "amtsgericht", "印章"];

/// The names behind labels of a kind, as they are written, in their order.
pub fn labelled(text: &str, whose: Whose) -> Vec<String> {
    let cells: Vec<String> = text
        .nfkc()
        .collect::<String>()
        .split(['\n', '\t'])
        .map(|cell| cell.trim().to_owned())
        .filter(|cell| !cell.is_empty())
        .collect();
    let mut named = Vec::new();
    for (place, cell) in cells.iter().enumerate() {
        let Some((of, rest)) = label(cell).filter(|(of, _)| *of == whose) else { continue };
        let behind = if rest.is_empty() { cells.get(place + 1).cloned().unwrap_or_default() } else { rest };
        if of == whose && is_name(&behind) {
            named.push(behind);
        }
    }
    named
}

/// What is written as a company is, on a line of its own, and is neither an office nor a bank.
pub fn companies(text: &str) -> Vec<String> {
    let cells = text.split(['\n', '\t']).map(str::trim);
    cells.filter(|cell| is_company(cell)).map(str::to_owned).collect()
}

fn is_company(cell: &str) -> bool {
    let folded = plain(cell);
    let length = folded.chars().count();
    let written = |ending: &&str| folded.ends_with(ending) && length > ending.chars().count() + 2;
    is_name(cell)
        && cell.chars().count() <= 60
        && ENDINGS.iter().any(written)
        && !WRITERS.iter().any(|writer| folded.contains(writer))
}

/// A label at the beginning of a cell, and what stands behind it.
fn label(cell: &str) -> Option<(Whose, String)> {
    let of = |head: &str| {
        let head = plain(head);
        LABELS.iter().find(|(label, _)| *label == head).map(|(_, whose)| *whose)
    };
    if let Some((head, rest)) = cell.split_once(':')
        && let Some(whose) = of(head)
    {
        return Some((whose, rest.trim().to_owned()));
    }
    let words: Vec<&str> = cell.split_whitespace().collect();
    // The longest first: "Company name" before "Company".
    (1..=words.len().min(LABEL_WORDS)).rev().find_map(|count| {
        let (head, rest) = words.split_at_checked(count)?;
        // "Company limited by shares" names nobody.
        let too_common = count == 1 && !rest.is_empty() && head.concat().is_ascii();
        Some((of(&head.concat()).filter(|_| !too_common)?, rest.join(" ")))
    })
}

fn is_name(text: &str) -> bool {
    let head = plain(text.split(':').next().unwrap_or(text));
    LENGTHS.contains(&text.chars().count())
        && text.chars().any(char::is_alphabetic)
        && label(text).is_none()
        && !OTHERS.contains(&head.as_str())
}

/// Folded, and without the points and commas that stand in names or don't: `Harbor Tea, L.L.C.` is `harborteallc`.
pub fn plain(name: &str) -> String {
    let plain: String = fold(name).chars().filter(|c| !matches!(c, ',' | '.' | '\'' | '’' | '"')).collect();
    plain.replace("limited", "ltd").replace("incorporated", "inc").replace("corporation", "corp")
}

/// Whether two names are one, as papers write them: folded, and with any character for one beyond the basic plane,
/// which registers' systems often lack.
pub fn is_same(declared: &str, written: &str) -> bool {
    let (declared, written) = (plain(declared), plain(written));
    let alike = |(mine, theirs): (char, char)| mine == theirs || u32::from(mine) > 0xffff;
    declared.chars().count() == written.chars().count() && declared.chars().zip(written.chars()).all(alike)
}

/// Whether a name stands anywhere in a text, or broken over lines.
pub fn stands_in(declared: &str, text: &str) -> bool {
    let (name, text): (Vec<char>, Vec<char>) =
        (plain(declared).chars().collect(), plain(text).chars().collect());
    let alike = |(mine, theirs): (&char, &char)| mine == theirs || u32::from(*mine) > 0xffff;
    !name.is_empty() && text.windows(name.len()).any(|part| name.iter().zip(part).all(alike))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LICENCE: &str = "营业执照\n统一社会信用代码\t91440300708461136T\n名 称\t深圳市海风贸易有限公司\n\
                           类型\t有限责任公司\n法定代表人：买买提·艾力\n登记机关\t深圳市市场监督管理局";

    #[test]
    fn names_stand_behind_their_labels() {
        assert_eq!(labelled(LICENCE, Whose::Business), ["深圳市海风贸易有限公司"]);
        assert_eq!(labelled(LICENCE, Whose::Person), ["买买提·艾力"]);
        assert_eq!(labelled("Company name Harbor Tea LLC", Whose::Business), ["Harbor Tea LLC"]);
        assert_eq!(labelled("Account holder:\nHarbor Tea LLC", Whose::Business), ["Harbor Tea LLC"]);
        assert_eq!(
            labelled("Company limited by shares\nCompany number: 12", Whose::Business),
            Vec::<String>::new()
        );
        assert_eq!(labelled("户名\n账号\t123", Whose::Business), Vec::<String>::new(), "a label is no name");
    }

    #[test]
    fn companies_are_known_by_how_they_end() {
        assert_eq!(companies("Certificate\nHARBOR TEA, LLC\nFirst Harbor Bank Ltd"), ["HARBOR TEA, LLC"]);
        assert_eq!(
            companies("有限公司\n深圳市海风贸易有限公司\n招商银行股份有限公司"),
            ["深圳市海风贸易有限公司"]
        );
    }

    #[test]
    fn spellings_are_one_name() {
        assert!(is_same("Harbor Tea, L.L.C.", "HARBOR TEA LLC") && is_same("Tea Ltd", "TEA LIMITED"));
        assert!(is_same("海曼（上海）有限公司", "海曼(上海) 有限公司"));
        assert!(
            is_same("𠮷野家", "吉野家") && !is_same("张三", "张三丰") && !is_same("海风茶铺", "海风茶店")
        );
    }

    #[test]
    fn a_broken_line_breaks_no_name() {
        assert!(stands_in("深圳市海风贸易有限公司", "名称\t深圳市海风\n贸易有限公司"));
        assert!(!stands_in("深圳市海风贸易有限公司", "深圳市海峰贸易有限公司") && !stands_in("", "x"));
    }
}
