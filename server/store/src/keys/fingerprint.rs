//! Keyed digests by which a sealed value is found and compared.

use super::Key;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

pub(super) fn hmac(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    // HMAC takes keys of any length; the error of `new_from_slice` can't happen with 32 bytes.
    Hmac::<Sha256>::new_from_slice(key)
        .map(|mut mac| {
            mac.update(message);
            mac.finalize().into_bytes().into()
        })
        .unwrap_or_default()
}

/// HMAC-SHA-256 over kind and normalised value, under a tenant's index key.
pub fn fingerprint(index: &Key, kind: &str, normalised: &str) -> [u8; 32] {
    hmac(&index.0, format!("{kind}\0{normalised}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_keys_keep_apart() {
        let (a, b) = (Key::new([1; 32]), Key::new([2; 32]));
        assert_eq!(fingerprint(&a, "phone", "138"), fingerprint(&a, "phone", "138"));
        assert_ne!(fingerprint(&a, "phone", "138"), fingerprint(&a, "account", "138"));
        assert_ne!(fingerprint(&a, "phone", "138"), fingerprint(&b, "phone", "138"));
    }
}
