//! The merchant's part: choosing the way, sending what we name, telling what we sent.

use super::start::{step, take_way, told};
use crate::{
    Refusal, Result, ServiceError, Services,
    applications::{Terms, access, advance},
};
use domain::{
    Actor, ApplicationId,
    applications::{Event, StateKind},
    permissions::Act,
    text,
    transfers::{Outcome, Proof, ProofKind, Way, amount, life::Event as Step},
};
use store::{
    TenantTx,
    applications::{Application, dossiers, ends},
    tenants,
    transfers::{
        account::{self, OwnAccount},
        proofs::{self, Stored},
    },
};
use time::OffsetDateTime;

/// How much of the account's number is shown.
const SHOWN: usize = 4;

/// What the merchant is to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// In minor units.
    pub amount: i64,
    /// Its currency.
    pub currency: String,
    /// What is to stand with it.
    pub reference: String,
    /// Where to.
    pub to: OwnAccount,
}

/// The proof as its merchant may see it: what we sent is no part of it.
#[derive(Clone, Debug)]
pub struct OwnProof {
    /// Of which application.
    pub application: Application,
    /// Where it stands; nothing before it has begun.
    pub proof: Option<Proof>,
    /// The ways open to them.
    pub ways: Vec<Way>,
    /// Whose account is to be proven, and the end of its number.
    pub account: (String, String),
    /// What they are to send, where they chose to.
    pub given: Option<Given>,
    /// What stands with the transfer.
    pub reference: String,
    /// The currency of what is sent.
    pub currency: String,
    /// What was otherwise about their last transfer.
    pub misfit: Option<Outcome>,
    /// By when.
    pub until: Option<OffsetDateTime>,
}

/// What came of telling an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It was right.
    Right,
    /// It was wrong; so many tries are left.
    Wrong(u8),
    /// It was wrong for the last time.
    Failed,
}

/// The application's proof, for those who see to its bank account.
pub async fn own(services: &Services, actor: &Actor, id: ApplicationId) -> Result<OwnProof> {
    let policy = tenants::by_id(&services.db, actor.tenant()).await?.policy;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = access::seen(&mut tx, id, Act::EditBank).await?;
    let stored = proofs::latest(&mut tx, id).await?.filter(|one| one.proof.is_open());
    let to = account::get(&mut tx).await?;
    let notice = ends::told(&mut tx, id).await?;
    let until = application.state.ends(application.updated_at, notice, &policy, tx.now());
    let mut view = OwnProof {
        proof: stored.as_ref().map(|stored| stored.proof),
        ways: if to.is_some() { Way::ALL.to_vec() } else { vec![Way::Ours] },
        account: (String::new(), String::new()),
        given: None,
        reference: stored.as_ref().map(|one| one.reference.clone()).unwrap_or_default(),
        currency: stored.as_ref().map(|one| one.currency.clone()).unwrap_or_default(),
        misfit: stored.as_ref().and_then(|one| one.misfit),
        until,
        application,
    };
    if let Some(stored) = &stored {
        let key = dossiers::open(&mut tx, id).await?;
        let account = stored.account(&key)?;
        view.account = (account.holder, text::mask(&account.number, SHOWN));
        // Opened where the merchant is to send alone: what we send is for them to tell.
        if stored.proof.kind() == ProofKind::Awaited
            && let (Some(amount), Some(to)) = (stored.amount(&key)?, to)
        {
            let (currency, reference) = (stored.currency.clone(), stored.reference.clone());
            view.given = Some(Given { amount, currency, reference, to });
        }
    }
    Ok(view)
}

/// The proof under way, under the application's lock.
async fn held(tx: &mut TenantTx, id: ApplicationId) -> Result<(Application, Stored)> {
    let application = access::held(tx, id, Act::EditBank).await?;
    let stored = proofs::latest(tx, id).await?.filter(|one| one.proof.is_open());
    match stored {
        Some(stored) if application.state.kind() == StateKind::AccountVerification => {
            Ok((application, stored))
        }
        _ => Err(ServiceError::Conflict("transfers-why-not-now")),
    }
}

/// Chooses the way.
///
/// # Errors
/// [`ServiceError::Refused`] where it is no way open to them, [`ServiceError::Conflict`] where there is nothing to
/// choose now.
pub async fn choose(services: &Services, actor: &Actor, id: ApplicationId, way: &str) -> Result<()> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let (_, mut stored) = held(&mut tx, id).await?;
    let both = account::get(&mut tx).await?.is_some();
    let way = Way::from_word(way).filter(|way| *way == Way::Ours || both);
    let way = way.ok_or_else(|| ServiceError::Refused(Refusal::at("way", "transfers-error-way")))?;
    take_way(&mut tx, &mut stored, way).await?;
    Ok(tx.commit().await?)
}

/// Tells how much came. What is no amount at all costs no try.
///
/// # Errors
/// [`ServiceError::Refused`] where it is no amount, [`ServiceError::Conflict`] where nothing is to be told now.
pub async fn tell(services: &Services, actor: &Actor, id: ApplicationId, typed: &str) -> Result<Told> {
    let terms = Terms::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let (mut application, mut stored) = held(&mut tx, id).await?;
    let typed = amount::read(typed)
        .ok_or_else(|| ServiceError::Refused(Refusal::at("amount", "transfers-error-amount")))?;
    let key = dossiers::open(&mut tx, id).await?;
    let right = stored.amount(&key)? == Some(typed);
    step(&mut tx, &mut stored, Step::Tell { right }).await?;
    tx.record(told(if right { "transfer.told_right" } else { "transfer.told_wrong" }, id));
    let outcome = match stored.proof.kind() {
        ProofKind::Verified => Told::Right,
        ProofKind::Failed => Told::Failed,
        _ => Told::Wrong(stored.proof.tries_left()),
    };
    match outcome {
        Told::Right => advance(&mut tx, &mut application, Event::VerifyAccount, &terms).await?,
        Told::Failed => advance(&mut tx, &mut application, Event::FailAccount, &terms).await?,
        Told::Wrong(_) => {}
    }
    tx.commit().await?;
    Ok(outcome)
}
