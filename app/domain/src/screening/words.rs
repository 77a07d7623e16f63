//! Words that say little of whose name it is: titles, particles, legal forms, trades, and short forms of all of them.

/// Titles before or after a person's name.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "hon",
    "jr",
    "sr",
    "ii",
    "iii",
    "eng",
    "ing",
    "general",
    "gen",
    "colonel",
    "col",
    "captain",
    "capt",
    "major",
    "maj",
    "lieutenant",
    "lt",
    "brigadier",
    "brig",
    "admiral",
    "adm",
    "commander",
    "haji",
    "hajji",
    "hadji",
    "al-hajj",
    "alhaji",
    "sheikh",
    "shaykh",
    "shaikh",
    "mullah",
    "mawlawi",
    "maulvi",
    "maulana",
    "imam",
    "sayyid",
    "sayed",
    "syed",
    "qari",
    "ustad",
    "herr",
    "frau",
    "monsieur",
    "madame",
    "senor",
    "senora",
    "don",
    "dona",
];

/// Between a person's name and a parent's.
const PARENTS: &[&str] = &["bin", "ibn", "ben", "bint", "binti", "b", "ould", "bn"];

/// An Arabic article as it is written anywhere.
const ARTICLES: &[&str] = &["al", "el", "ul"];
/// The article as it sounds before some letters; so short that it counts only where it hangs on the word after it.
const ASSIMILATED: &[&str] =
    &["as", "ash", "ad", "adh", "ar", "az", "an", "at", "ath", "ed", "es", "er", "en"];

/// Names that everybody spells in another way, and short forms of them; each stands for the first.
const NAMES: &[&[&str]] = &[
    &[
        "muhammad", "mohammed", "mohamed", "mohammad", "muhammed", "mohamad", "muhamad", "mohamet",
        "mahomet", "mohd", "md", "mohamud",
    ],
    &["yusuf", "yousef", "youssef", "yousuf", "yusef", "youssouf", "yusif", "yosef"],
    &["ahmad", "ahmed", "ahmet"],
    &["usman", "uthman", "othman", "osman", "ousmane"],
    &["umar", "omar"],
    &["khalid", "khaled"],
    &["husain", "hussein", "hussain", "husayn", "hossein", "hosein", "husein"],
    &["ibrahim", "ebrahim", "ibraheem"],
    &["said", "saeed", "sayeed"],
    &["sulayman", "suleiman", "suleyman", "soleiman", "sulaiman"],
    &["mustafa", "mostafa", "moustafa"],
    &["abdullah", "abdallah", "abdulla", "abdalla"],
    &["sergei", "sergey", "sergej", "serge"],
    &["alexander", "aleksandr", "alexandr", "aleksander", "oleksandr"],
    &["yuri", "yury", "yuriy", "iouri", "jurij"],
    &["lee", "yi", "rhee", "ri"],
    &["park", "pak", "bak"],
    &["choi", "choe"],
    &["ryu", "yoo", "ryoo"],
    &["jung", "jeong", "chung"],
];

/// Legal forms in the order of their words: what stands at an end of a company's name and may be left out.
const LEGAL_FORMS: &[&str] = &[
    "public limited company",
    "private limited company",
    "public joint stock company",
    "open joint stock company",
    "closed joint stock company",
    "joint stock company",
    "limited liability company",
    "limited liability partnership",
    "gesellschaft mit beschrankter haftung",
    "obshchestvo s ogranichennoy otvetstvennostyyu",
    "publichnoe aktsionernoe obshchestvo",
    "zakrytoe aktsionernoe obshchestvo",
    "otkrytoe aktsionernoe obshchestvo",
    "aktsionernoe obshchestvo",
    "societe a responsabilite limitee",
    "societe anonyme",
    "sociedad anonima",
    "societa per azioni",
    "anonim sirketi",
    "limited sirketi",
    "private limited",
    "proprietary limited",
    "youxian zeren gongsi",
    "gufen youxian gongsi",
    "youxian gongsi",
    "gongsi",
    "co limited",
    "company limited",
    "limited company",
    "pte ltd",
    "pte limited",
    "pty ltd",
    "pvt ltd",
    "sdn bhd",
    "co ltd",
    "ltd sti",
    "as",
    "ooo",
    "oao",
    "zao",
    "pao",
    "ao",
    "tov",
    "llc",
    "llp",
    "lp",
    "ltd",
    "limited",
    "plc",
    "pjsc",
    "ojsc",
    "cjsc",
    "jsc",
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "co",
    "company",
    "gmbh",
    "ag",
    "aktiengesellschaft",
    "kommanditgesellschaft",
    "kg",
    "ohg",
    "ug",
    "sarl",
    "sas",
    "sa",
    "srl",
    "spa",
    "sl",
    "bv",
    "nv",
    "ab",
    "oy",
    "oyj",
    "aps",
    "asa",
    "kft",
    "doo",
    "ead",
    "ood",
    "eood",
    "fzco",
    "fze",
    "fzc",
    "fz",
    "wll",
    "pte",
    "pty",
    "pvt",
    "sti",
    "kk",
    "group",
    "holding",
    "holdings",
    "sherkat",
    "sharikat",
];

