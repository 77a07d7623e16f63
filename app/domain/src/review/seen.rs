//! What a person had before their eyes: a decision is bound to it.

use serde::{Deserialize, Serialize};
use std::fmt::Write;

/// The state of an application on the screen of whoever recommends or decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The application's row version.
    pub version: i64,
    /// Lower-case hex of the SHA-256 over [`canonical`].
    pub digest: String,
}

/// One current paper, as it enters the digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeenPaper<'a> {
    /// The paper's code.
    pub code: &'a str,
    /// The document version's id.
    pub version: uuid::Uuid,
    /// SHA-256 of the file as it was received.
    pub sha256: &'a [u8],
}

/// The bytes to hash: the application's version, the versions of its sections and the hashes of its current
/// papers, in an order that does not depend on how they were read.
///
/// Each part is written as its length and its bytes, so that no two different screens give the same text.
pub fn canonical(version: i64, sections: &[(&str, i64)], papers: &[SeenPaper<'_>]) -> Vec<u8> {
    let mut sections = sections.to_vec();
    sections.sort_unstable();
    let mut papers = papers.to_vec();
    papers.sort_unstable();
    let mut out = String::from("gangway-seen-1\n");
    part(&mut out, "application", &version.to_string());
    for (code, version) in sections {
        part(&mut out, "section", code);
        part(&mut out, "version", &version.to_string());
    }
    for paper in papers {
        part(&mut out, "paper", paper.code);
        part(&mut out, "file", &paper.version.to_string());
        part(&mut out, "sha256", &hex(paper.sha256));
    }
    out.into_bytes()
}

fn part(out: &mut String, name: &str, value: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{name} {} {value}", value.len());
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::{SeenPaper, canonical};
    use uuid::Uuid;

    fn paper<'a>(code: &'a str, id: u128, sha256: &'a [u8]) -> SeenPaper<'a> {
        SeenPaper { code, version: Uuid::from_u128(id), sha256 }
    }

    #[test]
    fn order_of_reading_does_not_matter() {
        let a = canonical(3, &[("bank", 1), ("business", 2)], &[paper("a", 1, &[1]), paper("b", 2, &[2])]);
        let b = canonical(3, &[("business", 2), ("bank", 1)], &[paper("b", 2, &[2]), paper("a", 1, &[1])]);
        assert_eq!(a, b);
    }

    #[test]
    fn everything_on_the_screen_matters() {
        let seen = canonical(3, &[("bank", 1)], &[paper("a", 1, &[1])]);
        assert_ne!(seen, canonical(4, &[("bank", 1)], &[paper("a", 1, &[1])]));
        assert_ne!(seen, canonical(3, &[("bank", 2)], &[paper("a", 1, &[1])]));
        assert_ne!(seen, canonical(3, &[("bank", 1)], &[paper("a", 2, &[1])]));
        assert_ne!(seen, canonical(3, &[("bank", 1)], &[paper("a", 1, &[2])]));
        assert_ne!(seen, canonical(3, &[("bank", 1)], &[]));
        assert_ne!(canonical(3, &[("a 1 b", 1)], &[]), canonical(3, &[("a", 1), ("b", 1)], &[]));
    }

    #[test]
    fn the_bytes_are_kept() {
        let bytes = canonical(1, &[("bank", 2)], &[paper("licence", 0, &[0xab])]);
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(
            text,
            "gangway-seen-1\napplication 1 1\nsection 4 bank\nversion 1 2\npaper 7 licence\n\
             file 36 00000000-0000-0000-0000-000000000000\nsha256 2 ab\n"
        );
    }
}
