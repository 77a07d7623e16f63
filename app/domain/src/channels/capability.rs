//! The life of a capability: one merchant, one channel, one environment. It is asked for, verified and made effective
//! by the channel; what the channel said word for word is kept beside it, never in it.

use crate::{applications::Ball, words::words};
use serde::{Deserialize, Serialize};
use time::{OffsetDateTime, serde::rfc3339};

/// Where a capability stands. Stored as it is, tagged with `state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Capability {
    /// Asked for; the channel hasn't decided.
    Requested {
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// The channel wants something changed first.
    Objected {
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// The channel has found everything in order; it hasn't opened yet.
    Verified {
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// In force.
    Effective {
        /// When the channel had found everything in order.
        #[serde(with = "rfc3339")]
        verified: OffsetDateTime,
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// Was in force; the channel has stopped it for now.
    Suspended {
        /// When the channel had found everything in order.
        #[serde(with = "rfc3339")]
        verified: OffsetDateTime,
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// The channel said no, or ended it.
    Refused {
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// We no longer ask for it.
    Withdrawn {
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
}

words! {
    /// A state without its data: the word that columns, filters and audit details hold.
    CapabilityKind {
        /// See [`Capability::Requested`].
        Requested = "requested",
        /// See [`Capability::Objected`].
        Objected = "objected",
        /// See [`Capability::Verified`].
        Verified = "verified",
        /// See [`Capability::Effective`].
        Effective = "effective",
        /// See [`Capability::Suspended`].
        Suspended = "suspended",
        /// See [`Capability::Refused`].
        Refused = "refused",
        /// See [`Capability::Withdrawn`].
        Withdrawn = "withdrawn",
    }
}

words! {
    /// What a channel answered, as we read it; its own words stand beside.
    Answer {
        /// It has our request and is at it.
        Working = "working",
        /// Everything is in order; it will open.
        Verified = "verified",
        /// Yes: in force from now on.
        Yes = "yes",
        /// Something has to be changed first.
        Objections = "objections",
        /// No.
        No = "no",
        /// Stopped for now.
        Suspended = "suspended",
        /// Ended for good.
        Ended = "ended",
    }
}

/// What happens to a capability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// It is asked for (again): with an approval, or when what was changed goes on to the channel.
    Request,
    /// The channel answered.
    Answer(Answer),
    /// What the channel wanted changed was not answered in time, or approval was taken back.
    Withdraw,
}

/// An answer that doesn't fit where the capability stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not open for a capability that is {from}")]
pub struct Refused {
    /// The state it was tried in.
    pub from: CapabilityKind,
}

impl CapabilityKind {
    /// Who is to act next; nobody where there is nothing to wait for.
    pub const fn ball(self) -> Option<Ball> {
        match self {
            Self::Requested | Self::Verified | Self::Suspended => Some(Ball::Channel),
            Self::Objected => Some(Ball::Merchant),
            Self::Effective | Self::Refused | Self::Withdrawn => None,
        }
    }

    /// Whether it is asked for or in force, so that it can still be taken back.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Refused | Self::Withdrawn)
    }
}

impl Capability {
    /// One that was never asked for before.
    pub const fn requested(now: OffsetDateTime) -> Self {
        Self::Requested { at: now }
    }

    /// The state without its data.
    pub const fn kind(self) -> CapabilityKind {
        match self {
            Self::Requested { .. } => CapabilityKind::Requested,
            Self::Objected { .. } => CapabilityKind::Objected,
            Self::Verified { .. } => CapabilityKind::Verified,
            Self::Effective { .. } => CapabilityKind::Effective,
            Self::Suspended { .. } => CapabilityKind::Suspended,
            Self::Refused { .. } => CapabilityKind::Refused,
            Self::Withdrawn { .. } => CapabilityKind::Withdrawn,
        }
    }

    /// Since when it stands so.
    pub const fn since(self) -> OffsetDateTime {
        match self {
            Self::Requested { at }
            | Self::Objected { at }
            | Self::Verified { at }
            | Self::Effective { at, .. }
            | Self::Suspended { at, .. }
            | Self::Refused { at }
            | Self::Withdrawn { at } => at,
        }
    }

    /// When the channel had found everything in order, where it has.
    pub const fn verified(self) -> Option<OffsetDateTime> {
        match self {
            Self::Verified { at } => Some(at),
            Self::Effective { verified, .. } | Self::Suspended { verified, .. } => Some(verified),
            _ => None,
        }
    }

    /// Since when it is in force, where it is.
    pub const fn effective(self) -> Option<OffsetDateTime> {
        match self {
            Self::Effective { at, .. } => Some(at),
            _ => None,
        }
    }

    /// The answers that a channel can give now.
    pub fn answers(self) -> Vec<Answer> {
        let now = self.since();
        Answer::ALL.iter().copied().filter(|answer| self.apply(Event::Answer(*answer), now).is_ok()).collect()
    }

    /// Moves the capability on, or says that it can't.
    ///
    /// # Errors
    /// [`Refused`] where the event doesn't fit this state.
    pub fn apply(self, event: Event, now: OffsetDateTime) -> Result<Self, Refused> {
        match event {
            Event::Request => Ok(self.asked(now)),
            Event::Withdraw if self.kind().is_open() => Ok(Self::Withdrawn { at: now }),
            Event::Withdraw => Err(Refused { from: self.kind() }),
            Event::Answer(answer) => self.answered(answer, now).ok_or(Refused { from: self.kind() }),
        }
    }

    /// Asked for again: what had ended or was objected to begins anew, the rest stays as it is.
    const fn asked(self, now: OffsetDateTime) -> Self {
        match self {
            Self::Objected { .. } | Self::Refused { .. } | Self::Withdrawn { .. } => {
                Self::Requested { at: now }
            }
            stands => stands,
        }
    }

    fn answered(self, answer: Answer, now: OffsetDateTime) -> Option<Self> {
        use CapabilityKind as K;
        let kind = self.kind();
        let verified = self.verified().unwrap_or(now);
        match (kind, answer) {
            (K::Requested | K::Verified | K::Suspended, Answer::Working) => Some(self),
            (K::Objected | K::Refused, Answer::Working) => Some(Self::Requested { at: now }),
            (K::Requested | K::Objected | K::Refused, Answer::Verified) => Some(Self::Verified { at: now }),
            (K::Requested | K::Objected | K::Verified | K::Suspended | K::Refused, Answer::Yes) => {
                Some(Self::Effective { verified, at: now })
            }
            (K::Requested | K::Objected | K::Verified | K::Suspended, Answer::Objections) => {
                Some(Self::Objected { at: now })
            }
            (K::Requested | K::Objected | K::Verified, Answer::No)
            | (K::Effective | K::Suspended, Answer::Ended) => Some(Self::Refused { at: now }),
            (K::Effective, Answer::Suspended) => Some(Self::Suspended { verified, at: now }),
            // What was withdrawn hears no answer any more.
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use time::{Duration, macros::datetime};

    const NOW: OffsetDateTime = datetime!(2026-11-27 09:00 UTC);

    fn after(answers: &[Answer]) -> Option<Capability> {
        answers.iter().try_fold(Capability::requested(NOW), |capability, answer| {
            capability.apply(Event::Answer(*answer), NOW).ok()
        })
    }

    fn kind(answers: &[Answer]) -> Option<CapabilityKind> {
        after(answers).map(Capability::kind)
    }

    #[test]
    fn only_the_channels_yes_makes_it_effective() {
        use Answer as A;
        assert_eq!(kind(&[A::Yes]), Some(CapabilityKind::Effective));
        assert_eq!(kind(&[A::Working, A::Verified, A::Yes]), Some(CapabilityKind::Effective));
        assert_eq!(kind(&[A::Verified]), Some(CapabilityKind::Verified));
        for answer in Answer::ALL.iter().filter(|answer| **answer != A::Yes) {
            let stands = Capability::requested(NOW).apply(Event::Answer(*answer), NOW);
            assert!(stands.is_err() || stands.unwrap().effective().is_none(), "{answer}");
        }
    }

    #[test]
    fn what_is_in_force_is_stopped_and_goes_on_at_the_channels_word() {
        use Answer as A;
        assert_eq!(kind(&[A::Yes, A::Suspended]), Some(CapabilityKind::Suspended));
        assert_eq!(kind(&[A::Yes, A::Suspended, A::Yes]), Some(CapabilityKind::Effective));
        assert_eq!(kind(&[A::Yes, A::Ended]), Some(CapabilityKind::Refused));
        assert_eq!(kind(&[A::Suspended]), None);
        assert_eq!(kind(&[A::Yes, A::No]), None, "what is in force ends, it isn't refused");
    }

    #[test]
    fn objections_put_the_ball_with_the_merchant_and_asking_again_back_with_the_channel() {
        let objected = after(&[Answer::Objections]).unwrap();
        assert_eq!((objected.kind().ball(), objected.effective()), (Some(Ball::Merchant), None));
        let later = NOW + Duration::DAY;
        let again = objected.apply(Event::Request, later).unwrap();
        assert_eq!((again, again.kind().ball()), (Capability::Requested { at: later }, Some(Ball::Channel)));
    }

    #[test]
    fn a_second_approval_asks_for_what_was_taken_back_and_leaves_the_rest() {
        let later = NOW + Duration::DAY;
        let effective = after(&[Answer::Yes]).unwrap();
        assert_eq!(effective.apply(Event::Request, later).unwrap(), effective);
        let withdrawn = effective.apply(Event::Withdraw, NOW).unwrap();
        assert_eq!(withdrawn.answers(), [], "nothing is heard of what nobody asks for");
        assert_eq!(withdrawn.apply(Event::Withdraw, later), Err(Refused { from: CapabilityKind::Withdrawn }));
        assert_eq!(withdrawn.apply(Event::Request, later).unwrap(), Capability::Requested { at: later });
    }

    proptest! {
        #[test]
        fn states_read_back_and_offer_what_they_take(steps in prop::collection::vec(0usize..9, 0..20)) {
            let mut stands = Capability::requested(NOW);
            for step in steps {
                let event = match step {
                    7 => Event::Request,
                    8 => Event::Withdraw,
                    other => Event::Answer(Answer::ALL[other]),
                };
                if let (Event::Answer(answer), offered) = (event, stands.answers()) {
                    prop_assert_eq!(stands.apply(event, NOW).is_ok(), offered.contains(&answer));
                }
                stands = stands.apply(event, NOW).unwrap_or(stands);
                let json = serde_json::to_value(stands).unwrap();
                prop_assert_eq!(json["state"].as_str(), Some(stands.kind().word()));
                prop_assert_eq!(serde_json::from_value::<Capability>(json).unwrap(), stands);
                prop_assert!(stands.effective().is_none() || stands.verified().is_some());
            }
        }
    }
}
