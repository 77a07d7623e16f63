//! Being told to stop, and not waiting for ever.

use std::time::Duration;
use tokio::{
    signal::unix::{SignalKind, signal},
    task::JoinHandle,
    time::timeout,
};

/// How long a part may take to end.
const PATIENCE: Duration = Duration::from_secs(15);

/// Returns on Ctrl-C or SIGTERM.
pub(super) async fn asked_for() {
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
    }
}

/// Waits for a part to end; false when it didn't in time, or ended badly.
pub(super) async fn in_time(what: &str, part: JoinHandle<()>) -> bool {
    let abort = part.abort_handle();
    match timeout(PATIENCE, part).await {
        Ok(Ok(())) => true,
        Ok(Err(error)) => {
            tracing::error!(%error, "{what} ended badly");
            false
        }
        Err(_) => {
            abort.abort();
            tracing::warn!("{what} took too long to end");
            false
        }
    }
}
