//! Links in mails: their tokens, how long they are good for, and the addresses they make.

use crate::ports::{Random, bytes};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use store::accounts::tokens::Purpose;
use time::Duration;

/// How long an invitation is good for, from when its mail is written.
pub const INVITATION_LIFETIME: Duration = Duration::hours(72);

/// How long a person's link is good for, from when its mail is written.
pub const fn lifetime(purpose: Purpose) -> Duration {
    match purpose {
        Purpose::Confirm => Duration::hours(24),
        Purpose::Reset | Purpose::ChangeEmail => Duration::minutes(30),
    }
}

/// A token's hash as it is stored. A token of another form has none: no query is made for it.
pub fn token_hash(token: &str) -> Option<[u8; 32]> {
    let raw: [u8; 32] = BASE64_URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
    Some(Sha256::digest(raw).into())
}

/// A new token of 256 bits, and the hash to store.
pub(crate) fn draw(random: &dyn Random) -> (String, [u8; 32]) {
    let raw: [u8; 32] = bytes(random);
    (BASE64_URL_SAFE_NO_PAD.encode(raw), Sha256::digest(raw).into())
}

/// Fills a path's placeholders and puts the configured address before it.
pub(crate) fn address(base_url: &str, path: &str, parts: &[(&str, String)]) -> String {
    let filled = parts.iter().fold(path.to_owned(), |path, (name, value)| {
        let safe: String = value.chars().filter(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        path.replace(&format!("{{{name}}}"), &safe)
    });
    format!("{base_url}{filled}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::OsRandom;

    #[test]
    fn a11_a_token_is_found_by_its_hash_alone() {
        let (token, hash) = draw(&OsRandom);
        assert_eq!(token.len(), 43);
        assert_eq!(token_hash(&token), Some(hash));
        assert_ne!(draw(&OsRandom).1, hash);
        for wrong in ["", "short", "not base64 !", &format!("{token}A")] {
            assert_eq!(token_hash(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a11_addresses_come_from_configuration_and_hold_plain_words() {
        let link = address(
            "https://pay.example",
            "/t/{slug}/x/{token}",
            &[("slug", "haven".into()), ("token", "ab/../\r\nHost: evil".into())],
        );
        assert_eq!(link, "https://pay.example/t/haven/x/abHostevil");
    }
}
