//! Mails kept as files, for the mailbox page and for tests.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use mail_parser::{Address, Message, MessageParser};

/// A folder of mails, one file each, numbered in the order they came.
#[derive(Clone, Debug)]
pub struct Mailbox {
    folder: PathBuf,
}

/// One mail, read and taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its number in the mailbox, from 1.
    pub number: u64,
    /// The sender, as the mail names it.
    pub from: String,
    /// The recipients, as the mail names them.
    pub to: Vec<String>,
    /// When it was written, in seconds since 1970, if the mail says so.
    pub written_at: Option<i64>,
    /// The subject, decoded.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The HTML, when the mail has such a part.
    pub html: Option<String>,
    /// Its `Message-ID`, without brackets.
    pub message_id: Option<String>,
}

impl Mailbox {
    /// The mailbox in this folder, which must exist.
    pub fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// The newest mails first, at most so many.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn list(&self, at_most: usize) -> io::Result<Vec<Mail>> {
        let mut numbers = self.numbers()?;
        numbers.sort_unstable_by(|a, b| b.cmp(a));
        numbers.truncate(at_most);
        numbers.into_iter().filter_map(|number| self.read(number).transpose()).collect()
    }

    /// The mail of this number; nothing when there is none.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn read(&self, number: u64) -> io::Result<Option<Mail>> {
        match std::fs::read(self.path(number)) {
            Ok(raw) => Ok(MessageParser::default().parse(&raw).map(|message| take_apart(number, &message))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Keeps a mail with the sender and the recipients of its envelope and returns its number. Not for two
    /// threads at once.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn keep(&self, from: &str, to: &[String], content: &[u8]) -> io::Result<u64> {
        let number = self.numbers()?.into_iter().max().unwrap_or(0) + 1;
        let arriving = self.folder.join("arriving");
        let mut file = OpenOptions::new().create(true).truncate(true).write(true).open(&arriving)?;
        write!(file, "Return-Path: <{from}>\r\n")?;
        for recipient in to {
            write!(file, "Delivered-To: {recipient}\r\n")?;
        }
        file.write_all(content)?;
        file.sync_all()?;
        std::fs::rename(&arriving, self.path(number))?;
        Ok(number)
    }

    fn numbers(&self) -> io::Result<Vec<u64>> {
        let mut numbers = vec![];
        for entry in std::fs::read_dir(&self.folder)? {
            let name = entry?.file_name();
            let stem = name.to_str().and_then(|name| name.strip_suffix(".eml"));
            numbers.extend(stem.and_then(|stem| stem.parse::<u64>().ok()));
        }
        Ok(numbers)
    }

    fn path(&self, number: u64) -> PathBuf {
        self.folder.join(format!("{number:08}.eml"))
    }
}

fn take_apart(number: u64, message: &Message<'_>) -> Mail {
    Mail {
        number,
        from: people(message.from()).into_iter().next().unwrap_or_default(),
        to: people(message.to()),
        written_at: message.date().map(mail_parser::DateTime::to_timestamp),
        subject: message.subject().unwrap_or_default().to_owned(),
        text: message.body_text(0).unwrap_or_default().into_owned(),
        html: own_html(message),
        message_id: message.message_id().map(str::to_owned),
    }
}

/// The HTML that the mail brings; the parser would make some from the text.
fn own_html(message: &Message<'_>) -> Option<String> {
    message
        .html_bodies()
        .find(|part| part.is_text_html())
        .and_then(|part| part.text_contents())
        .map(str::to_owned)
}

fn people(address: Option<&Address<'_>>) -> Vec<String> {
    let Some(address) = address else { return vec![] };
    address
        .iter()
        .map(|person| match (person.name(), person.address()) {
            (Some(name), Some(address)) => format!("{name} <{address}>"),
            (_, address) => address.unwrap_or_default().to_owned(),
        })
        .collect()
}
