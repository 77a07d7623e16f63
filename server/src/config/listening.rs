//! Where and how the server listens.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use super::{BaseUrl, Network, Reading};

/// Address, limits and transport of the server.
#[derive(Clone, Debug)]
pub struct Listening {
    /// Address to bind to.
    pub bind: IpAddr,
    /// Port to bind to.
    pub port: u16,
    /// Certificate and key when the program speaks TLS itself.
    pub tls: Option<TlsFiles>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// Connections open at once.
    pub connections: usize,
    /// Connections open at once from one address that is neither loopback nor a trusted proxy.
    pub per_address: usize,
    /// The port is reachable through the host's loopback address alone, as a container's may be.
    published_on_loopback: bool,
}

/// Files in PEM form.
#[derive(Clone, Debug)]
pub struct TlsFiles {
    /// The certificate and its chain.
    pub certificate: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}

impl Listening {
    pub(super) fn read(reading: &mut Reading<'_>) -> Self {
        let port = reading.number("PORT", 1..=u16::MAX, 3000);
        let bind = reading
            .text("GANGWAY_BIND")
            .and_then(|text| {
                reading.parsed("GANGWAY_BIND", &text, |text| {
                    text.parse().map_err(|_| "is no IP address".to_owned())
                })
            })
            .unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
        Self {
            bind,
            port,
            tls: tls(reading),
            trusted_proxies: trusted_proxies(reading),
            connections: reading.number("GANGWAY_MAX_CONNECTIONS", 1..=65_536, 512),
            per_address: reading.number("GANGWAY_MAX_PER_ADDRESS", 1..=65_536, 32),
            published_on_loopback: reading.yes("GANGWAY_PUBLISHED_ON_LOOPBACK"),
        }
    }

    /// Plain HTTP never leaves the machine: passwords and papers travel here.
    pub(super) fn check(&self, base_url: &BaseUrl, reading: &mut Reading<'_>) {
        if !base_url.secure() && !base_url.on_loopback() {
            reading.wrong("GANGWAY_BASE_URL", "must start with https:// unless its host is this machine");
            return;
        }
        let local = self.bind.is_loopback() || (self.published_on_loopback && base_url.on_loopback());
        let proxied = base_url.secure() && !self.trusted_proxies.is_empty();
        if self.tls.is_none() && !local && !proxied {
            reading.wrong(
                "GANGWAY_BIND",
                "opens plain HTTP to the network: bind to 127.0.0.1, give --tls-cert and --tls-key, or name the \
                 proxy in front in GANGWAY_TRUSTED_PROXIES with an https:// GANGWAY_BASE_URL",
            );
        }
    }

    /// Whether the peer is a proxy whose word about the client is taken.
    pub fn trusts(&self, peer: IpAddr) -> bool {
        self.trusted_proxies.iter().any(|network| network.contains(peer))
    }
}

fn tls(reading: &mut Reading<'_>) -> Option<TlsFiles> {
    let certificate = reading.text("GANGWAY_TLS_CERT").map(PathBuf::from);
    let key = reading.text("GANGWAY_TLS_KEY").map(PathBuf::from);
    match (certificate, key) {
        (Some(certificate), Some(key)) => Some(TlsFiles { certificate, key }),
        (None, None) => None,
        (Some(_), None) => {
            reading.wrong("GANGWAY_TLS_KEY", "is missing beside GANGWAY_TLS_CERT");
            None
        }
        (None, Some(_)) => {
            reading.wrong("GANGWAY_TLS_CERT", "is missing beside GANGWAY_TLS_KEY");
            None
        }
    }
}

fn trusted_proxies(reading: &mut Reading<'_>) -> Vec<Network> {
    let Some(text) = reading.text("GANGWAY_TRUSTED_PROXIES") else { return vec![] };
    let parse =
        |text: &str| text.split(',').map(|one| Network::parse(one.trim())).collect::<Result<Vec<_>, _>>();
    reading.parsed("GANGWAY_TRUSTED_PROXIES", &text, parse).unwrap_or_default()
}
