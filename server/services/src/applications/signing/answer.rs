//! What whoever holds the link sees, and what they say.

use super::super::{access::shaped, advance, answers, consents::standing_of, shown, terms::Terms};
use crate::{Result, ServiceError, Services, accounts, error::Refusal, mail};
use domain::{
    Actor, Lang,
    applications::{
        self, Answers, Section, StateKind,
        consent::{Asked, asked},
        signing::{self as rules, Answer, Closed, Event, Standing},
    },
    audit::{self, Audience},
};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::net::IpAddr;
use store::{
    TenantTx,
    applications::{
        Application, load, lock,
        signing::{self, Link, NewSignature},
    },
    tenants,
};
use time::OffsetDateTime;

/// The consent by which an agreement is kept.
const AGREEMENT: &str = "agreement";

/// What a link opens.
#[derive(Clone, Debug)]
pub enum Look {
    /// What was declared in the holder's name, to be confirmed or disowned.
    Open(Box<Declared>),
    /// It was answered: thanks, and nothing else.
    Answered,
    /// It was replaced, has run out, or isn't needed any more.
    Over,
}

/// What was declared in somebody's name.
#[derive(Clone, Debug)]
pub struct Declared {
    /// What people call the application.
    pub number: String,
    /// The business's name as declared.
    pub business: String,
    /// Their name as declared.
    pub name: String,
    /// The sections that are shown, in the order of the form.
    pub sections: Vec<Section>,
    /// The answers of these sections; sealed ones masked.
    pub answers: Answers,
    /// The agreement that they sign.
    pub agreement: Asked,
    /// When it was handed in.
    pub handed_in: Option<OffsetDateTime>,
    /// Until when the link is good.
    pub until: OffsetDateTime,
}

/// Nobody's session is asked for or used: whoever holds the link acts by it alone.
fn visitor(actor: &Actor) -> Actor {
    Actor::Visitor { tenant: actor.tenant() }
}

/// What the link opens. Looking at it leaves no trace but that it was looked at.
///
/// # Errors
/// [`ServiceError::NotFound`] where there is no such link at this tenant, [`ServiceError::TooMany`] where too many are
/// tried.
pub async fn look(services: &Services, actor: &Actor, token: &str, from: IpAddr) -> Result<Look> {
    let hash = mail::token_hash(token).ok_or(ServiceError::NotFound)?;
    accounts::count_link(services, from).await?;
    let mut tx = TenantTx::begin(&services.db, &visitor(actor)).await?;
    let link = signing::by_token(&mut tx, &hash).await?;
    let application = load(&mut tx, link.application).await?;
    let standing = match opened(&link, &application, Event::Open, tx.now()) {
        Ok(standing) => standing,
        Err(Closed::Answered) => return Ok(Look::Answered),
        Err(Closed::Over) => return Ok(Look::Over),
    };
    let declared = declared(services, &mut tx, &application, &link).await?;
    if standing != link.standing {
        signing::stand(&mut tx, &link, standing).await?;
        tx.commit().await?;
    }
    Ok(Look::Open(Box::new(declared)))
}

/// Where the link stands after this; only while the application waits for it.
fn opened(
    link: &Link,
    application: &Application,
    event: Event,
    now: OffsetDateTime,
) -> Result<Standing, Closed> {
    let after = link.standing.apply(event, link.expires_at, now)?;
    if application.state.kind() == StateKind::Signing { Ok(after) } else { Err(Closed::Over) }
}

async fn declared(
    services: &Services,
    tx: &mut TenantTx,
    application: &Application,
    link: &Link,
) -> Result<Declared> {
    let all = answers::open(tx, application.id).await?;
    let set = shaped(services, application, &all)?;
    let sections: Vec<Section> = rules::declared(&set).into_iter().cloned().collect();
    let masked = |section: &Section| Some((section.code.clone(), shown(section, all.get(&section.code)?)));
    let agreement = asked(&set).into_iter().find(|one| one.kind == AGREEMENT);
    Ok(Declared {
        number: application.case_number.clone(),
        business: application.name.clone(),
        name: rules::name(&set, &all).unwrap_or_default().to_owned(),
        answers: sections.iter().filter_map(masked).collect(),
        sections,
        agreement: agreement.ok_or_else(|| ServiceError::Internal("rules without an agreement".into()))?,
        handed_in: application.state.submission().map(|submission| submission.at),
        until: link.expires_at,
    })
}

/// The form of whoever signs, as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct AnswerInput {
    /// `confirmed` or `disowned`.
    pub answer: String,
    /// `yes` where the agreement was accepted.
    pub agreed: String,
}

