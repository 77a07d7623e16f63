//! The program itself, as it was built beside the tests.

use crate::world::{MASTER_KEY, World};
use reqwest::StatusCode;
use secrecy::ExposeSecret as _;
use services::papers::Examiner;
use std::{
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Output, Stdio},
    time::Duration,
};

/// The program; panics where it wasn't built.
pub fn gangway() -> PathBuf {
    let place = place();
    assert!(place.exists(), "{} is missing; run cargo build -p server", place.display());
    place
}

/// Deep checks by the real program. A test that needs none runs without it.
pub fn examiner() -> Examiner {
    Examiner::new(place(), None)
}

/// Where `cargo build` puts it: beside the folder of the test binaries. `GANGWAY_BIN` names another place.
fn place() -> PathBuf {
    if let Some(named) = std::env::var_os("GANGWAY_BIN") {
        return named.into();
    }
    let test = std::env::current_exe().expect("a test knows its own program");
    test.ancestors().nth(2).expect("tests are built into a folder of their own").join("gangway")
}

/// The program on the services of a world, in a process of its own: with a clock and a port of its own.
pub struct Running {
    /// Where it listens.
    pub base_url: String,
    child: Child,
}

/// A port that is free at this moment.
pub fn free_port() -> u16 {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|taken| taken.local_addr());
    free.expect("a free port").port()
}

/// The program with the settings of a world's services and nothing else.
fn on(world: &World, port: u16) -> Command {
    let given = world.given();
    let base_url = format!("http://localhost:{port}");
    let mut command = Command::new(gangway());
    command.env_clear().envs([
        ("DATABASE_URL", given.database.expose_secret()),
        ("S3_ENDPOINT", &given.blobs.endpoint),
        ("S3_BUCKET", &given.blobs.bucket),
        ("S3_REGION", &given.blobs.region),
        ("S3_ACCESS_KEY_ID", given.blobs.access_key_id.expose_secret()),
        ("S3_SECRET_ACCESS_KEY", given.blobs.secret_access_key.expose_secret()),
        ("SMTP_URL", given.smtp.expose_secret()),
        ("GANGWAY_MASTER_KEY", MASTER_KEY),
        ("GANGWAY_MAIL_FROM", "Gangway <post@gangway.example>"),
        ("GANGWAY_BASE_URL", &base_url),
        ("GANGWAY_NO_WORKER", "yes"),
        ("PORT", &port.to_string()),
    ]);
    command.env("GANGWAY_SITE", world.folder.path().join("site"));
    command
}

/// Runs one command of the program on a world's services.
pub fn run(world: &World, arguments: &[&str]) -> Output {
    on(world, 3000).args(arguments).output().expect("the program runs")
}

impl Running {
    /// Starts it, and waits until it is ready. It works off no jobs: those are the world's.
    pub async fn serve(world: &World) -> Self {
        Self::start(world, free_port(), &[]).await
    }

    /// The same at this port, with these settings over the world's.
    pub async fn start(world: &World, port: u16, settings: &[(&str, &str)]) -> Self {
        let mut command = on(world, port);
        command.arg("serve").envs(settings.iter().copied()).stdout(Stdio::null());
        let child = command.spawn().expect("the program starts");
        let running = Self { base_url: format!("http://localhost:{port}"), child };
        for _ in 0..600 {
            let ready = reqwest::get(format!("{}/readyz", running.base_url)).await;
            if ready.is_ok_and(|answer| answer.status() == StatusCode::OK) {
                return running;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the program isn't ready after half a minute")
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// How many files and connections it holds open.
    pub fn open_files(&self) -> usize {
        std::fs::read_dir(format!("/proc/{}/fd", self.child.id())).expect("the process is there").count()
    }

    /// `kill -9`: it is told nothing and finishes nothing.
    pub fn kill(mut self) {
        self.child.kill().expect("it is killed");
        self.child.wait().expect("it is gone");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Whatever the test came to, nothing stays behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
