//! The life of one proof: the way is chosen, the transfer goes out or comes in, and it fits or it doesn't.
//!
//! The amount is no part of it: it lies sealed beside, and whoever compares says whether it was right.

use crate::words::words;
use serde::{Deserialize, Serialize};
use time::{OffsetDateTime, serde::rfc3339};

/// How often the amount may be told.
pub const TRIES: u8 = 3;

words! {
    /// Which way the transfer goes.
    Way {
        /// We send an amount; they tell us how much it was.
        Ours = "ours",
        /// They send the amount that we name, with a reference, by a date.
        Theirs = "theirs",
    }
}

/// Where a proof stands. Stored as it is, tagged with `state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Proof {
    /// The merchant is to choose the way.
    Choosing,
    /// We are to send; the bank hasn't got the order yet.
    Ordered {
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// We have sent; the merchant is to tell the amount.
    Sent {
        /// When.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
        /// How often it may still be told.
        tries_left: u8,
    },
    /// The merchant is to send.
    Awaited {
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// The account is theirs.
    Verified {
        /// Which way it was shown.
        way: Way,
        /// When.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// The amount was told wrongly for the last time.
    Failed {
        /// When.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// The application has gone another way.
    Ended {
        /// When.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
}

words! {
    /// A proof's state without its data.
    ProofKind {
        /// See [`Proof::Choosing`].
        Choosing = "choosing",
        /// See [`Proof::Ordered`].
        Ordered = "ordered",
        /// See [`Proof::Sent`].
        Sent = "sent",
        /// See [`Proof::Awaited`].
        Awaited = "awaited",
        /// See [`Proof::Verified`].
        Verified = "verified",
        /// See [`Proof::Failed`].
        Failed = "failed",
        /// See [`Proof::Ended`].
        Ended = "ended",
    }
}

/// What happens to a proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The way is chosen, or the merchant would rather have our money than send theirs.
    Choose(Way),
    /// The bank has the order.
    Send,
    /// The merchant told an amount.
    Tell {
        /// Whether it is the one we sent.
        right: bool,
    },
    /// Their transfer has come, as we had named it.
    Arrive,
    /// The application has gone another way.
    End,
}

/// It can't happen now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a proof that is {from} doesn't take this")]
pub struct Refused {
    /// The state it was tried in.
    pub from: ProofKind,
}

impl Proof {
    /// The state without its data.
    pub const fn kind(&self) -> ProofKind {
        match self {
            Self::Choosing => ProofKind::Choosing,
            Self::Ordered { .. } => ProofKind::Ordered,
            Self::Sent { .. } => ProofKind::Sent,
            Self::Awaited { .. } => ProofKind::Awaited,
            Self::Verified { .. } => ProofKind::Verified,
            Self::Failed { .. } => ProofKind::Failed,
            Self::Ended { .. } => ProofKind::Ended,
        }
    }

    /// Moves the proof on.
    ///
    /// # Errors
    /// [`Refused`] where it doesn't take this now.
    pub fn apply(self, event: Event, now: OffsetDateTime) -> Result<Self, Refused> {
        let at = now;
        match (self, event) {
            (Self::Choosing | Self::Awaited { .. }, Event::Choose(Way::Ours)) => Ok(Self::Ordered { at }),
            (Self::Choosing, Event::Choose(Way::Theirs)) => Ok(Self::Awaited { at }),
            (Self::Ordered { .. }, Event::Send) => Ok(Self::Sent { at, tries_left: TRIES }),
            (Self::Sent { .. }, Event::Tell { right: true }) => Ok(Self::Verified { way: Way::Ours, at }),
            (Self::Sent { at, tries_left: 2.. }, Event::Tell { right: false }) => {
                Ok(Self::Sent { at, tries_left: self.tries_left().saturating_sub(1) })
            }
            (Self::Sent { .. }, Event::Tell { right: false }) => Ok(Self::Failed { at }),
            (Self::Awaited { .. }, Event::Arrive) => Ok(Self::Verified { way: Way::Theirs, at }),
            (from, Event::End) if from.is_open() => Ok(Self::Ended { at }),
            (from, _) => Err(Refused { from: from.kind() }),
        }
    }

    /// How often the amount may still be told.
    pub const fn tries_left(&self) -> u8 {
        match self {
            Self::Sent { tries_left, .. } => *tries_left,
            _ => 0,
        }
    }

    /// Whether it is still under way.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Choosing | Self::Ordered { .. } | Self::Sent { .. } | Self::Awaited { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use time::macros::datetime;

    const NOW: OffsetDateTime = datetime!(2026-11-28 02:00 UTC);

    fn after(events: &[Event]) -> Result<Proof, Refused> {
        events.iter().try_fold(Proof::Choosing, |proof, event| proof.apply(*event, NOW))
    }

    const WRONG: Event = Event::Tell { right: false };
    const RIGHT: Event = Event::Tell { right: true };

    #[test]
    fn we_send_and_they_tell_within_three_tries() {
        let sent = [Event::Choose(Way::Ours), Event::Send];
        assert_eq!(after(&sent).unwrap().tries_left(), 3);
        let told = |tries: &[Event]| after(&[&sent, tries].concat());
        assert_eq!(told(&[WRONG, WRONG]).unwrap().tries_left(), 1);
        assert_eq!(told(&[WRONG, WRONG, RIGHT]).unwrap(), Proof::Verified { way: Way::Ours, at: NOW });
        assert_eq!(told(&[WRONG, WRONG, WRONG]).unwrap(), Proof::Failed { at: NOW });
        assert_eq!(told(&[WRONG, WRONG, WRONG, RIGHT]), Err(Refused { from: ProofKind::Failed }));
    }

    #[test]
    fn they_send_what_we_name_or_have_us_send_after_all() {
        let theirs = Event::Choose(Way::Theirs);
        assert_eq!(after(&[theirs, Event::Arrive]).unwrap(), Proof::Verified { way: Way::Theirs, at: NOW });
        assert_eq!(
            after(&[theirs, RIGHT]),
            Err(Refused { from: ProofKind::Awaited }),
            "nothing was sent to tell"
        );
        assert_eq!(after(&[theirs, Event::Choose(Way::Ours)]).unwrap().kind(), ProofKind::Ordered);
        let ordered = [Event::Choose(Way::Ours), theirs];
        assert_eq!(after(&ordered), Err(Refused { from: ProofKind::Ordered }), "the order may be on its way");
    }

    #[test]
    fn what_is_told_before_anything_was_sent_costs_no_try() {
        assert!(after(&[Event::Choose(Way::Ours), WRONG]).is_err());
    }

    proptest! {
        /// However it goes, three wrong answers are the most, and what is over stays over.
        #[test]
        fn no_walk_gives_a_fourth_try(steps in prop::collection::vec(0usize..7, 0..40)) {
            let events = [
                Event::Choose(Way::Ours), Event::Choose(Way::Theirs), Event::Send, RIGHT, WRONG, Event::Arrive,
                Event::End,
            ];
            let (mut proof, mut wrong) = (Proof::Choosing, 0);
            for step in steps {
                let before = proof;
                let Ok(next) = proof.apply(events[step], NOW) else { continue };
                prop_assert!(before.is_open());
                wrong += usize::from(events[step] == WRONG);
                proof = next;
            }
            prop_assert!(wrong <= usize::from(TRIES));
            let json = serde_json::to_value(proof).unwrap();
            prop_assert_eq!(json["state"].as_str(), Some(proof.kind().word()));
            prop_assert_eq!(serde_json::from_value::<Proof>(json).unwrap(), proof);
        }
    }
}
