//! The merchant's home: their applications, and starting one.

use super::access::today;
use crate::{Refusal, Result, ServiceError, Services, overview};
use domain::{
    Actor, ApplicationId, MerchantId,
    actor::Person,
    applications::{Answer, RuleSet, Section, Values, choice},
    audit::{Audience, Event},
    numbers::{Named, Number},
    permissions::Act,
};
use serde::Deserialize;
use store::{
    TenantTx,
    accounts::persons,
    applications::{self, Listed, NewApplication, PAGE, dossiers, merchants, sections},
    ports::bytes,
    tenants,
};
use validator::Validate;

/// The applications of a person's merchants.
#[derive(Clone, Debug)]
pub struct Home {
    /// Newest first.
    pub applications: Vec<Listed>,
    /// Where the next page goes on, if there is one.
    pub older: Option<ApplicationId>,
    /// Businesses at which this person looks after API keys alone, by name.
    pub keys: Vec<String>,
}

/// Lists the applications that this person may see, older than `before`.
pub async fn home(services: &Services, actor: &Actor, before: Option<ApplicationId>) -> Result<Home> {
    let person = actor.person().ok_or(ServiceError::SignedOut)?;
    let mine = merchants_where(person, Act::ViewOwnApplication);
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let applications = applications::list_of_merchants(&mut tx, &mine, before).await?;
    let full = i64::try_from(applications.len()).is_ok_and(|count| count == PAGE);
    let older = applications.last().map(|last| last.id).filter(|_| full);
    let keys: Vec<MerchantId> = merchants_where(person, Act::ViewOwnCredentials)
        .into_iter()
        .filter(|merchant| !mine.contains(merchant))
        .collect();
    let keys = merchants::list(&mut tx, &keys).await?.into_iter().map(|merchant| merchant.name).collect();
    Ok(Home { applications, older, keys })
}

fn merchants_where(person: &Person, act: Act) -> Vec<MerchantId> {
    let mut ids: Vec<MerchantId> =
        person.members.iter().filter(|(_, role)| role.may(act)).map(|(merchant, _)| *merchant).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// What can be started.
#[derive(Clone, Debug)]
pub struct Offer<'a> {
    /// The kinds of merchants, as their rules stand today.
    pub kinds: Vec<&'a RuleSet>,
    /// Businesses of this person for which another application can be started.
    pub merchants: Vec<merchants::Merchant>,
}

/// What this person can start.
pub async fn offer<'a>(services: &'a Services, actor: &Actor) -> Result<Offer<'a>> {
    let person = actor.person().ok_or(ServiceError::SignedOut)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let mut free = Vec::new();
    for merchant in merchants::list(&mut tx, &merchants_where(person, Act::SubmitApplication)).await? {
        // One that nothing was applied for has no name yet: it is taken where a new one is asked for.
        if !merchant.name.is_empty() && applications::other_open(&mut tx, merchant.id).await?.is_none() {
            free.push(merchant);
        }
    }
    Ok(Offer { kinds: services.rules.offered(today("CN", services.now())), merchants: free })
}

/// What the form for starting says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Validate)]
#[serde(deny_unknown_fields)]
pub struct StartInput {
    /// The kind's code: `cn-enterprise`.
    #[serde(default)]
    #[validate(length(min = 1, max = 60, message = "error-choose"))]
    pub kind: String,
    /// One of the person's businesses by its id, or nothing for a new one.
    #[serde(default)]
    #[validate(length(max = 36, message = "error-choose"))]
    pub merchant: String,
    /// Channels chosen before, by their words with commas between; those that aren't open to the kind are left out.
    #[serde(default)]
    #[validate(length(max = 200, message = "error-choose"))]
    pub channels: String,
}

