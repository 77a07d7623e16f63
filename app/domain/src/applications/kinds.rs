//! What a kind of merchant has to give: sections, fields, papers and channels, as dated, versioned data.
//!
//! A kind is a data file, not code. An application keeps the version it was started under.

use super::{
    check::Answers,
    condition::{Condition, all_hold_in},
    paper::{Paper, Shows},
    shape::{Instance, More, Repeat},
};
use crate::{channels::Offered, identifiers::Kind, permissions::Act};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use time::Date;

/// The requirement rules of one kind of merchant, in one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// ISO 3166 country: `CN`.
    pub country: String,
    /// The kind's code: `enterprise`.
    pub kind: String,
    /// `2026-11`; sorts by time.
    pub version: String,
    /// First day on which applications start under this version.
    #[serde(with = "iso_date")]
    pub from: Date,
    /// Message key of the kind's name.
    pub label: String,
    /// Where the rules come from, with dates.
    pub sources: Vec<Source>,
    /// Usual working days from handing in to a decision, least and most.
    pub usual_days: (u8, u8),
    /// How it is proven that account and signature are the merchant's own, where that doesn't follow from who applies.
    #[serde(default)]
    pub proof: Option<Proof>,
    /// In the order of the task list.
    pub sections: Vec<Section>,
    /// In the order of the task list.
    pub papers: Vec<Paper>,
    /// Every wallet, open or not; filled from the catalogue when the rules are loaded.
    #[serde(skip)]
    pub channels: Vec<Offered>,
    /// What must agree between fields.
    pub agreements: Vec<Agreement>,
    /// Sections of which one more may be begun; filled by [`RuleSet::shaped`].
    #[serde(skip)]
    pub more: Vec<More>,
}

/// Where a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What was read.
    pub title: String,
    /// Its date, or the date it was read: `2026-04-28`.
    #[serde(with = "iso_date")]
    pub date: Date,
}

/// How it is proven that an account and a signature are the merchant's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// When the account is verified by a transfer, in one of its two ways.
    pub account: AccountProof,
    /// The section of whoever signs.
    pub signatory: String,
}

/// When an account is verified by a transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AccountProof {
    /// Whoever applies.
    Always,
    /// Unless this paper is given.
    UnlessPaper(String),
}

/// One matter of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// `business`.
    pub code: String,
    /// Message key of its title.
    pub label: String,
    /// The permission it takes to fill it in.
    pub act: Act,
    /// What has to hold of other sections for it to be asked; all of it.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// How often it is filled in, once for each person or thing, where that isn't once.
    #[serde(default)]
    pub repeat: Option<Repeat>,
    /// Which of several it is; filled by [`RuleSet::shaped`].
    #[serde(skip)]
    pub instance: Option<Instance>,
    /// In the order of the page.
    pub fields: Vec<Field>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// `legal_name`; unique in its section.
    pub code: String,
    /// Message key of the question.
    pub label: String,
    /// Message key of the hint, if there is one.
    #[serde(default)]
    pub hint: Option<String>,
    /// Message key of the heading over a run of fields that belong together (an address), if any.
    #[serde(default)]
    pub group: Option<String>,
    /// What kind of answer.
    pub answer: Answer,
    /// Message key of why we ask.
    #[serde(default)]
    pub why: Option<String>,
    /// What has to hold of other sections for it to be asked; all of it.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// Whether it must be answered before handing in.
    #[serde(default = "yes")]
    pub required: bool,
    /// What has to hold of the same section for it to be required; all of it.
    #[serde(default)]
    pub required_when: Vec<Condition>,
    /// Whether the value is stored sealed and shown masked.
    #[serde(default)]
    pub sealed: bool,
    /// Under which kind a keyed fingerprint is kept, so that the sealed value can be found.
    #[serde(default)]
    pub fingerprint: Option<String>,
    /// The browser's `autocomplete` word, if one fits.
    #[serde(default)]
    pub autocomplete: Option<String>,
    /// Other answers, as `section.field`, that this one may repeat: they are offered, so that nobody types them twice.
    #[serde(default)]
    pub known_from: Vec<String>,
}

const fn yes() -> bool {
    true
}

