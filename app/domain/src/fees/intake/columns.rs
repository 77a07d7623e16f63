//! Which column of a file means what.

use super::Refused;
use crate::{money::Currency, words::words};
use std::collections::BTreeMap;

words! {
    /// What a column may tell of a payment.
    Field {
        /// What it came to, in decimals of its currency.
        Amount = "amount",
        /// In which currency.
        Currency = "currency",
        /// Whether it succeeded.
        Status = "status",
        /// Whether it was paid back, in full.
        Refunded = "refunded",
        /// Whether it was disputed.
        Disputed = "disputed",
        /// Whether the payer's card or wallet is from another country.
        CrossBorder = "cross_border",
        /// Whether it was in a foreign currency.
        ForeignCurrency = "foreign_currency",
        /// Through what it was paid.
        Product = "product",
        /// By which class of card.
        CardClass = "card_class",
        /// The merchant's country.
        Country = "country",
        /// The kind of merchant.
        Subject = "subject",
        /// The line of business.
        Industry = "industry",
    }
}

/// Which column means what, by its heading; what isn't named isn't in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Headings by what they mean.
    pub headings: BTreeMap<Field, String>,
    /// The currency of a file without a column for it.
    pub currency: Option<&'static Currency>,
}

/// Why there is no column for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoColumn {
    /// It has to be told, and nothing was named.
    NotNamed,
    /// The header doesn't have it.
    NotThere,
    /// The header has it more than once.
    Twice,
}

/// A file's columns: their headings, and what each means.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) headings: Vec<String>,
    places: Vec<(Field, usize)>,
}

impl Mapping {
    /// Finds the columns in a header.
    pub(super) fn columns(&self, headings: Vec<String>) -> Result<Columns, Refused> {
        let mut faults = Vec::new();
        let mut places = Vec::new();
        for field in Field::ALL {
            match self.place(*field, &headings) {
                Ok(place) => places.extend(place.map(|place| (*field, place))),
                Err(why) => faults.push((*field, why)),
            }
        }
        if faults.is_empty() {
            Ok(Columns { headings, places })
        } else {
            Err(Refused::Columns(faults, headings))
        }
    }

    fn place(&self, field: Field, headings: &[String]) -> Result<Option<usize>, NoColumn> {
        let wanted = self.headings.get(&field).map(|name| name.trim()).filter(|name| !name.is_empty());
        let Some(wanted) = wanted else {
            let needed = match field {
                Field::Amount => true,
                Field::Currency => self.currency.is_none(),
                _ => false,
            };
            return if needed { Err(NoColumn::NotNamed) } else { Ok(None) };
        };
        let mut places =
            headings.iter().enumerate().filter(|(_, heading)| heading.eq_ignore_ascii_case(wanted));
        match (places.next(), places.next()) {
            (None, _) => Err(NoColumn::NotThere),
            (Some(_), Some(_)) => Err(NoColumn::Twice),
            (Some((place, _)), None) => Ok(Some(place)),
        }
    }
}

impl Columns {
    /// Where something is told, if it is.
    pub(super) fn place(&self, field: Field) -> Option<usize> {
        self.places.iter().find(|(known, _)| *known == field).map(|(_, place)| *place)
    }
}
