//! What handlers share.

use super::{Assets, guard::Guard};
use crate::{
    config::Network,
    embedded::{bank::SimulatedBank, mailbox::Mailbox},
};
use services::Services;
use std::sync::Arc;

/// How this installation is reached.
#[derive(Clone, Debug)]
pub struct WebSettings {
    /// `https://gangway.example`, without a trailing slash.
    pub base_url: String,
    /// The port of the embedded run: part of its cookie's name, so that two copies keep apart.
    pub port: u16,
    /// Proxies whose `X-Forwarded-For` counts.
    pub trusted_proxies: Vec<Network>,
    /// Whether the page of all component states is served.
    pub development: bool,
    /// Requests a second from one address before "too many"; its burst is ten times that.
    pub rate: u32,
}

impl WebSettings {
    /// Whether people reach us over TLS.
    pub fn https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// The session cookie: bound to the host over https; over plain http on loopback named by port.
    pub fn cookie_name(&self) -> String {
        if self.https() { "__Host-gangway".into() } else { format!("gangway-{}", self.port) }
    }
}

/// What handlers share.
#[derive(Clone)]
pub struct AppState {
    /// The use cases' context.
    pub services: Services,
    /// How we are reached.
    pub web: Arc<WebSettings>,
    /// The built files.
    pub assets: Assets,
    /// What the private mail catcher has caught; nothing on given services.
    pub mailbox: Option<Mailbox>,
    /// What the embedded run's bank was told to send; nothing on given services.
    pub bank: Option<SimulatedBank>,
    pub(super) guard: Arc<Guard>,
}

impl AppState {
    /// Puts the parts together.
    pub fn new(services: Services, web: WebSettings, assets: Assets) -> Self {
        let guard = Arc::new(Guard::new(web.rate));
        Self { services, web: Arc::new(web), assets, mailbox: None, bank: None, guard }
    }

    /// The same, with a mailbox to show.
    #[must_use]
    pub fn with_mailbox(self, mailbox: Option<Mailbox>) -> Self {
        Self { mailbox, ..self }
    }

    /// The same, with a bank to show.
    #[must_use]
    pub fn with_bank(self, bank: Option<SimulatedBank>) -> Self {
        Self { bank, ..self }
    }

    /// Forgets what only a quiet while makes forgettable; to be called every minute or so.
    pub fn tidy(&self) {
        self.guard.tidy();
    }
}
