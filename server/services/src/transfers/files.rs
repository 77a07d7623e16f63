//! What came in at the bank: a file is looked at first, with what it would do, then taken in. Taken in twice it changes
//! nothing the second time.

use super::{
    desk::may_manage,
    start::{step, told},
};
use crate::{
    Refusal, Result, ServiceError, Services,
    accounts::demand_proof,
    applications::{Terms, advance},
};
use domain::{
    AccountProofId, Actor, BankFileId,
    applications::{Event as Move, StateKind},
    audit::Event,
    permissions::Act,
    transfers::{
        Awaited, Credit, Outcome, ProofKind,
        life::Event as Step,
        matching::marks,
        statement::{self, Refused},
    },
};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use store::{
    TenantTx,
    applications::{dossiers, load, lock},
    tenants,
    transfers::{
        files::{self, File, Taken},
        proofs, waiting,
    },
};

/// Bytes of a file.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;

/// A line of a file, and what becomes or became of it.
#[derive(Clone, Debug)]
pub struct Line {
    /// What came in.
    pub credit: Credit,
    /// What becomes of it.
    pub outcome: Outcome,
    /// The case it names.
    pub case_number: Option<String>,
}

/// A file with what it would do now, or did.
#[derive(Clone, Debug)]
pub struct LookAt {
    /// The file.
    pub file: File,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// Takes a file in, to be looked at. Nothing of one that can't be used is kept.
///
/// # Errors
/// [`ServiceError::Refused`] where no file was sent; the inner one where it can't be used.
pub async fn import(services: &Services, actor: &Actor, bytes: &[u8]) -> Result<Result<BankFileId, Refused>> {
    let by = may_manage(actor)?;
    if bytes.is_empty() {
        return Err(ServiceError::Refused(Refusal::at("file", "form-error-file")));
    }
    let credits = match statement::read(bytes) {
        Ok(credits) => credits,
        Err(refused) => return Ok(Err(refused)),
    };
    let sha256: [u8; 32] = Sha256::digest(bytes).into();
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let id = files::keep(&mut tx, &credits, &sha256, by).await?;
    tx.record(event("transfer.file_imported", id).with("lines", credits.len()));
    tx.commit().await?;
    Ok(Ok(id))
}

fn event(name: &'static str, id: BankFileId) -> Event {
    Event::new(name, "bank_file", id)
}

/// A file with what it would do now; one that was taken in, with what it did.
pub async fn look_at(services: &Services, actor: &Actor, id: BankFileId) -> Result<LookAt> {
    may_manage(actor)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let file = files::file(&mut tx, id).await?;
    let credits = files::credits(&mut tx, id).await?;
    let found: Vec<Found> = if file.confirmed_at.is_some() {
        let taken = files::outcomes(&mut tx, id).await?;
        let of = |credit: &Credit| taken.iter().find(|one| one.0 == credit.line).map(|one| (one.1, one.2));
        credits.iter().map(|credit| of(credit).unwrap_or((Outcome::Known, None))).collect()
    } else {
        judged(&mut tx, id, &credits).await?
    };
    let mut lines = Vec::with_capacity(credits.len());
    for (credit, (outcome, proof)) in credits.into_iter().zip(found) {
        let case_number = match proof {
            Some(proof) => Some(case_number(&mut tx, proof).await?),
            None => None,
        };
        lines.push(Line { credit, outcome, case_number });
    }
    Ok(LookAt { file, lines })
}

async fn case_number(tx: &mut TenantTx, proof: AccountProofId) -> Result<String> {
    let stored = proofs::load(tx, proof).await?;
    Ok(load(tx, stored.application).await?.case_number)
}

type Found = (Outcome, Option<AccountProofId>);

/// What becomes of each line as things stand. A proof is shown once: what comes for it again names nobody.
async fn judged(tx: &mut TenantTx, id: BankFileId, credits: &[Credit]) -> Result<Vec<Found>> {
    let marks = marks(credits);
    let known = files::known(tx, &marks, id).await?;
    let mut waiting = awaited(tx).await?;
    let mut all = Vec::with_capacity(credits.len());
    for (credit, mark) in credits.iter().zip(&marks) {
        if known.contains(mark) {
            all.push((Outcome::Known, None));
            continue;
        }
        let (outcome, named) = credit.held_against(&waiting);
        let named = named.map(|one| one.id);
        if outcome == Outcome::Fits {
            waiting.retain(|one| Some(one.id) != named);
        }
        all.push((outcome, named));
    }
    Ok(all)
}

/// Everything that is to come in, opened.
async fn awaited(tx: &mut TenantTx) -> Result<Vec<Awaited>> {
    let mut all = Vec::new();
    for stored in waiting::of_kind(tx, ProofKind::Awaited).await? {
        let key = dossiers::open(tx, stored.application).await?;
        let account = stored.account(&key)?;
        let Some(amount) = stored.amount(&key)? else { continue };
        all.push(Awaited {
            id: stored.id,
            reference: stored.reference,
            amount,
            currency: stored.currency,
            holder: account.holder,
            account: account.number,
        });
    }
    Ok(all)
}

/// Takes the file in: whoever's transfer fits has proven their account. Says how many have.
///
/// # Errors
/// [`ServiceError::Conflict`] where it was taken in or left aside already.
pub async fn confirm(services: &Services, actor: &Actor, id: BankFileId) -> Result<usize> {
    let by = may_manage(actor)?;
    demand_proof(actor, Act::ManageTransfers)?;
    let terms = Terms::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    files::file(&mut tx, id).await?;
    files::confirm(&mut tx, id, by).await?;
    let credits = files::credits(&mut tx, id).await?;
    hold_all(&mut tx).await?;
    let found = judged(&mut tx, id, &credits).await?;
    let mut proven = BTreeSet::new();
    for ((credit, mark), (outcome, proof)) in credits.iter().zip(&marks(&credits)).zip(found) {
        let taken = Taken { line: credit.line, mark, outcome, proof };
        if outcome == Outcome::Known || !files::take(&mut tx, id, &taken).await? {
            continue;
        }
        let Some(proof) = proof else { continue };
        arrived(&mut tx, proof, outcome, &terms).await?;
        if outcome == Outcome::Fits {
            proven.insert(proof);
        }
    }
    tx.record(event("transfer.file_confirmed", id).with("proven", proven.len()));
    tx.commit().await?;
    Ok(proven.len())
}

/// Holds every application that waits for its transfer, always in the same order, so that what is judged stays so.
async fn hold_all(tx: &mut TenantTx) -> Result<()> {
    let mut all: Vec<_> =
        waiting::of_kind(tx, ProofKind::Awaited).await?.iter().map(|one| one.application).collect();
    all.sort_unstable();
    for application in all {
        lock(tx, application).await?;
    }
    Ok(())
}

/// A transfer that names a proof has come: it proves the account, or its merchant is told what is otherwise about it.
async fn arrived(tx: &mut TenantTx, proof: AccountProofId, outcome: Outcome, terms: &Terms) -> Result<()> {
    let mut stored = proofs::load(tx, proof).await?;
    let mut application = lock(tx, stored.application).await?;
    if application.state.kind() != StateKind::AccountVerification {
        return Err(ServiceError::Conflict("error-stale"));
    }
    if outcome == Outcome::Fits {
        stored.misfit = None;
        step(tx, &mut stored, Step::Arrive).await?;
        tx.record(told("transfer.arrived", application.id));
        return advance(tx, &mut application, Move::VerifyAccount, terms).await;
    }
    if stored.proof.is_open() {
        stored.misfit = Some(outcome);
        proofs::save(tx, &mut stored).await?;
        tx.record(told("transfer.differed", application.id).with("outcome", outcome));
    }
    Ok(())
}

/// The file is left aside; it never does anything.
///
/// # Errors
/// [`ServiceError::Conflict`] where it was taken in or left aside already.
pub async fn discard(services: &Services, actor: &Actor, id: BankFileId) -> Result<()> {
    may_manage(actor)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    files::file(&mut tx, id).await?;
    files::drop_unconfirmed(&mut tx, id).await?;
    tx.record(event("transfer.file_dropped", id));
    Ok(tx.commit().await?)
}
