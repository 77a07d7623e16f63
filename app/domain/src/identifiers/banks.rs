//! The banks that a Chinese branch code's first three digits name (行别代码).
//!
//! Only prefixes that belong to one bank alone: 313, 314, 317, 320, 402 and others are shared by many.

/// A bank of mainland China.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bank {
    /// The first three digits of its branch codes.
    pub prefix: &'static str,
    /// What its name holds in Chinese.
    pub chinese: &'static str,
    /// Other ways to write it, folded as [`crate::text::fold`] does.
    pub others: &'static [&'static str],
}

macro_rules! banks {
    ($($prefix:literal $chinese:literal [$($other:literal),*],)+) => {
        /// All of them, by prefix.
        pub const ALL: &[Bank] = &[
            $(Bank { prefix: $prefix, chinese: $chinese, others: &[$($other),*] }),+
        ];
    };
}

banks! {
    "102" "工商银行" ["工行", "icbc", "industrialandcommercial"],
    "103" "农业银行" ["农行", "agriculturalbankofchina", "abc"],
    "104" "中国银行" ["中行", "bankofchina", "boc"],
    "105" "建设银行" ["建行", "constructionbank", "ccb"],
    "201" "国家开发银行" ["国开行", "developmentbank"],
    "202" "进出口银行" ["export-import", "exportandimport"],
    "203" "农业发展银行" ["农发行", "agriculturaldevelopment"],
    "301" "交通银行" ["交行", "bankofcommunications"],
    "302" "中信银行" ["citic"],
    "303" "光大银行" ["everbright"],
    "304" "华夏银行" ["huaxia"],
    "305" "民生银行" ["minsheng"],
    "306" "广发银行" ["广东发展银行", "guangfa", "cgb"],
    "307" "平安银行" ["pingan"],
    "308" "招商银行" ["招行", "merchantsbank", "cmb"],
    "309" "兴业银行" ["industrialbank"],
    "310" "浦东发展银行" ["浦发", "pudong", "spdb"],
    "315" "恒丰银行" ["hengfeng"],
    "316" "浙商银行" ["zheshang"],
    "318" "渤海银行" ["bohai"],
    "403" "邮政储蓄银行" ["邮储", "postalsavings", "psbc"],
}

/// The bank that a branch code's first three digits name.
pub fn of(prefix: &str) -> Option<&'static Bank> {
    ALL.iter().find(|bank| bank.prefix == prefix)
}

impl Bank {
    /// Whether typed text names this bank.
    pub fn is_named_by(&self, typed: &str) -> bool {
        let folded = crate::text::fold(typed);
        folded.contains(self.chinese) || self.others.iter().any(|other| folded.contains(other))
    }
}
