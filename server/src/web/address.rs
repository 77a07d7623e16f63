//! The client's address: the peer's, or what a trusted proxy says.

use super::AppState;
use crate::config::Network;
use axum::{
    extract::{ConnectInfo, Request, State},
    http::HeaderMap,
    middleware::Next,
    response::Response,
};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Where a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

/// The rightmost address that no trusted proxy of ours stands at.
fn behind(proxies: &[Network], peer: IpAddr, forwarded: &str) -> IpAddr {
    let trusted = |address: IpAddr| proxies.iter().any(|network| network.contains(address));
    if !trusted(peer) {
        return peer;
    }
    let mut last = peer;
    for part in forwarded.rsplit(',') {
        let Ok(address) = part.trim().parse() else { return last };
        last = address;
        if !trusted(address) {
            return address;
        }
    }
    last
}

/// What all proxies say: one may add a line of its own behind the client's, and all lines are one list.
fn forwarded(headers: &HeaderMap) -> String {
    let lines = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    lines.collect::<Vec<_>>().join(",")
}

/// Notes the client's address on the request.
pub(super) async fn note(State(app): State<AppState>, mut request: Request, next: Next) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(peer)| peer.ip().to_canonical());
    let address = behind(&app.web.trusted_proxies, peer, &forwarded(request.headers()));
    request.extensions_mut().insert(ClientAddress(address));
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::{behind, forwarded};
    use crate::config::Network;
    use axum::http::{HeaderMap, HeaderValue};
    use std::net::IpAddr;

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        let trusted = [Network::parse("10.0.0.0/30").unwrap()];
        assert_eq!(behind(&trusted, ip("203.0.113.9"), "198.51.100.1"), ip("203.0.113.9"));
        assert_eq!(behind(&trusted, ip("10.0.0.1"), "198.51.100.1"), ip("198.51.100.1"));
        assert_eq!(behind(&trusted, ip("10.0.0.1"), "6.6.6.6, 198.51.100.1, 10.0.0.2"), ip("198.51.100.1"));
        assert_eq!(behind(&trusted, ip("10.0.0.1"), "nonsense"), ip("10.0.0.1"));
        assert_eq!(behind(&trusted, ip("10.0.0.1"), ""), ip("10.0.0.1"));
    }

    #[test]
    fn a_proxys_own_line_counts_behind_the_clients() {
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", HeaderValue::from_static("6.6.6.6"));
        headers.append("x-forwarded-for", HeaderValue::from_static("198.51.100.1"));
        let trusted = [Network::parse("10.0.0.0/30").unwrap()];
        let address = behind(&trusted, "10.0.0.1".parse().unwrap(), &forwarded(&headers));
        assert_eq!(address, "198.51.100.1".parse::<IpAddr>().unwrap());
    }
}
