//! The statements that a page sends, with what they were sent with: read from the log of the database.

use sqlx::AssertSqlSafe;
use std::path::PathBuf;
use tests::{browser::Browser, world::World};

/// What begins an entry of the log, and nothing else.
const MARK: &str = "@entry ";

/// A statement, and of each parameter the text it was sent with; none for null.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) text: String,
    pub(super) parameters: Vec<Option<String>>,
}

/// What a page sends, from its transaction's first statement to its last.
pub(super) async fn of(world: &World, reader: &Browser, path: &str) -> Vec<Statement> {
    // What a connection sends once only isn't the page's.
    for _ in 0..40 {
        reader.get(path).await;
    }
    let log = PathBuf::from(std::env::var_os("GANGWAY_BENCH_LOG").expect("the log of the database"));
    set(world, "log_line_prefix", MARK).await;
    set(world, "log_statement", "all").await;
    let before = std::fs::metadata(&log).expect("the log").len();
    assert_eq!(reader.get(path).await.status, 200, "{path}");
    set(world, "log_statement", "none").await;
    let text = std::fs::read(&log).expect("the log is read");
    let since = text.get(usize::try_from(before).expect("its length")..).unwrap_or_default();
    let found = read(&String::from_utf8_lossy(since));
    assert!(found.len() > 3, "{path} sends {found:?}");
    found
}

/// Sets it for the whole cluster, and waits until it holds.
async fn set(world: &World, name: &str, value: &str) {
    let mut superuser = world.database.superuser().await;
    for statement in [format!("alter system set {name} = '{value}'"), "select pg_reload_conf()".to_owned()] {
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut superuser).await.expect("it is set");
    }
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
}

/// Reads the entries of a log, leaving out what sets it up.
fn read(log: &str) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    for entry in log.split(MARK).skip(1) {
        if let Some(detail) = entry.strip_prefix("DETAIL:  parameters: ") {
            if let Some(last) = found.last_mut() {
                last.parameters = parameters(detail.trim_end());
            }
        } else if let Some((kind, text)) = entry.strip_prefix("LOG:  ").and_then(|rest| rest.split_once(": "))
            && (kind == "statement" || kind.starts_with("execute"))
        {
            found.push(Statement { text: text.trim_end().replace("\n\t", "\n"), parameters: vec![] });
        }
    }
    found.retain(|statement| {
        !statement.text.contains("alter system") && !statement.text.contains("pg_reload_conf")
    });
    found
}

/// `$1 = 'it''s', $2 = NULL`.
fn parameters(text: &str) -> Vec<Option<String>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, value)) = rest.split_once(" = ") {
        if let Some(after) = value.strip_prefix("NULL") {
            found.push(None);
            rest = after;
            continue;
        }
        let quoted = value.strip_prefix('\'').unwrap_or(value);
        let mut end = 0;
        while let Some(at) = quoted.get(end..).and_then(|tail| tail.find('\'')) {
            end += at;
            if quoted.get(end + 1..).is_some_and(|tail| tail.starts_with('\'')) {
                end += 2;
            } else {
                break;
            }
        }
        found.push(Some(quoted.get(..end).unwrap_or_default().replace("''", "'")));
        rest = quoted.get(end + 1..).unwrap_or_default();
    }
    found
}
