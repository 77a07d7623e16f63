//! The blob server of a test: started, stopped, back at the same address, and looked into from behind.

use server::embedded::s3::S3;
use std::path::{Path, PathBuf};
use tokio::net::{TcpListener, TcpStream};

/// A server over this folder.
pub(crate) async fn start(folder: &Path) -> S3 {
    S3::start(folder, "test-key".into(), "test-secret".into()).await.expect("the S3 server starts")
}

/// Passes what comes to one address on to another, for as long as the test runs. A server can't choose its port;
/// this gives a new one the old one's.
pub(crate) async fn forward(from: &str, to: &str) {
    let host = |endpoint: &str| endpoint.trim_start_matches("http://").to_owned();
    let (from, to) = (host(from), host(to));
    let listener = TcpListener::bind(&from).await.expect("the old address is free");
    tokio::spawn(async move {
        while let Ok((mut here, _)) = listener.accept().await {
            let Ok(mut there) = TcpStream::connect(&to).await else { continue };
            tokio::spawn(async move { tokio::io::copy_bidirectional(&mut here, &mut there).await });
        }
    });
}

/// Every file below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of the blob server") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}
