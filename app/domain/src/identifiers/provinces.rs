//! The first two digits of a Chinese region code, GB/T 2260.

/// A province, municipality, autonomous or special administrative region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Province {
    /// Two digits.
    pub code: &'static str,
    /// The name without its kind: `广东`, `内蒙古`.
    pub chinese: &'static str,
    /// `Guangdong`.
    pub english: &'static str,
}

macro_rules! provinces {
    ($($code:literal $chinese:literal $english:literal,)+) => {
        /// All of them, by code. 81, 82 and 83 also stand on residence permits for people of Hong Kong,
        /// Macao and Taiwan.
        pub const ALL: &[Province] = &[
            $(Province { code: $code, chinese: $chinese, english: $english }),+
        ];
    };
}

provinces! {
    "11" "北京" "Beijing",
    "12" "天津" "Tianjin",
    "13" "河北" "Hebei",
    "14" "山西" "Shanxi",
    "15" "内蒙古" "Inner Mongolia",
    "21" "辽宁" "Liaoning",
    "22" "吉林" "Jilin",
    "23" "黑龙江" "Heilongjiang",
    "31" "上海" "Shanghai",
    "32" "江苏" "Jiangsu",
    "33" "浙江" "Zhejiang",
    "34" "安徽" "Anhui",
    "35" "福建" "Fujian",
    "36" "江西" "Jiangxi",
    "37" "山东" "Shandong",
    "41" "河南" "Henan",
    "42" "湖北" "Hubei",
    "43" "湖南" "Hunan",
    "44" "广东" "Guangdong",
    "45" "广西" "Guangxi",
    "46" "海南" "Hainan",
    "50" "重庆" "Chongqing",
    "51" "四川" "Sichuan",
    "52" "贵州" "Guizhou",
    "53" "云南" "Yunnan",
    "54" "西藏" "Tibet",
    "61" "陕西" "Shaanxi",
    "62" "甘肃" "Gansu",
    "63" "青海" "Qinghai",
    "64" "宁夏" "Ningxia",
    "65" "新疆" "Xinjiang",
    "71" "台湾" "Taiwan",
    "81" "香港" "Hong Kong",
    "82" "澳门" "Macao",
    "83" "台湾" "Taiwan",
}

/// The province a region code begins with.
pub fn of(region: &[u8]) -> Option<Province> {
    ALL.iter().copied().find(|province| region.starts_with(province.code.as_bytes()))
}

/// Whether a region code begins with a known province.
pub fn is_known(region: &[u8]) -> bool {
    of(region).is_some()
}

/// The province that typed text names, in either language.
pub fn named(typed: &str) -> Option<Province> {
    let folded = crate::text::fold(typed);
    ALL.iter().copied().find(|province| {
        folded.starts_with(province.chinese) || folded.starts_with(&crate::text::fold(province.english))
    })
}
