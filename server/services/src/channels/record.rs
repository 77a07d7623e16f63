//! Staff record what a channel answered.

use super::{AnswerInput, change};
use crate::{
    Result, ServiceError, Services,
    applications::{Terms, advance, answers, shaped},
    credentials::rights,
    review::{access, keep_request},
};
use domain::{
    Actor, AnswerId, ApplicationId,
    applications::{Event, Fault, RuleSet},
    audit,
    channels::{Answer, capability},
    credentials::Environment,
    permissions::Act,
};
use store::{
    TenantTx,
    applications::{Application, dossiers, merchants},
    channels::{self, Held, NewAnswer},
    tenants,
};

/// What the form for an answer stands on.
#[derive(Clone, Debug)]
pub struct Form {
    /// The application.
    pub application: Application,
    /// The rules it was started under, as its own answers shape them.
    pub rules: RuleSet,
    /// The capability.
    pub held: Held,
    /// The answers that fit where it stands.
    pub answers: Vec<Answer>,
    /// What can be sent back to the merchant.
    pub offered: Vec<Fault>,
}

/// The capability that a channel's answer is about, for whoever of the desk may record it.
pub async fn form(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    (channel, environment): (&str, Environment),
) -> Result<Form> {
    let by = access::person(actor, Act::RecordChannels)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = access::seen(&mut tx, id, by).await?;
    let held = of(&mut tx, &application, channel, environment).await?;
    let application = if held.application == id {
        application
    } else {
        access::seen(&mut tx, held.application, by).await?
    };
    let rules = shaped(services, &application, &answers::open(&mut tx, application.id).await?)?;
    Ok(Form { answers: held.capability.answers(), offered: offered(&rules), application, rules, held })
}

async fn of(
    tx: &mut TenantTx,
    application: &Application,
    channel: &str,
    environment: Environment,
) -> Result<Held> {
    let all = channels::of_merchant(tx, application.merchant).await?;
    let found = all.into_iter().find(|held| held.channel == channel && held.environment == environment);
    found.ok_or(ServiceError::NotFound)
}

/// Every field and every paper that the merchant could be asked to do again: what the rules ask of it.
fn offered(rules: &RuleSet) -> Vec<Fault> {
    let fields = rules.sections.iter().flat_map(|section| {
        section.fields.iter().map(|field| Fault::Field(section.code.clone(), field.code.clone()))
    });
    let papers = rules.papers.iter().map(|paper| Fault::Paper(paper.code.clone()));
    fields.chain(papers).collect()
}

/// Records what a channel answered, word for word, and moves the capability on: its yes brings it into force, its
/// objections open exactly the named items to the merchant.
///
/// # Errors
/// [`ServiceError::Conflict`] where the capability has moved on since it was on the page, or where the application is
/// in a state in which nothing can be asked of the merchant.
pub async fn record(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    at: (&str, Environment),
    input: &AnswerInput,
) -> Result<AnswerId> {
    let by = access::person(actor, Act::RecordChannels)?;
    let Form { application, offered, .. } = form(services, actor, id, at).await?;
    let tenant = tenants::by_id(&services.db, actor.tenant()).await?;
    let terms = Terms::of(services, &tenant)?;
    let sound = input.checked(&offered, terms.today(services.now()))?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    // The application before its merchant, and that before the capability, as an approval takes them.
    let mut application = access::held(&mut tx, application.id, by).await?;
    merchants::lock(&mut tx, application.merchant).await?;
    let mut held = channels::lock(&mut tx, application.merchant, at.0, at.1).await?;
    if held.version != input.version {
        return Err(ServiceError::Conflict("error-stale"));
    }
    let before = held.capability.kind();
    change::apply(&mut tx, &mut held, capability::Event::Answer(sound.answer)).await?;
    let key = dossiers::open(&mut tx, application.id).await?;
    let new = NewAnswer {
        merchant: held.merchant,
        application: application.id,
        channel: &held.channel,
        environment: held.environment,
        answer: sound.answer,
        state: held.capability.kind(),
        verbatim: &sound.verbatim,
        on: sound.on,
    };
    let answer = channels::record(&mut tx, &key, &new).await?;
    // What was answered is the staff's to read: what may be told to the merchant are the states that follow from it.
    tx.record(
        audit::Event::new("channel.answered", "merchant", held.merchant)
            .on(application.id)
            .with("channel", &held.channel)
            .with("environment", held.environment)
            .with("answer", sound.answer)
            .with("record", answer),
    );
    change::tell(&mut tx, &held, before).await?;
    if sound.answer == Answer::Objections {
        let items = keep_request(services, &mut tx, &application, sound.items, Some(by)).await?;
        let event = Event::ChannelObjects { by, items };
        advance(&mut tx, &mut application, event, &terms).await?;
    }
    rights::settle(&mut tx, held.merchant, application.id).await?;
    tx.commit().await?;
    Ok(answer)
}
