//! What runs in the process of the deep check: takes its limits upon itself, reads one file, answers, ends.
//!
//! The program starts itself again for this (`gangway papers-worker KIND FONT…`). No runtime, no threads, no
//! environment, no file but the fonts, nothing to write to but the answer.

use super::{Media, check, wire};
use domain::documents::limits::MAX_BYTES;
use rustix::process::{Resource, Rlimit, setrlimit};
use std::{
    ffi::OsString,
    io::{self, Read},
    path::PathBuf,
    process::ExitCode,
};

/// The command by which the program becomes the worker.
pub const COMMAND: &str = "papers-worker";
/// Address space, the program itself included.
const MEMORY: u64 = 1024 * 1024 * 1024;
/// Seconds of computing.
const SECONDS: u64 = 20;
/// Open files: the three there are, and a font.
const FILES: u64 = 8;

/// Ends with this when it can't put itself under its limits: then nothing may be opened.
pub(super) const UNLIMITED: u8 = 70;
/// Ends with this when it was called wrongly.
const MISUSED: u8 = 64;
/// Ends with this when its pipes break.
const UNHEARD: u8 = 74;

/// Runs the worker with the arguments behind [`COMMAND`]. To be called before anything else starts a thread.
pub fn run(mut arguments: impl Iterator<Item = OsString>) -> ExitCode {
    // Whatever a decoder says about its own failure may quote the file.
    std::panic::set_hook(Box::new(|_| {}));
    let kind = arguments.next().and_then(|word| Media::from_word(word.to_str()?));
    let Some(kind) = kind else { return MISUSED.into() };
    if limit().is_err() {
        return UNLIMITED.into();
    }
    let fonts = arguments.map(PathBuf::from).collect();
    match answer(kind, fonts) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => UNHEARD.into(),
    }
}

fn limit() -> io::Result<()> {
    let at_most = |most| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::Core, at_most(0))?;
    setrlimit(Resource::Fsize, at_most(0))?;
    setrlimit(Resource::Nofile, at_most(FILES))?;
    setrlimit(Resource::Cpu, Rlimit { current: Some(SECONDS), maximum: Some(SECONDS + 1) })?;
    setrlimit(Resource::As, at_most(MEMORY))?;
    Ok(())
}

fn answer(kind: Media, fonts: Vec<PathBuf>) -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    let examination = check::examine(kind, &bytes, fonts);
    wire::write(&mut io::stdout().lock(), &examination)
}
