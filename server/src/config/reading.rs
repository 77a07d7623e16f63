//! Reading many keys and remembering all that is wrong with them.

use super::{Environment, Problem, Wrong};

/// One pass over the environment.
pub(super) struct Reading<'a> {
    environment: &'a Environment,
    problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(environment: &'a Environment) -> Self {
        Self { environment, problems: vec![] }
    }

    /// Whether the key is set at all, by value or by file.
    pub(super) fn has(&self, key: &str) -> bool {
        self.environment.has(key)
    }

    /// The key's text; nothing when it is not set.
    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        self.environment.get(key).unwrap_or_else(|problem| {
            self.problems.push(problem);
            None
        })
    }

    /// The key's text, noted as missing when it is not set.
    pub(super) fn required(&mut self, key: &'static str) -> Option<String> {
        if !self.has(key) {
            self.wrong(key, format!("is missing (or {key}_FILE, naming a file that holds it)"));
            return None;
        }
        self.text(key)
    }

    /// What `parse` makes of the text, its refusal noted.
    pub(super) fn parsed<T>(
        &mut self,
        key: &'static str,
        text: &str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        parse(text).map_err(|what| self.wrong(key, what)).ok()
    }

    /// A number between two bounds, or the one that stands when the key is not set or wrong.
    pub(super) fn number<T>(
        &mut self,
        key: &'static str,
        bounds: std::ops::RangeInclusive<T>,
        default: T,
    ) -> T
    where
        T: std::str::FromStr + PartialOrd + std::fmt::Display + Copy,
    {
        let Some(text) = self.text(key) else { return default };
        let number = text.parse().ok().filter(|number| bounds.contains(number));
        number.unwrap_or_else(|| {
            self.wrong(key, format!("must be a number from {} to {}", bounds.start(), bounds.end()));
            default
        })
    }

    /// Whether a switch is on.
    pub(super) fn yes(&mut self, key: &'static str) -> bool {
        match self.text(key).as_deref() {
            None | Some("no" | "false" | "0") => false,
            Some("yes" | "true" | "1") => true,
            Some(_) => {
                self.wrong(key, "must be yes or no");
                false
            }
        }
    }

    pub(super) fn wrong(&mut self, key: &'static str, what: impl Into<String>) {
        self.problems.push(Problem::new(key, what));
    }

    /// Nothing when all was well.
    pub(super) fn finish(self) -> Result<(), Wrong> {
        if self.problems.is_empty() { Ok(()) } else { Err(Wrong { problems: self.problems }) }
    }
}
