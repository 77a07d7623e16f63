//! Whether an account has to be proven, and how the proof begins and ends with its state.

use super::orders;
use crate::{
    Result, ServiceError, Services,
    applications::{answers, shaped},
    jobs::JobError,
};
use domain::{
    AccountProofId, Actor, ApplicationId, TenantId,
    applications::{Answers, Policy, RuleSet, StateKind},
    audit::{Audience, Event},
    documents::VersionKind,
    numbers::{Named, Number},
    transfers::{
        Need, Way, amount,
        life::{self, Event as Step},
    },
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    TenantTx,
    applications::{Application, dossiers, lock},
    documents,
    jobs::NewJob,
    ports::bytes,
    transfers::{
        account,
        proofs::{self, Account, Stored},
    },
};

/// The job that begins the proof of an application that has come so far.
pub const START: &str = "transfer.start";

/// The section of the account, and the fields of its number and of its bank's or branch's number.
const BANK: &str = "bank";
const NUMBERS: [&str; 2] = ["account_number", "iban"];
const CODES: [&str; 3] = ["cnaps", "sort_code", "routing"];

#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    application: ApplicationId,
}

/// Whether the application's account is to be proven by a transfer before it comes aboard: as who applies has it, as
/// the tenant has its switches, and unless this very account was proven before.
pub(crate) async fn is_due(
    services: &Services,
    tx: &mut TenantTx,
    application: &Application,
    policy: &Policy,
) -> Result<bool> {
    if !policy.account_verification {
        return Ok(false);
    }
    let answers = answers::open(tx, application.id).await?;
    let rules = shaped(services, application, &answers)?;
    let versions = documents::of_application(tx, application.id).await?;
    let given = |paper: &str| {
        let mut files = documents::current(&versions).into_iter().filter(|file| file.paper == paper);
        files.any(|file| file.version.kind() == VersionKind::Accepted)
    };
    if !Need::of(&rules, &answers, given).is_transfer_due(policy) {
        return Ok(false);
    }
    Ok(!proofs::is_proven(tx, application.id, &account_of(&rules, &answers).number).await?)
}

/// What follows for the proof when an application has moved on: one begins with its state, and ends with it at the
/// latest.
pub(crate) async fn follow(tx: &mut TenantTx, application: &Application, from: StateKind) -> Result<()> {
    let verifying = StateKind::AccountVerification;
    let to = application.state.kind();
    if to == verifying && from != verifying {
        let key = application.id.to_string();
        let payload = json!(Payload { application: application.id });
        tx.enqueue(NewJob::new(START, payload).once(key)).await?;
    }
    if from == verifying && to != verifying {
        let open = proofs::latest(tx, application.id).await?.filter(|stored| stored.proof.is_open());
        if let Some(mut stored) = open {
            step(tx, &mut stored, Step::End).await?;
        }
    }
    Ok(())
}

/// Moves a proof on and saves it.
///
/// # Errors
/// [`ServiceError::Conflict`] where it doesn't take this now.
pub(super) async fn step(tx: &mut TenantTx, stored: &mut Stored, event: life::Event) -> Result<()> {
    stored.proof =
        stored.proof.apply(event, tx.now()).map_err(|_| ServiceError::Conflict("transfers-why-not-now"))?;
    Ok(proofs::save(tx, stored).await?)
}

/// Runs a `transfer.start` job: the proof begins. Where there is but one way, it is the one.
pub(crate) async fn start(
    services: &Services,
    tenant: TenantId,
    payload: &serde_json::Value,
) -> Result<(), JobError> {
    let Ok(Payload { application }) = Payload::deserialize(payload) else {
        return Err(JobError::permanent("payload"));
    };
    let mut tx = TenantTx::begin(&services.db, &Actor::System { tenant, job: START }).await?;
    let application = lock(&mut tx, application).await?;
    let under_way = proofs::latest(&mut tx, application.id).await?.is_some_and(|one| one.proof.is_open());
    if application.state.kind() != StateKind::AccountVerification || under_way {
        return Ok(());
    }
    let id = begin(services, &mut tx, &application).await?;
    if account::get(&mut tx).await?.is_none() {
        let mut stored = proofs::load(&mut tx, id).await?;
        take_way(&mut tx, &mut stored, Way::Ours).await?;
    }
    Ok(tx.commit().await?)
}

async fn begin(services: &Services, tx: &mut TenantTx, application: &Application) -> Result<AccountProofId> {
    let answers = answers::open(tx, application.id).await?;
    let account = account_of(&shaped(services, application, &answers)?, &answers);
    let currency = amount::currency(&application.country)
        .ok_or_else(|| ServiceError::Internal("a country without a currency".into()))?;
    let reference = Number::draw(Named::Transfer, bytes(&*tx.random()));
    let key = dossiers::open(tx, application.id).await?;
    let id = proofs::begin(tx, (application.id, &key), &account, (currency, reference.as_str())).await?;
    tx.record(told("transfer.begun", application.id));
    Ok(id)
}

/// The way is chosen: an amount is drawn for it, and where we send, the bank is told.
pub(super) async fn take_way(tx: &mut TenantTx, stored: &mut Stored, way: Way) -> Result<()> {
    let key = dossiers::open(tx, stored.application).await?;
    stored.set_amount(tx, &key, amount::draw(bytes(&*tx.random())))?;
    step(tx, stored, Step::Choose(way)).await?;
    if way == Way::Ours {
        orders::queue(tx, stored.id).await?;
    }
    tx.record(told("transfer.way_chosen", stored.application).with("way", way));
    Ok(())
}

/// An event about the proof that its merchant may read.
pub(super) fn told(name: &'static str, application: ApplicationId) -> Event {
    Event::new(name, "application", application).on(application).for_audience(Audience::Merchant)
}

/// The account as the answers have it.
fn account_of(rules: &RuleSet, answers: &Answers) -> Account {
    let value = |field: &str| rules.answered(answers, &format!("{BANK}.{field}")).unwrap_or_default();
    let first = |fields: &[&str]| fields.iter().map(|field| value(field)).find(|value| !value.is_empty());
    Account {
        holder: value("account_holder").to_owned(),
        number: first(&NUMBERS).unwrap_or_default().to_owned(),
        bank: value("bank_name").to_owned(),
        bank_code: first(&CODES).unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::applications::rules;

    /// Whoever adds a kind of merchant gives its account by fields that are known here.
    #[test]
    fn every_kind_of_merchant_gives_an_account() {
        let book = rules::load_all().unwrap();
        for set in book.all() {
            let section = set.section(BANK).unwrap_or_else(|| panic!("{} has no account", set.code()));
            for field in ["account_holder", "bank_name"] {
                assert!(section.field(field).is_some(), "{}: {field}", set.code());
            }
            assert!(NUMBERS.iter().any(|field| section.field(field).is_some()), "{}", set.code());
        }
    }
}
