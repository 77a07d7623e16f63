//! Orders to the bank: handed over one by one where it takes them so, or as a file that staff take to it.

use super::{
    desk::may_manage,
    start::{step, told},
};
use crate::{
    Result, ServiceError, Services,
    accounts::demand_proof,
    jobs::JobError,
    mail::{self, About, Template},
};
use domain::{
    AccountProofId, Actor, TenantId,
    audit::Event,
    permissions::Act,
    transfers::{Order, ProofKind, life::Event as Step, order::file},
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    TenantTx,
    applications::{dossiers, lock, merchants},
    jobs::NewJob,
    transfers::{
        proofs::{self, Stored},
        waiting,
    },
};
use uuid::Uuid;

/// The job that hands an order to the bank.
pub const ORDER: &str = "transfer.order";

#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    proof: AccountProofId,
}

pub(super) async fn queue(tx: &mut TenantTx, proof: AccountProofId) -> Result<()> {
    Ok(tx.enqueue(NewJob::new(ORDER, json!(Payload { proof })).once(proof.to_string())).await?)
}

/// Runs a `transfer.order` job. Without a bank that takes orders, they wait for staff to export them.
pub(crate) async fn order(
    services: &Services,
    tenant: TenantId,
    payload: &serde_json::Value,
) -> Result<(), JobError> {
    let Ok(Payload { proof }) = Payload::deserialize(payload) else {
        return Err(JobError::permanent("payload"));
    };
    let Some(bank) = &services.bank else { return Ok(()) };
    let actor = Actor::System { tenant, job: ORDER };
    let mut tx = TenantTx::read(&services.db, &actor).await?;
    let stored = proofs::load(&mut tx, proof).await?;
    if stored.proof.kind() != ProofKind::Ordered {
        return Ok(());
    }
    let order = opened(&mut tx, &stored).await?;
    drop(tx);
    bank.order(&order).await.map_err(|error| JobError::transient("bank", error))?;
    let mut tx = TenantTx::begin(&services.db, &actor).await?;
    lock(&mut tx, stored.application).await?;
    let mut stored = proofs::load(&mut tx, proof).await?;
    if stored.proof.kind() == ProofKind::Ordered {
        sent(&mut tx, &mut stored).await?;
    }
    Ok(tx.commit().await?)
}

/// The order, with the amount in it: for the bank and whoever takes it there.
async fn opened(tx: &mut TenantTx, stored: &Stored) -> Result<Order> {
    let key = dossiers::open(tx, stored.application).await?;
    let account = stored.account(&key)?;
    let amount =
        stored.amount(&key)?.ok_or_else(|| ServiceError::Internal("an order without its amount".into()))?;
    Ok(Order {
        id: stored.id.0,
        payee: account.holder,
        account: account.number,
        bank: account.bank,
        bank_code: account.bank_code,
        amount,
        currency: stored.currency.clone(),
        reference: stored.reference.clone(),
    })
}

/// The bank has it: the merchant is to tell how much came.
async fn sent(tx: &mut TenantTx, stored: &mut Stored) -> Result<()> {
    let application = lock(tx, stored.application).await?;
    step(tx, stored, Step::Send).await?;
    for owner in merchants::owners(tx, application.merchant).await? {
        mail::to_person(tx, owner, Template::TransferSent, About::application(application.id)).await?;
    }
    tx.record(told("transfer.sent", application.id));
    Ok(())
}

/// Puts every order that waits into one file for the bank; they count as sent from now on. Nothing where none waits.
pub async fn export(services: &Services, actor: &Actor) -> Result<Option<Uuid>> {
    may_manage(actor)?;
    demand_proof(actor, Act::ManageTransfers)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let ordered = waiting::of_kind(&mut tx, ProofKind::Ordered).await?;
    let batch = tx.new_id();
    let mut count: usize = 0;
    for one in ordered {
        lock(&mut tx, one.application).await?;
        // Looked at again under the lock: it may have gone out or gone away.
        let mut stored = proofs::load(&mut tx, one.id).await?;
        if stored.proof.kind() == ProofKind::Ordered {
            stored.batch = Some(batch);
            sent(&mut tx, &mut stored).await?;
            count += 1;
        }
    }
    if count == 0 {
        return Ok(None);
    }
    tx.record(Event::new("transfer.orders_exported", "transfer_orders", batch).with("orders", count));
    tx.commit().await?;
    Ok(Some(batch))
}

/// The file of orders, as often as it is needed: the bank makes each but once, by its number.
pub async fn exported(services: &Services, actor: &Actor, batch: Uuid) -> Result<String> {
    may_manage(actor)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let all = waiting::of_batch(&mut tx, batch).await?;
    if all.is_empty() {
        return Err(ServiceError::NotFound);
    }
    let mut orders = Vec::with_capacity(all.len());
    for stored in &all {
        orders.push(opened(&mut tx, stored).await?);
    }
    Ok(file(&orders))
}
