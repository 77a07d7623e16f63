//! Recovery codes: ten at once, each good once, shown once.

use super::Prover;
use crate::{
    Result, ServiceError, Services,
    mail::{self, About, Template},
};
use domain::{PersonId, accounts::factors::RECOVERY_CODES, audit::Event};
use std::collections::BTreeSet;
use store::{
    TenantTx,
    accounts::factors,
    ports::{Random, bytes},
};
use unicode_normalization::UnicodeNormalization as _;

/// Nothing that is taken for something else: no 0, 1, l, o.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Eighty bits.
const LENGTH: usize = 16;

/// What was typed, as codes are: full-width made plain, no spaces and hyphens, small letters.
pub(super) fn plain(typed: &str) -> String {
    typed.nfkc().filter(|c| c.is_alphanumeric()).take(64).collect::<String>().to_lowercase()
}

/// As it is shown: four groups of four.
fn shown(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

fn draw(random: &dyn Random) -> String {
    let letter = |byte: u8| LETTERS.get(usize::from(byte % 32)).copied().map_or('a', char::from);
    bytes::<LENGTH>(random).into_iter().map(letter).collect()
}

/// Draws ten codes in the place of those before, and gives them as they are shown, this once.
pub(super) async fn give(tx: &mut TenantTx, person: PersonId) -> Result<Vec<String>> {
    let random = tx.random();
    let mut codes = BTreeSet::new();
    while codes.len() < RECOVERY_CODES {
        codes.insert(draw(&*random));
    }
    let codes: Vec<String> = codes.into_iter().collect();
    factors::set_recovery(tx, person, &codes).await?;
    Ok(codes.iter().map(|code| shown(code)).collect())
}

/// Draws new codes; the old ones open nothing any more.
///
/// # Errors
/// A proof is needed, or there is no factor that they could stand in for.
pub async fn renew_recovery(services: &Services, by: &Prover) -> Result<Vec<String>> {
    let (mut tx, held) = by.change(services).await?;
    if !held.any() {
        return Err(ServiceError::NotFound);
    }
    let codes = give(&mut tx, by.person).await?;
    tx.record(Event::new("account.recovery_renewed", "person", by.person));
    mail::to_person(&mut tx, by.person, Template::RecoveryRenewed, About::nothing()).await?;
    tx.commit().await?;
    Ok(codes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::OsRandom;

    #[test]
    fn a_code_has_eighty_bits_and_is_read_as_it_is_typed() {
        let code = draw(&OsRandom);
        assert_eq!((code.len(), LETTERS.len()), (16, 32), "sixteen letters of five bits");
        let shown = shown(&code);
        assert_eq!(shown.len(), 19);
        assert_eq!(plain(&format!(" {} ", shown.to_uppercase())), code);
        assert_eq!(plain("１２３ ４５６"), "123456");
    }
}
