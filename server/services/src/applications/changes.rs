//! What the desk asked for, as the merchant answers it: by another answer, another file, or an explanation why nothing
//! is to be changed.

use super::{
    access::{allowed, held, seen, shaped},
    answers,
};
use crate::{Refusal, Result, ServiceError, Services, review::items};
use domain::{
    Actor, ApplicationId,
    applications::{Fault, Item, RuleSet, State, Values},
    audit::{Audience, Event},
    documents::Version,
    permissions::Act,
    review::Reply,
};
use std::collections::BTreeSet;
use store::{
    TenantTx,
    applications::{Application, dossiers},
    review::{requests, waivers},
};
use time::OffsetDateTime;

/// The longest explanation, in characters.
pub const LONGEST_EXPLANATION: usize = 1000;

/// What is to be changed, for the merchant's people.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The application.
    pub application: Application,
    /// Its rules.
    pub rules: RuleSet,
    /// In the order in which it was asked for.
    pub requests: Vec<Request>,
    /// When it runs out.
    pub until: OffsetDateTime,
    /// Whether this person hands in.
    pub submit: bool,
}

/// One thing that is to be changed.
#[derive(Clone, Debug)]
pub struct Request {
    /// What, why, and in what words.
    pub item: Item,
    /// What was done about it.
    pub reply: Reply,
    /// The explanation that stands.
    pub explanation: Option<String>,
    /// The section's answers as they are now, sealed ones masked; none where this person doesn't fill it in.
    pub values: Option<Values>,
    /// Whether answering it is this person's.
    pub mine: bool,
}

impl Changes {
    /// Whether everything was answered.
    pub fn is_answered(&self) -> bool {
        self.requests.iter().all(|request| request.reply.is_answer())
    }
}

/// What is to be changed; nothing where nothing is.
pub async fn changes(services: &Services, actor: &Actor, id: ApplicationId) -> Result<Option<Changes>> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = seen(&mut tx, id, Act::ViewOwnApplication).await?;
    let State::ChangesRequested { until, .. } = &application.state else { return Ok(None) };
    let until = *until;
    let all = answers::open(&mut tx, id).await?;
    let rules = shaped(services, &application, &all)?;
    let replies = replies(&mut tx, &application, &rules).await?;
    let requests = replies
        .into_iter()
        .map(|(item, reply, explanation)| {
            let mine = actor.may_at(application.merchant, act_for(&rules, &item.what));
            let values = match &item.what {
                Fault::Field(section, _) if mine => rules
                    .section(section)
                    .map(|rule| answers::shown(rule, all.get(section).unwrap_or(&Values::new()))),
                _ => None,
            };
            Request { item, reply, explanation: explanation.filter(|_| mine), values, mine }
        })
        .collect();
    let submit = actor.may_at(application.merchant, Act::SubmitApplication);
    Ok(Some(Changes { application, rules, requests, until, submit }))
}

/// The permission it takes to answer an item.
fn act_for(rules: &RuleSet, what: &Fault) -> Act {
    match what {
        Fault::Field(section, _) => {
            rules.section(section).map_or(Act::EditApplication, |section| section.act)
        }
        Fault::Paper(_) | Fault::Document(..) => Act::UploadPapers,
    }
}

/// Each requested item with what was done about it; empty where nothing is requested.
pub(super) async fn replies(
    tx: &mut TenantTx,
    application: &Application,
    rules: &RuleSet,
) -> Result<Vec<(Item, Reply, Option<String>)>> {
    let State::ChangesRequested { items: asked, submission, .. } = &application.state else {
        return Ok(Vec::new());
    };
    let all = answers::open(tx, application.id).await?;
    let key = dossiers::open(tx, application.id).await?;
    let explained = requests::explanations(tx, &key, application.id, submission.round).await?;
    let waived = waivers::holding(tx, application.id).await?;
    let found = items(tx, application, rules, &all).await?;
    Ok(asked
        .iter()
        .map(|item| {
            let explanation = explained.get(&item.what).map(|explained| explained.text.clone());
            let changed = match found.find(&item.what) {
                Some(now) => now.asked.as_ref().is_some_and(|asked| asked.reply == Reply::Changed),
                // A paper that was missing has come; a document that is gone can't be: what was handed in stays.
                None => true,
            };
            let reply = Reply::of(changed, explanation.is_some(), is_waived(&waived, &item.what));
            (item.clone(), reply, explanation)
        })
        .collect())
}

