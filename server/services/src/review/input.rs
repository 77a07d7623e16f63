//! What reviewers and second reviewers send.

use crate::{Result, error::Refusal};
use domain::{applications::Verdict, review::Reason};
use serde::Deserialize;
use validator::Validate;

/// A reviewer's advice as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Validate)]
pub struct AdviceInput {
    /// What was on the page: [`super::Screen::token`].
    pub seen: String,
    /// `approve` or `reject`.
    pub verdict: String,
    /// Words of the grounds.
    pub reasons: Vec<String>,
    /// For the merchant.
    #[validate(length(max = 1000, message = "review-error-words-long"))]
    pub words: String,
    /// For the desk.
    #[validate(length(max = 4000, message = "review-error-note-long"))]
    pub note: String,
}

/// A second reviewer's decision as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Validate)]
pub struct DecisionInput {
    /// What was on the page: [`super::Screen::token`].
    pub seen: String,
    /// `approve`, `reject` or `return`.
    pub decision: String,
    /// Words of the grounds.
    pub reasons: Vec<String>,
    /// For the merchant.
    #[validate(length(max = 1000, message = "review-error-words-long"))]
    pub words: String,
    /// For the desk.
    #[validate(length(max = 4000, message = "review-error-note-long"))]
    pub note: String,
}

/// What a second reviewer chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    Approve,
    Reject,
    Return,
}

/// Grounds and words that fit each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) reasons: Vec<Reason>,
    pub(super) words: Option<String>,
    pub(super) note: Option<String>,
}

impl AdviceInput {
    pub(super) fn checked(&self) -> Result<(Verdict, Said)> {
        self.validate()?;
        let Some(verdict) = Verdict::from_word(&self.verdict) else {
            return Err(refused("verdict", "review-error-verdict"));
        };
        let said = said(&self.reasons, &self.words, &self.note, verdict == Verdict::Reject)?;
        Ok((verdict, said))
    }
}

impl DecisionInput {
    pub(super) fn checked(&self) -> Result<(Choice, Said)> {
        self.validate()?;
        let choice = match self.decision.as_str() {
            "approve" => Choice::Approve,
            "reject" => Choice::Reject,
            "return" => Choice::Return,
            _ => return Err(refused("decision", "review-error-decision")),
        };
        if choice == Choice::Return {
            // The form comes filled in with the reviewer's grounds; what goes back says nothing to the merchant.
            let said = said(&[], "", &self.note, false)?;
            return if said.note.is_some() {
                Ok((choice, said))
            } else {
                Err(refused("note", "review-error-note-missing"))
            };
        }
        Ok((choice, said(&self.reasons, &self.words, &self.note, choice == Choice::Reject)?))
    }
}

fn refused(field: &str, key: &str) -> crate::ServiceError {
    crate::ServiceError::Refused(Refusal::at(field, key))
}

/// Grounds and words go with a rejection alone; words never with a confidential ground, whose merchant reads one
/// neutral text.
fn said(reasons: &[String], words: &str, note: &str, rejects: bool) -> Result<Said> {
    let chosen: Option<Vec<Reason>> = reasons.iter().map(|word| Reason::from_word(word)).collect();
    let Some(reasons) = chosen else { return Err(refused("reasons", "review-error-reason-unknown")) };
    let (words, note) = (given(words), given(note));
    let wrong = match (rejects, reasons.is_empty(), &words) {
        (true, true, _) => Some(("reasons", "review-error-reason-missing")),
        (true, false, Some(_)) if reasons.iter().any(|reason| !reason.is_sayable()) => {
            Some(("words", "review-error-words-confidential"))
        }
        (false, false, _) => Some(("reasons", "review-error-reason-without-rejection")),
        (false, true, Some(_)) => Some(("words", "review-error-words-without-rejection")),
        _ => None,
    };
    match wrong {
        Some((field, key)) => Err(refused(field, key)),
        None => Ok(Said { reasons, words, note }),
    }
}

/// Text without the space around it; nothing where nothing is left.
fn given(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ServiceError;

    fn fault<T: std::fmt::Debug>(result: Result<T>) -> (String, String) {
        match result {
            Err(ServiceError::Refused(Refusal { fields, .. })) => {
                (fields[0].field.clone(), fields[0].key.clone())
            }
            other => panic!("{other:?}"),
        }
    }

    fn advice(verdict: &str, reasons: &[&str], words: &str) -> AdviceInput {
        AdviceInput {
            verdict: verdict.into(),
            reasons: reasons.iter().map(|&word| word.into()).collect(),
            words: words.into(),
            ..AdviceInput::default()
        }
    }

    #[test]
    fn a_rejection_has_grounds_and_an_approval_has_none() {
        assert!(advice("approve", &[], "").checked().is_ok());
        assert!(advice("reject", &["names_differ"], "请修改名称").checked().is_ok());
        assert_eq!(fault(advice("reject", &[], "").checked()).0, "reasons");
        assert_eq!(fault(advice("approve", &["names_differ"], "").checked()).0, "reasons");
        assert_eq!(fault(advice("approve", &[], "well done").checked()).0, "words");
        assert_eq!(fault(advice("reject", &["because"], "").checked()).0, "reasons");
        assert_eq!(fault(advice("perhaps", &[], "").checked()).0, "verdict");
    }

    #[test]
    fn nothing_is_said_beside_a_confidential_ground() {
        assert!(advice("reject", &["list_hit"], " \n ").checked().is_ok());
        let (field, key) =
            fault(advice("reject", &["names_differ", "list_hit"], "The list says so").checked());
        assert_eq!((field.as_str(), key.as_str()), ("words", "review-error-words-confidential"));
    }

    #[test]
    fn words_have_their_length() {
        assert!(advice("reject", &["names_differ"], &"字".repeat(1000)).checked().is_ok());
        assert_eq!(fault(advice("reject", &["names_differ"], &"字".repeat(1001)).checked()).0, "words");
    }

    #[test]
    fn going_back_takes_a_word_to_the_colleague() {
        let back = DecisionInput { decision: "return".into(), ..DecisionInput::default() };
        assert_eq!(fault(back.checked()).0, "note");
        let back = DecisionInput { note: "Look at page 2 again".into(), ..back };
        assert_eq!(back.checked().unwrap().0, Choice::Return);
    }

    #[test]
    fn going_back_leaves_the_grounds_of_the_form_aside() {
        let back = DecisionInput {
            decision: "return".into(),
            reasons: vec!["names_differ".into(), "list_hit".into()],
            words: "Names differ".into(),
            note: "The names are the same".into(),
            ..DecisionInput::default()
        };
        let (choice, said) = back.checked().unwrap();
        assert_eq!((choice, said.reasons.len(), said.words), (Choice::Return, 0, None));
    }
}
