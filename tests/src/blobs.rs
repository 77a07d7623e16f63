//! The blob server of a test: started, stopped, back at the same address, and looked into from behind.

use crate::proxy::{Proxy, Verdict};
use server::embedded::s3::S3;
use std::path::{Path, PathBuf};

/// A server over this folder.
pub(crate) async fn start(folder: &Path) -> S3 {
    S3::start(folder, "test-key".into(), "test-secret".into()).await.expect("the S3 server starts")
}

/// Passes what comes to one address on to another, until it is dropped. A server can't choose its port; this gives a new one
/// the old one's.
pub(crate) async fn forward(from: &str, to: &str) -> Proxy {
    let host = |endpoint: &str| endpoint.trim_start_matches("http://").to_owned();
    Proxy::at(&host(from), &host(to), |_| Verdict::Pass).await
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
