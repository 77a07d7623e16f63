//! Recommending, and deciding on what another person recommended.

use super::{
    AdviceInput, DecisionInput, Denied, Items, Screen, access,
    claims::case_of,
    hits::nothing_listed,
    input::{Choice, Said},
    items::items,
    settle,
};
use crate::{
    Refusal, ServiceError, Services,
    applications::{Terms, advance, answers, consents::all_stand, shaped},
    error::FieldError,
    mail::{self, About, Template},
    transfers,
};
use domain::{
    Actor, ApplicationId, PersonId,
    applications::{Decision, Event, Move, Verdict, Why},
    audit::{Audience, Event as Entry},
    permissions::Act,
    review::{Reason, may_judge},
};
use store::{
    TenantTx,
    applications::{Application, dossiers},
    review::{
        decisions::{self, NewDecision, Outcome},
        recommendations::{self, NewRecommendation},
    },
    tenants::{
        self,
        staff::{self, Member},
    },
};

/// A reviewer advises the second reviewer: on a case they hold, on what they have seen.
///
/// # Errors
/// [`Denied`] where the case isn't theirs, isn't open for advice, or isn't as it was on their page.
pub async fn recommend(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    input: &AdviceInput,
) -> Result<(), Denied> {
    let by = access::person(actor, Act::Recommend)?;
    let (verdict, said) = input.checked()?;
    let terms = Terms::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = access::held(&mut tx, id, by).await?;
    let screen = judgeable(&mut tx, &application, Move::Recommend, by, &input.seen).await?;
    if verdict == Verdict::Approve {
        nothing_open(&read_items(services, &mut tx, &application).await?, "verdict")?;
    }
    let key = dossiers::open(&mut tx, id).await?;
    let new = NewRecommendation {
        application: id,
        version: application.version,
        seen: &screen.digest(),
        by,
        verdict,
        reasons: &said.reasons,
        words: said.words.as_deref(),
        note: said.note.as_deref(),
    };
    recommendations::insert(&mut tx, &key, &new).await?;
    let event = Event::Recommend { by, verdict, reasons: said.reasons.clone(), seen: screen.seen() };
    advance(&mut tx, &mut application, event, &terms).await?;
    tx.record(grounds("review.advice_given", id, &said.reasons).with("verdict", verdict));
    Ok(tx.commit().await?)
}

/// A second person decides, on what they have seen.
///
/// # Errors
/// [`Denied`] where they recommended it or stand on its side, where there is nothing to decide on (any more), or
/// where the case isn't as it was on their page.
pub async fn decide(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    input: &DecisionInput,
) -> Result<Outcome, Denied> {
    let by = access::person(actor, Act::Decide)?;
    let (choice, said) = input.checked()?;
    let mut terms = Terms::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = access::held(&mut tx, id, by).await?;
    let screen = judgeable(&mut tx, &application, Move::Decide, by, &input.seen).await?;
    let found = read_items(services, &mut tx, &application).await?;
    if choice == Choice::Approve {
        nothing_open(&found, "decision")?;
    }
    let (outcome, decision) = match choice {
        Choice::Approve => (Outcome::Approved, Decision::Approve),
        Choice::Reject => (Outcome::Rejected, Decision::Reject { reasons: said.reasons.clone() }),
        Choice::Return => (Outcome::Returned, Decision::Return),
    };
    if choice != Choice::Return {
        settle::decided(&mut tx, &application, &found, by).await?;
    }
    if outcome == Outcome::Approved {
        all_stand(services, &mut tx, &application).await?;
        nothing_listed(&mut tx, &application).await?;
        terms.policy.account_verification =
            transfers::is_due(services, &mut tx, &application, &terms.policy).await?;
    }
    let adviser = keep_decision(&mut tx, &application, (by, outcome, &said), &screen).await?;
    let event = Event::Decide { by, decision, seen: screen.seen() };
    advance(&mut tx, &mut application, event, &terms).await?;
    if outcome == Outcome::Returned {
        tell_adviser(&mut tx, adviser, id).await?;
    }
    if !said.reasons.is_empty() {
        tx.record(grounds("review.decision_grounded", id, &said.reasons));
    }
    tx.commit().await?;
    Ok(outcome)
}

