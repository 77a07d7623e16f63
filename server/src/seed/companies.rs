//! Invented companies, whose numbers are right in form.

use super::people::{Representative, with_check};
use anyhow::Context as _;
use domain::identifiers::{Kind, Verdict, check};
use time::{Date, Month};

/// A company with all that its application asks for.
pub(super) struct Company {
    pub(super) name: String,
    /// What customers read.
    pub(super) short: &'static str,
    /// What it is called where it is a company of the United States.
    pub(super) american: String,
    /// Its merchant category code.
    pub(super) mcc: &'static str,
    /// The name's letters, for a mail address.
    pub(super) latin: &'static str,
    pub(super) uscc: String,
    pub(super) city: &'static City,
    pub(super) street: String,
    pub(super) licensed_from: Date,
    pub(super) scope: &'static str,
    pub(super) bank_name: String,
    pub(super) cnaps: String,
    pub(super) account_number: String,
    pub(super) representative: Representative,
}

/// A city with a district.
pub(super) struct City {
    pub(super) province: &'static str,
    pub(super) city: &'static str,
    pub(super) district: &'static str,
    pub(super) region: &'static str,
    road: &'static str,
    /// The four digits that bank branches there have.
    bank_region: &'static str,
}

macro_rules! cities {
    ($($province:literal $city:literal $district:literal $region:literal $bank:literal $road:literal,)+) => {
        const CITIES: &[City] = &[$(City {
            province: $province, city: $city, district: $district, region: $region, bank_region: $bank, road: $road,
        }),+];
    };
}

cities! {
    "广东省" "深圳市" "南山区" "440305" "5840" "科苑路",
    "浙江省" "杭州市" "西湖区" "330106" "3310" "文三路",
    "上海市" "上海市" "徐汇区" "310104" "2900" "漕溪北路",
    "北京市" "北京市" "朝阳区" "110105" "1000" "望京街",
    "江苏省" "苏州市" "姑苏区" "320508" "3050" "平江路",
    "四川省" "成都市" "武侯区" "510107" "6510" "天府大道",
    "福建省" "厦门市" "思明区" "350203" "3930" "湖滨南路",
    "山东省" "青岛市" "市南区" "370202" "4520" "香港中路",
    "湖北省" "武汉市" "洪山区" "420111" "5210" "珞喻路",
    "陕西省" "西安市" "雁塔区" "610113" "7910" "科技路",
    "湖南省" "长沙市" "岳麓区" "430104" "5510" "麓山路",
    "广西壮族自治区" "南宁市" "青秀区" "450103" "6110" "民族大道",
}

const WORDS: [(&str, &str); 26] = [
    ("云帆", "yunfan"),
    ("青禾", "qinghe"),
    ("松涛", "songtao"),
    ("海棠里", "haitangli"),
    ("远山", "yuanshan"),
    ("白鹭", "bailu"),
    ("星野", "xingye"),
    ("初晴", "chuqing"),
    ("橘子洲", "juzizhou"),
    ("半亩田", "banmutian"),
    ("听雨", "tingyu"),
    ("万物集", "wanwuji"),
    ("小满", "xiaoman"),
    ("鹿鸣", "luming"),
    ("南风", "nanfeng"),
    ("知味", "zhiwei"),
    ("拾光", "shiguang"),
    ("木棉", "mumian"),
    ("三生石", "sanshengshi"),
    ("长风", "changfeng"),
    ("麦浪", "mailang"),
    ("观澜", "guanlan"),
    ("一苇", "yiwei"),
    ("春晓", "chunxiao"),
    ("北辰", "beichen"),
    ("澄江", "chengjiang"),
];

const TRADES: [(&str, &str, &str); 9] = [
    ("贸易", "日用百货、服装鞋帽、家居用品的批发与零售；货物进出口。", "5399"),
    ("餐饮管理", "餐饮服务；餐饮管理；食品销售；外卖递送服务。", "5812"),
    ("文化传播", "组织文化艺术交流活动；图书、文创用品销售；会议及展览服务。", "5942"),
    ("信息技术", "软件开发；信息系统集成服务；数字内容制作；技术咨询与技术服务。", "7372"),
    ("茶业", "茶叶种植与销售；茶具、预包装食品销售；茶文化推广。", "5499"),
    ("服饰", "服装、箱包、饰品的设计、生产与销售；互联网销售。", "5651"),
    ("酒店管理", "住宿服务；酒店管理；会议服务；停车场服务。", "7011"),
    ("农业科技", "农产品种植、收购与销售；农业技术开发；冷链仓储服务。", "5411"),
    ("教育咨询", "教育咨询服务（不含学科类培训）；文具用品、教学用具销售。", "5943"),
];

