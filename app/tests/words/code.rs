//! The keys that code names as literals.

use super::ftl::root;
use std::path::Path;

/// Calls whose first literal is a key of a page's text, as they stand in code.
const CALLS: [&str; 5] = [".t(\"", ".ta(\"", ".tn(\"", "refuse_form(\"", "Entry { key: \""];
/// Calls whose second literal is one.
const SECOND: [&str; 2] = [".refuse(\"", "FieldError::new(\""];

/// Every key with the file that names it; tests' own are left aside.
pub(crate) fn keys() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["app/src", "server/src", "server/services/src"] {
        walk(&root().join(folder), &mut found);
    }
    assert!(found.len() > 50, "the search finds next to nothing: {}", found.len());
    found
}

fn walk(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source file");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code: String = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect::<Vec<_>>()
                .join("\n")
                // A call may be broken after its bracket.
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .replace("( \"", "(\"");
            for key in literals(&code) {
                found.push((key, path.display().to_string()));
            }
        }
    }
}

fn literals(code: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for call in CALLS {
        for rest in code.split(call).skip(1) {
            keys.extend(rest.split('"').next().map(str::to_owned));
        }
    }
    for call in SECOND {
        for rest in code.split(call).skip(1) {
            let mut pieces = rest.split('"').skip(1);
            if pieces.next().is_some_and(|between| between.trim() == ",") {
                keys.extend(pieces.next().map(str::to_owned));
            }
        }
    }
    keys.retain(|key| !key.is_empty() && !key.contains(['{', ' ']));
    keys
}
