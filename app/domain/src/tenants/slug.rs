//! A tenant's part of the address: `/t/{slug}`.

use std::{fmt, str::FromStr};

/// At most so many characters.
pub const MAX: usize = 40;

/// Words that would read as the platform's own pages.
const RESERVED: [&str; 10] =
    ["account", "admin", "api", "gangway", "healthz", "new", "operator", "platform", "readyz", "static"];

/// Lower-case letters, digits and inner hyphens.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Slug(String);

/// Why a text is no slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SlugFault {
    /// Fewer than two or more than [`MAX`] characters.
    #[error("length")]
    Length,
    /// Other than lower-case letters, digits and single hyphens between them.
    #[error("characters")]
    Characters,
    /// A word of the platform's own.
    #[error("reserved")]
    Reserved,
}

impl FromStr for Slug {
    type Err = SlugFault;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        if !(2..=MAX).contains(&typed.chars().count()) {
            return Err(SlugFault::Length);
        }
        let plain = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if !typed.split('-').all(plain) {
            return Err(SlugFault::Characters);
        }
        if RESERVED.contains(&typed) { Err(SlugFault::Reserved) } else { Ok(Self(typed.to_owned())) }
    }
}

impl Slug {
    /// As it stands in the address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Slug, SlugFault};

    #[test]
    fn addresses_are_plain() {
        for good in ["ab", "haven", "tea-house-9", &"a".repeat(40)] {
            assert_eq!(good.parse::<Slug>().unwrap().to_string(), good);
        }
        for (bad, why) in [
            ("", SlugFault::Length),
            ("a", SlugFault::Length),
            (&"a".repeat(41), SlugFault::Length),
            ("Haven", SlugFault::Characters),
            ("-haven", SlugFault::Characters),
            ("haven-", SlugFault::Characters),
            ("xn--haven", SlugFault::Characters),
            ("海湾", SlugFault::Characters),
            ("ha ven", SlugFault::Characters),
            ("../etc", SlugFault::Characters),
            ("operator", SlugFault::Reserved),
        ] {
            assert_eq!(bad.parse::<Slug>(), Err(why), "{bad}");
        }
    }
}
