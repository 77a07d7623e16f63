//! The program as it runs, with everything real behind it: its own database, S3 server, mail catcher and port.

use crate::{
    binary, blobs,
    browser::Browser,
    cluster::Cluster,
    database::Database,
    leftovers::Leftovers,
    ports::{FixedClock, fixed},
    proofs::Prover,
    proxy::Proxy,
};
use secrecy::SecretString;
use server::{
    assembly,
    config::Given,
    embedded::{bank::SimulatedBank, mailbox::Mailbox, s3::S3, smtp::Catcher},
    listen,
    web::{AppState, Assets, WebSettings, router},
};
use services::{Services, ports::Settings};
use std::path::PathBuf;
use store::{db::PoolSize, keys::MasterKeys, ports::Clock as _};
use tempfile::TempDir;
use time::Duration;
use tokio::{net::TcpListener, sync::Mutex};
use tokio_util::sync::{CancellationToken, DropGuard};

/// The master key of every test.
pub const MASTER_KEY: &str = "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

/// The one file of the site that every test has.
pub const ASSET: &str = "plain.txt";

/// One running installation.
pub struct World {
    /// The use cases' context: the program's own.
    pub services: Services,
    /// The clock everything goes by.
    pub clock: FixedClock,
    /// What mail was caught.
    pub mailbox: Mailbox,
    /// What the bank was told to send.
    pub bank: SimulatedBank,
    /// Where it listens.
    pub base_url: String,
    /// Fails a test that leaves jobs behind; looks before the database goes.
    leftovers: Leftovers,
    /// Its database, for looking behind.
    pub database: Database,
    /// The blob server's files lie here.
    pub folder: TempDir,
    s3: Mutex<Option<S3>>,
    forwarding: Mutex<Option<Proxy>>,
    given: Given,
    _stop: DropGuard,
}

impl World {
    /// A fresh installation with nothing in it.
    pub async fn new() -> Self {
        Self::with_pool(PoolSize::default()).await
    }

    /// The same, with a pool of this size.
    pub async fn with_pool(size: PoolSize) -> Self {
        Self::with(size, listen::Limits::default(), Database::fresh().await).await
    }

    /// The same, listening within these limits.
    pub async fn with_limits(limits: listen::Limits) -> Self {
        Self::with(PoolSize::default(), limits, Database::fresh().await).await
    }

    /// The same on a Postgres of its own.
    pub async fn on(cluster: &Cluster) -> Self {
        let database = Database::fresh_on(cluster.superuser()).await;
        Self::with(PoolSize::default(), listen::Limits::default(), database).await
    }

    async fn with(size: PoolSize, limits: listen::Limits, database: Database) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let [blobs, mail, site, bank] = ["s3", "mail", "site", "bank"].map(|name| folder.path().join(name));
        for folder in [&blobs, &mail, &site, &bank] {
            std::fs::create_dir_all(folder).expect("a folder");
        }
        std::fs::write(site.join(ASSET), "a file\n").expect("a file of the site");
        let s3 = blobs::start(&blobs).await;
        let mailbox = Mailbox::at(&mail);
        let catcher = Catcher::start(mailbox.clone()).expect("the mail catcher starts");
        let bank = SimulatedBank::at(&bank);
        let given = Given {
            database: database.app_url().into(),
            blobs: s3.settings().clone(),
            smtp: SecretString::from(catcher.url()),
            master_keys: MasterKeys::parse(MASTER_KEY).expect("a master key"),
            bank: Some(bank.clone()),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let base_url = format!("http://localhost:{port}");
        let clock = FixedClock::default();
        let settings =
            Settings { base_url: base_url.clone(), mail_from: "Gangway <post@gangway.example>".into() };
        let services =
            assembly::services(&given, settings, binary::examiner(), size, fixed(&clock, u64::from(port)))
                .await
                .expect("the services come together");
        let web = WebSettings {
            base_url: base_url.clone(),
            port,
            trusted_proxies: vec![],
            development: true,
            rate: 10_000,
        };
        let state = AppState::new(services.clone(), web, Assets::open(&site))
            .with_mailbox(Some(mailbox.clone()))
            .with_bank(Some(bank.clone()));
        let leftovers = Leftovers::of(database.owner_url(), &clock);
        let stop = CancellationToken::new();
        tokio::spawn(listen::serve(listener, None, router(state), limits, stop.clone()));
        Self {
            services,
            clock,
            mailbox,
            bank,
            base_url,
            leftovers,
            database,
            folder,
            s3: Mutex::new(Some(s3)),
            forwarding: Mutex::new(None),
            given,
            _stop: stop.drop_guard(),
        }
    }

    /// A person's browser, with no cookies yet. It proves who its person is by itself, wherever that is asked.
    pub fn browser(&self) -> Browser {
        self.browser_at(&self.base_url)
    }

    /// The same at a process of the program on this world's services.
    pub fn browser_at(&self, base_url: &str) -> Browser {
        let (services, superuser) = (self.services.clone(), self.database.superuser_options());
        Browser::new(base_url).proving_by(Prover { services, superuser })
    }

    /// How the services behind are reached.
    pub const fn given(&self) -> &Given {
        &self.given
    }

    /// Runs every job that is due, and says how many ran.
    pub async fn run_jobs(&self) -> usize {
        services::jobs::run_due(&self.services).await
    }

    /// This test means to leave jobs behind.
    pub fn allow_jobs(&self) {
        self.leftovers.allow();
    }

    /// Stops the blob server: a dependency that is down.
    pub async fn stop_blobs(&self) {
        let s3 = self.s3.lock().await.take();
        if let Some(s3) = s3 {
            s3.stop().await;
        }
    }

    /// Has the blob server back at its old address, with what it held.
    pub async fn start_blobs(&self) {
        let s3 = blobs::start(&self.folder.path().join("s3")).await;
        let proxy = blobs::forward(&self.given.blobs.endpoint, &s3.settings().endpoint).await;
        *self.s3.lock().await = Some(s3);
        *self.forwarding.lock().await = Some(proxy);
    }

    /// Every file that the blob server keeps: objects, parts of uploads under way, notes about both.
    pub fn blob_files(&self) -> Vec<PathBuf> {
        blobs::files(&self.folder.path().join("s3"))
    }

    /// Lets this time go by for rows and objects alike: objects that are there now are as old as the clock says.
    pub fn let_pass(&self, time: Duration) {
        let now = self.clock.now();
        for file in self.blob_files() {
            let file = std::fs::File::options().write(true).open(file).expect("a file of the blob server");
            file.set_modified(now.into()).expect("its age");
        }
        self.clock.advance(time);
    }

    /// The newest mail to this address; panics when there is none.
    pub fn mail_to(&self, address: &str) -> server::embedded::mailbox::Mail {
        let mails = self.mailbox.list(1000).expect("the mailbox is read");
        mails
            .into_iter()
            .find(|mail| mail.to.iter().any(|to| to.contains(address)))
            .unwrap_or_else(|| panic!("no mail to {address}"))
    }

    /// The path of the first link of ours in the newest mail to this address.
    pub fn link_to(&self, address: &str) -> String {
        let mail = self.mail_to(address);
        let start = mail.text.find(&self.base_url).unwrap_or_else(|| panic!("no link in:\n{}", mail.text));
        let link: String = mail
            .text
            .chars()
            .skip(mail.text[..start].chars().count())
            .take_while(|c| !c.is_whitespace())
            .collect();
        link[self.base_url.len()..].to_owned()
    }
}
