//! The accept loop: bounded connections, deadlines on heads and bodies, TLS where wanted, a bounded drain.
//!
//! HTTP/1.1 alone is spoken here, so that every deadline belongs to one request; a proxy in front may speak what
//! it likes.

mod accept;
mod addresses;
mod connection;
mod guard;
mod pace;
#[cfg(test)]
mod tests;
mod tls;

pub use accept::{Drained, serve};
pub(crate) use addresses::household;
pub use tls::{TlsError, acceptor};

use crate::config::Network;
use std::time::Duration;

/// Deadlines and bounds of the accept loop.
#[derive(Clone, Debug)]
pub struct Limits {
    /// From the first byte of a request to the end of its head; also for the TLS handshake, and for the first
    /// byte on a new connection.
    pub head: Duration,
    /// How long a connection may rest between requests.
    pub keep_alive: Duration,
    /// How long a body may pause; after that time it must also have kept [`Self::body_rate`].
    pub body_idle: Duration,
    /// Bytes a second that a body must keep on average.
    pub body_rate: u32,
    /// How long a peer may leave an answer unread.
    pub unread: Duration,
    /// Connections open at once.
    pub connections: usize,
    /// Connections open at once from one address; loopback and trusted proxies are exempt.
    pub per_address: usize,
    /// Addresses exempt from that.
    pub trusted: Vec<Network>,
    /// How long requests under way may take once the server is told to stop.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            keep_alive: Duration::from_mins(1),
            body_idle: Duration::from_secs(15),
            body_rate: 1000,
            unread: Duration::from_secs(30),
            connections: 512,
            per_address: 32,
            trusted: vec![],
            drain: Duration::from_secs(15),
        }
    }
}