/// Chinese legal forms, the longer first.
const HAN_LEGAL_FORMS: &[&str] = &[
    "有限责任公司",
    "股份有限公司",
    "有限公司",
    "股份公司",
    "总公司",
    "公司",
    "集团",
    "个体工商户",
    "有限合伙",
    "普通合伙",
    "合伙企业",
];

/// Words that bind others.
const BINDING: &[&str] = &["and", "of", "the", "for", "et", "und", "y", "i", "de", "e"];

/// Trades and the like, each in its English words with their short forms and in its Chinese and Arabic ones.
const TRADES: &[(&[&str], &[&str])] = &[
    (&["technology", "technologies", "tech", "tec", "keji"], &["科技", "技术"]),
    (&["trading", "trade", "traders", "maoyi", "tijara"], &["贸易", "商贸", "经贸", "للتجارة", "التجارية"]),
    (&["international", "intl", "guoji"], &["国际", "الدولية"]),
    (&["general"], &["العامة"]),
    (&["electronic", "electronics", "electronical", "elec", "dianzi"], &["电子"]),
    (&["electric", "electrical"], &["电气", "电器"]),
    (&["network", "networks", "internet"], &["网络"]),
    (&["information", "info"], &["信息"]),
    (&["software"], &["软件"]),
    (&["communication", "communications", "telecom"], &["通信", "通讯"]),
    (
        &["industry", "industries", "industrial", "ind", "enterprise", "enterprises"],
        &["实业", "工业", "企业", "الصناعية"],
    ),
    (&["development", "dev"], &["发展", "开发"]),
    (&["investment", "investments", "invest"], &["投资", "للاستثمار"]),
    (&["import", "imports", "imp"], &["进口", "进出口", "للاستيراد"]),
    (&["export", "exports", "exp"], &["出口", "进出口", "والتصدير"]),
    (&["logistics", "logistic"], &["物流"]),
    (&["shipping", "shipment"], &["船务", "航运", "海运", "للشحن"]),
    (&["navigation"], &["للملاحة"]),
    (&["freight"], &["货运"]),
    (&["forwarding", "forwarders", "agency"], &["代理"]),
    (&["transport", "transportation"], &["运输", "للنقل"]),
    (&["aviation", "aero", "aerospace"], &["航空", "للطيران"]),
    (&["machinery", "machine", "mechanical"], &["机械"]),
    (&["equipment"], &["装备", "设备"]),
    (&["heavy"], &["重型"]),
    (&["manufacturing", "manufacture", "mfg", "manufacturers"], &["制造"]),
    (&["engineering", "eng", "engineers"], &["工程"]),
    (&["construction", "building"], &["建筑", "建设", "للمقاولات"]),
    (&["material", "materials"], &["材料", "新材料"]),
    (&["chemical", "chemicals", "chem"], &["化工", "化学"]),
    (&["petrochemical", "petrochemicals", "petrochem"], &["石化"]),
    (&["petroleum", "oil"], &["石油", "油", "للنفط"]),
    (&["grain", "cereals"], &["粮"]),
    (&["energy"], &["能源", "للطاقة"]),
    (&["steel", "iron"], &["钢铁"]),
    (&["metal", "metals", "hardware"], &["五金", "金属"]),
    (&["mining", "minerals"], &["矿业"]),
    (&["valve", "valves"], &["阀门"]),
    (&["instrument", "instruments"], &["仪器", "仪表"]),
    (&["optical", "optics", "optoelectronics"], &["光电", "光学"]),
    (&["semiconductor", "semiconductors"], &["半导体"]),
    (&["biological", "biotechnology", "biotech", "bio"], &["生物"]),
    (&["pharmaceutical", "pharmaceuticals", "pharma"], &["医药", "制药"]),
    (&["medical"], &["医疗"]),
    (&["food", "foods"], &["食品"]),
    (&["agriculture", "agricultural"], &["农业"]),
    (&["textile", "textiles"], &["纺织"]),
    (&["garment", "garments", "clothing", "apparel"], &["服装", "服饰"]),
    (&["ceramic", "ceramics"], &["陶瓷"]),
    (&["furniture"], &["家具"]),
    (&["plastic", "plastics"], &["塑料", "塑胶"]),
    (&["paper"], &["纸业"]),
    (&["exchange", "sarafi"], &["للصرافة"]),
    (&["finance", "financial"], &["金融", "财务"]),
    (&["bank", "banking"], &["银行", "بنك", "مصرف"]),
    (&["media"], &["传媒"]),
    (&["culture", "cultural"], &["文化"]),
    (&["service", "services", "svcs"], &["服务"]),
    (&["management", "mgmt"], &["管理"]),
    (&["consulting", "consultancy"], &["咨询"]),
    (&["supply", "supplies"], &["供应"]),
    (&["chain"], &["链"]),
    (&["seafood", "aquatic"], &["水产"]),
    (&["brothers", "bros"], &["兄弟"]),
    (&["works", "factory", "plant"], &["厂", "工厂"]),
    (&["products", "product", "prods"], &["制品"]),
    (&["department", "dept"], &["部"]),
    (&["association", "assn", "assoc"], &["协会"]),
    (&["organization", "organisation", "org"], &["组织"]),
    (&["establishment", "est"], &["مؤسسة"]),
    (&["company"], &["شركة"]),
];

