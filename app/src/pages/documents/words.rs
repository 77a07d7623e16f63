//! Words for what becomes of a file.

use crate::{Frame, i18n, pages::applications::words::dashed, ui::Tone};
use domain::{
    documents::{Refusal, Version, life::Fault},
    review::RedoReason,
};

/// Where a version stands, as its sender reads it: a meaning and a word.
pub fn state(frame: &Frame, version: &Version) -> (Tone, String) {
    let (tone, key) = match version {
        Version::Uploading { .. } => (Tone::Waiting, "uploading"),
        Version::Quarantined { .. } => (Tone::Waiting, "checking"),
        Version::Scanned { .. } => (Tone::Good, "ready"),
        Version::PendingReview { .. } => (Tone::Waiting, "with-us"),
        Version::Accepted { .. } => (Tone::Good, "accepted"),
        Version::RedoRequested { .. } => (Tone::NeedsYou, "again"),
        Version::Rejected { fault: Fault::File(_) } => (Tone::Wrong, "not-taken"),
        Version::Rejected { fault: Fault::Paper(_) } => (Tone::Wrong, "rejected"),
        Version::Superseded { .. } => (Tone::Neutral, "replaced"),
        Version::Expired => (Tone::NeedsYou, "expired"),
        Version::Purged { .. } => (Tone::Neutral, "erased"),
    };
    (tone, frame.t(&format!("documents-state-{key}")))
}

/// Why a file isn't taken, and how to put it right.
pub fn refused(frame: &Frame, refusal: Refusal) -> String {
    frame.t(&refusal.message_key())
}

/// Why a paper is to be sent again.
pub fn redo(frame: &Frame, reason: RedoReason) -> String {
    frame.t(&format!("documents-redo-{}", dashed(reason.word())))
}

/// Why a paper of which nothing has come is asked for.
pub(in crate::pages) fn missing(frame: &Frame, reason: RedoReason) -> String {
    frame.t(&format!("documents-redo-missing-{}", dashed(reason.word())))
}

/// How to put it right, for the reasons that have words for that.
pub(in crate::pages) fn redo_hint(frame: &Frame, reason: RedoReason) -> Option<String> {
    let key = format!("documents-redo-hint-{}", dashed(reason.word()));
    i18n::has(frame.lang, &key).then(|| frame.t(&key))
}

#[cfg(test)]
mod tests {
    use super::dashed;
    use crate::i18n::has;
    use domain::{
        Lang,
        applications::Fault,
        documents::{Refusal, Remark},
        review::RedoReason,
    };

    #[test]
    fn every_reason_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            for refusal in Refusal::ALL {
                assert!(has(lang, &refusal.message_key()), "{lang:?} {refusal}");
            }
            for remark in Remark::ALL {
                assert!(has(lang, &remark.message_key()), "{lang:?} {remark}");
            }
            for reason in RedoReason::ALL {
                let key = format!("documents-redo-{}", dashed(reason.word()));
                assert!(has(lang, &key), "{lang:?} {key}");
            }
            for (what, prefix) in [
                (Fault::Paper("photo".into()), "documents-redo-missing"),
                (Fault::Field("bank".into(), "branch".into()), "applications-redo"),
            ] {
                for reason in RedoReason::fitting(&what) {
                    let key = format!("{prefix}-{}", dashed(reason.word()));
                    assert!(has(lang, &key), "{lang:?} {key}");
                }
            }
        }
    }
}
