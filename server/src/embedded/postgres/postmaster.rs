//! The life of Postgres' first process, told from its pid file and by signals.

use std::path::Path;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process, test_kill_process};
use tokio::process::Child;
use tokio::time::{Instant, sleep, timeout};

const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// Waits until the process accepts connections; false when it ended or took too long.
pub(super) async fn ready(child: &mut Child, data: &Path, patience: Duration) -> bool {
    let until = Instant::now() + patience;
    while Instant::now() < until {
        if !matches!(child.try_wait(), Ok(None)) {
            return false;
        }
        if pid_file(data).is_some_and(|file| file.ready && Some(file.process) == child.id()) {
            return true;
        }
        sleep(LOOK_AGAIN).await;
    }
    false
}

/// Asks for a fast end, then for an immediate one, then kills; returns when the process is gone.
pub(super) async fn end(child: &mut Child) {
    for (signal, patience) in [(Signal::INT, 20), (Signal::QUIT, 5), (Signal::KILL, 5)] {
        let Some(process) = child.id() else { return };
        send(process, signal);
        if timeout(Duration::from_secs(patience), child.wait()).await.is_ok() {
            return;
        }
    }
}

/// Ends a Postgres that still runs on this data folder although the program that started it was killed.
pub(super) async fn end_orphan(data: &Path) {
    let Some(process) = pid_file(data).map(|file| file.process).filter(|process| runs_on(*process, data))
    else {
        return;
    };
    for (signal, patience) in [(Signal::INT, 20), (Signal::QUIT, 5), (Signal::KILL, 5)] {
        send(process, signal);
        let until = Instant::now() + Duration::from_secs(patience);
        while Instant::now() < until {
            if !alive(process) {
                return;
            }
            sleep(LOOK_AGAIN).await;
        }
    }
}

/// Tells the process to end, without waiting.
pub(super) fn interrupt(process: u32) {
    send(process, Signal::INT);
}

struct PidFile {
    process: u32,
    ready: bool,
}

/// First line: the process; eighth line: its status.
fn pid_file(data: &Path) -> Option<PidFile> {
    let text = std::fs::read_to_string(data.join("postmaster.pid")).ok()?;
    let mut lines = text.lines();
    let process = lines.next()?.trim().parse().ok()?;
    let ready = lines.nth(6).is_some_and(|status| status.trim() == "ready");
    Some(PidFile { process, ready })
}

/// Whether the process is a Postgres that was started on this data folder: a pid may have been given anew.
fn runs_on(process: u32, data: &Path) -> bool {
    let arguments = std::fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    let arguments = String::from_utf8_lossy(&arguments);
    arguments.split('\0').any(|argument| Path::new(argument) == data)
}

fn alive(process: u32) -> bool {
    // A zombie is gone for our purpose; its parent merely hasn't asked yet.
    let status = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let zombie = status.rsplit_once(')').is_some_and(|(_, rest)| rest.trim_start().starts_with('Z'));
    !zombie && pid(process).is_some_and(|pid| test_kill_process(pid).is_ok())
}

fn send(process: u32, signal: Signal) {
    if let Some(pid) = pid(process) {
        let _ = kill_process(pid, signal);
    }
}

fn pid(process: u32) -> Option<Pid> {
    Pid::from_raw(i32::try_from(process).ok()?)
}
