//! A paper as the rules ask for it: what it is, when it is asked, what stands on it and what else it may serve for.

use super::{condition::Condition, shape::Instance};
use crate::documents::Media;
use serde::{Deserialize, Serialize};

/// One paper to upload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// `business_licence`.
    pub code: String,
    /// Message key of its name.
    pub label: String,
    /// Message key of what a good picture of it looks like.
    pub hint: String,
    /// What of a person or of money stands on it, where something does: the desk's every look at it is on record.
    #[serde(default)]
    pub shows: Option<Shows>,
    /// What kinds of files are taken.
    pub media: Vec<Media>,
    /// How many files at least; 0 where it is optional.
    pub min: u8,
    /// How many files at most.
    pub max: u8,
    /// What has to hold for it to be asked; all of it.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// The section for each of whose repetitions it is asked once.
    #[serde(default)]
    pub per: Option<String>,
    /// What was declared that stands on it too.
    #[serde(default)]
    pub tells: Tells,
    /// The field of the validity that it shows: the paper runs out when that ends.
    #[serde(default)]
    pub until: Option<String>,
    /// The papers whose files serve here too, where none is given for itself.
    #[serde(default)]
    pub accepts: Vec<String>,
    /// What has to hold, all of it, for a file of it to serve no other end, whoever accepts it; nothing said means that
    /// it may, nothing asked that it never does.
    #[serde(default)]
    pub alone_when: Option<Vec<Condition>>,
    /// Whether a file of it serves no other end; filled by [`RuleSet::shaped`].
    #[serde(skip)]
    pub alone: bool,
    /// For which of several it is; filled by [`RuleSet::shaped`].
    #[serde(skip)]
    pub instance: Option<Instance>,
}

/// The fields whose answers a paper tells as well, named `section.field`: where its text can be read, both are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tells {
    /// Names of businesses and of accounts: it names one of them.
    #[serde(default)]
    pub names: Vec<String>,
    /// Names of people: it names one of them.
    #[serde(default)]
    pub people: Vec<String>,
    /// Terms and days.
    #[serde(default)]
    pub dates: Vec<String>,
}

impl Tells {
    /// Every field.
    pub fn fields(&self) -> impl Iterator<Item = &String> {
        self.names.iter().chain(&self.people).chain(&self.dates)
    }

    /// With another name for each field.
    pub(super) fn map(&self, name: impl Fn(&str) -> String) -> Self {
        let all = |paths: &[String]| paths.iter().map(|path| name(path)).collect();
        Self { names: all(&self.names), people: all(&self.people), dates: all(&self.dates) }
    }
}

/// What stands on a paper that isn't everybody's to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shows {
    /// A person, by face and number.
    Identity,
    /// A bank account.
    Account,
}
