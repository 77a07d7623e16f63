//! How many connections each address holds.

use crate::config::Network;
use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Arc, Mutex, PoisonError},
};

/// Counts connections by address.
#[derive(Clone)]
pub(super) struct Addresses {
    most: usize,
    exempt: Arc<[Network]>,
    held: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

impl Addresses {
    /// At most so many from one address, the exempt ones apart.
    pub(super) fn new(most: usize, exempt: Vec<Network>) -> Self {
        Self { most, exempt: exempt.into(), held: Arc::default() }
    }

    /// A place for one more connection, given back when dropped; nothing when the address has its fill.
    pub(super) fn enter(&self, address: IpAddr) -> Option<Place> {
        let address = address.to_canonical();
        if address.is_loopback() || self.exempt.iter().any(|network| network.contains(address)) {
            return Some(Place(None));
        }
        let address = household(address);
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let count = held.entry(address).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Place(Some((self.clone(), address))))
    }

    fn leave(&self, address: IpAddr) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = held.get_mut(&address) {
            *count -= 1;
            if *count == 0 {
                held.remove(&address);
            }
        }
    }
}

/// Whoever has one IPv6 address has 2⁶⁴ of them: the network counts.
pub(crate) fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(wide) => IpAddr::V6(Ipv6Addr::from_bits(wide.to_bits() & (u128::MAX << 64))),
    }
}

/// One connection of one address, until dropped.
pub(super) struct Place(Option<(Addresses, IpAddr)>);

impl Drop for Place {
    fn drop(&mut self) {
        if let Some((addresses, address)) = self.0.take() {
            addresses.leave(address);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_its_fill_until_one_leaves() {
        let addresses = Addresses::new(2, vec![Network::parse("10.0.0.0/8").unwrap()]);
        let one: IpAddr = "192.0.2.1".parse().unwrap();
        let first = addresses.enter(one).unwrap();
        let _second = addresses.enter(one).unwrap();
        assert!(addresses.enter(one).is_none());
        assert!(addresses.enter("::ffff:192.0.2.1".parse().unwrap()).is_none());
        assert!(addresses.enter("192.0.2.2".parse().unwrap()).is_some());
        drop(first);
        assert!(addresses.enter(one).is_some());
        let exempt: Vec<_> = (0..5).map(|_| addresses.enter("10.1.1.1".parse().unwrap())).collect();
        assert!(exempt.iter().all(Option::is_some));
    }

    #[test]
    fn one_household_counts_once() {
        let addresses = Addresses::new(1, vec![]);
        let _first = addresses.enter("2001:db8::1".parse().unwrap()).unwrap();
        assert!(addresses.enter("2001:db8::2".parse().unwrap()).is_none());
        assert!(addresses.enter("2001:db8:0:1::2".parse().unwrap()).is_some());
    }
}
