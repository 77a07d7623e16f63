//! The networks a credential may be used from: `203.0.113.0/24`, `2001:db8::/32`, or one address alone.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    str::FromStr,
};

/// Networks that one credential may have.
pub const MOST: usize = 20;

/// A network of addresses, in its one form: no bit is set behind its prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Network {
    base: IpAddr,
    prefix: u8,
}

/// A text that is no network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoNetwork {
    /// Neither an address nor a network.
    #[error("neither an address nor a network")]
    Form,
    /// The prefix is longer than an address, or none at all: that would be everybody.
    #[error("a prefix that no network has")]
    Prefix,
    /// Bits are set behind the prefix: what was meant isn't certain.
    #[error("bits behind the prefix")]
    Bits,
}

impl Network {
    /// Whether the address is in it. An IPv4 address that came in IPv6's form is the IPv4 address.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.base, address.to_canonical()) {
            (IpAddr::V4(base), IpAddr::V4(address)) => masked4(address, self.prefix) == base,
            (IpAddr::V6(base), IpAddr::V6(address)) => masked6(address, self.prefix) == base,
            _ => false,
        }
    }
}

/// Whether a credential with these networks may be used from this address; with none, from everywhere.
pub fn allows(networks: &[Network], address: IpAddr) -> bool {
    networks.is_empty() || networks.iter().any(|network| network.contains(address))
}

fn masked4(address: Ipv4Addr, prefix: u8) -> Ipv4Addr {
    let mask = u32::MAX.checked_shl(32 - u32::from(prefix)).unwrap_or_default();
    Ipv4Addr::from_bits(address.to_bits() & mask)
}

fn masked6(address: Ipv6Addr, prefix: u8) -> Ipv6Addr {
    let mask = u128::MAX.checked_shl(128 - u32::from(prefix)).unwrap_or_default();
    Ipv6Addr::from_bits(address.to_bits() & mask)
}

impl FromStr for Network {
    type Err = NoNetwork;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let typed = typed.trim();
        let (address, prefix) =
            typed.split_once('/').map_or((typed, None), |(address, prefix)| (address, Some(prefix)));
        let base: IpAddr = address.parse().map_err(|_| NoNetwork::Form)?;
        let most: u8 = if base.is_ipv4() { 32 } else { 128 };
        let prefix = match prefix {
            None => most,
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.parse().map_err(|_| NoNetwork::Prefix)?
            }
            Some(_) => return Err(NoNetwork::Form),
        };
        if !(1..=most).contains(&prefix) {
            return Err(NoNetwork::Prefix);
        }
        // An IPv4 address in IPv6's form would never be met: addresses are compared in their own.
        if base.to_canonical() != base {
            return Err(NoNetwork::Form);
        }
        let network = Self { base, prefix };
        if network.contains(base) { Ok(network) } else { Err(NoNetwork::Bits) }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let most = if self.base.is_ipv4() { 32 } else { 128 };
        if self.prefix == most { self.base.fmt(f) } else { write!(f, "{}/{}", self.base, self.prefix) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn network(text: &str) -> Network {
        text.parse().unwrap()
    }

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn networks_read_back_and_hold_their_addresses() {
        for text in ["203.0.113.0/24", "203.0.113.7", "2001:db8::/32", "2001:db8::1", "128.0.0.0/1"] {
            assert_eq!(network(text).to_string(), text);
        }
        assert_eq!(network(" 203.0.113.7/32 ").to_string(), "203.0.113.7");
        let four = network("203.0.113.0/24");
        assert!(four.contains(address("203.0.113.255")) && !four.contains(address("203.0.114.0")));
        assert!(four.contains(address("::ffff:203.0.113.9")), "IPv4 in IPv6's form");
        let six = network("2001:db8::/32");
        assert!(six.contains(address("2001:db8:ffff::1")) && !six.contains(address("2001:db9::")));
        assert!(!six.contains(address("203.0.113.1")) && !four.contains(address("2001:db8::1")));
    }

    #[test]
    fn what_is_no_network_is_told_apart() {
        use NoNetwork as N;
        for (text, why) in [
            ("", N::Form),
            ("localhost", N::Form),
            ("203.0.113", N::Form),
            ("203.0.113.0/+8", N::Form),
            ("::ffff:203.0.113.0", N::Form),
            ("203.0.113.0/33", N::Prefix),
            ("0.0.0.0/0", N::Prefix),
            ("::/0", N::Prefix),
            ("2001:db8::/129", N::Prefix),
            ("203.0.113.0/999", N::Prefix),
            ("203.0.113.7/24", N::Bits),
            ("2001:db8::1/32", N::Bits),
        ] {
            assert_eq!(text.parse::<Network>(), Err(why), "{text}");
        }
    }

    #[test]
    fn an_empty_list_is_no_fence() {
        assert!(allows(&[], address("198.51.100.1")));
        let fence = [network("203.0.113.7"), network("2001:db8::/32")];
        assert!(allows(&fence, address("2001:db8::9")) && !allows(&fence, address("203.0.113.8")));
    }

    proptest! {
        #[test]
        fn nothing_typed_panics(typed in "[0-9a-f:./]{0,24}") {
            if let Ok(network) = typed.parse::<Network>() {
                prop_assert_eq!(network.to_string().parse::<Network>(), Ok(network));
            }
        }
    }
}
