//! What the reviewer who holds a case makes of its items, one at a time or all of a part at once.

use super::{Denied, Item, Items, Moved, access, claims::case_of, items::items};
use crate::{
    Refusal, ServiceError, Services,
    applications::{answers, shaped},
};
use domain::{
    Actor, ApplicationId, PersonId,
    applications::{Fault, Move},
    audit::Event,
    permissions::Act,
    review::{Judgement, Mark, Reason, RedoReason, Requirement},
};
use serde::Deserialize;
use std::collections::BTreeSet;
use store::{
    TenantTx,
    applications::{Application, dossiers},
    keys::DossierKey,
    review::judgements::{self, NewJudgement},
};
use validator::Validate;

/// A judgement as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Validate)]
pub struct JudgementInput {
    /// The item as it stood on the page: [`Item::token`].
    pub item: String,
    /// `accepted`, `sent_back` or `rejected`.
    pub mark: String,
    /// Of the redo list, where it is sent back.
    pub redo: String,
    /// For the merchant, where it is sent back.
    #[validate(length(max = 1000, message = "review-error-words-long"))]
    pub words: String,
    /// Of the grounds, where it is rejected.
    pub ground: String,
}

impl JudgementInput {
    fn checked(&self) -> crate::Result<Judgement> {
        self.validate()?;
        let refused = |field: &str, key: &str| ServiceError::Refused(Refusal::at(field, key));
        match Mark::from_word(&self.mark) {
            None => Err(refused("mark", "review-error-mark")),
            Some(Mark::Accepted) => Ok(Judgement::Accepted),
            Some(Mark::SentBack) => {
                let reason =
                    RedoReason::from_word(&self.redo).ok_or_else(|| refused("redo", "review-error-redo"))?;
                let words = self.words.trim().replace("\r\n", "\n");
                if reason == RedoReason::Other && words.is_empty() {
                    return Err(refused("words", "review-error-words-missing"));
                }
                Ok(Judgement::SentBack { reason, words })
            }
            Some(Mark::Rejected) => {
                let reason = Reason::from_word(&self.ground)
                    .ok_or_else(|| refused("ground", "review-error-ground"))?;
                Ok(Judgement::Rejected { reason })
            }
        }
    }
}

/// A part of a case that can be accepted at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The answers of a section.
    Section(String),
    /// The files of all papers.
    Papers,
}

/// A case under its row's lock, for its holder to judge.
pub(super) struct Held {
    pub(super) application: Application,
    pub(super) key: DossierKey,
    pub(super) items: Items,
}

/// The case, where this person may judge its items now: it is open for it, and in their hands.
pub(super) async fn held(
    services: &Services,
    tx: &mut TenantTx,
    id: ApplicationId,
    by: PersonId,
) -> Result<Held, Denied> {
    let application = access::held(tx, id, by).await?;
    if let Some(why) = application.state.why_not(Move::RequestChanges, Some(by)) {
        return Err(why.into());
    }
    if let Some(why) = case_of(&application).why_not_in_hand(Move::Recommend, by) {
        return Err(why.into());
    }
    let all = answers::open(tx, id).await?;
    let items = items(tx, &application, &shaped(services, &application, &all)?, &all).await?;
    let key = dossiers::open(tx, id).await?;
    Ok(Held { application, key, items })
}

/// Judges one item, as it stood on the page. Judged again, the latest judgement counts.
///
/// # Errors
/// [`Denied::Moved`] where there is another version of it, [`Denied::NotOpen`] where the case isn't this person's to
/// judge now, not found where there is no such item.
pub async fn judge(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    input: &JudgementInput,
) -> Result<(), Denied> {
    let by = access::person(actor, Act::Recommend)?;
    let what = Item::named(&input.item).ok_or(ServiceError::NotFound)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let held = held(services, &mut tx, id, by).await?;
    let Some(item) = held.items.find(&what) else { return Err(moved(&what)) };
    if item.token() != input.item {
        return Err(moved(&what));
    }
    let judgement = input.checked()?;
    if let Judgement::SentBack { reason, .. } = &judgement
        && !RedoReason::fitting(&item.what).contains(reason)
    {
        return Err(ServiceError::Refused(Refusal::at("redo", "review-error-redo")).into());
    }
    if judgement.mark() != Mark::SentBack && !item.given {
        return Err(ServiceError::Refused(Refusal::at("mark", "review-error-mark-missing")).into());
    }
    keep(&mut tx, &held, item, &judgement, by).await?;
    tx.record(told(id, &judgement, &[item]));
    Ok(tx.commit().await?)
}

