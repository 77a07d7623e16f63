//! What has to hold of an answer for something else to be asked.

use super::{answers::Values, check::Answers};
use serde::{Deserialize, Serialize};

/// One of these words stands in an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// `section.field`; a field alone where it is of the same section.
    pub field: String,
    /// The words of which one has to stand in the answer, or among several answers.
    pub one_of: Vec<String>,
}

impl Condition {
    /// Whether it holds. Within a repetition, a section's own name means that repetition.
    pub(super) fn holds(&self, answers: &Answers, within: Option<(&str, &str)>) -> bool {
        let Some((section, field)) = self.field.rsplit_once('.') else { return false };
        let section = match within {
            Some((family, code)) if family == section => code,
            _ => section,
        };
        answers.get(section).is_some_and(|values| self.stands_in(field, values))
    }

    fn stands_in(&self, field: &str, values: &Values) -> bool {
        let value = values.get(field).map(String::as_str).unwrap_or_default();
        value.split(',').any(|word| self.one_of.iter().any(|wanted| wanted == word.trim()))
    }
}

/// Whether all of these hold among the answers.
pub(super) fn all_hold(conditions: &[Condition], answers: &Answers, within: Option<(&str, &str)>) -> bool {
    conditions.iter().all(|condition| condition.holds(answers, within))
}

/// Whether all of these hold among the values of one section.
pub(super) fn all_hold_in(conditions: &[Condition], values: &Values) -> bool {
    conditions.iter().all(|condition| condition.stands_in(&condition.field, values))
}
