//! How often one address, or anyone for one account, may try. Counted before anything is looked up, so that the
//! answer doesn't tell whether there is an account.

use crate::{
    Services,
    error::{Result, ServiceError},
};
use std::net::IpAddr;
use store::accounts::throttles;
use time::Duration;

/// So many in a window.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limit {
    kind: &'static str,
    most: i32,
    window: Duration,
}

/// Sign-ins from one address: an office of many people shares one.
pub(super) const SIGN_IN_FROM: Limit =
    Limit { kind: "sign-in-from", most: 100, window: Duration::minutes(10) };
/// Sign-ins to one account, from anywhere; the ladder does the rest.
pub(super) const SIGN_IN_TO: Limit = Limit { kind: "sign-in-to", most: 100, window: Duration::hours(1) };
/// Registrations from one address.
pub(super) const REGISTER_FROM: Limit = Limit { kind: "register-from", most: 30, window: Duration::hours(1) };
/// Links asked for from one address.
pub(super) const ASK_FROM: Limit = Limit { kind: "ask-from", most: 30, window: Duration::hours(1) };
/// Mails that strangers can have sent to one account.
pub(super) const MAIL_TO: Limit = Limit { kind: "mail-to", most: 5, window: Duration::hours(1) };
/// Addresses a signed-in person may ask to change to.
pub(super) const CHANGE_BY: Limit = Limit { kind: "change-by", most: 5, window: Duration::hours(1) };
/// Passwords that a signed-in person may be asked for once more.
pub(super) const PASSWORD_BY: Limit = Limit { kind: "password-by", most: 30, window: Duration::hours(1) };

/// Invitations that one person can have sent.
pub(super) const INVITE_BY: Limit = Limit { kind: "invite-by", most: 30, window: Duration::hours(1) };
/// Looks at one-time links that no session stands behind, from one address: a network of many phones shares one.
pub(super) const LINK_FROM: Limit = Limit { kind: "link-from", most: 300, window: Duration::minutes(10) };
/// Mails to whoever signs that a merchant can have sent for one application.
pub(super) const SIGNING_MAIL: Limit = Limit { kind: "signing-mail", most: 5, window: Duration::hours(1) };
/// One-time links that one person can make: to whoever signs, and for a phone.
pub(super) const LINKS_BY: Limit = Limit { kind: "links-by", most: 60, window: Duration::hours(1) };

impl Limit {
    /// Whether one more is within the limit. It is counted either way.
    pub(super) async fn within(self, services: &Services, value: &str) -> Result<bool> {
        Ok(throttles::hit(&services.db, self.kind, value, self.window).await? <= self.most)
    }

    /// Refuses one too many.
    pub(super) async fn check(self, services: &Services, value: &str) -> Result<()> {
        if self.within(services, value).await? {
            return Ok(());
        }
        let retry_after = u32::try_from(self.window.whole_seconds()).unwrap_or(u32::MAX);
        Err(ServiceError::TooMany { retry_after })
    }
}

/// What is counted of a client address: of IPv6 the network, since a host has the whole of it.
pub(super) fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::network;

    #[test]
    fn a_host_of_ipv6_is_its_network() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:203.0.113.9"), "203.0.113.9");
    }
}
