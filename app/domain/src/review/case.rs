//! How the desk stands to an application, and who may do what with its case.

mod handling;
mod hands;

pub use handling::{Declined, Handling, HandlingKind};
pub use hands::Hand;

use crate::{
    applications::{Move, State, StateKind, Why},
    ids::PersonId,
    words::words,
};
use time::{Duration, OffsetDateTime};

/// A case that its holder hasn't touched for so much working time goes back.
pub const UNTOUCHED: Duration = Duration::hours(4);

/// A case is put off for at most so long.
pub const LONGEST_SNOOZE: Duration = Duration::days(60);

words! {
    /// How the desk stands to an application, without the data: the word that columns and filters hold.
    CaseState {
        /// There is nothing for the desk yet.
        None = "none",
        /// It waits to be claimed.
        Waiting = "waiting",
        /// Somebody works on it.
        Claimed = "claimed",
        /// It was put off until an instant.
        Snoozed = "snoozed",
        /// It waits for a senior, or a senior works on it.
        Escalated = "escalated",
        /// It is done with.
        Closed = "closed",
    }
}

/// How the desk stands to an application. Each variant holds what is true in it and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desk {
    /// There is nothing for the desk yet.
    None,
    /// It waits to be claimed.
    Waiting,
    /// Somebody works on it.
    Claimed {
        /// Who.
        holder: PersonId,
    },
    /// It was put off until an instant.
    Snoozed {
        /// By whom; it stays theirs until then.
        holder: PersonId,
        /// Until when.
        until: OffsetDateTime,
        /// Whether it is one that waits for a senior afterwards.
        escalated: bool,
    },
    /// It waits for a senior, or a senior works on it.
    Escalated {
        /// The senior who works on it, if one does.
        holder: Option<PersonId>,
    },
    /// It is done with.
    Closed,
}

impl Desk {
    /// The word that is stored beside it.
    pub const fn kind(self) -> CaseState {
        match self {
            Self::None => CaseState::None,
            Self::Waiting => CaseState::Waiting,
            Self::Claimed { .. } => CaseState::Claimed,
            Self::Snoozed { .. } => CaseState::Snoozed,
            Self::Escalated { .. } => CaseState::Escalated,
            Self::Closed => CaseState::Closed,
        }
    }

    /// In whose hands it is.
    pub const fn holder(self) -> Option<PersonId> {
        match self {
            Self::Claimed { holder } | Self::Snoozed { holder, .. } => Some(holder),
            Self::Escalated { holder } => holder,
            Self::None | Self::Waiting | Self::Closed => None,
        }
    }

    /// Until when it was put off.
    pub const fn until(self) -> Option<OffsetDateTime> {
        match self {
            Self::Snoozed { until, .. } => Some(until),
            _ => None,
        }
    }

    /// Whether it was handed up to the seniors and hasn't come back.
    pub const fn is_escalated(self) -> bool {
        matches!(self, Self::Escalated { .. } | Self::Snoozed { escalated: true, .. })
    }

    /// The same with nobody's hands on it: what was handed up waits for a senior, everything else for anybody.
    const fn let_go(self) -> Self {
        if self.is_escalated() { Self::Escalated { holder: None } } else { Self::Waiting }
    }

    /// The same in these hands.
    const fn held_by(self, holder: PersonId) -> Self {
        if self.is_escalated() { Self::Escalated { holder: Some(holder) } } else { Self::Claimed { holder } }
    }
}

/// A case: where its application stands, and how the desk stands to it.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// Where the application stands.
    pub state: &'a State,
    /// How the desk stands to it.
    pub desk: Desk,
}

