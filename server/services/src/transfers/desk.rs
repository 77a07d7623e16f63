//! What waits, for those who have transfers made and look after what came in.

use crate::{Result, ServiceError, Services, tenants::authorise};
use domain::{Actor, PersonId, permissions::Act};
use store::{
    TenantTx,
    transfers::{
        files::{self, File},
        waiting::{self, Line},
    },
};
use uuid::Uuid;

/// Proofs, files and batches that are listed.
const LISTED: i64 = 200;
const FILES: i64 = 50;

/// Everything that waits, and what came last.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Proofs under way, the oldest first.
    pub waiting: Vec<Line>,
    /// Whether orders go to the bank by themselves.
    pub by_itself: bool,
    /// Files of orders and how many stand in each, the newest first.
    pub batches: Vec<(Uuid, i64)>,
    /// Files of what came in, the newest first.
    pub files: Vec<File>,
}

/// Whether this actor looks after transfers.
pub fn may_manage(actor: &Actor) -> Result<PersonId> {
    let person = actor.person().ok_or(ServiceError::SignedOut)?;
    authorise(actor, Act::ManageTransfers)?;
    Ok(person.id)
}

/// What waits and what came last.
pub async fn overview(services: &Services, actor: &Actor) -> Result<Overview> {
    may_manage(actor)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    Ok(Overview {
        waiting: waiting::all(&mut tx, LISTED).await?,
        by_itself: services.bank.is_some(),
        batches: waiting::batches(&mut tx, FILES).await?,
        files: files::all(&mut tx, FILES).await?,
    })
}
