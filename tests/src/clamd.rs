//! A real clamd, with signatures of our own making.

use crate::binary::free_port;
use services::papers::Scanner;
use std::{
    fs,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// What it takes for malware wherever it stands: harmless words.
pub const MALWARE: &str = "GANGWAY-HARMLESS-MALWARE-OF-TESTS";
/// What every scanner takes for malware by agreement, in two halves: no scanner is to find it in this source.
pub const EICAR: [&str; 2] = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"];
/// Where distributions put it.
const PROGRAM: &str = "/usr/sbin/clamd";
/// How long it may take to load its signatures.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running clamd; ends with its test.
pub struct Clamd {
    folder: TempDir,
    port: u16,
    running: Option<Child>,
}

impl Clamd {
    /// Starts one that knows two kinds of malware.
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let signatures = format!(
            "Gangway-Test:0:*:{}\nEicar-Test-Signature:0:*:{}\n",
            hex::encode(MALWARE),
            hex::encode(EICAR.concat())
        );
        fs::create_dir(folder.path().join("db")).expect("a folder");
        fs::write(folder.path().join("db/gangway.ndb"), signatures).expect("signatures");
        let mut clamd = Self { folder, port: free_port(), running: None };
        clamd.run().await;
        clamd
    }

    /// How it is reached.
    pub fn scanner(&self) -> Scanner {
        format!("127.0.0.1:{}", self.port).parse().expect("a scanner's place")
    }

    /// Starts it, or starts it again, and waits until it answers.
    pub async fn run(&mut self) {
        let folder = self.folder.path().display();
        let config = format!(
            "Foreground yes\nTCPAddr 127.0.0.1\nTCPSocket {}\nDatabaseDirectory {folder}/db\n\
             TemporaryDirectory {folder}\nConcurrentDatabaseReload no\n",
            self.port
        );
        let path = self.folder.path().join("clamd.conf");
        fs::write(&path, config).expect("a configuration");
        let child = Command::new(PROGRAM)
            .arg(format!("--config-file={}", path.display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("clamd starts; server/scripts/toolchain.sh test installs it");
        self.running = Some(child);
        let begun = Instant::now();
        while self.scanner().scan(b"nothing").await.is_err() {
            assert!(begun.elapsed() < PATIENCE, "clamd doesn't answer");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Ends it.
    pub fn stop(&mut self) {
        if let Some(mut child) = self.running.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for Clamd {
    fn drop(&mut self) {
        self.stop();
    }
}
