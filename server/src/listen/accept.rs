//! Taking connections until told to stop.

use super::{Limits, addresses::Addresses, connection};
use axum::Router;
use std::{io, net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time,
};
use tokio_rustls::TlsAcceptor;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// How long to wait after a failure that asking again at once would only repeat, as when file handles are out.
const PAUSE: Duration = Duration::from_millis(200);

/// How the server ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drained {
    /// Every request under way was answered.
    Whole,
    /// Some took too long and were cut off; this many connections.
    Cut(usize),
}

/// Serves the router on the listener until `stop` is cancelled, then lets requests under way finish.
pub async fn serve(
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    router: Router,
    limits: Limits,
    stop: CancellationToken,
) -> Drained {
    let shared = Arc::new(Shared {
        router,
        tls,
        slots: Arc::new(Semaphore::new(limits.connections)),
        addresses: Addresses::new(limits.per_address, limits.trusted.clone()),
        limits,
        stop,
        cut: CancellationToken::new(),
    });
    let tasks = TaskTracker::new();
    while let Some((socket, peer)) = next(&listener, &shared).await {
        admit(socket, peer, &shared, &tasks).await;
    }
    drop(listener);
    drain(&shared, &tasks).await
}

/// What all connections share.
pub(super) struct Shared {
    pub(super) router: Router,
    pub(super) tls: Option<TlsAcceptor>,
    pub(super) limits: Limits,
    /// Told to stop: finish what is under way.
    pub(super) stop: CancellationToken,
    /// Patience is out: drop everything.
    pub(super) cut: CancellationToken,
    slots: Arc<Semaphore>,
    addresses: Addresses,
}

/// The next connection; nothing once the server is to stop.
async fn next(listener: &TcpListener, shared: &Shared) -> Option<(TcpStream, SocketAddr)> {
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = shared.stop.cancelled() => return None,
        };
        match accepted {
            Ok(found) => return Some(found),
            Err(error) if of_one_connection(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "accepting failed");
                time::sleep(PAUSE).await;
            }
        }
    }
}

/// The peer went away before we looked; the next may be there already.
fn of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// Serves the connection if its address may have one more, once a place is free.
async fn admit(socket: TcpStream, peer: SocketAddr, shared: &Arc<Shared>, tasks: &TaskTracker) {
    let Some(place) = shared.addresses.enter(peer.ip()) else {
        tracing::debug!("an address holds too many connections");
        return;
    };
    let slot = tokio::select! {
        slot = Arc::clone(&shared.slots).acquire_owned() => slot,
        () = shared.stop.cancelled() => return,
    };
    let shared = Arc::clone(shared);
    tasks.spawn(async move {
        let _held = (slot, place);
        tokio::select! {
            () = connection::run(socket, peer, &shared) => {}
            () = shared.cut.cancelled() => {}
        }
    });
}

async fn drain(shared: &Shared, tasks: &TaskTracker) -> Drained {
    tasks.close();
    if time::timeout(shared.limits.drain, tasks.wait()).await.is_ok() {
        return Drained::Whole;
    }
    let left = tasks.len();
    shared.cut.cancel();
    tasks.wait().await;
    Drained::Cut(left)
}
