//! Starts a process for each deep check and listens to it.

use super::{Examination, FONT_PLACES, Media, Refusal, wire, worker};
use bytes::Bytes;
use std::{
    ffi::OsString,
    io,
    os::unix::process::ExitStatusExt,
    path::PathBuf,
    process::{ExitStatus, Stdio},
    sync::Arc,
    time::Duration,
};
use tokio::{io::AsyncWriteExt, process::Command, sync::Semaphore};

/// How long a check may take in all; twice what it may compute, for a busy machine.
const PATIENCE: Duration = Duration::from_secs(45);
/// Checks at once: each may take a gigabyte.
const AT_ONCE: usize = 2;

/// Runs deep checks, each in a process of its own with limits on memory, time and files.
#[derive(Clone, Debug)]
pub struct Examiner {
    /// The program to start: this one.
    program: PathBuf,
    /// Where a stand-in for missing Chinese fonts may be.
    fonts: Vec<PathBuf>,
    patience: Duration,
    places: Arc<Semaphore>,
}

/// Why there is no answer: nothing is said about the file, and another attempt may get one.
#[derive(Debug, thiserror::Error)]
pub enum ExaminerError {
    /// The process did not start or its pipes broke.
    #[error("the process of the deep check did not run")]
    Process(#[source] io::Error),
    /// It was killed from outside: by whoever needed the memory, most likely.
    #[error("the process of the deep check was stopped: {0}")]
    Killed(ExitStatus),
    /// It ended as no check ends: called wrongly, unable to limit itself, unheard, or another program altogether.
    /// A fault of ours, whatever the file.
    #[error("the process of the deep check ended with {0}")]
    Ended(ExitStatus),
    /// It took too long by the clock, though not by its own computing.
    #[error("the deep check took too long")]
    Slow,
}

impl Examiner {
    /// With the program to start and, where configured, the font to use before the usual ones.
    pub fn new(program: impl Into<PathBuf>, font: Option<PathBuf>) -> Self {
        let fonts = font.into_iter().chain(FONT_PLACES.iter().map(PathBuf::from)).collect();
        Self { program: program.into(), fonts, patience: PATIENCE, places: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// With the program that is running, whatever has become of its file since.
    pub fn of_this_program(font: Option<PathBuf>) -> Self {
        Self::new("/proc/self/exe", font)
    }

    /// The places where a font with Chinese characters may be.
    pub fn fonts(&self) -> &[PathBuf] {
        &self.fonts
    }

    /// Waits no longer than this for an answer.
    #[must_use]
    pub const fn patient_for(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Examines one file. A file that breaks or exhausts its process is refused.
    ///
    /// # Errors
    /// When there is no answer about the file.
    pub async fn examine(&self, kind: Media, bytes: Bytes) -> Result<Examination, ExaminerError> {
        let _place = self.places.acquire().await.map_err(|_| ExaminerError::Slow)?;
        tokio::time::timeout(self.patience, self.run(kind, bytes)).await.map_err(|_| ExaminerError::Slow)?
    }

    async fn run(&self, kind: Media, bytes: Bytes) -> Result<Examination, ExaminerError> {
        let mut child = Command::new(&self.program)
            .args(self.arguments(kind))
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(ExaminerError::Process)?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let send = async {
            // A process that ends early is judged by how it ends.
            if let Some(mut stdin) = stdin
                && stdin.write_all(&bytes).await.is_ok()
            {
                let _ = stdin.shutdown().await;
            }
        };
        let receive = async {
            match stdout {
                Some(mut stdout) => wire::read(&mut stdout).await,
                None => Err(io::ErrorKind::BrokenPipe.into()),
            }
        };
        let ((), answer) = tokio::join!(send, receive);
        if answer.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::InvalidData) {
            // It may be in the middle of writing more of what is not true.
            let _ = child.start_kill();
            return Ok(Examination::Refused(Refusal::Broken));
        }
        let status = child.wait().await.map_err(ExaminerError::Process)?;
        match answer {
            Ok(examination) if status.success() => Ok(examination),
            _ => verdict_of_end(status),
        }
    }

    fn arguments(&self, kind: Media) -> Vec<OsString> {
        let fixed = [OsString::from(worker::COMMAND), kind.word().into()];
        fixed.into_iter().chain(self.fonts.iter().map(|font| font.clone().into_os_string())).collect()
    }
}

/// What an end without an answer says about the file.
fn verdict_of_end(status: ExitStatus) -> Result<Examination, ExaminerError> {
    /// What the standard library ends a panic with.
    const PANIC: i32 = 101;
    // Out of memory aborts, endless recursion too; SIGXCPU is out of time. SIGKILL is somebody else's doing.
    const EXHAUSTED: [i32; 6] = [4, 6, 7, 8, 11, 24];
    match (status.code(), status.signal()) {
        (Some(PANIC), _) => Ok(Examination::Refused(Refusal::Broken)),
        (_, Some(signal)) if EXHAUSTED.contains(&signal) => Ok(Examination::Refused(Refusal::Bomb)),
        (_, Some(_)) => Err(ExaminerError::Killed(status)),
        _ => Err(ExaminerError::Ended(status)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Examination, Examiner, ExaminerError, Refusal, verdict_of_end};
    use crate::papers::Media;
    use bytes::Bytes;
    use std::{os::unix::process::ExitStatusExt, process::ExitStatus, time::Duration};

    #[test]
    fn ends_are_judged() {
        let by_signal = |signal| verdict_of_end(ExitStatus::from_raw(signal));
        let by_code = |code| verdict_of_end(ExitStatus::from_raw(code << 8));
        assert_eq!(by_signal(6).unwrap(), Examination::Refused(Refusal::Bomb), "out of memory");
        assert_eq!(by_signal(24).unwrap(), Examination::Refused(Refusal::Bomb), "out of time");
        assert_eq!(by_code(101).unwrap(), Examination::Refused(Refusal::Broken), "a panic");
        for signal in [9, 15] {
            assert!(
                matches!(by_signal(signal), Err(ExaminerError::Killed(_))),
                "says nothing about the file"
            );
        }
        for code in [64, 70, 74, 0, 1] {
            assert!(matches!(by_code(code), Err(ExaminerError::Ended(_))), "{code} is a fault of ours");
        }
    }

    async fn examine(program: &str, patience: Duration) -> Result<Examination, ExaminerError> {
        let examiner = Examiner::new(program, None).patient_for(patience);
        examiner.examine(Media::Png, Bytes::from(vec![0; 1 << 20])).await
    }

    #[tokio::test]
    async fn other_programs_are_no_checks() {
        let long = Duration::from_secs(20);
        assert!(matches!(examine("/nonexistent", long).await, Err(ExaminerError::Process(_))));
        assert!(matches!(examine("/bin/false", long).await, Err(ExaminerError::Ended(_))));
        assert!(matches!(examine("/bin/true", long).await, Err(ExaminerError::Ended(_))));
        // It answers with its own arguments, which are no answer.
        assert_eq!(examine("/bin/echo", long).await.unwrap(), Examination::Refused(Refusal::Broken));
    }
}
