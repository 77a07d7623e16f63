//! What our checks make of a case, all in one list: of its answers, of its files, of lists and of other cases.
//!
//! A finding says what kind it is, how much it weighs, what it is about and how it reads. It is the desk's alone:
//! merchants read what is wrong with their answers where they type them, and nothing of the rest.

mod answers;
pub mod days;
mod files;
mod listed;
pub mod names;

pub use answers::of_answers;
pub use files::{File, of_files};
pub use listed::{Listed, of_links, of_lists};

use crate::{applications::Fault, words::words};
use time::Date;

words! {
    /// What a finding is of.
    Kind {
        /// A licence or an ID has run out.
        Ended = "ended",
        /// It will within sixty days.
        EndsSoon = "ends_soon",
        /// It is said to have no end, and an end is given: beside it or on the paper.
        OpenAndEnd = "open_and_end",
        /// The number is that of another kind of business.
        UsccClass = "uscc_class",
        /// The number's check character doesn't hold.
        UsccCheck = "uscc_check",
        /// The number was given elsewhere than the address is.
        UsccRegion = "uscc_region",
        /// The organisation's code within the number doesn't hold.
        OrganisationCode = "organisation_code",
        /// An ID's check character doesn't hold.
        IdCheck = "id_check",
        /// An ID's term isn't one that is given at its holder's age.
        IdTerm = "id_term",
        /// An ID begins with a region that there is not.
        IdRegion = "id_region",
        /// The account is somebody else's.
        AccountHolder = "account_holder",
        /// The number of the branch is another bank's.
        BankCode = "bank_code",
        /// One file was given for two papers.
        SameFile = "same_file",
        /// A paper tells another day than was declared.
        PaperDate = "paper_date",
        /// A paper was made before what it shows was given.
        MadeBefore = "made_before",
        /// A paper names somebody else than was declared.
        PaperName = "paper_name",
        /// Somebody may stand on a list.
        Listed = "listed",
        /// Somebody may stand on a list under a name in other letters.
        ListedTranscribed = "listed_transcribed",
        /// Together the owners hold more than the whole.
        Shares = "shares",
        /// Another application has the same account.
        SameAccount = "same_account",
        /// Another application has the very same file.
        FileElsewhere = "file_elsewhere",
        /// Another application has a picture that is nearly the same.
        NearPicture = "near_picture",
        /// Anything else that is missing, wrong or doubtful in an answer.
        Answer = "answer",
    }
}

words! {
    /// How much a finding weighs.
    Severity {
        /// It can't be so.
        Wrong = "wrong",
        /// It may be so all the same.
        Doubtful = "doubtful",
    }
}

/// What a message is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// As it is.
    Text(String),
    /// What a field is called, by `section.field`.
    Field(String),
    /// What a paper is called, by its code.
    Paper(String),
    /// A day.
    Day(Date),
}

/// One thing that our checks found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is of.
    pub kind: Kind,
    /// How much it weighs.
    pub severity: Severity,
    /// What it is about.
    pub at: Fault,
    /// Message key.
    pub key: String,
    /// The message's arguments; never what was typed into a sealed field.
    pub args: Vec<(&'static str, Arg)>,
}

impl Found {
    fn new(kind: Kind, severity: Severity, at: Fault, key: &str) -> Self {
        Self { kind, severity, at, key: key.to_owned(), args: Vec::new() }
    }

    fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    /// Whether it must never be told to a merchant: lists, and what other cases hold.
    pub const fn is_confidential(&self) -> bool {
        use Kind::{FileElsewhere, Listed, ListedTranscribed, NearPicture, SameAccount};
        matches!(self.kind, Listed | ListedTranscribed | SameAccount | FileElsewhere | NearPicture)
    }
}

/// The order in which they are read: what can't be so before what is doubtful, else as they were found.
pub fn ordered(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|one| one.severity);
    found
}

#[cfg(test)]
#[cfg(feature = "data")]
mod tests;