/// Starts an application. A person without a business gets one, with themself as its owner.
///
/// Who has one that they haven't written anything into gets that one again: a form sent twice starts one application.
pub async fn start(services: &Services, actor: &Actor, input: &StartInput) -> Result<ApplicationId> {
    input.validate()?;
    let person = actor.person().ok_or(ServiceError::SignedOut)?;
    let known = persons::known(&services.db, person.id).await?.ok_or(ServiceError::SignedOut)?;
    if !known.confirmed {
        return Err(ServiceError::Forbidden);
    }
    if tenants::by_id(&services.db, actor.tenant()).await?.suspended {
        return Err(ServiceError::Forbidden);
    }
    let rules = services
        .rules
        .current(&input.kind, today("CN", services.now()))
        .ok_or_else(|| ServiceError::Refused(Refusal::at("kind", "error-choose")))?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let merchant = if input.merchant.is_empty() {
        merchants::hold_person(&mut tx, person.id).await?;
        if let Some(untouched) = applications::untouched(&mut tx, person.id, &rules.kind).await? {
            prefill(&mut tx, untouched, rules, input).await?;
            tx.commit().await?;
            return Ok(untouched);
        }
        // Whoever made a test credential first has a merchant already: the application is its.
        match merchants::unused_of(&mut tx, person.id).await? {
            Some(unused) => unused,
            None => merchants::create(&mut tx, person.id).await?,
        }
    } else {
        chosen(&mut tx, person, &input.merchant).await?
    };
    let id = ApplicationId(tx.new_id());
    let number = case_number(&mut tx).await?;
    dossiers::create(&mut tx, id).await?;
    let new = NewApplication {
        id,
        merchant,
        case_number: &number,
        kind: &rules.kind,
        country: &rules.country,
        rules_version: &rules.version,
        created_by: person.id,
    };
    applications::insert(&mut tx, &new).await?;
    tx.record(
        Event::new("application.started", "application", id)
            .on(id)
            .for_audience(Audience::Merchant)
            .with("kind", rules.code())
            .with("rules", &rules.version),
    );
    prefill(&mut tx, id, rules, input).await?;
    let application = applications::load(&mut tx, id).await?;
    overview::note(services, &mut tx, &application).await?;
    tx.commit().await?;
    Ok(id)
}

/// Fills in the channels that were chosen before, where nobody has answered yet. The application stays untouched by it.
async fn prefill(tx: &mut TenantTx, id: ApplicationId, rules: &RuleSet, input: &StartInput) -> Result<()> {
    let Some(by) = tx.actor().person().map(|person| person.id) else { return Err(ServiceError::SignedOut) };
    let wanted = choice::open(rules, input.channels.split(','));
    let asks = |section: &'_ &Section| section.fields.iter().any(|field| field.answer == Answer::Channels);
    let Some(section) = rules.sections.iter().find(asks).filter(|_| !wanted.is_empty()) else {
        return Ok(());
    };
    if sections::current(tx, id).await?.iter().any(|saved| saved.code == section.code) {
        return Ok(());
    }
    let field = section.fields.iter().find(|field| field.answer == Answer::Channels);
    let plain = field.map(|field| (field.code.clone(), wanted.join(","))).into_iter().collect();
    let new = sections::NewSection {
        code: &section.code,
        follows: 0,
        plain: &plain,
        sealed: &Values::new(),
        found_by: &[],
        by,
    };
    let key = dossiers::open(tx, id).await?;
    let version = sections::save(tx, id, &key, &new).await?;
    applications::want_channels(tx, id, &wanted).await?;
    tx.record(
        Event::new("section.saved", "application", id)
            .on(id)
            .for_audience(Audience::Merchant)
            .with("section", &section.code)
            .with("version", version),
    );
    Ok(())
}

/// A business that this person owns and that has no other application open.
async fn chosen(tx: &mut TenantTx, person: &Person, merchant: &str) -> Result<MerchantId> {
    let id: MerchantId =
        merchant.parse().map_err(|_| ServiceError::Refused(Refusal::at("merchant", "error-choose")))?;
    if !merchants_where(person, Act::SubmitApplication).contains(&id) {
        return Err(ServiceError::NotFound);
    }
    merchants::lock(tx, id).await?;
    match applications::other_open(tx, id).await? {
        None => Ok(id),
        Some(_) => Err(ServiceError::Refused(Refusal::at("merchant", "applications-start-other-open"))),
    }
}

/// A number that no application of the tenant has.
async fn case_number(tx: &mut TenantTx) -> Result<String> {
    loop {
        let number = Number::draw(Named::Case, bytes(&*tx.random())).to_string();
        if store::review::by_number(tx, &number).await?.is_none() {
            return Ok(number);
        }
    }
}