/// What kind of answer a field takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Answer {
    /// One line of text.
    Text {
        /// At most so many characters.
        max: u16,
    },
    /// Several lines of text.
    LongText {
        /// At most so many characters.
        max: u16,
    },
    /// A day that isn't in the future: `2026-11-23`.
    PastDate,
    /// From a day until a day, or without end: three values, see [`Field::inputs`].
    Validity,
    /// An identifier with a rule of its own.
    Identifier(Kind),
    /// So many digits.
    Digits {
        /// At least.
        min: u8,
        /// At most.
        max: u8,
    },
    /// So many letters and digits, as on passports and permits.
    Code {
        /// At least.
        min: u8,
        /// At most.
        max: u8,
    },
    /// A share in percent with up to two decimals: `25.5`.
    Percent {
        /// At least.
        min: u8,
        /// At most.
        max: u8,
    },
    /// Another kind of answer for each choice that may be made in a field of the same section.
    ByChoice {
        /// The field of the choice.
        field: String,
        /// By the choice's code.
        answers: BTreeMap<String, Answer>,
    },
    /// A web address.
    Url,
    /// One entry of a dated list, see [`super::lists`]: `us-states`.
    Listed(String),
    /// A city and a district of mainland China by their codes: two values, see [`Field::inputs`].
    Place,
    /// A telephone number; eleven digits for a Chinese mobile, or `+` and country code.
    Phone,
    /// An e-mail address.
    Email,
    /// One of these.
    Choice(Vec<Choice>),
    /// Any of these, at least one, joined by commas.
    Choices(Vec<Choice>),
    /// Any of the offered channels, at least one, joined by commas.
    Channels,
    /// The version of a text that is accepted by ticking it.
    Accept {
        /// Which text: `agreement`, `consent-sensitive-data`. Also the kind under which the consent is kept.
        #[serde(default = "agreement")]
        text: String,
        /// The version that has to be accepted.
        version: String,
    },
}

fn agreement() -> String {
    "agreement".into()
}

/// One of several answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What is stored.
    pub code: String,
    /// Message key.
    pub label: String,
}

/// Two facts that have to agree. Fields are named `section.field`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case", deny_unknown_fields)]
pub enum Agreement {
    /// A name is the same as one of others after folding, or handing in is refused.
    SameName {
        /// The field that is marked.
        field: String,
        /// Those of which it has to equal one; in a section that repeats, that of any repetition.
        others: Vec<String>,
        /// Message key of the refusal.
        key: String,
        /// What has to hold for it to be compared; all of it.
        #[serde(default)]
        when: Vec<Condition>,
    },
    /// Answers that can't all be true at once, or handing in is refused.
    NotTogether {
        /// The field that is marked.
        field: String,
        /// What doesn't hold together.
        when: Vec<Condition>,
        /// Message key of the refusal.
        key: String,
    },
    /// A name doesn't end like another kind of business's does, or handing in is refused.
    NotEnding {
        /// The field that is marked.
        field: String,
        /// How it may not end.
        ending: String,
        /// Message key of the refusal.
        key: String,
    },
    /// The shares of all repetitions of a section are no more than the whole, or handing in is refused.
    SharesTotal {
        /// The field of the share, in a section that repeats.
        field: String,
    },
    /// Where several grounds name a person, the lower ones count only where nobody has the higher: or a warning.
    BasisOrder {
        /// The field of the ground, in a section that repeats.
        field: String,
        /// From the highest to the lowest; those in one list are equals.
        order: Vec<Vec<String>>,
    },
    /// One person isn't named twice in a section that repeats, or a warning.
    NamedTwice {
        /// The field of the name, in a section that repeats.
        field: String,
    },
    /// A choice that means one person isn't made twice in a section that repeats, or a warning.
    ChosenTwice {
        /// The field of the choice, in a section that repeats.
        field: String,
        /// The choice.
        word: String,
        /// Message key of the warning.
        key: String,
    },
    /// A unified social credit code begins as this kind of business's does, or a warning.
    UsccClass {
        /// The code's field.
        field: String,
        /// `91` for enterprises, `92` for individual businesses.
        class: String,
    },
    /// A unified social credit code's region is the address's province, or a warning.
    UsccProvince {
        /// The code's field.
        field: String,
        /// The province's field.
        province: String,
    },
    /// A bank branch code names the bank that was given, or a warning.
    CnapsBank {
        /// The code's field.
        field: String,
        /// The field of the bank's name.
        bank: String,
    },
    /// A resident ID's validity fits its holder's age, or a warning.
    IdTerm {
        /// The validity's field.
        field: String,
        /// The number's field.
        number: String,
    },
}

