//! `gangway serve`.

use super::{seed, stop};
use crate::{
    config::{Config, Environment, Listening, Purpose},
    housekeeping::keep_house,
    listen::{self, Drained, Limits},
    program::Program,
    web::{AppState, Assets, WebSettings, router},
};
use anyhow::Context as _;
use clap::Args;
use std::{net::SocketAddr, process::ExitCode, time::Duration};
use tokio::{net::TcpListener, sync::watch};
use tokio_util::sync::CancellationToken;

/// Requests a second from one address before it is told to wait; its burst is ten times that.
const RATE: u32 = 50;
/// How often what only a quiet while makes forgettable is forgotten.
const TIDY: Duration = Duration::from_mins(1);

/// Each flag stands for a key of the environment and wins over it.
#[derive(Args)]
pub(super) struct Flags {
    /// PORT
    #[arg(long)]
    port: Option<String>,
    /// GANGWAY_BIND
    #[arg(long)]
    bind: Option<String>,
    /// GANGWAY_BASE_URL
    #[arg(long)]
    base_url: Option<String>,
    /// GANGWAY_TLS_CERT
    #[arg(long)]
    tls_cert: Option<String>,
    /// GANGWAY_TLS_KEY
    #[arg(long)]
    tls_key: Option<String>,
    /// GANGWAY_SITE
    #[arg(long)]
    site: Option<String>,
    /// GANGWAY_DATA
    #[arg(long)]
    data: Option<String>,
    /// GANGWAY_NO_WORKER
    #[arg(long)]
    no_worker: bool,
    /// Invent two tenants where nothing is yet, and print their logins
    #[arg(long)]
    seed: bool,
}

impl Flags {
    /// The environment with these flags over it.
    pub(super) fn over(self, environment: Environment) -> Environment {
        environment
            .with("PORT", self.port)
            .with("GANGWAY_BIND", self.bind)
            .with("GANGWAY_BASE_URL", self.base_url)
            .with("GANGWAY_TLS_CERT", self.tls_cert)
            .with("GANGWAY_TLS_KEY", self.tls_key)
            .with("GANGWAY_SITE", self.site)
            .with("GANGWAY_DATA", self.data)
            .with("GANGWAY_NO_WORKER", self.no_worker.then(|| "yes".to_owned()))
    }
}

pub(super) async fn run(flags: Flags, environment: Environment) -> anyhow::Result<ExitCode> {
    let seeds = flags.seed;
    let config = Config::read(&flags.over(environment), Purpose::Serve)?;
    let tls = config.listening.tls.as_ref().map(listen::acceptor).transpose()?;
    // The port first: a second copy on it must not wake a database to find out.
    let address = SocketAddr::new(config.listening.bind, config.listening.port);
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("{address} can't be listened on; PORT chooses another"))?;
    let mut asked = tokio::spawn(stop::asked_for());
    let program = Program::start(config).await?;
    if seeds {
        tokio::select! {
            seeded = seed::first(&program) => seeded?,
            _ = &mut asked => {
                program.stop().await;
                return Ok(ExitCode::SUCCESS);
            }
        }
    }

    let stopping = CancellationToken::new();
    let (tell, told) = watch::channel(false);
    let house = tokio::spawn(keep_house(program.services.clone(), told.clone()));
    let worker =
        program.config.worker.then(|| tokio::spawn(services::jobs::work(program.services.clone(), told)));
    let state = state(&program);
    let tidying = tokio::spawn(tidy(state.clone(), stopping.clone()));
    let limits = limits(&program.config.listening);
    let serving = tokio::spawn(listen::serve(listener, tls, router(state), limits, stopping.clone()));
    println!("Gangway is at {}", program.config.base_url);

    let _ = asked.await;
    println!("stopping: requests under way are answered first");
    stopping.cancel();
    tell.send_replace(true);
    let whole = matches!(serving.await, Ok(Drained::Whole));
    let _ = tidying.await;
    stop::in_time("housekeeping", house).await;
    let worked = match worker {
        Some(worker) => stop::in_time("jobs under way", worker).await,
        None => true,
    };
    program.stop().await;
    println!(
        "{}",
        if whole && worked { "stopped" } else { "stopped; some work was cut short and will be tried again" }
    );
    Ok(ExitCode::SUCCESS)
}

fn state(program: &Program) -> AppState {
    let config = &program.config;
    let web = WebSettings {
        base_url: config.base_url.as_str().to_owned(),
        port: config.listening.port,
        trusted_proxies: config.listening.trusted_proxies.clone(),
        development: cfg!(debug_assertions),
        rate: RATE,
    };
    AppState::new(program.services.clone(), web, Assets::open(&config.site))
        .with_mailbox(program.mailbox.clone())
        .with_bank(program.bank.clone())
}

fn limits(listening: &Listening) -> Limits {
    Limits {
        connections: listening.connections,
        per_address: listening.per_address,
        trusted: listening.trusted_proxies.clone(),
        ..Limits::default()
    }
}

async fn tidy(state: AppState, stopping: CancellationToken) {
    loop {
        tokio::select! {
            () = tokio::time::sleep(TIDY) => state.tidy(),
            () = stopping.cancelled() => return,
        }
    }
}
