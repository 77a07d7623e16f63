//! Sealing one value: XChaCha20-Poly1305 under a 256-bit key, `[version 1][nonce 24][ciphertext and tag]`.

use crate::ports::{Random, bytes};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use std::fmt;
use uuid::Uuid;
use zeroize::{Zeroize, ZeroizeOnDrop};

const VERSION: u8 = 1;
const NONCE: usize = 24;

/// A 256-bit key, wiped when dropped and never printed.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Key(pub(super) [u8; 32]);

impl Key {
    /// A key of these bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A new key.
    pub fn draw(random: &dyn Random) -> Self {
        Self(bytes(random))
    }

    /// Its bytes, for a cipher that streams.
    pub const fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Why a sealed value doesn't open.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Not of a form this program writes.
    #[error("sealed value of an unknown form")]
    Form,
    /// Sealed under a master key that isn't configured.
    #[error("no master key named {0}")]
    UnknownMaster(String),
    /// Tampered with, moved, or under another key.
    #[error("sealed value does not open")]
    Refused,
}

/// What a sealed value is bound to.
#[derive(Clone, Copy, Debug)]
pub struct Binding<'a> {
    /// Whose it is.
    pub tenant: Uuid,
    /// Its table.
    pub table: &'a str,
    /// Its row.
    pub row: Uuid,
    /// Its field.
    pub field: &'a str,
    /// Its version; 0 where there is only ever one.
    pub version: i32,
}

impl Binding<'_> {
    fn bytes(&self) -> Vec<u8> {
        format!("gangway|{}|{}|{}|{}|{}", self.tenant, self.table, self.row, self.field, self.version)
            .into_bytes()
    }
}

/// Seals a value.
pub fn seal(
    key: &Key,
    random: &dyn Random,
    binding: &Binding<'_>,
    value: &[u8],
) -> Result<Vec<u8>, KeyError> {
    let nonce: [u8; NONCE] = bytes(random);
    let payload = Payload { msg: value, aad: &binding.bytes() };
    let sealed = XChaCha20Poly1305::new(&key.0.into())
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_| KeyError::Refused)?;
    let mut out = Vec::with_capacity(1 + NONCE + sealed.len());
    out.push(VERSION);
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&sealed);
    Ok(out)
}

/// Opens a sealed value.
pub fn open(key: &Key, binding: &Binding<'_>, sealed: &[u8]) -> Result<Vec<u8>, KeyError> {
    let (version, rest) = sealed.split_first().ok_or(KeyError::Form)?;
    let (nonce, text) = rest.split_first_chunk::<NONCE>().ok_or(KeyError::Form)?;
    if *version != VERSION {
        return Err(KeyError::Form);
    }
    XChaCha20Poly1305::new(&key.0.into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: text, aad: &binding.bytes() })
        .map_err(|_| KeyError::Refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed;
    impl Random for Fixed {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.fill(7);
        }
    }

    fn binding(field: &str) -> Binding<'_> {
        Binding { tenant: Uuid::nil(), table: "sections", row: Uuid::max(), field, version: 3 }
    }

    #[test]
    fn opens_only_where_it_was_sealed() {
        let key = Key::new([1; 32]);
        let sealed = seal(&key, &Fixed, &binding("bank"), "6222 银行".as_bytes()).unwrap();
        assert_eq!(open(&key, &binding("bank"), &sealed).unwrap(), "6222 银行".as_bytes());
        assert!(matches!(open(&key, &binding("other"), &sealed), Err(KeyError::Refused)));
        assert!(matches!(
            open(&key, &Binding { version: 4, ..binding("bank") }, &sealed),
            Err(KeyError::Refused)
        ));
        assert!(matches!(open(&Key::new([2; 32]), &binding("bank"), &sealed), Err(KeyError::Refused)));
        assert!(matches!(open(&key, &binding("bank"), &sealed[..20]), Err(KeyError::Form)));
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let key = Key::new([1; 32]);
        let sealed = seal(&key, &Fixed, &binding("bank"), b"value").unwrap();
        for at in 0..sealed.len() {
            let mut bent = sealed.clone();
            bent[at] ^= 1;
            assert!(open(&key, &binding("bank"), &bent).is_err(), "byte {at}");
        }
    }
}
