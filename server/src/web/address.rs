//! The client's address: the peer's, or what a trusted proxy says.

use super::AppState;
use crate::config::Network;
use axum::{
    extract::{ConnectInfo, Request, State},
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

/// Notes the client's address on the request.
pub(super) async fn note(State(app): State<AppState>, mut request: Request, next: Next) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(peer)| peer.ip().to_canonical());
    // A proxy may add a line of its own behind the client's: all of them are one list.
    let forwarded: Vec<&str> =
        request.headers().get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok()).collect();
    let address = behind(&app.web.trusted_proxies, peer, &forwarded.join(","));
    request.extensions_mut().insert(ClientAddress(address));
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::behind;
    use crate::config::Network;
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
}
