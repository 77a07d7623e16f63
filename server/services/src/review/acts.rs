//! What a person of the desk can do with a case now.

use super::{
    claims::{case_of, hand},
    reopening,
};
use crate::applications::why_key;
use domain::{
    Actor, PersonId,
    applications::{Move, StateKind, Why},
    permissions::Act,
    review::{Desk, Handling},
};
use store::applications::Application;

/// What is open to the reader. Asked of the same rules that the acts themselves ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Acts {
    /// They may take the case.
    pub claim: bool,
    /// They hold it and may put it back.
    pub release: bool,
    /// They may give it to somebody.
    pub assign: bool,
    /// They hold it and may put it off.
    pub snooze: bool,
    /// They put it off and may take it up again.
    pub resume: bool,
    /// They hold it and may hand it up.
    pub escalate: bool,
    /// They hold what was handed up and may hand it back.
    pub hand_back: bool,
    /// They may recommend.
    pub recommend: bool,
    /// They may judge items and send them back.
    pub judge: bool,
    /// They may decide.
    pub decide: bool,
    /// They may propose that a requirement is waived.
    pub propose_waiver: bool,
    /// They may answer such a proposal of another person.
    pub answer_waiver: bool,
    /// They may write notes.
    pub note: bool,
    /// They may have masked personal data shown to them.
    pub reveal: bool,
    /// They may take the closed application up again.
    pub reopen: bool,
    /// Why they may not, as a message key.
    pub why_not_reopen: Option<&'static str>,
    /// Why there is nothing to judge for them, as a message key; nothing where there is, or where the case is closed.
    pub why_not: Option<&'static str>,
}

impl Acts {
    /// What this actor can do with this case, which they may see.
    pub(super) fn of(actor: &Actor, by: PersonId, application: &Application) -> Self {
        let case = case_of(application);
        let open = |act: &Handling| case.why_not(act).is_none();
        let works = actor.may(Act::WorkCases);
        let recommend = recommending(actor, by, application);
        let decide = deciding(actor, by, application);
        let kind = application.state.kind();
        let judged = if kind == StateKind::SecondReview { decide } else { recommend };
        Self {
            claim: works && open(&Handling::Claim { by: hand(actor, by) }),
            release: works && open(&Handling::Release { by }),
            assign: actor.may(Act::AssignCases) && !matches!(case.desk, Desk::None | Desk::Closed),
            snooze: works && works_on(by, case.desk),
            resume: works && open(&Handling::Resume { by }),
            escalate: works && open(&Handling::Escalate { by }),
            hand_back: works && open(&Handling::HandBack { by }),
            recommend: recommend.is_none(),
            judge: recommend.is_none(),
            decide: decide.is_none(),
            propose_waiver: actor.may(Act::Recommend) && is_under_way(kind),
            answer_waiver: actor.may(Act::Decide) && is_under_way(kind),
            note: works,
            reveal: actor.may(Act::RevealPersonalData),
            reopen: reopening::why_not(actor, by, application).is_none(),
            why_not_reopen: reopening::why_not(actor, by, application),
            why_not: judged.filter(|_| !kind.is_closed()),
        }
    }
}

/// Handed in, and neither with the merchant for good nor closed.
fn is_under_way(kind: StateKind) -> bool {
    !kind.is_closed() && kind != StateKind::Draft
}

/// Whether it is in these hands and not put off.
fn works_on(by: PersonId, desk: Desk) -> bool {
    desk.holder() == Some(by) && desk.until().is_none()
}

fn recommending(actor: &Actor, by: PersonId, application: &Application) -> Option<&'static str> {
    if !actor.may(Act::Recommend) {
        return Some("review-why-not-reviewer");
    }
    let why = application.state.why_not(Move::Recommend, Some(by));
    why.or(case_of(application).why_not_in_hand(Move::Recommend, by)).map(why_key)
}

fn deciding(actor: &Actor, by: PersonId, application: &Application) -> Option<&'static str> {
    let why = application.state.why_not(Move::Decide, Some(by));
    let why = why.or((!actor.may(Act::Decide)).then_some(Why::NotSenior));
    why.or(case_of(application).why_not_in_hand(Move::Decide, by)).map(why_key)
}
