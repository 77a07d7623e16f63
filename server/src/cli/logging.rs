//! The log: lines for people on a terminal, JSON elsewhere; on standard error.

use std::io::IsTerminal as _;
use tracing_subscriber::{EnvFilter, fmt};

/// Starts the log; `GANGWAY_LOG` chooses what is logged.
pub(super) fn start() {
    let wanted = std::env::var("GANGWAY_LOG").unwrap_or_else(|_| {
        "info,s3s=warn,s3s_fs=warn,mailin_embedded=warn,sqlx::postgres::notice=warn".to_owned()
    });
    let filter = EnvFilter::try_new(wanted).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = if std::io::stderr().is_terminal() {
        log.with_target(false).try_init()
    } else {
        log.json().try_init()
    };
    if started.is_err() {
        eprintln!("gangway: a log was started already");
    }
}
