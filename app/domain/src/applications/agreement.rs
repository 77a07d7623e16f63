//! Which fields an agreement is about.

use super::kinds::Agreement;

impl Agreement {
    /// Every field it names, the one that is marked first.
    pub fn fields(&self) -> Vec<&str> {
        match self {
            Self::SameName { field, others, .. } => {
                std::iter::once(field).chain(others).map(String::as_str).collect()
            }
            Self::NotEnding { field, .. }
            | Self::SharesTotal { field }
            | Self::BasisOrder { field, .. }
            | Self::NamedTwice { field }
            | Self::UsccClass { field, .. } => vec![field],
            Self::UsccProvince { field, province } => vec![field, province],
            Self::CnapsBank { field, bank } => vec![field, bank],
            Self::IdTerm { field, number } => vec![field, number],
        }
    }

    /// Whether it is about all repetitions of a section together.
    pub const fn is_of_all(&self) -> bool {
        matches!(self, Self::SharesTotal { .. } | Self::BasisOrder { .. } | Self::NamedTwice { .. })
    }

    /// The same between other fields.
    pub(super) fn map(&self, to: impl Fn(&str) -> String) -> Self {
        let mut moved = self.clone();
        match &mut moved {
            Self::SameName { field, others, .. } => {
                *field = to(field);
                for other in others.iter_mut() {
                    *other = to(other);
                }
            }
            Self::NotEnding { field, .. }
            | Self::SharesTotal { field }
            | Self::BasisOrder { field, .. }
            | Self::NamedTwice { field }
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