impl AnswerInput {
    fn checked(&self) -> Result<Answer> {
        match Answer::from_word(&self.answer) {
            Some(Answer::Confirmed) if self.agreed != "yes" => {
                Err(Refusal::at("agreed", "sign-error-agreed").into())
            }
            Some(answer) => Ok(answer),
            None => Err(Refusal::whole("sign-error-answer").into()),
        }
    }
}

/// The agreement as it was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// In which version.
    pub version: String,
    /// In which language.
    pub lang: Lang,
    /// Its text.
    pub text: String,
}

/// Keeps what whoever signs says, and moves the application on: aboard, or back to the desk. From outside the one way
/// back can't be told from another.
///
/// # Errors
/// [`ServiceError::Conflict`] where the link was used, replaced or has run out, or the agreement is another one by now;
/// a refusal where it was confirmed without the agreement.
pub async fn answer(
    services: &Services,
    actor: &Actor,
    token: &str,
    input: &AnswerInput,
    read: &Read,
    from: IpAddr,
) -> Result<()> {
    let hash = mail::token_hash(token).ok_or(ServiceError::NotFound)?;
    accounts::count_link(services, from).await?;
    let terms = Terms::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let mut tx = TenantTx::begin(&services.db, &visitor(actor)).await?;
    // Found before the application is locked, and read again under its lock: of two who answer at once one comes first.
    let found = signing::by_token(&mut tx, &hash).await?;
    let mut application = lock(&mut tx, found.application).await?;
    let link = signing::by_token(&mut tx, &hash).await?;
    let closed = |_: Closed| ServiceError::Conflict("sign-closed");
    opened(&link, &application, Event::Open, tx.now()).map_err(closed)?;
    let answer = input.checked()?;
    let standing = opened(&link, &application, Event::Answer(answer), tx.now()).map_err(closed)?;
    keep(services, &mut tx, (&application, &link), (answer, read), from).await?;
    signing::stand(&mut tx, &link, standing).await?;
    tx.record(
        audit::Event::new("application.signing_answered", "application", application.id)
            .on(application.id)
            .for_audience(Audience::Merchant),
    );
    let event = match answer {
        Answer::Confirmed => {
            consents_stand(services, &mut tx, &application).await?;
            applications::Event::Sign
        }
        Answer::Disowned => applications::Event::Disown,
    };
    advance(&mut tx, &mut application, event, &terms).await?;
    Ok(tx.commit().await?)
}

/// Nobody comes aboard while a consent is missing that is needed: the merchant took it back after the decision.
async fn consents_stand(services: &Services, tx: &mut TenantTx, application: &Application) -> Result<()> {
    let (_, lacking) = standing_of(services, tx, application).await?;
    if lacking.is_empty() { Ok(()) } else { Err(ServiceError::Conflict("sign-not-ready")) }
}

async fn keep(
    services: &Services,
    tx: &mut TenantTx,
    (application, link): (&Application, &Link),
    (answer, read): (Answer, &Read),
    from: IpAddr,
) -> Result<()> {
    let all = answers::open(tx, application.id).await?;
    let set = shaped(services, application, &all)?;
    let agreement = asked(&set).into_iter().find(|one| one.kind == AGREEMENT);
    if agreement.is_none_or(|one| one.version != read.version) {
        return Err(ServiceError::Conflict("sign-closed"));
    }
    let signatory = rules::signatory(&set).map(|section| section.code.clone()).unwrap_or_default();
    let codes: Vec<&str> = rules::declared(&set).iter().map(|section| section.code.as_str()).collect();
    let declared: Answers = all.into_iter().filter(|(code, _)| codes.contains(&code.as_str())).collect();
    let declared = serde_json::to_string(&declared).map_err(|error| ServiceError::Internal(error.into()))?;
    let keys = tx.keys().await?;
    let new = NewSignature {
        application: application.id,
        link: link.id,
        round: application.state.submission().map_or(1, |submission| submission.round),
        answer,
        signatory: &signatory,
        text: (AGREEMENT, &read.version, read.lang.tag()),
        text_hash: &Sha256::digest(&read.text).into(),
        declared_mark: &keys.fingerprint("signing.declared", &declared),
        address: &from.to_string(),
    };
    signing::keep(tx, &new).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(answer: &str, agreed: &str) -> AnswerInput {
        AnswerInput { answer: answer.into(), agreed: agreed.into() }
    }

    #[test]
    fn whoever_confirms_agrees_and_whoever_disowns_need_not() {
        assert_eq!(input("confirmed", "yes").checked().unwrap(), Answer::Confirmed);
        assert_eq!(input("disowned", "").checked().unwrap(), Answer::Disowned);
        for wrong in [input("confirmed", ""), input("confirmed", "no"), input("", "yes")] {
            assert!(matches!(wrong.checked(), Err(ServiceError::Refused(_))), "{wrong:?}");
        }
    }
}
