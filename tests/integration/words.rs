//! What a refusal, a doubt and a consent say exists in both languages: the keys that rules name as data, and those
//! that the domain, the use cases and the handlers name.

use serde_json::Value;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Words of a conflict that a whole page stands for: `errors-stale`, `errors-both-sides`.
const PAGES: [&str; 2] = ["error-stale", "error-both-sides"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The texts of every file of a kind below a folder.
fn files(folder: &Path, kind: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, kind, found);
        } else if path.extension().is_some_and(|found| found == kind) && !path.ends_with("tests.rs") {
            found.push(fs::read_to_string(&path).expect("a text"));
        }
    }
}

fn all(folder: &str, kind: &str) -> Vec<String> {
    let mut found = Vec::new();
    files(&root().join(folder), kind, &mut found);
    assert!(!found.is_empty(), "{folder} is empty");
    found
}

/// The keys that have a text in a language.
fn texts(language: &str) -> BTreeSet<String> {
    let files = all(&format!("app/locales/{language}"), "ftl");
    let lines = files.iter().flat_map(|file| file.lines());
    let keys = lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned());
    keys.filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase())).collect()
}

/// What a rule file says where facts have to agree, and where a text is accepted.
fn of_rules(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| of_rules(one, found)),
        Value::Object(fields) => {
            if fields.contains_key("rule") {
                found.extend(fields.get("key").and_then(Value::as_str).map(str::to_owned));
            }
            if let (Some(text), Some(version)) = (fields.get("text"), fields.get("version"))
                && let (Some(text), Some(version)) = (text.as_str(), version.as_str())
            {
                found.extend([
                    format!("applications-{text}-{version}"),
                    format!("applications-{text}-heading"),
                ]);
            }
            fields.values().for_each(|one| of_rules(one, found));
        }
        _ => {}
    }
}

/// Literals of code, its tests left aside, that are the key of a refusal, a doubt or why an act isn't open.
fn of_code(folder: &str, found: &mut BTreeSet<String>) {
    for text in all(folder, "rs") {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        let literals = lines.flat_map(|line| line.split('"').skip(1).step_by(2));
        let is_key = |literal: &&str| {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            let names = ["error-", "warn-"].iter().any(|area| literal.starts_with(area));
            literal.chars().all(plain) && (names || literal.contains("-why-")) && !literal.ends_with('-')
        };
        found.extend(literals.filter(is_key).map(str::to_owned));
    }
}

#[test]
fn every_refusal_and_doubt_is_said_in_both_languages() {
    let mut keys = BTreeSet::new();
    for rules in all("app/domain/data/rules", "json") {
        of_rules(&serde_json::from_str(&rules).expect("rules"), &mut keys);
    }
    for known in
        ["error-account-holder-differs", "error-name-ends-company", "applications-consent-abroad-heading"]
    {
        assert!(keys.contains(known), "{known} isn't found in the rules: {keys:?}");
    }
    for folder in ["app/domain/src", "server/services/src", "server/src/pages"] {
        of_code(folder, &mut keys);
    }
    for known in ["warn-uscc-class", "applications-why-not-now", "error-shares-total"] {
        assert!(keys.contains(known), "{known} isn't found in code");
    }
    for language in ["en", "zh-CN"] {
        let texts = texts(language);
        let said = |key: &&String| texts.contains(*key) || PAGES.contains(&key.as_str());
        let missing: Vec<_> = keys.iter().filter(|key| !said(key)).collect();
        assert!(missing.is_empty(), "no words in {language} for {missing:?}");
    }
    let pages = texts("en");
    for page in PAGES.map(|key| key.replacen("error", "errors", 1)) {
        assert!(pages.contains(&page) && pages.contains(&format!("{page}-next")), "{page}");
    }
}
