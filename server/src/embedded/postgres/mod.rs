//! A private Postgres cluster, run by an unprivileged user, reached through a socket of its own.

mod account;
mod place;
mod postmaster;
mod programs;

use std::fs::OpenOptions;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

pub use place::Place;
use secrecy::{ExposeSecret as _, SecretString};
use tokio::process::{Child, Command};

use self::account::Account;
use self::programs::Programs;
use super::EmbeddedError;

/// How often a start is tried: a cluster whose process was killed may need a moment to let go of its memory.
const ATTEMPTS: u32 = 3;
/// How long one start may take; recovery after a crash is part of it.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running cluster. Dropped without [`Cluster::stop`], it is told to stop and not waited for.
#[derive(Debug)]
pub struct Cluster {
    child: Child,
    place: Place,
}

impl Cluster {
    /// Starts the cluster at this place, making it first when it is missing and clearing away what a killed
    /// process left behind.
    ///
    /// # Errors
    /// When Postgres isn't installed, or won't start; the end of its log is part of the message.
    pub async fn start(place: Place, superuser: &SecretString) -> Result<Self, EmbeddedError> {
        let programs = Programs::find(place.version())?;
        place.prepare()?;
        postmaster::end_orphan(&place.data).await;
        if !place.exists() {
            initialise(&programs, &place, superuser).await?;
        }
        let mut attempt = 1;
        loop {
            let mut child = launch(&programs, &place)?;
            if postmaster::ready(&mut child, &place.data, PATIENCE).await {
                return Ok(Self { child, place });
            }
            postmaster::end(&mut child).await;
            if attempt == ATTEMPTS {
                return Err(EmbeddedError::Postgres(place.end_of_log()));
            }
            attempt += 1;
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    /// Where its files lie.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Ends every session and stops; returns when the last process is gone.
    pub async fn stop(mut self) {
        postmaster::end(&mut self.child).await;
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(process) = self.child.id() {
            postmaster::interrupt(process);
        }
    }
}

async fn initialise(
    programs: &Programs,
    place: &Place,
    superuser: &SecretString,
) -> Result<(), EmbeddedError> {
    let fresh = place.base.join("data.new");
    if fresh.exists() {
        std::fs::remove_dir_all(&fresh).map_err(|source| EmbeddedError::disk(&fresh, source))?;
    }
    let password = place.base.join("password");
    super::folder::write_private(&password, superuser.expose_secret().as_bytes())?;
    place.hand_over(&password)?;
    let output = command(&programs.initdb(), place)
        .args([
            "-U",
            "postgres",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--auth=scram-sha-256",
            "--no-instructions",
        ])
        .arg("-D")
        .arg(&fresh)
        .arg(format!("--pwfile={}", password.display()))
        .output()
        .await;
    let _ = std::fs::remove_file(&password);
    let output = output.map_err(|source| EmbeddedError::disk(&programs.initdb(), source))?;
    if !output.status.success() {
        return Err(EmbeddedError::Postgres(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    std::fs::rename(&fresh, &place.data).map_err(|source| EmbeddedError::disk(&place.data, source))
}

fn launch(programs: &Programs, place: &Place) -> Result<Child, EmbeddedError> {
    let disk = |source| EmbeddedError::disk(&place.log, source);
    let log = OpenOptions::new().create(true).append(true).open(&place.log).map_err(disk)?;
    let again = log.try_clone().map_err(disk)?;
    let mut command = command(&programs.postgres(), place);
    command.arg("-D").arg(&place.data);
    for setting in [
        "listen_addresses=",
        "port=5432",
        "unix_socket_permissions=0700",
        "fsync=on",
        "timezone=UTC",
        "log_timezone=UTC",
        "log_statement=none",
        "jit=off",
    ] {
        command.arg("-c").arg(setting);
    }
    command.arg("-c").arg(format!("unix_socket_directories={}", place.socket.display()));
    command.stdout(log).stderr(again);
    command.spawn().map_err(|source| EmbeddedError::disk(&programs.postgres(), source))
}

/// A program of Postgres, run by the cluster's user, in a process group of its own: Ctrl-C is for us to hear first.
fn command(program: &Path, place: &Place) -> Command {
    let mut command = Command::new(program);
    command.current_dir(&place.base).env_clear().env("LC_ALL", "C").env("PATH", "/usr/bin:/bin");
    command.stdin(Stdio::null()).stdout(Stdio::null()).process_group(0);
    if let Some(Account { user, group }) = place.account {
        command.uid(user).gid(group);
    }
    command
}

/// The address under which a role reaches a database through the socket in this folder.
pub(super) fn url(socket: &Path, role: &str, password: &str, database: &str) -> SecretString {
    let socket = percent(socket);
    SecretString::from(format!("postgres://{role}:{password}@localhost/{database}?host={socket}"))
}

/// A path as it may stand in the query of an address.
fn percent(path: &Path) -> String {
    use std::fmt::Write as _;
    use std::os::unix::ffi::OsStrExt as _;
    let mut text = String::new();
    for byte in path.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(byte) {
            text.push(char::from(*byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::scratch::Scratch;

    async fn start(scratch: &Scratch, id: &str) -> Cluster {
        let place = Place::of(scratch.path(), id).unwrap();
        Cluster::start(place, &SecretString::from("superuser".to_owned())).await.unwrap()
    }

    fn forget(place: &Place) {
        let _ = std::fs::remove_dir_all(&place.base);
    }

    #[tokio::test]
    async fn starts_stops_and_starts_again_after_a_kill() {
        let scratch = Scratch::new("postgres");
        let id = format!("test{}", std::process::id());
        let cluster = start(&scratch, &id).await;
        let place = cluster.place().clone();
        assert!(place.socket.join(".s.PGSQL.5432").exists());
        cluster.stop().await;
        assert!(!place.data.join("postmaster.pid").exists());

        // As after `kill -9` of the program: nobody told Postgres to stop.
        let mut orphaned = start(&scratch, &id).await;
        let first = orphaned.child.id().unwrap();
        let place_again = orphaned.place().clone();
        assert_eq!(place_again.data, place.data);
        let mut second = start(&scratch, &id).await;
        assert_ne!(second.child.id().unwrap(), first);
        orphaned.child.wait().await.unwrap();

        // As after `kill -9` of Postgres: its pid file is stale.
        let process =
            rustix::process::Pid::from_raw(i32::try_from(second.child.id().unwrap()).unwrap()).unwrap();
        rustix::process::kill_process(process, rustix::process::Signal::KILL).unwrap();
        second.child.wait().await.unwrap();
        let third = start(&scratch, &id).await;
        third.stop().await;
        forget(&place);
    }

    #[test]
    fn paths_are_spelt_for_addresses() {
        assert_eq!(percent(Path::new("/tmp/a b&c")), "/tmp/a%20b%26c");
    }
}
