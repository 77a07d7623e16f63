//! Grounds, and words under the application's key, as both recommendations and decisions keep them.

use crate::{StoreError, TenantTx, error::Result, keys::DossierKey};
use domain::review::Reason;
use uuid::Uuid;

/// Table, row and field a text is bound to.
type Place = (&'static str, Uuid, &'static str);

pub(super) fn words(reasons: &[Reason]) -> Vec<String> {
    reasons.iter().map(|reason| reason.word().to_owned()).collect()
}

pub(super) fn read(words: &[String]) -> Result<Vec<Reason>> {
    words.iter().map(|word| Reason::from_word(word).ok_or(StoreError::Corrupt("reason"))).collect()
}

pub(super) fn seal(
    tx: &TenantTx,
    key: &DossierKey,
    (table, row, field): Place,
    text: Option<&str>,
) -> Result<Option<Vec<u8>>> {
    text.map(|text| Ok(key.seal(&*tx.random(), table, row, field, 0, text.as_bytes())?)).transpose()
}

pub(super) fn open(
    key: &DossierKey,
    (table, row, field): Place,
    sealed: Option<&[u8]>,
) -> Result<Option<String>> {
    sealed
        .map(|sealed| {
            String::from_utf8(key.open(table, row, field, 0, sealed)?)
                .map_err(|_| StoreError::Corrupt("words"))
        })
        .transpose()
}
