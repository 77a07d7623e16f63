//! A database of its own for each test, made from one migrated template, on the cluster that
//! `GANGWAY_TEST_DATABASE` names (as its superuser). `make test` starts one and hands its address on.

use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Connection, PgConnection, postgres::PgConnectOptions};
use std::{
    str::FromStr,
    sync::atomic::{AtomicU32, Ordering},
};
use store::setup;

static COUNT: AtomicU32 = AtomicU32::new(0);

/// One lock for making roles and the template, whoever comes first.
const LOCK: i64 = 0x6761_6e67;

/// A test's own database; dropped with it.
pub struct Database {
    name: String,
    cluster: PgConnectOptions,
}

fn cluster() -> PgConnectOptions {
    let url = std::env::var("GANGWAY_TEST_DATABASE").expect(
        "GANGWAY_TEST_DATABASE names a Postgres cluster by its superuser's address; `make test` starts one",
    );
    PgConnectOptions::from_str(&url).expect("GANGWAY_TEST_DATABASE is an address")
}

async fn run(connection: &mut PgConnection, sql: &str) {
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(connection)
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
}

async fn exists(connection: &mut PgConnection, database: &str) -> bool {
    sqlx::query_scalar("select exists (select 1 from pg_database where datname = $1)")
        .bind(database)
        .fetch_one(connection)
        .await
        .expect("pg_database is read")
}

fn template_name() -> String {
    let mut hasher = Sha256::new();
    for migration in setup::MIGRATIONS.iter() {
        hasher.update(&migration.checksum);
    }
    format!("gangway_migrated_{}", &hex::encode(hasher.finalize())[..12])
}

/// Makes roles and template where they are missing, one process at a time.
async fn template(admin: &mut PgConnection, cluster: &PgConnectOptions) -> String {
    let name = template_name();
    sqlx::query("select pg_advisory_lock($1)").bind(LOCK).execute(&mut *admin).await.expect("the lock");
    run(
        admin,
        "do $$ begin
           if not exists (select 1 from pg_roles where rolname = 'gangway_owner') then create role gangway_owner login password 'owner'; end if;
           if not exists (select 1 from pg_roles where rolname = 'gangway_app') then create role gangway_app login password 'app'; end if;
           if not exists (select 1 from pg_roles where rolname = 'gangway_lookup') then create role gangway_lookup nologin; end if;
         end $$; grant gangway_lookup to gangway_owner",
    )
    .await;
    if !exists(admin, &name).await {
        let raw = format!("{name}_raw");
        run(admin, &format!("drop database if exists {raw}")).await;
        run(
            admin,
            &format!("create database {raw} owner gangway_owner template template0 encoding 'UTF8' locale 'C.UTF-8'"),
        )
        .await;
        let (host, port) = (cluster.get_host(), cluster.get_port());
        let owner = format!("postgres://gangway_owner:owner@{host}:{port}/{raw}");
        setup::migrate(&owner).await.expect("the migrations run");
        run(admin, &format!("alter database {raw} rename to {name}")).await;
    }
    sqlx::query("select pg_advisory_unlock($1)")
        .bind(LOCK)
        .execute(&mut *admin)
        .await
        .expect("the lock's end");
    name
}

impl Database {
    /// A fresh, migrated, empty database.
    pub async fn fresh() -> Self {
        let cluster = cluster();
        let mut admin = PgConnection::connect_with(&cluster).await.expect("the cluster answers");
        let template = template(&mut admin, &cluster).await;
        let name = format!("t_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        run(&mut admin, &format!("drop database if exists {name} with (force)")).await;
        run(&mut admin, &format!("create database {name} owner gangway_owner template {template}")).await;
        admin.close().await.expect("the superuser leaves");
        Self { name, cluster }
    }

    fn url(&self, role: &str, password: &str) -> String {
        let (host, port) = (self.cluster.get_host(), self.cluster.get_port());
        format!("postgres://{role}:{password}@{host}:{port}/{}", self.name)
    }

    /// As the running program connects.
    pub fn app_url(&self) -> String {
        self.url("gangway_app", "app")
    }

    /// As its owner: for looking behind the policies and for tampering.
    pub fn owner_url(&self) -> String {
        self.url("gangway_owner", "owner")
    }

    /// A connection as the owner.
    pub async fn owner(&self) -> PgConnection {
        PgConnection::connect(&self.owner_url()).await.expect("the owner connects")
    }

    /// How the cluster's superuser connects to this database.
    pub fn superuser_options(&self) -> PgConnectOptions {
        self.cluster.clone().database(&self.name)
    }

    /// A connection as the cluster's superuser, in this database: for what even an owner can't do.
    pub async fn superuser(&self) -> PgConnection {
        PgConnection::connect_with(&self.superuser_options()).await.expect("the superuser connects")
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let (name, cluster) = (self.name.clone(), self.cluster.clone());
        // On a thread of its own: a test's runtime may be ending.
        let dropped = std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                if let Ok(mut admin) = PgConnection::connect_with(&cluster).await {
                    run(&mut admin, &format!("drop database if exists {name} with (force)")).await;
                }
            });
        });
        let _ = dropped.join();
    }
}
