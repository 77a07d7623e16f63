//! Refusals before any handler: another site's posts, too many requests from one address or of one person.

use super::{AppState, ClientAddress, Fault};
use crate::listen::household;
use axum::{
    extract::{Request, State},
    http::{Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::PersonId;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::{net::IpAddr, num::NonZeroU32};

/// Counters by address and by person, in this process.
pub(super) struct Guard {
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    persons: DefaultKeyedRateLimiter<PersonId>,
}

impl Guard {
    pub(super) fn new(rate: u32) -> Self {
        let rate = NonZeroU32::new(rate).unwrap_or(NonZeroU32::MIN);
        let burst = rate.saturating_mul(NonZeroU32::new(10).unwrap_or(NonZeroU32::MIN));
        let quota = Quota::per_second(rate).allow_burst(burst);
        Self { addresses: RateLimiter::keyed(quota), persons: RateLimiter::keyed(quota) }
    }

    /// Forgets who has been quiet; called by a timer.
    pub(super) fn tidy(&self) {
        self.addresses.retain_recent();
        self.persons.retain_recent();
    }

    /// One address may ask so often and no more; of IPv6 a network counts as one.
    fn address(&self, address: IpAddr) -> Result<(), Fault> {
        self.addresses.check_key(&household(address)).map_err(|_| Fault::too_many(1))
    }

    /// One person, from however many addresses, may ask no more often than one address.
    pub(super) fn person(&self, person: PersonId) -> Result<(), Fault> {
        self.persons.check_key(&person).map_err(|_| Fault::too_many(1))
    }
}

/// Too many requests from one address.
pub(super) async fn rate(State(app): State<AppState>, request: Request, next: Next) -> Response {
    match request.extensions().get::<ClientAddress>().map(|from| app.guard.address(from.0)) {
        Some(Err(fault)) => fault.into_response(),
        _ => next.run(request).await,
    }
}

/// Whether a request that changes something comes from our own pages.
fn from_our_pages(request: &Request, base_url: &str) -> bool {
    let value = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    match value("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => value(header::ORIGIN.as_str()) == Some(base_url),
    }
}

/// The origin rule. The API is exempt: its key is never sent by a browser of its own accord.
pub(super) async fn origin(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || request.uri().path().starts_with("/api/") || from_our_pages(&request, &app.web.base_url) {
        next.run(request).await
    } else {
        Fault::cross_site().into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many of twenty requests at once pass.
    fn passing(ask: impl Fn(u128) -> Result<(), Fault>) -> usize {
        (0..20).filter(|number| ask(*number).is_ok()).count()
    }

    #[test]
    fn an_address_a_network_and_a_person_have_their_fill_each() {
        let guard = Guard::new(1);
        let v6 = |network: u128, host: u128| IpAddr::V6((network << 64 | host).into());
        assert_eq!(passing(|_| guard.address(IpAddr::from([192, 0, 2, 1]))), 10);
        assert_eq!(passing(|host| guard.address(v6(0x2001_0db8 << 32, host))), 10, "a network is one");
        assert_eq!(passing(|number| guard.address(v6((0x2001_0db8 << 32) + 1 + number, 7))), 20);
        let person = |n| PersonId(uuid::Uuid::from_u128(n));
        assert_eq!(passing(|_| guard.person(person(1))), 10);
        assert_eq!(passing(|number| guard.person(person(2 + number))), 20);
    }
}
