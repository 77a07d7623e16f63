//! What our machines found of one answer or file, in a form to be kept and shown later.

use crate::{applications::Fault, words::words};
use serde::{Deserialize, Serialize};

words! {
    /// How a check ended.
    Outcome {
        /// It holds.
        Pass = "pass",
        /// It is doubtful.
        Warn = "warn",
        /// It doesn't hold.
        Fail = "fail",
    }
}

/// What one check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screened {
    /// Of what.
    pub what: Fault,
    /// How it ended.
    pub outcome: Outcome,
    /// Message key of what it says.
    pub key: String,
    /// The message's arguments.
    pub args: Vec<(String, String)>,
}

/// The message of an identifier that holds by itself.
pub const FORM_HOLDS: &str = "review-screen-form-holds";
/// The message of an answer that agrees with another one.
pub const AGREES: &str = "review-screen-agrees";
/// The message of a file in which nothing was found.
pub const FILE_SOUND: &str = "review-screen-file-sound";
/// The message of a file that our machines haven't finished with.
pub const FILE_UNCHECKED: &str = "review-screen-file-unchecked";