async fn read_items(
    services: &Services,
    tx: &mut TenantTx,
    application: &Application,
) -> Result<Items, Denied> {
    let all = answers::open(tx, application.id).await?;
    Ok(items(tx, application, &shaped(services, application, &all)?, &all).await?)
}

/// Approval is for what holds: everything that is asked for or given is accepted, or waived by two people.
fn nothing_open(found: &Items, field: &str) -> Result<(), Denied> {
    let count = found.open().count();
    if count == 0 {
        return Ok(());
    }
    let mut error = FieldError::new(field, "review-error-items-open");
    error.args.push(("count", count.to_string()));
    Err(ServiceError::Refused(Refusal { whole: None, fields: vec![error] }).into())
}

/// Whose advice came back is told so, as long as they still give any here.
async fn tell_adviser(tx: &mut TenantTx, adviser: PersonId, id: ApplicationId) -> Result<(), Denied> {
    let member = staff::find(tx, adviser).await?;
    let reviews = |member: &Member| member.active && member.roles.iter().any(|role| role.may(Act::Recommend));
    if member.is_some_and(|member| reviews(&member)) {
        mail::to_person(tx, adviser, Template::AdviceReturned, About::application(id)).await?;
    }
    Ok(())
}

/// Keeps the decision, and says whose advice it answers.
async fn keep_decision(
    tx: &mut TenantTx,
    application: &Application,
    (by, outcome, said): (PersonId, Outcome, &Said),
    screen: &Screen,
) -> Result<PersonId, Denied> {
    let key = &dossiers::open(tx, application.id).await?;
    let advice = recommendations::standing(tx, key, application.id).await?.ok_or(Why::NotNow)?;
    let new = NewDecision {
        application: application.id,
        version: application.version,
        seen: &screen.digest(),
        recommendation: (advice.id, advice.by),
        by,
        outcome,
        reasons: &said.reasons,
        words: said.words.as_deref(),
        note: said.note.as_deref(),
    };
    decisions::insert(tx, key, &new).await?;
    Ok(advice.by)
}

/// What stands now, under the row's lock, where this person may judge it: on what they have seen, with the case in
/// hands that let them.
async fn judgeable(
    tx: &mut TenantTx,
    application: &Application,
    act: Move,
    by: PersonId,
    token: &str,
) -> Result<Screen, Denied> {
    let screen = Screen::of(tx, application).await?;
    let moved = screen.moved_since(token);
    match may_judge(&application.state, act, by, moved.is_empty()) {
        Err(Why::Stale) => return Err(Denied::Moved(moved)),
        judgeable => judgeable?,
    }
    match case_of(application).why_not_in_hand(act, by) {
        Some(why) => Err(why.into()),
        None => Ok(screen),
    }
}

/// Grounds stand in an event of their own: one confidential ground among them hides them all, so that the entry
/// beside them reads the same with it and without.
fn grounds(name: &'static str, id: ApplicationId, reasons: &[Reason]) -> Entry {
    let sayable = reasons.iter().all(|reason| reason.is_sayable());
    let audience = if sayable { Audience::Staff } else { Audience::Confidential };
    let words: Vec<&str> = reasons.iter().map(|reason| reason.word()).collect();
    Entry::new(name, "application", id).on(id).for_audience(audience).with("reasons", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_confidential_ground_hides_them_all() {
        let id = ApplicationId(uuid::Uuid::nil());
        let audience = |reasons: &[Reason]| grounds("review.decision_grounded", id, reasons).audience;
        assert_eq!(audience(&[]), Audience::Staff);
        assert_eq!(audience(&[Reason::NamesDiffer]), Audience::Staff);
        assert_eq!(audience(&[Reason::NamesDiffer, Reason::ListHit]), Audience::Confidential);
    }
}
