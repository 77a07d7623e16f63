//! The whole database as it stands, to see whether anything moved.

use sqlx::{AssertSqlSafe, Row as _};
use std::collections::{BTreeMap, BTreeSet};
use tests::database::Database;

/// Tables that count attempts, refused ones too: they may move.
const COUNTERS: &str = "throttles";

/// A digest of the rows of each table.
pub(crate) async fn digests(database: &Database) -> BTreeMap<String, String> {
    let mut superuser = database.superuser().await;
    let one =
        "format('select %L as name, md5(string_agg(t::text, chr(10) order by t::text)) as rows from %I t',
                      table_name, table_name)";
    let all: String = sqlx::query_scalar(AssertSqlSafe(format!(
        "select string_agg({one}, ' union all ') from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '{COUNTERS}'"
    )))
    .fetch_one(&mut superuser)
    .await
    .expect("tables are listed");
    let rows = sqlx::query(AssertSqlSafe(all)).fetch_all(&mut superuser).await.expect("rows are read");
    rows.iter()
        .map(|row| (row.get("name"), row.get::<Option<String>, _>("rows").unwrap_or_default()))
        .collect()
}

/// The tables in which something moved between two looks.
pub(crate) fn moved(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<String> {
    let names: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    names.into_iter().filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
}
