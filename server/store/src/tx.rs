//! The one way to a tenant's rows.

use crate::{
    Db, StoreError,
    accounts::tokens,
    applications::sections::Section,
    audit,
    error::Result,
    jobs,
    keys::{DossierKey, MasterKeys, TenantKeys},
    ports::Random,
    review::claims,
};
use domain::{Actor, ApplicationId, TenantId, actor::Person, audit::Event};
use sqlx::{AssertSqlSafe, PgConnection, PgPool, Postgres, Transaction};
use std::sync::Arc;
use time::OffsetDateTime;
use tokio::sync::oneshot;
use uuid::Uuid;

/// A transaction in one tenant, by one actor, at one instant. Dropped, it rolls back.
pub struct TenantTx {
    inner: Transaction<'static, Postgres>,
    db: Db,
    actor: Actor,
    now: OffsetDateTime,
    events: Vec<Event>,
    known: Known,
}

/// What was read of one application: most transactions are about one, and ask for its key and its answers again and again.
#[derive(Default)]
pub(crate) struct Known {
    of: Option<ApplicationId>,
    /// Its key.
    pub(crate) key: Option<DossierKey>,
    /// The latest version of each of its sections.
    pub(crate) sections: Option<Vec<Section>>,
}

impl TenantTx {
    /// For changing: takes the session row `for share` and refuses when the session has ended, or isn't whole, so
    /// that a revocation holds against requests in flight.
    pub async fn begin(db: &Db, actor: &Actor) -> Result<Self> {
        let mut tx = Self::read(db, actor).await?;
        if let Some(person) = actor.person() {
            tx.share_session(person).await?;
        }
        Ok(tx)
    }

    /// For changing what is the acting person's own: their login, links and sessions. Holds their row before the
    /// session's is shared, so that of two such changes at once one comes after the other: sharing first, each would
    /// wait for the other to let go of a session it has to end.
    pub async fn begin_own(db: &Db, actor: &Actor) -> Result<Self> {
        let mut tx = Self::read(db, actor).await?;
        if let Some(person) = actor.person() {
            tokens::lock_person(&mut tx, person.id).await?;
            tx.share_session(person).await?;
        }
        Ok(tx)
    }

    async fn share_session(&mut self, person: &Person) -> Result<()> {
        let now = self.now;
        let alive = sqlx::query_scalar!(
            r#"select (revoked_at is null and absolute_expires_at > $3 and stage = 'whole') as "alive!"
               from sessions where id = $1 and person_id = $2 for share"#,
            person.session.0,
            person.id.0,
            now,
        )
        .fetch_optional(self.conn())
        .await?;
        if alive == Some(true) { Ok(()) } else { Err(StoreError::SessionEnded) }
    }

    /// For looking only.
    pub async fn read(db: &Db, actor: &Actor) -> Result<Self> {
        let inner = open(db.pool.clone(), actor.tenant()).await?;
        Ok(Self {
            inner,
            db: db.clone(),
            actor: actor.clone(),
            now: db.ports.clock.now(),
            events: Vec::new(),
            known: Known::default(),
        })
    }

    /// The connection, for the store's own functions.
    pub(crate) fn conn(&mut self) -> &mut PgConnection {
        &mut self.inner
    }

    /// The tenant.
    pub const fn tenant(&self) -> TenantId {
        self.actor.tenant()
    }

    /// Who acts.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The instant everything in this transaction happens at.
    pub const fn now(&self) -> OffsetDateTime {
        self.now
    }

    /// The source of randomness.
    pub fn random(&self) -> Arc<dyn Random> {
        Arc::clone(&self.db.ports.random)
    }

    /// A new id.
    pub fn new_id(&self) -> Uuid {
        self.db.ports.random.id(self.now)
    }

    /// This tenant's keys.
    pub async fn keys(&self) -> Result<TenantKeys> {
        self.db.tenant_keys(self.tenant()).await
    }

    /// What was read of this application in this transaction and still holds.
    pub(crate) fn known(&mut self, application: ApplicationId) -> &mut Known {
        if self.known.of != Some(application) {
            self.known = Known { of: Some(application), ..Known::default() };
        }
        &mut self.known
    }

    /// Whatever was read may be another now: it was changed here, or waited for.
    pub(crate) fn forget(&mut self) {
        self.known = Known::default();
    }

    /// The master keys, for wrapping a new tenant's.
    pub(crate) fn master(&self) -> &MasterKeys {
        self.db.master()
    }

    /// From the platform into one tenant, in the same transaction: what the operator does to a tenant stands in
    /// both chains or in neither. Closed to everything but [`crate::tenants::operate`].
    pub(crate) async fn step_into(&mut self, tenant: TenantId) -> Result<()> {
        if self.tenant() != TenantId::PLATFORM {
            return Err(StoreError::Corrupt("only the platform steps into a tenant"));
        }
        self.chain().await?;
        set_tenant(&mut self.inner, tenant).await?;
        self.actor = self.actor.clone().within(tenant);
        self.forget();
        Ok(())
    }

    /// Notes an event; it is chained as the last statement before the commit.
    pub fn record(&mut self, event: Event) {
        self.events.push(event);
    }

    /// Adds a job that becomes visible with the commit.
    pub async fn enqueue(&mut self, job: jobs::NewJob) -> Result<()> {
        jobs::insert(self, job).await
    }

    /// Chains the events and commits.
    pub async fn commit(mut self) -> Result<()> {
        self.chain().await?;
        self.inner.commit().await?;
        Ok(())
    }

    async fn chain(&mut self) -> Result<()> {
        let events = std::mem::take(&mut self.events);
        if events.is_empty() {
            return Ok(());
        }
        claims::touch(self, &events).await?;
        audit::append(self, &events).await
    }
}

/// Begins in a task of its own: a caller that goes away in the middle of `begin` must not leave a connection
/// inside a transaction in the pool (sqlx 0.9 would). The transaction whose receiver is gone rolls back.
async fn open(pool: PgPool, tenant: TenantId) -> Result<Transaction<'static, Postgres>> {
    let (hand_over, receive) = oneshot::channel();
    tokio::spawn(async move {
        let _ = hand_over.send(open_here(&pool, tenant).await);
    });
    receive.await.map_err(|_| StoreError::Unavailable(sqlx::Error::WorkerCrashed))?
}

#[expect(clippy::disallowed_methods, reason = "the one place that begins, in a task that nobody drops")]
async fn open_here(pool: &PgPool, tenant: TenantId) -> Result<Transaction<'static, Postgres>> {
    // Both in one way there and back; a tenant's id is hexadecimal and dashes.
    let begin = format!("begin; select set_config('app.tenant_id', '{}', true)", tenant.0);
    Ok(pool.begin_with(AssertSqlSafe(begin)).await?)
}

async fn set_tenant(conn: &mut PgConnection, tenant: TenantId) -> Result<()> {
    sqlx::query!("select set_config('app.tenant_id', $1, true)", tenant.0.to_string())
        .fetch_one(conn)
        .await?;
    Ok(())
}
