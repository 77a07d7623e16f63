//! An SMTP server inside the process that delivers nothing and keeps everything.

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};

use mailin_embedded::response::{BAD_HELLO, INTERNAL_ERROR, OK};
use mailin_embedded::{Handler, Response, Server, SslConfig};

use super::EmbeddedError;
use super::mailbox::Mailbox;

/// The largest mail that is kept, in bytes.
const LARGEST: usize = 10 << 20;
const SESSIONS: u32 = 16;

/// A running catcher on a free port of the loopback address. It ends with the process: its conversations hold
/// nothing that a stop could lose, for a mail is acknowledged only once it is kept.
pub struct Catcher {
    address: SocketAddr,
}

impl Catcher {
    /// Starts to listen and to keep what comes in the mailbox.
    ///
    /// # Errors
    /// When no port is free.
    pub fn start(mailbox: Mailbox) -> Result<Self, EmbeddedError> {
        let listener = TcpListener::bind("127.0.0.1:0").map_err(EmbeddedError::Port)?;
        let address = listener.local_addr().map_err(EmbeddedError::Port)?;
        let session = Session { mailbox, writing: Arc::default(), letter: Letter::default() };
        let mut server = Server::new(session);
        server.with_name("gangway").with_num_threads(SESSIONS).with_tcp_listener(listener);
        server.with_ssl(SslConfig::None).map_err(|error| EmbeddedError::Mail(error.to_string()))?;
        std::thread::Builder::new()
            .name("smtp".to_owned())
            .spawn(move || {
                if let Err(error) = server.serve() {
                    tracing::error!(%error, "the mail catcher ended");
                }
            })
            .map_err(EmbeddedError::Port)?;
        Ok(Self { address })
    }

    /// The catcher's address as the settings spell it.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }
}

/// One conversation; the server clones a fresh one for each.
#[derive(Clone)]
struct Session {
    mailbox: Mailbox,
    /// Letters get their numbers one after the other.
    writing: Arc<Mutex<()>>,
    letter: Letter,
}

#[derive(Clone, Default)]
struct Letter {
    from: String,
    to: Vec<String>,
    content: Vec<u8>,
    too_large: bool,
}

impl Handler for Session {
    fn helo(&mut self, _: IpAddr, domain: &str) -> Response {
        if domain.is_empty() { BAD_HELLO } else { OK }
    }

    fn mail(&mut self, _: IpAddr, _: &str, from: &str) -> Response {
        self.letter = Letter { from: from.to_owned(), ..Letter::default() };
        OK
    }

    fn rcpt(&mut self, to: &str) -> Response {
        self.letter.to.push(to.to_owned());
        OK
    }

    fn data(&mut self, line: &[u8]) -> io::Result<()> {
        if self.letter.content.len() + line.len() > LARGEST {
            self.letter.too_large = true;
        } else {
            self.letter.content.extend_from_slice(line);
        }
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        let letter = std::mem::take(&mut self.letter);
        if letter.too_large {
            return Response::custom(552, "the mail is too large".to_owned());
        }
        let _one_at_a_time = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        match self.mailbox.keep(&letter.from, &letter.to, &letter.content) {
            Ok(_) => OK,
            Err(error) => {
                tracing::error!(%error, "a mail could not be kept");
                INTERNAL_ERROR
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::TcpStream;

    use super::*;
    use crate::embedded::scratch::Scratch;

    /// Says each line once the one before was answered; panics on a refusal.
    fn converse(address: SocketAddr, lines: &[&str]) {
        let stream = TcpStream::connect(address).unwrap();
        let mut answers = BufReader::new(stream.try_clone().unwrap());
        let mut stream = stream;
        for line in std::iter::once(&"").chain(lines) {
            if !line.is_empty() {
                write!(stream, "{line}\r\n").unwrap();
            }
            let mut answer = String::new();
            while answer.get(3..4).is_none_or(|mark| mark != " ") {
                answer.clear();
                answers.read_line(&mut answer).unwrap();
            }
            assert!(answer.starts_with(['2', '3']), "{line}: {answer}");
        }
    }

    #[test]
    fn keeps_what_it_acknowledges() {
        let scratch = Scratch::new("smtp");
        let mailbox = Mailbox::at(scratch.path());
        let catcher = Catcher::start(mailbox.clone()).unwrap();
        let letter = "From: Harbour <pay@harbour.example>\r\nTo: a@b.example\r\n\
                      Subject: =?utf-8?B?5YWl6am755Sz6K+3?=\r\n\r\nfirst\r\n..second\r\n.";
        for _ in 0..2 {
            converse(
                catcher.address,
                &["EHLO here", "MAIL FROM:<pay@harbour.example>", "RCPT TO:<a@b.example>", "DATA", letter],
            );
        }
        let mails = mailbox.list(10).unwrap();
        assert_eq!(mails.iter().map(|mail| mail.number).collect::<Vec<_>>(), [2, 1]);
        let mail = &mails[1];
        assert_eq!(mail.subject, "入驻申请");
        assert_eq!(mail.from, "Harbour <pay@harbour.example>");
        assert_eq!(mail.to, ["a@b.example"]);
        assert_eq!(mail.text.replace("\r\n", "\n"), "first\n.second\n");
        assert_eq!(mail.html, None);
        assert_eq!(mailbox.read(9).unwrap(), None);
    }
}
