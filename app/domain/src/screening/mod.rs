//! Whether a name that a merchant declares may be one that stands on a list.
//!
//! A hit is nothing but a question to a person: what may be one name is shown, by these rules and no others.
//!
//! - Names in characters are compared by their characters, simplified. One other character is another name, however it
//!   sounds.
//! - Characters beside letters are read: in pinyin by each reading of each character, in Wade-Giles, and as Hong Kong
//!   writes Cantonese; surname first or last. A company's trade is translated.
//! - Letters beside letters, Cyrillic among them, are compared word by word in any order. Words sound alike, or are one
//!   slip of the hand apart where they are long enough for one. Two words of pinyin that differ are two names; one that
//!   no longer is pinyin has a slip in it. Names may be missing on one side, initials stand for names.
//! - Arabic beside Latin letters: consonants agree, and long vowels have their letter.
//! - Legal forms, titles, articles and short forms make no difference.

mod align;
mod arabic;
mod cantonese;
mod chinese;
mod cyrillic;
pub mod hit;
mod index;
mod latin;
mod listed;
pub mod lists;
mod matching;
mod name;
pub mod parties;
mod scripts;
mod token;
mod wade;
mod words;

pub use index::{Found, Index};
pub use listed::{Birth, Listed, Match};
pub use matching::likeness;
pub use name::Name;

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A human.
    Person,
    /// A company or another body.
    Entity,
}
