//! A search as it travels in an address: sealed, for whoever typed it, for a while. What people search for is
//! personal; nothing of it stands in an address, a log of addresses or a browser's history.

use crate::{TenantTx, error::Result};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::PersonId;
use time::{Duration, OffsetDateTime};

/// So long an address with a search in it is good.
pub const LIFETIME: Duration = Duration::hours(2);

/// Seals what this person typed.
pub async fn seal_search(tx: &TenantTx, by: PersonId, typed: &str) -> Result<String> {
    let until = (tx.now() + LIFETIME).unix_timestamp();
    let mut bytes = until.to_be_bytes().to_vec();
    bytes.extend_from_slice(typed.as_bytes());
    let sealed = tx.keys().await?.seal_search(&*tx.random(), by.0, &bytes)?;
    Ok(BASE64_URL_SAFE_NO_PAD.encode(sealed))
}

/// What this person typed; nothing where it was somebody else, elsewhere or too long ago.
pub async fn open_search(tx: &TenantTx, by: PersonId, token: &str) -> Result<Option<String>> {
    let Ok(sealed) = BASE64_URL_SAFE_NO_PAD.decode(token) else { return Ok(None) };
    let Ok(bytes) = tx.keys().await?.open_search(by.0, &sealed) else { return Ok(None) };
    let Some((until, typed)) = bytes.split_first_chunk::<8>() else { return Ok(None) };
    let until = OffsetDateTime::from_unix_timestamp(i64::from_be_bytes(*until));
    let good = until.is_ok_and(|until| tx.now() < until);
    Ok(String::from_utf8(typed.to_vec()).ok().filter(|_| good))
}
