//! `tests/checks.txt` and the tests that carry its ids: each check has one, and no test carries an id that isn't there.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

const LIST: &str = include_str!("../checks.txt");

fn listed() -> BTreeSet<&'static str> {
    let lines = LIST.lines().filter(|line| !line.starts_with('#') && line.contains('|'));
    lines.filter_map(|line| line.split('|').next()).map(str::trim).collect()
}

/// Every source of the repository that holds tests.
fn sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut folders: Vec<PathBuf> =
        ["app", "server", "tests/integration", "tests/browser/suites", "tests/src"]
            .map(|one| root.join(one))
            .into();
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
            if path.is_dir() {
                folders.push(path);
            } else if matches!(kind, "rs" | "mjs") {
                found.push(path);
            }
        }
    }
    found
}

/// The check of a part of a test's name: `a07` is A-07, `fault07` is fault 7.
fn check(part: &str) -> Option<String> {
    let (letters, number) = part.split_at(part.find(|c: char| c.is_ascii_digit())?);
    let plain = number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    let fault = || Some(format!("fault {}", number.parse::<u8>().ok()?));
    match letters {
        "fault" if plain => fault(),
        letter if plain && letter.len() == 1 => Some(format!("{}-{number}", letter.to_ascii_uppercase())),
        _ => None,
    }
}

/// The ids that the names of a Rust source's tests begin with.
fn in_rust(source: &str) -> Vec<String> {
    let names = source.split("#[test]").skip(1).chain(source.split("#[tokio::test").skip(1));
    let names = names.filter_map(|rest| rest.split("fn ").nth(1));
    names.flat_map(|name| name.split(['_', '(']).map_while(check).collect::<Vec<_>>()).collect()
}

/// The ids that the titles of a browser suite's tests begin with.
fn in_browser(source: &str) -> Vec<String> {
    let titles = source.split("test(").skip(1).filter_map(|rest| rest.get(1..));
    let id = |word: &str| word.len() == 4 && word.as_bytes()[1] == b'-' && word[2..].parse::<u8>().is_ok();
    titles
        .flat_map(|title| title.split(' ').take_while(|word| id(word)).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn every_check_has_a_test_and_no_test_a_check_that_is_not_listed() {
    let mut carried = BTreeSet::new();
    for path in sources() {
        let source = fs::read_to_string(&path).expect("a source");
        carried.extend(if path.extension().is_some_and(|kind| kind == "rs") {
            in_rust(&source)
        } else {
            in_browser(&source)
        });
    }
    let carried: BTreeSet<&str> = carried.iter().map(String::as_str).collect();
    let without: Vec<_> = listed().difference(&carried).copied().collect();
    assert!(without.is_empty(), "checks without a test: {without:?}");
    let unlisted: Vec<_> = carried.difference(&listed()).copied().collect();
    assert!(unlisted.is_empty(), "tests carry what tests/checks.txt doesn't list: {unlisted:?}");
}

#[test]
fn ids_are_read_from_names() {
    let source =
        "#[tokio::test(flavor = \"x\")]\nasync fn h05_s05_fault07_both() {}\n#[test]\nfn plain_a01() {}\n";
    let mut ids = in_rust(source);
    ids.sort();
    assert_eq!(ids, ["H-05", "S-05", "fault 7"]);
    assert_eq!(in_browser("  test(\"H-03 H-12 axe finds nothing\", () => {"), ["H-03", "H-12"]);
    assert!(in_browser("test(`${lang} walks`, ").is_empty());
}
