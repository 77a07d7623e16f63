//! Where settings come from: the environment, or files that it names.

use std::collections::BTreeMap;
use std::path::Path;

use super::Problem;

/// The environment of a process, read once, so that a test can bring its own.
#[derive(Clone, Default)]
pub struct Environment {
    values: BTreeMap<String, String>,
}

impl Environment {
    /// What this process was started with; what isn't Unicode is left out.
    pub fn of_process() -> Self {
        let values = std::env::vars_os()
            .filter_map(|(key, value)| Some((key.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        Self { values }
    }

    /// An environment of just these pairs.
    pub fn of<const N: usize>(pairs: [(&str, &str); N]) -> Self {
        Self { values: pairs.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect() }
    }

    /// The same environment with one more pair, for a flag that stands for a key.
    #[must_use]
    pub fn with(mut self, key: &str, value: Option<String>) -> Self {
        if let Some(value) = value {
            self.values.remove(&format!("{key}_FILE"));
            self.values.insert(key.to_owned(), value);
        }
        self
    }

    /// Whether `key` or `key_FILE` is set to anything.
    pub(super) fn has(&self, key: &str) -> bool {
        self.set(key).is_some() || self.set(&format!("{key}_FILE")).is_some()
    }

    /// The value of `key`, or what stands in the file that `key_FILE` names, without the white space around it.
    pub(super) fn get(&self, key: &'static str) -> Result<Option<String>, Problem> {
        let named = format!("{key}_FILE");
        match (self.set(key), self.set(&named)) {
            (Some(_), Some(_)) => {
                Err(Problem::new(key, format!("is set, and so is {named}; keep one of them")))
            }
            (Some(value), None) => Ok(Some(value.to_owned())),
            (None, Some(path)) => contents(key, Path::new(path)).map(Some),
            (None, None) => Ok(None),
        }
    }

    fn set(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(|value| value.trim()).filter(|value| !value.is_empty())
    }
}

fn contents(key: &'static str, path: &Path) -> Result<String, Problem> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        Problem::new(key, format!("{key}_FILE names {}, unreadable: {error}", path.display()))
    })?;
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::new(key, format!("{key}_FILE names {}, an empty file", path.display())));
    }
    Ok(text.to_owned())
}
