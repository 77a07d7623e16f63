//! The keys that seal the tenants' keys.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use secrecy::SecretBox;

/// One master key; its id stands in every value it sealed.
pub struct MasterKey {
    /// Short name, up to 32 letters, digits, dots, hyphens and underscores.
    pub id: String,
    /// The key itself.
    pub key: SecretBox<[u8; 32]>,
}

/// All master keys; the first seals, every one opens.
pub struct MasterKeys {
    /// The key that seals from now on.
    pub current: MasterKey,
    /// Older keys whose sealed values are still about.
    pub older: Vec<MasterKey>,
}

impl MasterKeys {
    /// Reads `ID:base64 of 32 bytes`, several separated by commas, the current one first.
    ///
    /// # Errors
    /// Says what is wrong, without repeating any of it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut keys =
            text.split(',').map(|one| parse_one(one.trim())).collect::<Result<Vec<_>, _>>()?.into_iter();
        let current = keys.next().ok_or("holds no key")?;
        let older: Vec<MasterKey> = keys.collect();
        let mut ids: Vec<&str> = older.iter().map(|key| key.id.as_str()).collect();
        ids.push(&current.id);
        ids.sort_unstable();
        if ids.windows(2).any(|pair| pair.first() == pair.last()) {
            return Err("gives one id to two keys".to_owned());
        }
        Ok(Self { current, older })
    }

    /// The current key, then the older ones.
    pub fn iter(&self) -> impl Iterator<Item = &MasterKey> {
        std::iter::once(&self.current).chain(&self.older)
    }
}

/// Writes one key as [`MasterKeys::parse`] reads it.
pub fn spell(id: &str, key: &[u8; 32]) -> String {
    format!("{id}:{}", STANDARD.encode(key))
}

fn parse_one(text: &str) -> Result<MasterKey, String> {
    const FORM: &str = "must have the form ID:KEY, KEY being 32 bytes in base64";
    let (id, encoded) = text.split_once(':').ok_or(FORM)?;
    let well_named = !id.is_empty()
        && id.len() <= 32
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    if !well_named {
        return Err("has an id that is not 1 to 32 letters, digits, dots, hyphens or underscores".to_owned());
    }
    let bytes = STANDARD.decode(encoded).map_err(|_| FORM)?;
    let key = <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| FORM)?;
    if key.iter().all(|byte| Some(byte) == key.first()) {
        return Err("holds a key of one repeated byte".to_owned());
    }
    Ok(MasterKey { id: id.to_owned(), key: SecretBox::new(Box::new(key)) })
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    fn bytes(start: u8) -> [u8; 32] {
        std::array::from_fn(|index| start.wrapping_add(u8::try_from(index).unwrap()))
    }

    #[test]
    fn reads_what_it_wrote() {
        let text = format!("{}, {}", spell("k2", &bytes(7)), spell("k1", &bytes(1)));
        let keys = MasterKeys::parse(&text).unwrap();
        assert_eq!(keys.current.id, "k2");
        assert_eq!(keys.current.key.expose_secret(), &bytes(7));
        assert_eq!(keys.iter().map(|key| key.id.as_str()).collect::<Vec<_>>(), ["k2", "k1"]);
    }

    #[test]
    fn refuses_weak_or_broken_keys() {
        let twice = format!("{},{}", spell("a", &bytes(1)), spell("a", &bytes(2)));
        let short = format!("a:{}", STANDARD.encode([1, 2, 3]));
        let flat = spell("a", &[0; 32]);
        for wrong in ["", "a", "a:", ":AAAA", "a b:AAAA", &twice, &short, &flat] {
            assert!(MasterKeys::parse(wrong).is_err(), "{wrong}");
        }
    }
}
