//! Asks clamd whether a file is known malware, over its own protocol: the file in pieces, an empty one, one line back.

use std::{fmt, path::PathBuf, str::FromStr, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpStream, UnixStream},
};

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(5);
/// How long an answer may take in all.
const PATIENCE: Duration = Duration::from_mins(1);
/// Bytes in one piece.
const PIECE: usize = 64 * 1024;
/// An answer is a word and perhaps a name.
const LONGEST_ANSWER: u64 = 1024;

/// A clamd.
#[derive(Clone, Debug)]
pub struct Scanner {
    place: Place,
    patience: Duration,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// Host and port.
    Tcp(String),
    /// A socket's path.
    Unix(PathBuf),
}

/// What a scanner says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scan {
    /// It knows nothing bad of it.
    Clean,
    /// It is malware.
    Infected,
}

/// Why there is no answer: the file waits until there is one.
#[derive(Debug, thiserror::Error)]
pub enum ScannerError {
    /// Nobody is there, or the connection broke.
    #[error("the scanner doesn't answer")]
    Connection(#[from] std::io::Error),
    /// It took too long.
    #[error("the scanner took too long")]
    Slow,
    /// It couldn't say: the file is larger than it takes, or its signatures are being loaded.
    #[error("the scanner gave no verdict")]
    NoVerdict,
}

/// Neither `host:port` nor `unix:/path`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither host:port nor unix:/path")]
pub struct NoPlace;

impl FromStr for Scanner {
    type Err = NoPlace;

    fn from_str(text: &str) -> Result<Self, NoPlace> {
        let place = match text.strip_prefix("unix:") {
            Some(path) if path.starts_with('/') => Place::Unix(path.into()),
            Some(_) => return Err(NoPlace),
            None => {
                let (host, port) = text.rsplit_once(':').ok_or(NoPlace)?;
                if host.is_empty() || port.parse::<u16>().is_err() {
                    return Err(NoPlace);
                }
                Place::Tcp(text.to_owned())
            }
        };
        Ok(Self { place, patience: PATIENCE })
    }
}

impl fmt::Display for Scanner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Tcp(place) => f.write_str(place),
            Place::Unix(path) => write!(f, "unix:{}", path.display()),
        }
    }
}

impl Scanner {
    /// Waits no longer than this for an answer.
    #[must_use]
    pub const fn patient_for(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Has a file scanned.
    ///
    /// # Errors
    /// When there is no verdict.
    pub async fn scan(&self, file: &[u8]) -> Result<Scan, ScannerError> {
        tokio::time::timeout(self.patience, self.ask(file)).await.map_err(|_| ScannerError::Slow)?
    }

    async fn ask(&self, file: &[u8]) -> Result<Scan, ScannerError> {
        match &self.place {
            Place::Tcp(place) => {
                let connecting = tokio::time::timeout(CONNECT, TcpStream::connect(place.as_str())).await;
                stream(connecting.map_err(|_| ScannerError::Slow)??, file).await
            }
            Place::Unix(path) => stream(UnixStream::connect(path).await?, file).await,
        }
    }
}

async fn stream(mut to: impl AsyncRead + AsyncWrite + Unpin, file: &[u8]) -> Result<Scan, ScannerError> {
    // A scanner that has heard enough answers and shuts: what it said counts, not that the rest found no way.
    let _ = send(&mut to, file).await;
    let mut answer = Vec::new();
    to.take(LONGEST_ANSWER).read_to_end(&mut answer).await?;
    verdict(&answer)
}

async fn send(to: &mut (impl AsyncWrite + Unpin), file: &[u8]) -> std::io::Result<()> {
    to.write_all(b"zINSTREAM\0").await?;
    for piece in file.chunks(PIECE) {
        to.write_u32(u32::try_from(piece.len()).map_err(std::io::Error::other)?).await?;
        to.write_all(piece).await?;
    }
    to.write_u32(0).await?;
    to.flush().await
}

/// Reads an answer. Only what it knows for certain is a verdict.
fn verdict(answer: &[u8]) -> Result<Scan, ScannerError> {
    let line = answer.strip_suffix(b"\0").unwrap_or(answer);
    match line.strip_prefix(b"stream: ") {
        Some(b"OK") => Ok(Scan::Clean),
        Some(found) if found.ends_with(b" FOUND") => Ok(Scan::Infected),
        _ => Err(ScannerError::NoVerdict),
    }
}

#[cfg(test)]
mod tests {
    use super::{NoPlace, Scan, Scanner, ScannerError, verdict};

    #[test]
    fn places_are_read() {
        for place in ["clamd:3310", "127.0.0.1:3310", "[::1]:3310", "unix:/run/clamav/clamd.ctl"] {
            assert_eq!(place.parse::<Scanner>().unwrap().to_string(), place);
        }
        for wrong in ["", "clamd", "clamd:", ":3310", "clamd:99999", "unix:clamd.ctl"] {
            assert_eq!(wrong.parse::<Scanner>().unwrap_err(), NoPlace, "{wrong}");
        }
    }

    #[test]
    fn f05_only_what_is_certain_is_a_verdict() {
        assert_eq!(verdict(b"stream: OK\0").unwrap(), Scan::Clean);
        assert_eq!(verdict(b"stream: Eicar-Test-Signature FOUND\0").unwrap(), Scan::Infected);
        for none in [&b""[..], b"INSTREAM size limit exceeded. ERROR\0", b"stream: ", b"OK", b"stream: OK no"]
        {
            assert!(matches!(verdict(none), Err(ScannerError::NoVerdict)));
        }
    }
}
