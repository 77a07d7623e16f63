//! One connection from its first byte to its last.

use super::{
    accept::Shared,
    guard::{Guarded, Turn},
    pace::{Ending, Paced},
};
use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{convert::Infallible, net::SocketAddr, pin::pin};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time,
};
use tower::ServiceExt as _;

/// The longest head, and with it the longest address, in bytes.
const LONGEST_HEAD: usize = 64 << 10;

/// Serves the connection until it ends, or until the request under way when the server is told to stop.
pub(super) async fn run(socket: TcpStream, peer: SocketAddr, shared: &Shared) {
    let _ = socket.set_nodelay(true);
    match &shared.tls {
        None => converse(socket, peer, shared).await,
        Some(acceptor) => {
            if let Ok(Ok(stream)) = time::timeout(shared.limits.head, acceptor.accept(socket)).await {
                converse(stream, peer, shared).await;
            }
        }
    }
}

async fn converse<S>(stream: S, peer: SocketAddr, shared: &Shared)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let turn = Turn::default();
    let service = service_fn(|request| answer(request, peer, shared, &turn));
    let io = TokioIo::new(Guarded::new(stream, turn.clone(), &shared.limits));
    // The guard keeps the time, for hyper's own clock can't tell a resting connection from a slow head; but only
    // with that clock set does hyper look at the stream again after an answer. So it is set, to the sum of both.
    let backstop = shared.limits.keep_alive + shared.limits.head;
    let connection = http1::Builder::new()
        .max_buf_size(LONGEST_HEAD)
        .timer(TokioTimer::new())
        .header_read_timeout(backstop)
        .serve_connection(io, service);
    let mut connection = pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = shared.stop.cancelled() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection broke");
    }
}

async fn answer(
    request: Request<Incoming>,
    peer: SocketAddr,
    shared: &Shared,
    turn: &Turn,
) -> Result<axum::http::Response<Ending>, Infallible> {
    turn.ours();
    let mut request = request.map(|body| Body::new(Paced::new(body, &shared.limits)));
    request.extensions_mut().insert(ConnectInfo(peer));
    let response = Router::clone(&shared.router).oneshot(request).await?;
    Ok(response.map(|body| Ending::new(body, turn.clone())))
}
