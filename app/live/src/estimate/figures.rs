//! What the form says, and the month it comes to.

use domain::fees::{
    estimate::{Asked, NoMonth},
    typed::{self, Wrong},
};

/// The form's fields, as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The merchant's country, by its code.
    pub country: String,
    /// What is sold, as a merchant category; empty: something else.
    pub sold: String,
    /// Where it is paid, by its word; empty: anywhere.
    pub product: String,
    /// The currency, by its code.
    pub currency: String,
    /// What a month's payments come to.
    pub volume: String,
    /// What one comes to.
    pub ticket: String,
    /// How many in a hundred are from abroad.
    pub abroad: String,
}

/// Why a field can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// What was typed is no figure.
    Typed(Wrong),
    /// The figures don't go together.
    NoMonth(NoMonth),
}

impl Figures {
    /// The fields' names.
    pub const NAMES: [&str; 7] =
        ["merchant_country", "sold", "product", "currency", "volume", "ticket", "abroad"];

    /// The fields by their names.
    pub fn of(mut value: impl FnMut(&str) -> String) -> Self {
        let [country, sold, product, currency, volume, ticket, abroad] = Self::NAMES.map(&mut value);
        Self { country, sold, product, currency, volume, ticket, abroad }
    }

    /// The month, in a currency whose minor unit has so many digits.
    ///
    /// # Errors
    /// The fields that can't be used, and why.
    pub fn read(&self, places: u8) -> Result<Asked, Vec<(&'static str, Fault)>> {
        let volume = typed::amount(&self.volume, places);
        let ticket = typed::amount(&self.ticket, places);
        let abroad = typed::percent(&self.abroad);
        let (Ok(volume), Ok(ticket), Ok(abroad)) = (volume, ticket, abroad) else {
            let wrong = [("volume", volume.err()), ("ticket", ticket.err()), ("abroad", abroad.err())];
            let told = wrong.into_iter().filter_map(|(name, wrong)| Some((name, Fault::Typed(wrong?))));
            return Err(told.collect());
        };
        let word = |word: &String| Some(word.clone()).filter(|word| !word.is_empty());
        let asked = Asked {
            country: word(&self.country),
            industry: word(&self.sold),
            product: word(&self.product),
            currency: self.currency.clone(),
            volume,
            ticket,
            abroad,
        };
        match asked.payments() {
            Ok(_) => Ok(asked),
            Err(why) => Err(vec![("ticket", Fault::NoMonth(why))]),
        }
    }
}