/// Whether two people have waived it; files are waived with their paper.
pub(super) fn is_waived(waived: &BTreeSet<Fault>, what: &Fault) -> bool {
    match what {
        Fault::Document(paper, _) => waived.contains(&Fault::Paper(paper.clone())),
        other => waived.contains(other),
    }
}

/// How a version counts for the merchant's own task list: what was asked for again and is explained or waived stands,
/// and what the desk made of a file is no matter of theirs.
pub(super) fn as_given(version: &Version, asked: Option<Reply>, pictures: u16) -> Version {
    let answered = asked.is_some_and(Reply::is_answer);
    match version {
        // Of what runs out another one is to come, while it holds and when it is over.
        Version::Accepted { .. } | Version::Expired if asked == Some(Reply::Open) => Version::Expired,
        Version::Expired if answered => Version::PendingReview { pages: u32::from(pictures) },
        Version::RedoRequested { pages, .. } if answered => Version::PendingReview { pages: *pages },
        Version::Rejected { fault: domain::documents::life::Fault::Paper(_) } => {
            Version::PendingReview { pages: u32::from(pictures) }
        }
        other => other.clone(),
    }
}

/// The rules without what two people have waived: no longer asked for, still taken.
pub(crate) fn without_waived(rules: &RuleSet, waived: &BTreeSet<Fault>) -> RuleSet {
    let mut rules = rules.clone();
    for what in waived {
        match what {
            Fault::Field(section, field) => {
                let of = rules.sections.iter_mut().find(|rule| rule.code == *section);
                let rule = of.and_then(|rule| rule.fields.iter_mut().find(|rule| rule.code == *field));
                if let Some(rule) = rule {
                    rule.required = false;
                }
            }
            Fault::Paper(paper) | Fault::Document(paper, _) => {
                if let Some(rule) = rules.papers.iter_mut().find(|rule| rule.code == *paper) {
                    rule.min = 0;
                }
            }
        }
    }
    rules
}

/// Explains why nothing is to be changed, or with nothing takes the explanation back.
///
/// # Errors
/// [`ServiceError::NotFound`] where that wasn't asked for, [`ServiceError::Conflict`] where nothing is asked for now,
/// [`ServiceError::Refused`] where the text is too long.
pub async fn explain(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    what: &str,
    text: &str,
) -> Result<()> {
    let what = Fault::from_token(what).ok_or(ServiceError::NotFound)?;
    let text = text.trim().replace("\r\n", "\n");
    if text.chars().count() > LONGEST_EXPLANATION {
        return Err(
            Refusal::at(format!("explanation.{}", what.token()), "applications-explanation-long").into()
        );
    }
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let application = held(&mut tx, id, Act::ViewOwnApplication).await?;
    let rules = shaped(services, &application, &answers::open(&mut tx, id).await?)?;
    allowed(actor, &application, act_for(&rules, &what))?;
    let State::ChangesRequested { items, submission, .. } = &application.state else {
        return Err(ServiceError::Conflict("applications-why-not-now"));
    };
    if !items.iter().any(|item| item.what == what) {
        return Err(ServiceError::NotFound);
    }
    let key = dossiers::open(&mut tx, id).await?;
    let given = Some(text.as_str()).filter(|text| !text.is_empty());
    requests::explain(&mut tx, &key, (id, submission.round), &what, given, Some(by)).await?;
    let name = if given.is_some() { "request.explained" } else { "request.explanation_taken_back" };
    let mut event = Event::new(name, "application", id).on(id).for_audience(Audience::Merchant);
    event = match &what {
        Fault::Field(section, field) => event.with("section", section).with("field", field),
        Fault::Paper(paper) | Fault::Document(paper, _) => event.with("paper", paper),
    };
    tx.record(event);
    Ok(tx.commit().await?)
}