/// Whether it is a title.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}

/// Whether it stands between a person's name and a parent's.
pub(super) fn is_parent(word: &str) -> bool {
    PARENTS.contains(&word)
}

/// Whether it is an article; the assimilated ones only where the next word hangs on it.
pub(super) fn is_article(word: &str, next_hangs: bool) -> bool {
    ARTICLES.contains(&word) || (next_hangs && ASSIMILATED.contains(&word))
}

/// Whether it binds others.
pub(super) fn is_binding(word: &str) -> bool {
    BINDING.contains(&word)
}

/// The one spelling that stands for all of a name's.
pub(super) fn one_of_many(word: &str) -> Option<&'static str> {
    NAMES.iter().find(|names| names.contains(&word)).and_then(|names| names.first().copied())
}

/// The trade that a word names, by its place among them.
pub(super) fn trade(word: &str) -> Option<usize> {
    TRADES.iter().position(|(letters, others)| letters.contains(&word) || others.contains(&word))
}

/// The English word of a trade.
pub(super) fn trade_word(trade: usize) -> Option<&'static str> {
    TRADES.get(trade).and_then(|(words, _)| words.first().copied())
}

/// Chinese words of trades at the beginning of these characters, the longest first, each with its trades: 进出口 is two.
pub(super) fn han_trade(chars: &[char]) -> Option<(usize, Vec<usize>)> {
    (1..=chars.len().min(4)).rev().find_map(|length| {
        let word: String = chars.get(..length)?.iter().collect();
        let trades: Vec<usize> = TRADES
            .iter()
            .enumerate()
            .filter(|(_, (_, others))| others.contains(&word.as_str()))
            .map(|(place, _)| place)
            .collect();
        (!trades.is_empty()).then_some((length, trades))
    })
}

/// How many of the last words are a legal form; all of them never are.
pub(super) fn legal_ending(words: &[&str]) -> usize {
    longest(|form| words.len() > form.len() && words.ends_with(form))
}

/// How many of the first words are a legal form.
pub(super) fn legal_beginning(words: &[&str]) -> usize {
    // Before a name only the forms of a few languages stand, and a short one may be the name itself.
    longest(|form| {
        let early = form.len() > 1
            || matches!(
                form,
                ["ooo"
                    | "oao"
                    | "zao"
                    | "pao"
                    | "ao"
                    | "sharikat"
                    | "sherkat"
                    | "tov"
                    | "pjsc"
                    | "ojsc"
                    | "cjsc"
                    | "jsc"
                    | "llc"]
            );
        early && words.len() > form.len() && words.starts_with(form)
    })
}

fn longest(fits: impl Fn(&[&str]) -> bool) -> usize {
    LEGAL_FORMS
        .iter()
        .filter_map(|form| {
            let form: Vec<&str> = form.split(' ').collect();
            fits(&form).then_some(form.len())
        })
        .max()
        .unwrap_or_default()
}

/// A Chinese company's name without its legal form and the marks of rank of its place.
pub(super) fn han_core(chars: &[char]) -> Vec<char> {
    let mut core = chars.to_vec();
    loop {
        let mut found = HAN_LEGAL_FORMS.iter().map(|form| form.chars().collect::<Vec<_>>());
        let Some(form) = found.find(|form| core.len() > form.len() + 1 && core.ends_with(form)) else {
            break;
        };
        core.truncate(core.len() - form.len());
    }
    let mut place = 0;
    core.retain(|c| {
        place += 1;
        !(matches!(place, 3 | 4) && matches!(c, '市' | '省'))
    });
    core
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_stand_at_the_ends() {
        assert_eq!(legal_ending(&["north", "wind", "co", "ltd"]), 2);
        assert_eq!(legal_ending(&["limited"]), 0);
        assert_eq!(legal_beginning(&["ooo", "veter"]), 1);
        assert_eq!(legal_beginning(&["group", "wind"]), 0);
    }

    #[test]
    fn a_chinese_company_has_a_core() {
        let core = |name: &str| han_core(&name.chars().collect::<Vec<_>>()).iter().collect::<String>();
        assert_eq!(core("宁波市北风贸易集团有限公司"), "宁波北风贸易");
        assert_eq!(core("公司"), "公司");
    }

    #[test]
    fn trades_are_known_in_each_script() {
        assert_eq!(trade("trading"), trade("贸易"));
        assert_eq!(
            han_trade(&['进', '出', '口', '部']).map(|(length, trades)| (length, trades.len())),
            Some((3, 2))
        );
    }
}
