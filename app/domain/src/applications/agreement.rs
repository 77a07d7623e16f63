//! Which fields an agreement is about, and when it counts.

use super::{
    check::Answers,
    condition::{Condition, all_hold},
    kinds::Agreement,
};

impl Agreement {
    /// Every field that it compares, the one that is marked first.
    pub fn fields(&self) -> Vec<&str> {
        match self {
            Self::SameName { field, others, .. } => {
                std::iter::once(field).chain(others).map(String::as_str).collect()
            }
            Self::NotTogether { field, .. }
            | Self::NotEnding { field, .. }
            | Self::SharesTotal { field }
            | Self::BasisOrder { field, .. }
            | Self::NamedTwice { field }
            | Self::ChosenTwice { field, .. }
            | Self::UsccClass { field, .. } => vec![field],
            Self::UsccProvince { field, province } => vec![field, province],
            Self::CnapsBank { field, bank } => vec![field, bank],
            Self::IdTerm { field, number } => vec![field, number],
        }
    }

    /// What has to hold for it to count.
    pub(super) fn when(&self) -> &[Condition] {
        match self {
            Self::SameName { when, .. } | Self::NotTogether { when, .. } => when,
            _ => &[],
        }
    }

    /// Whether it counts beside these answers.
    pub fn counts(&self, answers: &Answers) -> bool {
        all_hold(self.when(), answers, None)
    }

    /// Whether it is about all repetitions of a section together.
    pub const fn is_of_all(&self) -> bool {
        matches!(
            self,
            Self::SharesTotal { .. }
                | Self::BasisOrder { .. }
                | Self::NamedTwice { .. }
                | Self::ChosenTwice { .. }
        )
    }

    /// The same between other fields.
    pub(super) fn map(&self, to: impl Fn(&str) -> String) -> Self {
        let mut moved = self.clone();
        match &mut moved {
            Self::SameName { field, others, when, .. } => {
                *field = to(field);
                for other in others.iter_mut().chain(when.iter_mut().map(|one| &mut one.field)) {
                    *other = to(other);
                }
            }
            Self::NotTogether { field, when, .. } => {
                *field = to(field);
                for one in when {
                    one.field = to(&one.field);
                }
            }
            Self::NotEnding { field, .. }
            | Self::SharesTotal { field }
            | Self::BasisOrder { field, .. }
            | Self::NamedTwice { field }
            | Self::ChosenTwice { field, .. }
            | Self::UsccClass { field, .. } => *field = to(field),
            Self::UsccProvince { field, province: other }
            | Self::CnapsBank { field, bank: other }
            | Self::IdTerm { field, number: other } => {
                *field = to(field);
                *other = to(other);
            }
        }
        moved
    }

    /// The same with each name that it may equal once for every field that it stands for.
    pub(super) fn spread(mut self, over: impl Fn(&str) -> Vec<String>) -> Self {
        if let Self::SameName { others, .. } = &mut self {
            *others = others.iter().flat_map(|path| over(path)).collect();
        }
        self
    }

    /// The same where its fields are asked; of several that a name may equal, those that are.
    pub(super) fn where_there(mut self, there: &impl Fn(&str) -> bool) -> Option<Self> {
        if let Self::SameName { others, .. } = &mut self {
            others.retain(|path| there(path));
            if others.is_empty() {
                return None;
            }
        }
        self.fields().iter().all(|path| there(path)).then_some(self)
    }
}