const BANKS: [(&str, &str); 7] = [
    ("308", "招商银行"),
    ("102", "中国工商银行"),
    ("105", "中国建设银行"),
    ("103", "中国农业银行"),
    ("104", "中国银行"),
    ("301", "交通银行"),
    ("305", "中国民生银行"),
];

/// The characters of a unified social credit code.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

impl Company {
    /// The company, or the individual business, of this number; the same number is the same one.
    pub(super) fn invent(number: usize, individual: bool, today: Date) -> anyhow::Result<Self> {
        let city = CITIES.get(number * 5 % CITIES.len()).context("a city")?;
        let (word, latin) = WORDS.get(number % WORDS.len()).context("a word")?;
        let (trade, scope, mcc) = TRADES.get(number * 4 % TRADES.len()).context("a trade")?;
        let (prefix, bank) = BANKS.get(number * 3 % BANKS.len()).context("a bank")?;
        let town = city.city.trim_end_matches('市');
        let year = 2012 + i32::try_from(number % 11)?;
        let licensed_from = Date::from_calendar_date(year, Month::March, u8::try_from(number % 28 + 1)?)?;
        let branch = format!("{prefix}{}{:04}", city.bank_region, 101 + number * 13 % 800);
        Ok(Self {
            name: if individual {
                format!("{town}{}{word}店", city.district)
            } else {
                format!("{town}{word}{trade}有限公司")
            },
            short: word,
            american: format!(
                "{} {} LLC",
                capital(latin),
                ["Trading", "Goods", "Tea", "Studio"].get(number % 4).unwrap_or(&"Goods")
            ),
            mcc,
            latin,
            uscc: uscc(number, individual, city, today)?,
            city,
            street: format!("{}{}号{}室", city.road, 8 + number * 3, 301 + number % 9 * 100),
            licensed_from,
            scope,
            bank_name: format!("{bank}{town}{}支行", city.district.trim_end_matches('区')),
            cnaps: with_check(Kind::Cnaps, &branch, "0123456789", today)?,
            account_number: format!(
                "{:09}{:010}",
                755_900_000 + number * 7_013,
                1_010_000_201 + number * 90_017
            ),
            representative: Representative::invent(number, city, today)?,
        })
    }
}

/// `hutong` → `Hutong`.
pub(super) fn capital(latin: &str) -> String {
    let mut letters = latin.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A code whose organisation part and whole both carry the check that they must.
fn uscc(number: usize, individual: bool, city: &City, today: Date) -> anyhow::Result<String> {
    let class = if individual { "92" } else { "91" };
    let stem = format!("{class}{}MA{:06}", city.region, 500_000 + number * 7_919);
    ALPHABET
        .chars()
        .flat_map(|organisation| ALPHABET.chars().map(move |whole| (organisation, whole)))
        .map(|(organisation, whole)| format!("{stem}{organisation}{whole}"))
        .find(|code| check(Kind::CnUscc, code, today) == Verdict::Ok)
        .with_context(|| format!("nothing makes {stem} a code"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use time::macros::date;

    #[test]
    fn every_company_is_another_and_right_in_form() {
        let today = date!(2026 - 11 - 23);
        let all: Vec<Company> =
            (0..50).map(|number| Company::invent(number, number % 3 == 0, today).unwrap()).collect();
        let distinct = |of: fn(&Company) -> String| all.iter().map(of).collect::<BTreeSet<_>>().len();
        assert_eq!(distinct(|company| company.uscc.clone()), 50);
        assert_eq!(distinct(|company| company.name.clone()), 50);
        assert_eq!(distinct(|company| company.account_number.clone()), 50);
        assert_eq!(distinct(|company| company.representative.id_number.clone()), 50);
        for company in &all {
            assert_eq!(company.representative.phone.len(), 11, "{}", company.representative.phone);
            assert_eq!(company.account_number.len(), 19);
        }
    }
}