impl RuleSet {
    /// The field that names the business in lists, mails and documents: section and code. Every kind asks for it.
    pub const NAME: (&'static str, &'static str) = ("business", "legal_name");

    /// `cn-enterprise`: country and kind in one code, for addresses and file names.
    pub fn code(&self) -> String {
        format!("{}-{}", self.country.to_ascii_lowercase(), self.kind.replace('_', "-"))
    }

    /// A section by its code.
    pub fn section(&self, code: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.code == code)
    }

    /// A paper by its code.
    pub fn paper(&self, code: &str) -> Option<&Paper> {
        self.papers.iter().find(|paper| paper.code == code)
    }

    /// The papers whose files serve for this one too: those it accepts that may serve two ends. Of shaped rules.
    pub fn serving<'a>(&'a self, paper: &'a Paper) -> impl Iterator<Item = &'a Paper> {
        paper.accepts.iter().filter_map(|code| self.paper(code)).filter(|other| !other.alone)
    }

    /// What stands on a paper that isn't everybody's to see. Rules that weren't shaped know a paper that was asked for
    /// one of several, `owner_id_front.2`, by what stands before the dot.
    pub fn shows(&self, code: &str) -> Option<Shows> {
        let family = code.split('.').next().unwrap_or(code);
        self.paper(code).or_else(|| self.paper(family))?.shows
    }

    /// A field by `section.field`.
    pub fn field(&self, path: &str) -> Option<&Field> {
        let (section, field) = path.rsplit_once('.')?;
        self.section(section)?.field(field)
    }

    /// The answer to a field, or to the first part of it that is answered.
    pub fn answered<'a>(&self, answers: &'a Answers, path: &str) -> Option<&'a str> {
        let (section, _) = path.rsplit_once('.')?;
        let values = answers.get(section)?;
        let inputs = self.field(path)?.inputs();
        inputs
            .iter()
            .filter_map(|input| values.get(input))
            .map(String::as_str)
            .find(|value| !value.is_empty())
    }

    /// The codes of the wallets that can be chosen, in the catalogue's order.
    pub fn open(&self) -> impl Iterator<Item = &str> {
        self.channels.iter().filter(|channel| channel.open).map(|channel| channel.wallet.as_str())
    }
}

impl Section {
    /// A field by its code.
    pub fn field(&self, code: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.code == code)
    }

    /// The names of every input of the section, in the order of the page: what a form may send.
    pub fn inputs(&self) -> Vec<String> {
        self.fields.iter().flat_map(Field::inputs).collect()
    }

    /// The field that an input belongs to.
    pub fn field_of_input(&self, input: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.inputs().iter().any(|name| name == input))
    }
}

impl Field {
    /// The names of its inputs, which are the keys of the stored values: its code, or for a validity
    /// `{code}_from`, `{code}_until` and `{code}_open` (`yes` where it has no end), for a place `{code}_city` and
    /// `{code}_district`.
    pub fn inputs(&self) -> Vec<String> {
        let parts: &[&str] = match self.answer {
            Answer::Validity => &["from", "until", "open"],
            Answer::Place => &["city", "district"],
            _ => return vec![self.code.clone()],
        };
        parts.iter().map(|part| format!("{}_{part}", self.code)).collect()
    }

    /// Whether it has to be answered beside these values of its section.
    pub fn is_required(&self, values: &BTreeMap<String, String>) -> bool {
        self.required && all_hold_in(&self.required_when, values)
    }
}

/// Days as `2026-11-23` in data and stored values.
pub mod iso_date {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use time::{Date, format_description::BorrowedFormatItem, macros::format_description};

    /// `2026-11-23`.
    pub const FORMAT: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");

    /// Reads a day.
    pub fn parse(text: &str) -> Option<Date> {
        Date::parse(text, FORMAT).ok()
    }

    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        let text = date.format(FORMAT).map_err(serde::ser::Error::custom)?;
        serializer.serialize_str(&text)
    }

    /// # Errors
    /// Where the text isn't a day.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        parse(&text).ok_or_else(|| D::Error::custom(format!("{text} is not a day")))
    }
}
