//! What is missing, wrong or doubtful in an application's answers.

use super::{
    answers::Values,
    contradictions,
    kinds::{RuleSet, Section},
};
use std::collections::BTreeMap;
use time::Date;

/// All answers: the values of each section, by its code.
pub type Answers = BTreeMap<String, Values>;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Not answered yet: a draft may be kept, but not handed in.
    Missing,
    /// Wrong: it isn't kept.
    Refusal,
    /// Doubtful: it is kept, and shown to merchant and desk.
    Warning,
}

/// One thing that is missing, wrong or doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The section's code.
    pub section: String,
    /// The field's code.
    pub field: String,
    /// The name of the input it is shown at.
    pub input: String,
    /// How much it weighs.
    pub weight: Weight,
    /// Message key.
    pub key: String,
    /// The message's arguments; never what was typed into a sealed field.
    pub args: Vec<(&'static str, String)>,
}

impl Finding {
    /// Adds an argument of the message.
    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Whether it keeps an application from being handed in.
    pub fn blocks(&self) -> bool {
        self.weight != Weight::Warning
    }
}

/// Judges one section by itself.
///
/// `today` is the day in the rules' country, whose dates on papers have no zone.
pub fn section(set: &RuleSet, section: &Section, values: &Values, today: Date) -> Vec<Finding> {
    section.fields.iter().flat_map(|field| field.check(set, &section.code, values, today)).collect()
}

/// Judges what has to agree between fields, as far as they are answered.
pub fn contradictions(set: &RuleSet, answers: &Answers, today: Date) -> Vec<Finding> {
    set.agreements.iter().filter_map(|agreement| contradictions::find(agreement, answers, today)).collect()
}

/// Judges everything, in the order of the task list.
pub fn all(set: &RuleSet, answers: &Answers, today: Date) -> Vec<Finding> {
    let empty = Values::new();
    let sections = set.sections.iter();
    let mut findings: Vec<Finding> = sections
        .flat_map(|part| section(set, part, answers.get(&part.code).unwrap_or(&empty), today))
        .collect();
    findings.extend(contradictions(set, answers, today));
    findings
}

#[cfg(test)]
#[cfg(feature = "data")]
pub(crate) mod tests;
