//! Every word that people read exists in both languages, with the same arguments, in the trade's own terms; and
//! every key that code names exists.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod words {
    pub(crate) mod code;
    pub(crate) mod ftl;
    pub(crate) mod glossary;
}

use std::collections::BTreeSet;
use words::{code, ftl, glossary};

#[test]
fn both_languages_have_the_same_keys_with_the_same_arguments() {
    for place in ftl::PLACES {
        let (en, zh) = (ftl::read(place, "en"), ftl::read(place, "zh-CN"));
        let mut wrong = Vec::new();
        for key in en.keys().chain(zh.keys()).collect::<BTreeSet<_>>() {
            match (en.get(key), zh.get(key)) {
                (Some(_), None) => wrong.push(format!("{key} is missing in zh-CN")),
                (None, Some(_)) => wrong.push(format!("{key} is missing in en")),
                (Some(en), Some(zh)) if en.arguments() != zh.arguments() => {
                    wrong.push(format!("{key}: {:?} in en, {:?} in zh-CN", en.arguments(), zh.arguments()));
                }
                _ => {}
            }
        }
        assert!(wrong.is_empty(), "{place}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn every_key_that_code_names_has_a_text() {
    let texts = ftl::read("app/locales", "en");
    let missing: Vec<_> = code::keys().into_iter().filter(|(key, _)| !texts.contains_key(key)).collect();
    let lines: Vec<_> = missing.iter().map(|(key, place)| format!("{key} ({place})")).collect();
    assert!(lines.is_empty(), "no text for:\n{}", lines.join("\n"));
}

#[test]
fn the_glossary_is_kept() {
    let mut wrong = Vec::new();
    for place in ftl::PLACES {
        let en = ftl::read(place, "en");
        for (key, zh) in ftl::read(place, "zh-CN") {
            wrong.extend(glossary::against(
                &key,
                en.get(&key).map_or("", |text| &text.text),
                &zh.text,
                &zh.file,
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn chinese_texts_have_chinese_punctuation() {
    let mut wrong = Vec::new();
    for place in ftl::PLACES {
        for (key, zh) in ftl::read(place, "zh-CN") {
            if let Some(where_) = glossary::half_width(&zh.text) {
                wrong.push(format!("{} {key}: …{where_}…", zh.file));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_key_begins_with_its_area() {
    let areas: Vec<String> = std::fs::read_dir(ftl::root().join("app/src/pages"))
        .expect("the pages' folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        // What a use case says of an input, of a doubt, and after a redirect.
        .chain(["error", "warn", "notice"].map(str::to_owned))
        .collect();
    let stray: Vec<String> = ftl::read("app/locales", "en")
        .into_iter()
        .filter(|(key, text)| text.file != "common.ftl" && !key.starts_with("notice-"))
        .filter(|(key, text)| {
            let own = text.file.trim_end_matches(".ftl");
            !areas.iter().map(String::as_str).chain([own]).any(|area| key.starts_with(&format!("{area}-")))
        })
        .map(|(key, text)| format!("{} {key}", text.file))
        .collect();
    assert!(stray.is_empty(), "{}", stray.join("\n"));
}

#[test]
fn the_tests_of_words_see_what_is_wrong() {
    assert_eq!(glossary::against("x", "Rejected", "申请被驳回", "a.ftl").len(), 1);
    assert_eq!(glossary::against("x", "Audit log", "审核日志", "a.ftl").len(), 1);
    assert_eq!(glossary::against("x", "Review", "审核", "a.ftl").len(), 0);
    assert_eq!(glossary::against("x", "Your tenant", "您的租户", "accounts.ftl").len(), 1);
    assert_eq!(glossary::against("x", "Tenants", "租户", "operator.ftl").len(), 0);
    assert!(glossary::half_width("请登录,再试").is_some());
    assert!(glossary::half_width("请访问 https://a.example/?b=1 (英文)").is_some());
    assert!(glossary::half_width("截止 12:30，共 1,204 条。{ $name }：好").is_none());
    assert!(glossary::half_width("{ $count ->\n    [one] 一\n   *[other] 多\n}").is_none());
}
