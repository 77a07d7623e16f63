//! Text as people type it: folded for comparing, kept as typed.

use unicode_normalization::UnicodeNormalization;

/// Folds width, brackets, spaces, the middle dot and case, so that two spellings of one name compare equal.
///
/// For comparing and searching only: what was typed is kept beside it.
pub fn fold(text: &str) -> String {
    text.nfkc()
        .filter(|c| !c.is_whitespace() && !matches!(c, '·' | '・' | '‧' | '•' | '．' | '∙'))
        .map(|c| match c {
            '（' | '【' | '〔' | '[' => '(',
            '）' | '】' | '〕' | ']' => ')',
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Full-width digits and letters to their plain forms, spaces and dashes dropped: for identifiers.
pub fn compact(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '–' | '—' | '\u{200b}')).collect()
}

/// All but the last `keep` characters as dots: `••••1234`.
pub fn mask(text: &str, keep: usize) -> String {
    let length = text.chars().count();
    let tail: String = text.chars().skip(length.saturating_sub(keep)).collect();
    if length <= keep { "••••".into() } else { format!("••••{tail}") }
}

#[cfg(test)]
mod tests {
    use super::{compact, fold, mask};

    #[test]
    fn spellings_of_one_name_fold_alike() {
        assert_eq!(fold("海曼（上海） 有限公司"), fold("海曼(上海)有限公司"));
        assert_eq!(fold("买买提·艾力"), fold("买买提・艾力"));
        assert_eq!(fold("ＡＣＭＥ Ltd"), fold("acme ltd"));
        assert_ne!(fold("张三"), fold("张三丰"));
    }

    #[test]
    fn identifiers_lose_their_dress() {
        assert_eq!(compact(" ９１３５-0100 M000"), "91350100M000");
    }

    #[test]
    fn masks_keep_only_the_tail() {
        assert_eq!(mask("6222021234567890", 4), "••••7890");
        assert_eq!(mask("123", 4), "••••");
    }
}
