//! A mail address: kept as typed, found by its folded key.

use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// A mail address that can be written to: `local@domain` in plain ASCII, at most 254 characters.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

/// Why a text is no mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailFault {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Longer than 254 characters, or its first part longer than 64.
    #[error("too long")]
    TooLong,
    /// Not of the form `name@example.com`.
    #[error("not an address")]
    Form,
}

/// What may stand before the `@`, beside dots between.
fn is_atom(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
}

fn is_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

impl EmailAddress {
    /// Reads an address as people type it: spaces around it are dropped, full-width characters made plain.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn parse(typed: &str) -> Result<Self, EmailFault> {
        let plain: String = typed.trim().nfkc().map(|c| if c == '。' { '.' } else { c }).collect();
        if plain.is_empty() {
            return Err(EmailFault::Empty);
        }
        if plain.len() > 254 {
            return Err(EmailFault::TooLong);
        }
        let (local, host) = plain.rsplit_once('@').ok_or(EmailFault::Form)?;
        if local.len() > 64 {
            return Err(EmailFault::TooLong);
        }
        let right = local.split('.').all(is_atom) && host.contains('.') && host.split('.').all(is_label);
        if right { Ok(Self(plain)) } else { Err(EmailFault::Form) }
    }

    /// As typed, for showing and sending.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Folded, for finding: two spellings that differ in case alone are one address.
    pub fn key(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// The parts a password must not be made of: what stands before the `@`, and the host's labels.
    pub fn words(&self) -> Vec<String> {
        let words = self.0.split(['@', '.', '+', '-', '_']).filter(|word| word.len() >= 3);
        std::iter::once(self.0.as_str()).chain(words).map(str::to_owned).collect()
    }
}

impl fmt::Debug for EmailAddress {
    /// Personal data: not for logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_as_people_type_them() {
        for (typed, kept) in [
            (" Ada@Haven.example ", "Ada@Haven.example"),
            ("ｗａｎｇ＠ｑｑ。ｃｏｍ", "wang@qq.com"),
            ("o'neill+pay@mail.co.uk", "o'neill+pay@mail.co.uk"),
            ("1380013800@139.com", "1380013800@139.com"),
        ] {
            assert_eq!(EmailAddress::parse(typed).unwrap().as_str(), kept);
        }
        assert_eq!(EmailAddress::parse("Ada@Haven.Example").unwrap().key(), "ada@haven.example");
    }

    #[test]
    fn what_is_no_address() {
        assert_eq!(EmailAddress::parse("  "), Err(EmailFault::Empty));
        for wrong in [
            "ada",
            "@b.cn",
            "a@",
            "a@b",
            "a b@c.cn",
            "a@b..cn",
            ".a@b.cn",
            "a..b@c.cn",
            "a@-b.cn",
            "a@b.cn\r\nBcc: x@y.cn",
            "a@b.cn,c@d.cn",
            "<a@b.cn>",
            "a\"b@c.cn",
            "张@公司.cn",
            "a@[127.0.0.1]",
        ] {
            assert_eq!(EmailAddress::parse(wrong), Err(EmailFault::Form), "{wrong:?}");
        }
        assert_eq!(EmailAddress::parse(&format!("{}@b.cn", "a".repeat(65))), Err(EmailFault::TooLong));
        assert_eq!(EmailAddress::parse(&format!("a@{}.cn", "b.".repeat(130))), Err(EmailFault::TooLong));
    }

    #[test]
    fn i09_a_log_never_shows_it() {
        let shown = format!("{:?}", EmailAddress::parse("ada@haven.example").unwrap());
        assert!(!shown.contains("ada"));
    }
}
