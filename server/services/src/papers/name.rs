//! The name a file came with: kept for people to recognise, never used as a path.

use domain::documents::limits::MAX_NAME;

/// A name fit to show and to offer for download: no folders, no control or direction-changing characters, no
/// reserved signs, not too long, its extension kept. Empty when nothing is left.
pub fn clean(declared: &str) -> String {
    let base = declared.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = base.chars().filter(|c| !is_unfit(*c)).collect();
    let words = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    shorten(words.trim_matches(['.', ' ']))
}

/// The part behind the last dot in lower case, if the name has one.
pub fn extension(name: &str) -> Option<String> {
    let (stem, extension) = name.trim_end_matches(['.', ' ']).rsplit_once('.')?;
    (!stem.is_empty() && !extension.is_empty()).then(|| extension.to_lowercase())
}

/// Control characters, what turns the direction of text around or can't be seen, and what shells and file
/// systems give a meaning.
fn is_unfit(c: char) -> bool {
    c.is_control()
        || matches!(c, '"' | '<' | '>' | '|' | ':' | '*' | '?' | ';' | '`' | '$' | '%')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{e007f}')
}

fn shorten(name: &str) -> String {
    if name.chars().count() <= MAX_NAME {
        return name.to_owned();
    }
    match name.rsplit_once('.') {
        Some((stem, extension)) if extension.chars().count() <= 8 => {
            let room = MAX_NAME - extension.chars().count() - 2;
            format!("{}….{extension}", stem.chars().take(room).collect::<String>())
        }
        _ => name.chars().take(MAX_NAME).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_NAME, clean, extension};
    use proptest::prelude::*;

    #[test]
    fn f07_naughty_names_lose_their_teeth() {
        assert_eq!(clean("../../etc/passwd"), "passwd");
        assert_eq!(clean("C:\\fakepath\\营业执照 副本.pdf"), "营业执照 副本.pdf");
        assert_eq!(clean("a\u{202e}fdp.exe"), "afdp.exe");
        assert_eq!(clean("licence\r\nSet-Cookie: x=1.pdf"), "licenceSet-Cookie x=1.pdf");
        assert_eq!(clean("  ...  "), "");
        assert_eq!(clean("\0\u{7}"), "");
        assert_eq!(clean("𠮷野家.png"), "𠮷野家.png");
    }

    #[test]
    fn long_names_keep_their_extension() {
        let long = format!("{}.pdf", "长".repeat(400));
        let kept = clean(&long);
        assert!(kept.ends_with("….pdf") && kept.chars().count() == MAX_NAME);
    }

    #[test]
    fn extensions_are_read_from_the_end() {
        assert_eq!(extension("a.PDF").as_deref(), Some("pdf"));
        assert_eq!(extension("a.pdf.exe").as_deref(), Some("exe"));
        assert_eq!(extension("a.pdf. ").as_deref(), Some("pdf"));
        assert_eq!(extension("image"), None);
        assert_eq!(extension(".pdf"), None);
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(name in any::<String>()) {
            let once = clean(&name);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(once.chars().count() <= MAX_NAME);
            prop_assert!(!once.contains(['/', '\\', '"', '\n', '\0']));
        }
    }
}