impl Case<'_> {
    /// Why this isn't open now, if it isn't; pages ask it for their buttons.
    pub fn why_not(self, act: &Handling) -> Option<Why> {
        if matches!(self.desk, Desk::None | Desk::Closed) {
            return Some(Why::NotNow);
        }
        match *act {
            Handling::Claim { by } => self.why_not_claim(by),
            Handling::Release { by } => (self.desk.holder() != Some(by)).then_some(Why::NotClaimed),
            Handling::Assign { to } if self.desk.holder() == Some(to.person) => Some(Why::AlreadyTheirs),
            Handling::Assign { to } => self.why_not_theirs(to).map(of_the_assignee),
            Handling::Snooze { by, until, now } => self.why_not_in_work(by).or_else(|| {
                let fits = until > now && until <= now + LONGEST_SNOOZE;
                (!fits).then_some(Why::NotThen)
            }),
            Handling::Resume { by } => self.why_not_resume(by),
            Handling::Wake { now } => match self.desk.until() {
                Some(until) => (now < until).then_some(Why::NotDue),
                None => Some(Why::NotNow),
            },
            Handling::Escalate { by } if self.desk.is_escalated() => {
                self.why_not_in_work(by).or(Some(Why::AlreadyEscalated))
            }
            Handling::Escalate { by } => self.why_not_in_work(by),
            Handling::HandBack { by } => {
                self.why_not_in_work(by).or_else(|| (!self.desk.is_escalated()).then_some(Why::NotEscalated))
            }
            Handling::LeftUntouched { touched, limit } => {
                let worked_on =
                    matches!(self.desk, Desk::Claimed { .. } | Desk::Escalated { holder: Some(_) });
                if worked_on { (touched > limit).then_some(Why::NotDue) } else { Some(Why::NotNow) }
            }
            Handling::LoseHolder => self.desk.holder().is_none().then_some(Why::NotClaimed),
        }
    }

    /// Moves the case on, or says why not.
    ///
    /// # Errors
    /// [`Declined`] where the act isn't open now, or not to this person.
    pub fn apply(self, act: &Handling) -> Result<Desk, Declined> {
        if let Some(why) = self.why_not(act) {
            return Err(Declined { from: self.desk.kind(), act: act.kind(), why });
        }
        Ok(match *act {
            Handling::Claim { by } => self.desk.held_by(by.person),
            Handling::Assign { to } => self.desk.held_by(to.person),
            Handling::Resume { by } => self.desk.held_by(by),
            Handling::Snooze { by, until, .. } => {
                Desk::Snoozed { holder: by, until, escalated: self.desk.is_escalated() }
            }
            Handling::Release { .. }
            | Handling::Wake { .. }
            | Handling::LeftUntouched { .. }
            | Handling::LoseHolder => self.desk.let_go(),
            Handling::Escalate { .. } => Desk::Escalated { holder: None },
            Handling::HandBack { .. } => Desk::Waiting,
        })
    }

    /// Why this person can't take the case, if they can't.
    pub fn why_not_claim(self, by: Hand) -> Option<Why> {
        if self.desk.holder().is_some_and(|holder| holder != by.person) {
            return Some(Why::ClaimedByOther);
        }
        if !matches!(self.desk, Desk::Waiting | Desk::Escalated { holder: None }) {
            return Some(Why::NotNow);
        }
        self.why_not_theirs(by)
    }

    /// Why this can't be in these hands, whoever puts it there: what was recommended or handed up is for those alone
    /// who may decide on it, as in anybody else's it would be held up; and nobody has both sides in hand.
    fn why_not_theirs(self, hand: Hand) -> Option<Why> {
        let second = self.state.kind() == StateKind::SecondReview;
        let act = if second { Move::Decide } else { Move::Recommend };
        let conflict = self.state.why_not(act, Some(hand.person));
        let conflict = conflict.filter(|why| matches!(why, Why::Submitter | Why::Recommender));
        conflict.or_else(|| {
            let senior = second || self.desk.is_escalated();
            (senior && !hand.decides).then_some(Why::NotSenior)
        })
    }

    fn why_not_in_work(self, by: PersonId) -> Option<Why> {
        match self.desk {
            Desk::Snoozed { .. } => Some(Why::NotNow),
            desk if desk.holder() == Some(by) => None,
            desk if desk.holder().is_some() => Some(Why::ClaimedByOther),
            _ => Some(Why::NotClaimed),
        }
    }

    fn why_not_resume(self, by: PersonId) -> Option<Why> {
        match self.desk {
            Desk::Snoozed { holder, .. } if holder == by => None,
            Desk::Snoozed { .. } => Some(Why::ClaimedByOther),
            _ => Some(Why::NotNow),
        }
    }

    /// Why the hands that the case is in keep this person from advising or deciding, if they do: advice is given by
    /// whoever holds it, a decision by anybody as long as nobody else holds it. What was put off is taken up first.
    pub fn why_not_in_hand(self, act: Move, by: PersonId) -> Option<Why> {
        match self.desk.holder() {
            Some(holder) if holder == by => self.desk.until().map(|_| Why::PutOff),
            Some(_) => Some(Why::ClaimedByOther),
            None => (act == Move::Recommend).then_some(Why::NotClaimed),
        }
    }
}

/// The same ground, told of the person who was to get the case.
const fn of_the_assignee(why: Why) -> Why {
    match why {
        Why::Submitter => Why::AssigneeOwnSide,
        Why::Recommender => Why::AssigneeRecommended,
        Why::NotSenior => Why::AssigneeNotSenior,
        other => other,
    }
}

#[cfg(test)]
mod tests;
