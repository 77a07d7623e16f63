//! The mails' words, from `mail/{en,zh-CN}/*.ftl`.

use domain::Lang;
use fluent_templates::{Loader, fluent_bundle::FluentValue, static_loader};
use std::{borrow::Cow, collections::HashMap};
use unic_langid::{LanguageIdentifier, langid};

static_loader! {
    static TEXTS = {
        locales: "./mail",
        fallback_language: "en",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static EN: LanguageIdentifier = langid!("en");
static ZH_CN: LanguageIdentifier = langid!("zh-CN");

/// Placeholders by name, each in its shown form.
pub(super) type Args = Vec<(&'static str, String)>;

/// A text. Nothing where the key has none.
pub(super) fn text(lang: Lang, key: &str, args: &Args) -> Option<String> {
    let id = match lang {
        Lang::En => &EN,
        Lang::ZhCn => &ZH_CN,
    };
    let args: HashMap<Cow<'static, str>, FluentValue<'_>> =
        args.iter().map(|(name, value)| (Cow::Borrowed(*name), FluentValue::from(one_line(value)))).collect();
    TEXTS.try_lookup_with_args(id, key, &args)
}

/// A value stays within its line: control characters, line and paragraph separators, and marks that turn the
/// direction of writing become spaces.
fn one_line(value: &str) -> String {
    value
        .chars()
        .map(|c| match c {
            '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => ' ',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{collections::BTreeSet, fs, path::Path};

    fn keys(lang: &str) -> BTreeSet<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("mail").join(lang);
        let mut keys = BTreeSet::new();
        for file in fs::read_dir(folder).unwrap() {
            for line in fs::read_to_string(file.unwrap().path()).unwrap().lines() {
                if let Some((key, _)) = line.split_once(" =")
                    && key.starts_with(|c: char| c.is_ascii_lowercase())
                {
                    assert!(keys.insert(key.to_owned()), "{lang}: {key} stands twice");
                }
            }
        }
        keys
    }

    #[test]
    fn both_languages_have_the_same_keys() {
        let (en, zh) = (keys("en"), keys("zh-CN"));
        assert!(en.len() > 20);
        assert_eq!(en.difference(&zh).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in zh-CN");
        assert_eq!(zh.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in en");
    }

    #[test]
    fn a_value_stays_within_its_line() {
        assert_eq!(one_line("a\r\nBcc: b\u{2028}c\u{202e}d"), "a  Bcc: b c d");
    }
}
