//! The pool, the keys and the ports, held together.

use crate::{
    StoreError,
    error::Result,
    keys::{Key, MasterKeys, TenantKeys},
    ports::Ports,
};
use domain::TenantId;
use sqlx::{
    PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{
    collections::HashMap,
    str::FromStr,
    sync::{Arc, RwLock},
    time::Duration,
};

/// How many connections one process holds, and how long a caller waits for one.
#[derive(Clone, Copy, Debug)]
pub struct PoolSize {
    /// Connections at most.
    pub max: u32,
    /// How long to wait for a free one.
    pub wait: Duration,
}

impl Default for PoolSize {
    fn default() -> Self {
        Self { max: 16, wait: Duration::from_secs(3) }
    }
}

/// The database as the running program sees it: as `gangway_app`, never as its owner.
#[derive(Clone)]
pub struct Db {
    pub(crate) pool: PgPool,
    pub(crate) master: Arc<MasterKeys>,
    pub(crate) ports: Ports,
    tenant_keys: Arc<RwLock<HashMap<TenantId, TenantKeys>>>,
}

impl Db {
    /// Connects, with timeouts that no statement of ours may outlast, and refuses a role that could look past
    /// the policies.
    pub async fn connect(url: &str, size: PoolSize, master: MasterKeys, ports: Ports) -> Result<Self> {
        let options = PgConnectOptions::from_str(url)?.application_name("gangway").options([
            ("TimeZone", "UTC"),
            ("statement_timeout", "5s"),
            ("lock_timeout", "2s"),
            ("idle_in_transaction_session_timeout", "10s"),
        ]);
        let pool = PgPoolOptions::new()
            .max_connections(size.max)
            .acquire_timeout(size.wait)
            .connect_with(options)
            .await?;
        let db = Self {
            pool,
            master: Arc::new(master),
            ports,
            tenant_keys: Arc::new(RwLock::new(HashMap::new())),
        };
        db.refuse_powerful_role().await?;
        Ok(db)
    }

    async fn refuse_powerful_role(&self) -> Result<()> {
        let powerful = sqlx::query_scalar!(
            r#"select (r.rolsuper or r.rolbypassrls or r.rolcreaterole
                       or exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind = 'r')
                       or pg_has_role(r.oid, 'gangway_owner', 'member')
                       or pg_has_role(r.oid, 'gangway_lookup', 'member')) as "powerful!"
               from pg_roles r where r.rolname = current_user"#
        )
        .fetch_one(&self.pool)
        .await?;
        if powerful {
            Err(StoreError::Corrupt("this database role could look past the tenants' policies"))
        } else {
            Ok(())
        }
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        sqlx::query_scalar!(r#"select 1 as "one!""#).fetch_one(&self.pool).await?;
        Ok(())
    }

    /// The clock and the randomness this database's changes are made with.
    pub const fn ports(&self) -> &Ports {
        &self.ports
    }

    /// The master keys, for wrapping a new tenant's.
    pub fn master(&self) -> &MasterKeys {
        &self.master
    }

    /// The key for digests that belong to no tenant.
    pub fn platform_index(&self) -> Key {
        self.master.platform_index()
    }

    /// A tenant's keys, unwrapped once and kept in memory.
    pub async fn tenant_keys(&self, tenant: TenantId) -> Result<TenantKeys> {
        if let Some(keys) = self.tenant_keys.read().ok().and_then(|known| known.get(&tenant).cloned()) {
            return Ok(keys);
        }
        let row = sqlx::query!("select wrapped_key, wrapped_index_key from tenants where id = $1", tenant.0)
            .fetch_one(&self.pool)
            .await?;
        let keys = TenantKeys::unwrap(&self.master, tenant, &row.wrapped_key, &row.wrapped_index_key)?;
        if let Ok(mut known) = self.tenant_keys.write() {
            known.insert(tenant, keys.clone());
        }
        Ok(keys)
    }

    /// Closes the pool, waiting for what is under way.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}
