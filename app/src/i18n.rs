//! Words by key, in both languages, from `locales/{en,zh-CN}/*.ftl`.
//!
//! Keys are looked up at run time because refusals carry keys; a test finds every key that code names
//! in both languages.

use domain::Lang;
use fluent_templates::{Loader, fluent_bundle::FluentValue, static_loader};
use std::{borrow::Cow, collections::HashMap};
use unic_langid::{LanguageIdentifier, langid};

static_loader! {
    static TEXTS = {
        locales: "./locales",
        fallback_language: "en",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static EN: LanguageIdentifier = langid!("en");
static ZH_CN: LanguageIdentifier = langid!("zh-CN");

fn id(lang: Lang) -> &'static LanguageIdentifier {
    match lang {
        Lang::En => &EN,
        Lang::ZhCn => &ZH_CN,
    }
}

/// The text of a key. An unknown key is its own text, so that a page still shows; tests refuse those.
pub fn t(lang: Lang, key: &str) -> String {
    TEXTS.try_lookup(id(lang), key).unwrap_or_else(|| key.to_owned())
}

/// The text of a key with its arguments, each already in its shown form.
pub fn ta(lang: Lang, key: &str, args: &[(&'static str, String)]) -> String {
    let args: HashMap<Cow<'static, str>, FluentValue<'_>> =
        args.iter().map(|(name, value)| (Cow::Borrowed(*name), FluentValue::from(value.clone()))).collect();
    TEXTS.try_lookup_with_args(id(lang), key, &args).unwrap_or_else(|| key.to_owned())
}

/// The text of a key with arguments whose names were stored with it.
pub fn ta_stored(lang: Lang, key: &str, args: &[(String, String)]) -> String {
    let args: HashMap<Cow<'static, str>, FluentValue<'_>> = args
        .iter()
        .map(|(name, value)| (Cow::Owned(name.clone()), FluentValue::from(value.clone())))
        .collect();
    TEXTS.try_lookup_with_args(id(lang), key, &args).unwrap_or_else(|| key.to_owned())
}

/// The text of a key that counts something: `$count` chooses the form, `$shown` is the number as it is read
/// (`1,204`).
pub fn tn(lang: Lang, key: &str, count: u64, args: &[(&'static str, String)]) -> String {
    let mut all: HashMap<Cow<'static, str>, FluentValue<'_>> =
        args.iter().map(|(name, value)| (Cow::Borrowed(*name), FluentValue::from(value.clone()))).collect();
    all.insert(Cow::Borrowed("count"), FluentValue::from(count));
    all.insert(Cow::Borrowed("shown"), FluentValue::from(crate::ui::format::count(count)));
    TEXTS.try_lookup_with_args(id(lang), key, &all).unwrap_or_else(|| key.to_owned())
}

/// Whether a key has a text in this language of its own: the other one's doesn't count.
pub fn has(lang: Lang, key: &str) -> bool {
    // A text whose arguments are missing is a text all the same; the crate keeps its error type to itself,
    // so the message tells which it was.
    match TEXTS.lookup_single_language::<&str>(id(lang), key, None) {
        Ok(_) => true,
        Err(error) => error.to_string().starts_with("Fluent errors"),
    }
}
