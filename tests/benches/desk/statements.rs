//! The statements that somebody's request sends, read from the log of the database.

use sqlx::AssertSqlSafe;
use std::path::PathBuf;
use tests::{
    browser::Browser,
    figures::statements::{MARK, Statement, read},
    world::World,
};

/// What a page sends, from its transaction's first statement to its last.
pub(super) async fn of(world: &World, reader: &Browser, path: &str) -> Vec<Statement> {
    // What a connection sends once only isn't the page's.
    for _ in 0..40 {
        reader.get(path).await;
    }
    let found = during(world, async { assert_eq!(reader.get(path).await.status, 200, "{path}") }).await;
    assert!(found.len() > 3, "{path} sends {found:?}");
    found
}

/// What is sent while this goes on.
pub(super) async fn during(world: &World, what: impl Future<Output = ()>) -> Vec<Statement> {
    let log = PathBuf::from(std::env::var_os("GANGWAY_BENCH_LOG").expect("the log of the database"));
    set(world, "log_line_prefix", MARK).await;
    set(world, "log_statement", "all").await;
    let before = std::fs::metadata(&log).expect("the log").len();
    what.await;
    set(world, "log_statement", "none").await;
    let text = std::fs::read(&log).expect("the log is read");
    let since = text.get(usize::try_from(before).expect("its length")..).unwrap_or_default();
    read(&String::from_utf8_lossy(since))
}

/// Sets it for the whole cluster, and waits until it holds.
async fn set(world: &World, name: &str, value: &str) {
    let mut superuser = world.database.superuser().await;
    for statement in [format!("alter system set {name} = '{value}'"), "select pg_reload_conf()".to_owned()] {
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut superuser).await.expect("it is set");
    }
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
}
