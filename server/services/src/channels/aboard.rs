//! What an approval gives, what takes it away again, and what a channel asked for in vain.

use super::change;
use crate::{Result, ServiceError, credentials::rights};
use domain::{
    audit::{Audience, Event},
    channels::{Capability, CapabilityKind, capability},
    credentials::Environment,
    numbers::{Named, Number},
};
use std::collections::BTreeSet;
use store::{
    TenantTx,
    applications::{Application, merchants},
    channels::{self, Held},
    ports::bytes,
    review::aboard as rows,
};

/// So many numbers are drawn before something else must be wrong.
const DRAWS: usize = 8;

/// Gives the merchant its number and asks for the channels it wants, in the approval's own transaction. Nothing is
/// effective yet: each channel still has to say yes.
///
/// Done again it gives nothing twice: what stands stays, what had been taken back or objected to is asked for anew.
pub(crate) async fn aboard(tx: &mut TenantTx, application: &Application) -> Result<()> {
    merchants::lock(tx, application.merchant).await?;
    let is_new = merchants::load(tx, application.merchant).await?.number.is_none();
    if is_new {
        let number = draw(tx).await?;
        rows::number(tx, application.merchant, number.as_str()).await?;
    }
    let asked = ask(tx, application).await?;
    if is_new || !asked.is_empty() {
        tx.record(event("merchant.taken_aboard", application));
    }
    for channel in asked {
        tx.record(event("capability.requested", application).with("channel", channel));
    }
    Ok(())
}

/// Asks for every channel wanted, in both environments; those for which that is news.
async fn ask(tx: &mut TenantTx, application: &Application) -> Result<BTreeSet<String>> {
    let mut asked = BTreeSet::new();
    let standing = channels::of_merchant(tx, application.merchant).await?;
    for channel in &application.channels {
        for environment in Environment::ALL {
            let known =
                standing.iter().find(|held| held.channel == *channel && held.environment == *environment);
            let news = match known {
                Some(known) => again(tx, application, known.clone()).await?,
                None => first(tx, application, channel, *environment).await?,
            };
            if news {
                asked.insert(channel.clone());
            }
        }
    }
    Ok(asked)
}

async fn again(tx: &mut TenantTx, application: &Application, mut held: Held) -> Result<bool> {
    let stands = held
        .capability
        .apply(capability::Event::Request, tx.now())
        .map_err(|refused| ServiceError::Internal(Box::new(refused)))?;
    if stands == held.capability {
        return Ok(false);
    }
    held.capability = stands;
    held.application = application.id;
    channels::save(tx, &mut held).await?;
    Ok(true)
}

async fn first(
    tx: &mut TenantTx,
    application: &Application,
    channel: &str,
    environment: Environment,
) -> Result<bool> {
    let held = Held {
        merchant: application.merchant,
        channel: channel.to_owned(),
        environment,
        capability: Capability::requested(tx.now()),
        application: application.id,
        requested_at: tx.now(),
        version: 1,
    };
    channels::insert(tx, &held).await?;
    Ok(true)
}

/// Takes back what approval gave: nothing is asked of any channel any more, nothing is in force, and with it ends the
/// right to live credentials. The number stays the merchant's: it is given to nobody else.
pub(crate) async fn ashore(tx: &mut TenantTx, application: &Application) -> Result<()> {
    merchants::lock(tx, application.merchant).await?;
    withdraw(tx, application, domain::channels::CapabilityKind::is_open).await?;
    rights::settle(tx, application.merchant, application.id).await?;
    tx.record(event("merchant.put_ashore", application));
    Ok(())
}

/// What a channel wanted changed was not answered in time: it isn't asked any more.
pub(crate) async fn unanswered(tx: &mut TenantTx, application: &Application) -> Result<()> {
    merchants::lock(tx, application.merchant).await?;
    withdraw(tx, application, |kind| kind == CapabilityKind::Objected).await?;
    rights::settle(tx, application.merchant, application.id).await
}

async fn withdraw(
    tx: &mut TenantTx,
    application: &Application,
    which: impl Fn(CapabilityKind) -> bool,
) -> Result<()> {
    let mut told = BTreeSet::new();
    // What another of the merchant's applications is asked for goes on.
    let theirs = |held: &Held| held.application == application.id && which(held.capability.kind());
    for mut held in channels::of_merchant(tx, application.merchant).await?.into_iter().filter(theirs) {
        change::apply(tx, &mut held, capability::Event::Withdraw).await?;
        if told.insert(held.channel.clone()) {
            tx.record(event("capability.withdrawn", application).with("channel", &held.channel));
        }
    }
    Ok(())
}

fn event(name: &'static str, application: &Application) -> Event {
    Event::new(name, "merchant", application.merchant).on(application.id).for_audience(Audience::Merchant)
}

/// A number that no other merchant of the tenant has.
async fn draw(tx: &mut TenantTx) -> Result<Number> {
    for _ in 0..DRAWS {
        let number = Number::draw(Named::Merchant, bytes(&*tx.random()));
        if !rows::number_is_taken(tx, number.as_str()).await? {
            return Ok(number);
        }
    }
    Err(ServiceError::Internal("no free merchant number in several draws".into()))
}
