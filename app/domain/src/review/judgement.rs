//! What a reviewer makes of one item: an answer, a file, or a paper that is missing.

use super::{Reason, RedoReason};
use crate::{audit::Audience, words::words};

words! {
    /// A judgement without its grounds.
    Mark {
        /// It holds.
        Accepted = "accepted",
        /// It goes back to the merchant.
        SentBack = "sent_back",
        /// It doesn't hold, and nothing the merchant does mends it.
        Rejected = "rejected",
    }
}

/// What a reviewer makes of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// It holds.
    Accepted,
    /// It goes back to the merchant with the next request for changes.
    SentBack {
        /// Why.
        reason: RedoReason,
        /// The reviewer's own words for the merchant; empty where the reason's are enough.
        words: String,
    },
    /// It doesn't hold. That is the desk's knowledge: what the merchant hears of it is what a decision says.
    Rejected {
        /// Why.
        reason: Reason,
    },
}

impl Judgement {
    /// The judgement without its grounds.
    pub const fn mark(&self) -> Mark {
        match self {
            Self::Accepted => Mark::Accepted,
            Self::SentBack { .. } => Mark::SentBack,
            Self::Rejected { .. } => Mark::Rejected,
        }
    }

    /// Who may read that it was made: never the merchant, who reads what is sent in the end.
    pub fn audience(&self) -> Audience {
        match self {
            Self::Rejected { reason } if !reason.is_sayable() => Audience::Confidential,
            _ => Audience::Staff,
        }
    }

    /// Whether it still counts: on the answer it was made on, and for what is sent back only in the round in which it
    /// was; the next round is the merchant's answer to it.
    pub const fn counts(&self, made_in: u16, now: u16, same_answer: bool) -> bool {
        same_answer && (!matches!(self, Self::SentBack { .. }) || made_in == now)
    }
}

words! {
    /// What the merchant did about an item that was sent back.
    Reply {
        /// Nothing yet.
        Open = "open",
        /// There is another answer, or another file.
        Changed = "changed",
        /// Nothing was changed, and there is an explanation why.
        Explained = "explained",
        /// It is no longer needed.
        Waived = "waived",
    }
}

impl Reply {
    /// What was done about it.
    pub const fn of(changed: bool, explained: bool, waived: bool) -> Self {
        match (waived, changed, explained) {
            (true, ..) => Self::Waived,
            (_, true, _) => Self::Changed,
            (_, _, true) => Self::Explained,
            _ => Self::Open,
        }
    }

    /// Whether it may be handed in again as far as this item goes.
    pub const fn is_answer(self) -> bool {
        !matches!(self, Self::Open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{applications::Fault, ids::DocumentId};
    use uuid::Uuid;

    fn back() -> Judgement {
        Judgement::SentBack { reason: RedoReason::Unreadable, words: String::new() }
    }

    #[test]
    fn a_judgement_counts_on_the_answer_it_was_made_on() {
        assert!(Judgement::Accepted.counts(1, 1, true) && Judgement::Accepted.counts(1, 3, true));
        assert!(!Judgement::Accepted.counts(1, 1, false));
        let rejected = Judgement::Rejected { reason: Reason::SuspectedForgery };
        assert!(rejected.counts(1, 2, true) && !rejected.counts(1, 2, false));
    }

    #[test]
    fn what_was_sent_back_and_answered_is_judged_again() {
        assert!(back().counts(2, 2, true));
        assert!(!back().counts(1, 2, true), "answered with an explanation alone");
        assert!(!back().counts(2, 2, false));
    }

    #[test]
    fn no_judgement_is_the_merchants_to_read() {
        assert_eq!(Judgement::Accepted.audience(), Audience::Staff);
        assert_eq!(back().audience(), Audience::Staff);
        for reason in Reason::ALL.iter().copied() {
            let expected = if reason.is_sayable() { Audience::Staff } else { Audience::Confidential };
            assert_eq!(Judgement::Rejected { reason }.audience(), expected, "{reason}");
        }
    }

    #[test]
    fn an_item_is_answered_by_a_change_or_an_explanation() {
        assert_eq!(Reply::of(false, false, false), Reply::Open);
        assert_eq!(Reply::of(true, true, false), Reply::Changed);
        assert_eq!(Reply::of(false, true, false), Reply::Explained);
        assert_eq!(Reply::of(true, false, true), Reply::Waived);
        let answers: Vec<_> = Reply::ALL.iter().filter(|reply| !reply.is_answer()).collect();
        assert_eq!(answers, [&Reply::Open]);
    }

    #[test]
    fn tokens_read_back() {
        let document = DocumentId(Uuid::from_u128(7));
        for what in [
            Fault::Field("beneficial_owner.2".into(), "name".into()),
            Fault::Paper("bank_proof".into()),
            Fault::Document("owner_id_front.2".into(), document),
        ] {
            assert_eq!(Fault::from_token(&what.token()), Some(what));
        }
        for token in ["", "field:bank", "paper", "document:x:y", "paper:a:b", "other:a"] {
            assert_eq!(Fault::from_token(token), None, "{token}");
        }
    }

    #[test]
    fn a_file_that_was_sent_back_lets_in_its_replacement_alone() {
        let (asked, other) = (DocumentId(Uuid::from_u128(1)), DocumentId(Uuid::from_u128(2)));
        let file = Fault::Document("photo".into(), asked);
        assert!(file.lets_in("photo", Some(asked)));
        assert!(!file.lets_in("photo", Some(other)) && !file.lets_in("photo", None));
        assert!(!file.lets_in("licence", Some(asked)));
        assert!(Fault::Paper("photo".into()).lets_in("photo", None));
        assert!(!Fault::Field("photo".into(), "photo".into()).lets_in("photo", None));
    }
}