/// Accepts everything of a part that nobody has judged yet. What is sent back or rejected stays so.
pub async fn accept(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    part: &Part,
    seen: &BTreeSet<String>,
) -> Result<(), Denied> {
    let by = access::person(actor, Act::Recommend)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let held = held(services, &mut tx, id, by).await?;
    let wanted: Vec<&Item> =
        held.items.all.iter().filter(|item| is_of(part, item) && is_acceptable(item)).collect();
    if let Some(other) = wanted.iter().find(|item| !seen.contains(&item.token())) {
        return Err(moved(&other.what));
    }
    if wanted.is_empty() {
        return Ok(());
    }
    for item in &wanted {
        keep(&mut tx, &held, item, &Judgement::Accepted, by).await?;
    }
    tx.record(told(id, &Judgement::Accepted, &wanted));
    Ok(tx.commit().await?)
}

fn is_of(part: &Part, item: &Item) -> bool {
    match (part, &item.what) {
        (Part::Section(code), Fault::Field(section, _)) => section == code,
        (Part::Papers, Fault::Document(..)) => true,
        _ => false,
    }
}

/// Whether it waits for a judgement and is there to be accepted.
fn is_acceptable(item: &Item) -> bool {
    item.given && item.requirement == Requirement::Submitted
}

async fn keep(
    tx: &mut TenantTx,
    held: &Held,
    item: &Item,
    judgement: &Judgement,
    by: PersonId,
) -> Result<(), Denied> {
    let new = NewJudgement {
        application: held.application.id,
        what: &item.what,
        on: item.on,
        round: held.items.round,
        judgement,
        by,
    };
    Ok(judgements::insert(tx, &held.key, &new).await?)
}

fn moved(what: &Fault) -> Denied {
    Denied::Moved(BTreeSet::from([match what {
        Fault::Field(section, _) => Moved::Section(section.clone()),
        Fault::Paper(paper) | Fault::Document(paper, _) => Moved::Paper(paper.clone()),
    }]))
}

/// One event for one act: what was judged by code, how, and on which ground.
fn told(id: ApplicationId, judgement: &Judgement, items: &[&Item]) -> Event {
    let name = match judgement.mark() {
        Mark::Accepted => "review.item_accepted",
        Mark::SentBack => "review.item_sent_back",
        Mark::Rejected => "review.item_rejected",
    };
    let mut event = Event::new(name, "application", id).on(id).for_audience(judgement.audience());
    let mut fields = BTreeSet::new();
    let mut papers = BTreeSet::new();
    for item in items {
        match &item.what {
            Fault::Field(section, field) => {
                if fields.is_empty() {
                    event = event.with("section", section);
                }
                fields.insert(field.as_str());
            }
            Fault::Paper(paper) | Fault::Document(paper, _) => {
                papers.insert(paper.as_str());
            }
        }
    }
    for (detail, codes) in [("fields", fields), ("paper", papers)] {
        if !codes.is_empty() {
            event = event.with(detail, codes.into_iter().collect::<Vec<_>>().join(" "));
        }
    }
    match judgement {
        Judgement::Accepted => event,
        Judgement::SentBack { reason, .. } => event.with("redo", reason),
        Judgement::Rejected { reason } => event.with("reason", reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(mark: &str, redo: &str, words: &str, ground: &str) -> JudgementInput {
        JudgementInput {
            item: "field:bank:cnaps@1".into(),
            mark: mark.into(),
            redo: redo.into(),
            words: words.into(),
            ground: ground.into(),
        }
    }

    fn at(input: &JudgementInput) -> String {
        match input.checked() {
            Err(ServiceError::Refused(refusal)) => refusal.fields[0].field.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_mark_has_its_ground() {
        assert_eq!(input("accepted", "", "", "").checked().unwrap(), Judgement::Accepted);
        assert_eq!(at(&input("", "", "", "")), "mark");
        assert_eq!(at(&input("sent_back", "because", "", "")), "redo");
        assert_eq!(at(&input("sent_back", "other", " \n", "")), "words");
        assert_eq!(at(&input("rejected", "wrong", "", "")), "ground");
        assert_eq!(at(&input("sent_back", "wrong", &"字".repeat(1001), "")), "words");
        let back = input("sent_back", "wrong", " 请核对\r\n号码 ", "list_hit").checked().unwrap();
        assert_eq!(back, Judgement::SentBack { reason: RedoReason::Wrong, words: "请核对\n号码".into() });
        let rejected = input("rejected", "", "", "suspected_forgery").checked().unwrap();
        assert_eq!(rejected, Judgement::Rejected { reason: Reason::SuspectedForgery });
    }
}
