//! The texts as they lie in the files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Where texts lie, from the root of the repository.
pub(crate) const PLACES: [&str; 2] = ["app/locales", "server/services/mail"];

/// One text.
pub(crate) struct Text {
    /// The file it stands in.
    pub(crate) file: String,
    /// What stands after the equals sign, with its further lines.
    pub(crate) text: String,
}

impl Text {
    /// The names of its arguments. `$count` only chooses the form, which Chinese doesn't need.
    pub(crate) fn arguments(&self) -> BTreeSet<&str> {
        let name =
            |rest: &'_ str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        self.text.split('$').skip(1).map(|rest| &rest[..name(rest)]).filter(|name| *name != "count").collect()
    }
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().expect("app lies in the root").to_owned()
}

/// Every text of a language, by key. A key that stands twice is an error.
pub(crate) fn read(place: &str, lang: &str) -> BTreeMap<String, Text> {
    let mut texts: BTreeMap<String, Text> = BTreeMap::new();
    let folder = root().join(place).join(lang);
    for entry in std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry").path();
        let file = path.file_name().expect("a name").to_string_lossy().into_owned();
        let mut last: Option<String> = None;
        for line in std::fs::read_to_string(&path).expect("a text file").lines() {
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            if line.starts_with([' ', '}', '[', '*']) {
                let key = last.as_ref().unwrap_or_else(|| panic!("{file}: {line}"));
                let text = texts.get_mut(key).expect("the key just read");
                text.text.push('\n');
                text.text.push_str(line);
                continue;
            }
            let (key, text) = line.split_once('=').unwrap_or_else(|| panic!("{file}: {line}"));
            let key = key.trim().to_owned();
            let text = Text { file: file.clone(), text: text.trim().to_owned() };
            assert!(texts.insert(key.clone(), text).is_none(), "{place}/{lang}/{file}: {key} stands twice");
            last = Some(key);
        }
    }
    texts
}
