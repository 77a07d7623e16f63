//! What a person of the desk can do with a case now.

use crate::applications::why_key;
use domain::{
    Actor, PersonId,
    applications::{Move, StateKind, Why},
    permissions::Act,
    review::CaseState,
};
use store::applications::Application;

/// What is open to the reader. Asked of the same rules that the acts themselves ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Acts {
    /// They may take the case.
    pub claim: bool,
    /// They hold it and may put it back.
    pub release: bool,
    /// They may recommend.
    pub recommend: bool,
    /// They may decide.
    pub decide: bool,
    /// Why there is nothing to judge for them, as a message key; nothing where there is, or where the case is closed.
    pub why_not: Option<&'static str>,
}

impl Acts {
    /// What this actor can do with this case, which they may see.
    pub(super) fn of(actor: &Actor, by: PersonId, application: &Application) -> Self {
        let held = application.claimed_by;
        let (mine, free) = (held == Some(by), held.is_none());
        let works = actor.may(Act::WorkCases);
        let recommend = recommending(actor, by, application);
        let decide = deciding(actor, by, application);
        let kind = application.state.kind();
        let judged = if kind == StateKind::SecondReview { decide } else { recommend };
        Self {
            claim: works && free && application.case_state == CaseState::Waiting,
            release: works && mine && application.case_state == CaseState::Claimed,
            recommend: recommend.is_none(),
            decide: decide.is_none(),
            why_not: judged.filter(|_| !kind.is_closed()),
        }
    }
}

fn recommending(actor: &Actor, by: PersonId, application: &Application) -> Option<&'static str> {
    if !actor.may(Act::Recommend) {
        return Some("review-why-not-reviewer");
    }
    let why = application.state.why_not(Move::Recommend, Some(by)).or(match application.claimed_by {
        Some(holder) if holder == by => None,
        Some(_) => Some(Why::ClaimedByOther),
        None => Some(Why::NotClaimed),
    });
    why.map(why_key)
}

fn deciding(actor: &Actor, by: PersonId, application: &Application) -> Option<&'static str> {
    let why = application.state.why_not(Move::Decide, Some(by));
    if let Some(why) = why {
        return Some(why_key(why));
    }
    if !actor.may(Act::Decide) {
        return Some("review-why-not-senior");
    }
    let other = application.claimed_by.is_some_and(|holder| holder != by);
    other.then_some(why_key(Why::ClaimedByOther))
}
