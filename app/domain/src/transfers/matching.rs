//! Whose transfer it is that came in, and whether it is as we had named it.

use crate::{ids::AccountProofId, text, words::words};
use serde::{Deserialize, Serialize};
use time::Date;

/// Money that came in, as the bank's file has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit {
    /// On which line of the file it stands.
    pub line: u64,
    /// The day it came.
    #[serde(with = "crate::applications::kinds::iso_date")]
    pub dated: Date,
    /// In minor units.
    pub amount: i64,
    /// Its currency, where the file says so; else empty.
    pub currency: String,
    /// Whose money it is.
    pub payer: String,
    /// From which account.
    pub account: String,
    /// What whoever sent it wrote.
    pub reference: String,
}

/// What is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// Of which proof.
    pub id: AccountProofId,
    /// What the merchant is to write: `V-7K2M9QX4D`.
    pub reference: String,
    /// In minor units.
    pub amount: i64,
    /// Its currency.
    pub currency: String,
    /// Whose account it has to come from.
    pub holder: String,
    /// The account's number.
    pub account: String,
}

words! {
    /// What became of money that came in.
    Outcome {
        /// It proves the account.
        Fits = "fits",
        /// It names a proof, and is another amount or in another currency.
        Amount = "amount",
        /// It names a proof, and is somebody else's.
        Payer = "payer",
        /// It names a proof, and comes from another account.
        Account = "account",
        /// It names no proof that waits.
        Nobody = "nobody",
        /// It came with an earlier file.
        Known = "known",
    }
}

impl Credit {
    /// The proof it names and how it stands to it. Names are compared as everywhere: folded.
    pub fn held_against<'a>(&self, all: &'a [Awaited]) -> (Outcome, Option<&'a Awaited>) {
        let said = plain(&self.reference);
        // Banks write their own words around it.
        let Some(one) = all.iter().find(|one| said.contains(&plain(&one.reference))) else {
            return (Outcome::Nobody, None);
        };
        let other_currency = !self.currency.is_empty() && self.currency != one.currency;
        let outcome = if self.amount != one.amount || other_currency {
            Outcome::Amount
        } else if text::fold(&self.payer) != text::fold(&one.holder) {
            Outcome::Payer
        } else if plain(&self.account) != plain(&one.account) {
            Outcome::Account
        } else {
            Outcome::Fits
        };
        (outcome, Some(one))
    }

    /// By what it is known again when it comes once more in another file: everything but its line, and which of
    /// several alike of that file it is.
    pub fn mark(&self, nth: usize) -> String {
        let parts = [
            self.dated.to_string(),
            self.amount.to_string(),
            self.currency.clone(),
            text::fold(&self.payer),
            plain(&self.account),
            plain(&self.reference),
            nth.to_string(),
        ];
        parts.join("\u{1f}")
    }
}

/// The marks of a file's lines, in their order.
pub fn marks(credits: &[Credit]) -> Vec<String> {
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    credits
        .iter()
        .map(|credit| {
            let nth = seen.entry(credit.mark(0)).or_default();
            *nth += 1;
            credit.mark(*nth)
        })
        .collect()
}

/// Without its dress, in capitals.
fn plain(text: &str) -> String {
    text::compact(text).to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;
    use uuid::Uuid;

    fn awaited() -> Awaited {
        Awaited {
            id: AccountProofId(Uuid::from_u128(1)),
            reference: "V-7K2M9QX4D".into(),
            amount: 137,
            currency: "CNY".into(),
            holder: "海曼（上海）有限公司".into(),
            account: "6222020012345678".into(),
        }
    }

    fn credit() -> Credit {
        Credit {
            line: 2,
            dated: date!(2026 - 11 - 28),
            amount: 137,
            currency: String::new(),
            payer: "海曼(上海) 有限公司".into(),
            account: "6222 0200 1234 5678".into(),
            reference: "附言 v7k2m9qx4d 验证".into(),
        }
    }

    fn outcome(credit: &Credit) -> Outcome {
        credit.held_against(&[awaited()]).0
    }

    #[test]
    fn what_we_named_fits_however_banks_write_it() {
        assert_eq!(outcome(&credit()), Outcome::Fits);
        assert_eq!(outcome(&Credit { currency: "CNY".into(), ..credit() }), Outcome::Fits);
    }

    #[test]
    fn anything_else_doesnt() {
        assert_eq!(outcome(&Credit { amount: 138, ..credit() }), Outcome::Amount);
        assert_eq!(outcome(&Credit { currency: "USD".into(), ..credit() }), Outcome::Amount);
        assert_eq!(outcome(&Credit { payer: "海曼（北京）有限公司".into(), ..credit() }), Outcome::Payer);
        assert_eq!(outcome(&Credit { account: "6222020012345679".into(), ..credit() }), Outcome::Account);
        assert_eq!(outcome(&Credit { reference: "V-7K2M9QX4E".into(), ..credit() }), Outcome::Nobody);
        assert_eq!(outcome(&Credit { account: String::new(), ..credit() }), Outcome::Account);
    }

    #[test]
    fn two_alike_in_one_file_are_two_and_the_same_in_another_are_known() {
        let twice = [credit(), Credit { line: 3, ..credit() }, Credit { amount: 1, ..credit() }];
        let first = marks(&twice);
        assert_ne!(first[0], first[1]);
        let later = [Credit { amount: 9, ..credit() }, Credit { line: 9, ..credit() }, credit()];
        assert_eq!(marks(&later)[1..], first[..2]);
    }
}
