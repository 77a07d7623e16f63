//! An S3 server inside the process, its objects as files in a folder.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s_fs::FileSystem;
use secrecy::{ExposeSecret as _, SecretString};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::EmbeddedError;
use super::folder::make_private;
use crate::config::BlobSettings;

/// The one bucket.
pub(super) const BUCKET: &str = "gangway";
/// Its region, by name only.
pub(super) const REGION: &str = "us-east-1";
/// How long requests under way may take once the server is told to stop.
const DRAIN: Duration = Duration::from_secs(5);

/// A running S3 server on a free port of the loopback address.
pub struct S3 {
    settings: BlobSettings,
    stop: CancellationToken,
    tasks: TaskTracker,
}

impl S3 {
    /// Starts the server over `root` with one bucket, open to the bearer of this key alone.
    ///
    /// # Errors
    /// When the folder can't be used or no port is free.
    pub async fn start(
        root: &Path,
        access_key_id: SecretString,
        secret_access_key: SecretString,
    ) -> Result<Self, EmbeddedError> {
        make_private(&root.join(BUCKET))?;
        let files = FileSystem::new(root).map_err(|error| EmbeddedError::Blobs(format!("{error:?}")))?;
        let mut builder = S3ServiceBuilder::new(files);
        builder.set_auth(SimpleAuth::from_single(
            access_key_id.expose_secret().to_owned(),
            secret_access_key.expose_secret().to_owned(),
        ));
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(EmbeddedError::Port)?;
        let address = listener.local_addr().map_err(EmbeddedError::Port)?;
        let (stop, tasks) = (CancellationToken::new(), TaskTracker::new());
        tasks.spawn(accept(listener, builder.build(), stop.clone(), tasks.clone()));
        Ok(Self { settings: settings(address, access_key_id, secret_access_key), stop, tasks })
    }

    /// How to reach it.
    pub fn settings(&self) -> &BlobSettings {
        &self.settings
    }

    /// Lets requests under way end, for a short while, and stops.
    pub async fn stop(self) {
        self.stop.cancel();
        self.tasks.close();
        let _ = tokio::time::timeout(DRAIN, self.tasks.wait()).await;
    }
}

impl Drop for S3 {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

fn settings(
    address: SocketAddr,
    access_key_id: SecretString,
    secret_access_key: SecretString,
) -> BlobSettings {
    BlobSettings {
        endpoint: format!("http://{address}"),
        bucket: BUCKET.to_owned(),
        region: REGION.to_owned(),
        access_key_id,
        secret_access_key,
    }
}

async fn accept(listener: TcpListener, service: S3Service, stop: CancellationToken, tasks: TaskTracker) {
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.cancelled() => return,
        };
        match accepted {
            Ok((socket, _)) => {
                tasks.spawn(converse(socket, service.clone(), stop.clone()));
            }
            // Out of file handles, most likely: asking again at once would only burn the processor.
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

async fn converse(socket: TcpStream, service: S3Service, stop: CancellationToken) {
    let _ = socket.set_nodelay(true);
    let connection =
        http1::Builder::new().timer(TokioTimer::new()).serve_connection(TokioIo::new(socket), service);
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        _ = connection.as_mut() => return,
        () = stop.cancelled() => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}
