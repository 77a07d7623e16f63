//! What a person had before their eyes when they judged, and what has moved since.
//!
//! The page carries it along as a token. It isn't trusted to be true, only compared: whoever sends another one
//! than what stands now is told what differs.

use crate::Result;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::review::{Seen, SeenPaper, seen::canonical};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use store::{TenantTx, applications::Application, review};

/// What stands in the database now, as it stands on a page read now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    version: i64,
    bytes: Vec<u8>,
}

/// Something that isn't as it was on the page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moved {
    /// The case itself went on: it was recommended, decided on, withdrawn, handed in again.
    Case,
    /// Answers of this section changed.
    Section(String),
    /// A file of this paper came, went or was replaced.
    Paper(String),
}

impl Screen {
    /// Reads what an application shows. To judge by it, hold the application's row.
    pub async fn of(tx: &mut TenantTx, application: &Application) -> Result<Self> {
        let material = review::material(tx, application.id).await?;
        let sections: Vec<_> =
            material.sections.iter().map(|(code, version)| (code.as_str(), *version)).collect();
        let papers: Vec<_> = material
            .papers
            .iter()
            .map(|paper| SeenPaper { code: &paper.code, version: paper.version, sha256: &paper.sha256 })
            .collect();
        let version = i64::from(application.version);
        Ok(Self { version, bytes: canonical(version, &sections, &papers) })
    }

    /// The form in which a page carries it along.
    pub fn token(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(&self.bytes)
    }

    /// SHA-256 over it all.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }

    /// What a judgement is bound to.
    pub fn seen(&self) -> Seen {
        Seen { version: self.version, digest: hex::encode(self.digest()) }
    }

    /// What differs between a page's token and now; empty where nothing does.
    pub fn moved_since(&self, token: &str) -> BTreeSet<Moved> {
        let before = BASE64_URL_SAFE_NO_PAD.decode(token).unwrap_or_default();
        if before == self.bytes {
            return BTreeSet::new();
        }
        let (before, now) = (parts(&before), parts(&self.bytes));
        let keys: BTreeSet<_> = before.keys().chain(now.keys()).collect();
        let moved: BTreeSet<Moved> = keys
            .into_iter()
            .filter(|key| before.get(*key) != now.get(*key))
            .filter_map(|(kind, code)| match *kind {
                "section" => Some(Moved::Section((*code).to_owned())),
                "paper" => Some(Moved::Paper((*code).to_owned())),
                _ => None,
            })
            .collect();
        if moved.is_empty() { BTreeSet::from([Moved::Case]) } else { moved }
    }
}

/// The canonical text by its things: sections and papers with everything that follows them.
fn parts(bytes: &[u8]) -> BTreeMap<(&str, &str), Vec<&str>> {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut key = ("", "");
    for line in std::str::from_utf8(bytes).unwrap_or_default().lines() {
        let Some((kind, rest)) = line.split_once(' ') else { continue };
        let Some((_, value)) = rest.split_once(' ') else { continue };
        match kind {
            "section" | "paper" => {
                key = (kind, value);
                all.entry(key).or_default();
            }
            _ => all.entry(key).or_default().push(value),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn screen(version: i64, sections: &[(&str, i64)], papers: &[(&str, u128, &[u8])]) -> Screen {
        let papers: Vec<_> = papers
            .iter()
            .map(|(code, id, sha256)| SeenPaper { code, version: Uuid::from_u128(*id), sha256 })
            .collect();
        Screen { version, bytes: canonical(version, sections, &papers) }
    }

    fn moved(before: &Screen, now: &Screen) -> Vec<Moved> {
        now.moved_since(&before.token()).into_iter().collect()
    }

    #[test]
    fn what_moved_is_named() {
        let seen = screen(3, &[("bank", 1), ("business", 2)], &[("licence", 1, &[1])]);
        assert_eq!(moved(&seen, &seen), []);
        let stage = screen(4, &[("bank", 1), ("business", 2)], &[("licence", 1, &[1])]);
        assert_eq!(moved(&seen, &stage), [Moved::Case]);
        let section = screen(4, &[("bank", 2), ("business", 2)], &[("licence", 1, &[1])]);
        assert_eq!(moved(&seen, &section), [Moved::Section("bank".into())]);
        let replaced = screen(4, &[("bank", 1), ("business", 2)], &[("licence", 2, &[2])]);
        assert_eq!(moved(&seen, &replaced), [Moved::Paper("licence".into())]);
        let more = screen(4, &[("bank", 1), ("business", 2)], &[("licence", 1, &[1]), ("proof", 5, &[5])]);
        assert_eq!(moved(&seen, &more), [Moved::Paper("proof".into())]);
        assert_eq!(moved(&more, &seen), [Moved::Paper("proof".into())]);
    }

    #[test]
    fn the_same_file_under_another_version_has_moved() {
        let seen = screen(3, &[], &[("proof", 1, &[1]), ("proof", 2, &[2])]);
        assert_eq!(moved(&seen, &screen(3, &[], &[("proof", 1, &[1])])), [Moved::Paper("proof".into())]);
        assert_eq!(
            moved(&seen, &screen(3, &[], &[("proof", 1, &[1]), ("proof", 2, &[3])])),
            [Moved::Paper("proof".into())]
        );
    }

    #[test]
    fn a_token_that_is_none_is_no_pass() {
        let now = screen(3, &[("bank", 1)], &[]);
        for token in ["", "x", "!!", "AAAA", &format!("{}A", now.token())] {
            assert!(!now.moved_since(token).is_empty(), "{token}");
        }
    }
}
