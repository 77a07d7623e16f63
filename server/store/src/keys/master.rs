//! The master keys: one current, old ones for reading what they wrapped.

use super::{Binding, Key, KeyError, open, seal};
use crate::ports::Random;
use base64::{Engine, prelude::BASE64_STANDARD};
use std::collections::HashMap;

/// The configured master keys, by id.
#[derive(Clone, Debug)]
pub struct MasterKeys {
    current: String,
    keys: HashMap<String, Key>,
}

impl MasterKeys {
    /// Reads `ID:base64 of 32 bytes`, several with commas between; the first is current.
    pub fn parse(text: &str) -> Option<Self> {
        let mut current = None;
        let mut keys = HashMap::new();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (id, key) = part.split_once(':')?;
            let named =
                (1..=32).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            let key: [u8; 32] = BASE64_STANDARD.decode(key).ok()?.try_into().ok()?;
            if !named || keys.insert(id.to_owned(), Key::new(key)).is_some() {
                return None;
            }
            current.get_or_insert_with(|| id.to_owned());
        }
        Some(Self { current: current?, keys })
    }

    /// A key for keyed digests that belong to no tenant (throttles), drawn from the current master key.
    pub fn platform_index(&self) -> Key {
        let key = self.keys.get(&self.current).map_or([0; 32], |key| key.0);
        Key::new(super::fingerprint::hmac(&key, b"gangway|platform-index"))
    }

    /// Wraps a key: `[id length][id][sealed]`.
    pub fn wrap(&self, random: &dyn Random, binding: &Binding<'_>, key: &Key) -> Result<Vec<u8>, KeyError> {
        self.seal(random, binding, &key.0)
    }

    /// Unwraps a key, under whichever master key wrapped it.
    pub fn unwrap(&self, binding: &Binding<'_>, wrapped: &[u8]) -> Result<Key, KeyError> {
        let key: [u8; 32] = self.open(binding, wrapped)?.try_into().map_err(|_| KeyError::Form)?;
        Ok(Key::new(key))
    }

    /// Seals a value that belongs to no tenant, in the form of a wrapped key.
    pub fn seal(
        &self,
        random: &dyn Random,
        binding: &Binding<'_>,
        value: &[u8],
    ) -> Result<Vec<u8>, KeyError> {
        let master =
            self.keys.get(&self.current).ok_or_else(|| KeyError::UnknownMaster(self.current.clone()))?;
        let sealed = seal(master, random, binding, value)?;
        let mut out = Vec::with_capacity(1 + self.current.len() + sealed.len());
        out.push(u8::try_from(self.current.len()).map_err(|_| KeyError::Form)?);
        out.extend_from_slice(self.current.as_bytes());
        out.extend_from_slice(&sealed);
        Ok(out)
    }

    /// Opens such a value, under whichever master key sealed it.
    pub fn open(&self, binding: &Binding<'_>, sealed: &[u8]) -> Result<Vec<u8>, KeyError> {
        let (length, rest) = sealed.split_first().ok_or(KeyError::Form)?;
        let (id, sealed) = rest.split_at_checked(usize::from(*length)).ok_or(KeyError::Form)?;
        let id = std::str::from_utf8(id).map_err(|_| KeyError::Form)?;
        let master = self.keys.get(id).ok_or_else(|| KeyError::UnknownMaster(id.to_owned()))?;
        open(master, binding, sealed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    struct Fixed;
    impl Random for Fixed {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.fill(9);
        }
    }

    const BINDING: Binding<'static> =
        Binding { tenant: Uuid::nil(), table: "tenants", row: Uuid::nil(), field: "wrapped_key", version: 0 };

    fn named(id: &str, byte: u8) -> String {
        format!("{id}:{}", BASE64_STANDARD.encode([byte; 32]))
    }

    #[test]
    fn an_old_master_key_is_still_read() {
        let old = MasterKeys::parse(&named("a", 1)).unwrap();
        let wrapped = old.wrap(&Fixed, &BINDING, &Key::new([5; 32])).unwrap();
        let both = MasterKeys::parse(&format!("{},{}", named("b", 2), named("a", 1))).unwrap();
        assert_eq!(both.unwrap(&BINDING, &wrapped).unwrap().0, [5; 32]);
        let fresh = MasterKeys::parse(&named("b", 2)).unwrap();
        assert!(matches!(fresh.unwrap(&BINDING, &wrapped), Err(KeyError::UnknownMaster(id)) if id == "a"));
    }

    #[test]
    fn refuses_what_is_no_key() {
        for text in ["", "a", "a:short", &format!("{},{}", named("a", 1), named("a", 2)), &named("ä", 1)] {
            assert!(MasterKeys::parse(text).is_none(), "{text}");
        }
    }
}
