//! Roles, database and migrations: what a superuser and the owner do, never the running program.

use crate::{Db, StoreError, error::Result};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, PgConnection,
    migrate::{MigrateError, Migrator},
    postgres::PgConnectOptions,
};
use std::str::FromStr;

/// The migrations this program was built with.
pub static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// Owns every table, runs the migrations.
pub const OWNER: &str = "gangway_owner";
/// What the running program is.
pub const APP: &str = "gangway_app";

/// What [`init`] makes.
pub struct Wanted<'a> {
    /// Name of the database: lower-case letters, digits and underscores.
    pub database: &'a str,
    /// Password of [`OWNER`].
    pub owner_password: &'a str,
    /// Password of [`APP`].
    pub app_password: &'a str,
}

/// Why roles, database or schema are not as they must be.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// The database can't be reached, or refuses.
    #[error("the database refuses: {0}")]
    Database(#[from] sqlx::Error),
    /// A migration failed, or the schema is newer than the program.
    #[error("migrating failed: {0}")]
    Migration(#[from] MigrateError),
    /// Not made as `db init` makes it.
    #[error("the database must be made with encoding UTF8 and a locale like C.UTF-8; `gangway db init` does")]
    Locale,
    /// Not connected as the owner.
    #[error("migrations run as gangway_owner, and this address names {0}")]
    NotOwner(String),
    /// A name that Postgres would need quotes for.
    #[error("{0} is no name for a database: lower-case letters, digits and underscores alone")]
    Name(String),
}

/// Roles without any right yet; the migrations grant what each needs.
const ROLES: &str = "do $$ begin
    if not exists (select from pg_roles where rolname = 'gangway_owner') then create role gangway_owner; end if;
    if not exists (select from pg_roles where rolname = 'gangway_app') then create role gangway_app; end if;
    if not exists (select from pg_roles where rolname = 'gangway_lookup') then create role gangway_lookup; end if;
    alter role gangway_owner login nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
    alter role gangway_app login nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
    alter role gangway_lookup nologin nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
    grant gangway_lookup to gangway_owner;
end $$";

/// Passwords come as settings of the transaction: a statement's text may be logged, its parameters aren't.
const PASSWORDS: &str = "do $$ begin
    execute format('alter role gangway_owner password %L', current_setting('gangway.owner_password'));
    execute format('alter role gangway_app password %L', current_setting('gangway.app_password'));
end $$";

/// Makes roles and database where they are missing and sets the roles' passwords, as a superuser.
///
/// # Errors
/// When the address is no superuser's, or the name is no name.
pub async fn init(superuser_url: &str, wanted: &Wanted<'_>) -> Result<(), SetupError> {
    let name = wanted.database;
    check_name(name)?;
    let options = PgConnectOptions::from_str(superuser_url)?;
    let mut admin = options.connect().await?;
    roles(&mut admin, wanted).await?;
    let exists: bool = sqlx::query_scalar("select exists (select from pg_database where datname = $1)")
        .bind(name)
        .fetch_one(&mut admin)
        .await?;
    if !exists {
        for statement in [
            format!(
                "create database {name} owner gangway_owner template template0 encoding 'UTF8' locale 'C.UTF-8'"
            ),
            format!("revoke all on database {name} from public"),
            format!("grant connect on database {name} to gangway_app"),
        ] {
            sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut admin).await?;
        }
    }
    admin.close().await?;
    Ok(())
}

/// Drops a database with everything in it, as a superuser: one whose making was cut short.
///
/// # Errors
/// When the address is no superuser's, or the name is no name.
pub async fn discard(superuser_url: &str, name: &str) -> Result<(), SetupError> {
    check_name(name)?;
    let mut admin = PgConnectOptions::from_str(superuser_url)?.connect().await?;
    let statement = format!("drop database if exists {name} with (force)");
    sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut admin).await?;
    Ok(admin.close().await?)
}

fn check_name(name: &str) -> Result<(), SetupError> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if name.is_empty() || !name.bytes().all(plain) {
        return Err(SetupError::Name(name.to_owned()));
    }
    Ok(())
}

async fn roles(admin: &mut PgConnection, wanted: &Wanted<'_>) -> Result<(), sqlx::Error> {
    let mut tx = admin.begin().await?;
    sqlx::raw_sql(ROLES).execute(&mut *tx).await?;
    sqlx::query(
        "select set_config('gangway.owner_password', $1, true), set_config('gangway.app_password', $2, true)",
    )
    .bind(wanted.owner_password)
    .bind(wanted.app_password)
    .execute(&mut *tx)
    .await?;
    sqlx::raw_sql(PASSWORDS).execute(&mut *tx).await?;
    tx.commit().await
}

/// Brings the schema up to date, as the owner, and says how many migrations ran. One process at a time does it;
/// others wait.
///
/// # Errors
/// When the database is of another encoding, the address another role's, or a migration fails.
pub async fn migrate(owner_url: &str) -> Result<usize, SetupError> {
    let mut owner = PgConnection::connect(owner_url).await?;
    let user: String = sqlx::query_scalar("select current_user::text").fetch_one(&mut owner).await?;
    if user != OWNER {
        return Err(SetupError::NotOwner(user));
    }
    let encoding: String = sqlx::query_scalar("show server_encoding").fetch_one(&mut owner).await?;
    if encoding != "UTF8" || !knows_letters(&mut owner).await? {
        return Err(SetupError::Locale);
    }
    let before = applied(&mut owner).await?;
    MIGRATIONS.run_direct(None, &mut owner, false).await?;
    let after = applied(&mut owner).await?;
    sqlx::raw_sql("grant select on _sqlx_migrations to gangway_app").execute(&mut owner).await?;
    owner.close().await?;
    Ok(after.saturating_sub(before))
}

/// Under the locale C no Chinese character is a letter, and a search over names would find nothing.
async fn knows_letters(owner: &mut PgConnection) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select '营业执照' ~ '^[[:alpha:]]+$'").fetch_one(owner).await
}

async fn applied(owner: &mut PgConnection) -> Result<usize, sqlx::Error> {
    let exists: bool = sqlx::query_scalar("select to_regclass('_sqlx_migrations') is not null")
        .fetch_one(&mut *owner)
        .await?;
    if !exists {
        return Ok(0);
    }
    let count: i64 =
        sqlx::query_scalar("select count(*) from _sqlx_migrations where success").fetch_one(owner).await?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// How the schema stands to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// Just as the program knows it.
    Current,
    /// Migrations have yet to run.
    Behind,
    /// A newer program has migrated it.
    Ahead,
}

/// Compares the schema with the migrations this program was built with.
///
/// # Errors
/// When the database doesn't answer; one that was never migrated is [`Schema::Behind`].
pub async fn schema(db: &Db) -> Result<Schema> {
    let latest =
        sqlx::query_scalar::<_, Option<i64>>("select max(version) from _sqlx_migrations where success")
            .fetch_one(&db.pool)
            .await;
    let latest = match latest {
        Ok(latest) => latest,
        Err(sqlx::Error::Database(error)) if matches!(error.code().as_deref(), Some("42P01" | "42501")) => {
            None
        }
        Err(error) => return Err(StoreError::from(error)),
    };
    let known = MIGRATIONS.iter().map(|migration| migration.version).max();
    Ok(match latest.cmp(&known) {
        std::cmp::Ordering::Less => Schema::Behind,
        std::cmp::Ordering::Equal => Schema::Current,
        std::cmp::Ordering::Greater => Schema::Ahead,
    })
}
