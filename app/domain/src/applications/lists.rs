//! Dated lists from which an answer is chosen: countries, states, lines of business.

use super::kinds::iso_date;
use crate::Lang;
use serde::Deserialize;
use std::sync::LazyLock;
use time::Date;

const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/lists.rs"));

/// One list.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Where it comes from.
    pub title: String,
    /// As of which day.
    #[serde(with = "iso_date")]
    pub as_of: Date,
    /// In the order in which they are shown.
    pub entries: Vec<Entry>,
}

/// One entry: its code, its name in English and in Chinese.
#[derive(Clone, Debug, Deserialize)]
pub struct Entry(String, String, String);

impl Entry {
    /// What is stored.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// What is read.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.1,
            Lang::ZhCn => &self.2,
        }
    }
}

impl List {
    /// An entry by its code.
    pub fn entry(&self, code: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.code() == code)
    }
}

type Loaded = Result<Vec<(&'static str, List)>, String>;

static LISTS: LazyLock<Loaded> = LazyLock::new(|| {
    FILES
        .iter()
        .map(|(file, text)| {
            let name = file.strip_suffix(".json").unwrap_or(file);
            serde_json::from_str(text).map(|list| (name, list)).map_err(|error| format!("{file}: {error}"))
        })
        .collect()
});

/// What is wrong with the lists, if anything; asked at start-up.
pub(super) fn fault() -> Option<String> {
    match &*LISTS {
        Ok(lists) => {
            lists.iter().find(|(_, list)| list.entries.is_empty()).map(|(name, _)| format!("{name} is empty"))
        }
        Err(what) => Some(what.clone()),
    }
}

/// A list by its name, `us-states`.
pub fn get(name: &str) -> Option<&'static List> {
    let lists = LISTS.as_ref().ok()?;
    lists.iter().find(|(known, _)| *known == name).map(|(_, list)| list)
}

#[cfg(test)]
mod tests {
    use super::{FILES, fault, get};
    use crate::Lang;
    use std::collections::BTreeSet;

    #[test]
    fn every_list_is_sound() {
        assert_eq!(fault(), None);
        for (file, _) in FILES {
            let list = get(file.strip_suffix(".json").unwrap()).unwrap();
            let codes: BTreeSet<&str> = list.entries.iter().map(super::Entry::code).collect();
            assert_eq!(codes.len(), list.entries.len(), "{file}");
            for lang in Lang::ALL {
                assert!(list.entries.iter().all(|entry| !entry.name(lang).is_empty()), "{file}");
            }
        }
        assert_eq!(get("countries").unwrap().entries.len(), 249);
        assert_eq!(get("us-states").unwrap().entry("DE").unwrap().name(Lang::ZhCn), "特拉华州");
        assert!(get("moons").is_none());
    }
}
