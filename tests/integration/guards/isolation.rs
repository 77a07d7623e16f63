//! Two tenants on every table: what one wrote the other can't see, change, take away or refer to.

use super::{
    policies::guarded,
    rows::{A, B, ROWS, enter, fill, ground},
};
use sqlx::{AssertSqlSafe, Connection, PgConnection, postgres::PgQueryResult};
use std::collections::BTreeSet;
use tests::database::Database;

async fn run(connection: &mut PgConnection, sql: String) -> Result<PgQueryResult, sqlx::Error> {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await
}

fn code(error: &sqlx::Error) -> String {
    error.as_database_error().and_then(sqlx::error::DatabaseError::code).unwrap_or_default().into_owned()
}

/// Nothing reached: the statement ran and touched no row, or the role may not run it at all.
fn nothing(done: Result<PgQueryResult, sqlx::Error>, what: &str) {
    match done {
        Ok(done) => assert_eq!(done.rows_affected(), 0, "{what}"),
        Err(error) => assert_eq!(code(&error), "42501", "{what}: {error}"),
    }
}

fn tables() -> BTreeSet<&'static str> {
    ROWS.iter().map(|(table, ..)| *table).collect()
}

async fn count(connection: &mut PgConnection, table: &str) -> i64 {
    let count = AssertSqlSafe(format!("select count(*) from {table}"));
    sqlx::query_scalar(count).fetch_one(connection).await.expect("rows are counted")
}

async fn filled() -> (Database, PgConnection) {
    let database = Database::fresh().await;
    let mut app = PgConnection::connect(&database.app_url()).await.expect("the app connects");
    ground(&mut app).await;
    fill(&mut app, A).await;
    (database, app)
}

#[tokio::test]
async fn d01_every_guarded_table_is_tried() {
    let database = Database::fresh().await;
    let guarded = guarded(&mut database.owner().await).await;
    assert_eq!(tables(), guarded.iter().map(String::as_str).collect(), "add the missing table's row to ROWS");
}

#[tokio::test]
async fn t02_d06_another_tenants_rows_are_not_there() {
    let (_database, mut app) = filled().await;
    for table in tables() {
        assert!(count(&mut app, table).await > 0, "{table} has no row to hide");
        enter(&mut app, B).await;
        assert_eq!(count(&mut app, table).await, 0, "{table}");
        let as_a = format!("update {table} set tenant_id = tenant_id where tenant_id = '{A}'");
        nothing(run(&mut app, as_a).await, table);
        nothing(run(&mut app, format!("delete from {table} where tenant_id = '{A}'")).await, table);
        // No tenant at all: nothing either.
        run(&mut app, "select set_config('app.tenant_id', '', false)".into()).await.expect("no tenant");
        assert_eq!(count(&mut app, table).await, 0, "{table} without a tenant");
        enter(&mut app, A).await;
    }
}

#[tokio::test]
async fn d08_nobody_writes_into_another_tenant() {
    let (_database, mut app) = filled().await;
    for (table, columns, values) in ROWS {
        enter(&mut app, B).await;
        let foreign = format!("insert into {table} (tenant_id, {columns}) values ('{A}', {values})");
        let refused = run(&mut app, foreign).await.expect_err(table);
        // Triggers speak before the policy: on what only staff may write they miss the staff in this tenant.
        let triggered = [
            "recommendations",
            "decisions",
            "judgements",
            "requested_items",
            "case_notes",
            "reveals",
            "waivers",
            "live_rights",
            "escalations",
            "channel_answers",
            "fee_claim_files",
            "price_lines",
            "offers",
            "screening_files",
            "screening_verdicts",
            "retention_holds",
            "erasures",
        ];
        let triggered = triggered.contains(table);
        assert_eq!(code(&refused), if triggered { "23514" } else { "42501" }, "{table}: {refused}");
        enter(&mut app, A).await;
        match run(&mut app, format!("update {table} set tenant_id = '{B}'")).await {
            Ok(done) => panic!("{table}: {} rows moved to another tenant", done.rows_affected()),
            Err(error) => {
                assert!(["42501", "23503", "23001"].contains(&code(&error).as_str()), "{table}: {error}");
            }
        }
    }
}

#[tokio::test]
async fn d07_nobody_refers_to_another_tenants_rows() {
    let (database, mut app) = filled().await;
    let mut owner = database.owner().await;
    enter(&mut app, B).await;
    let mut refused = 0;
    for (table, columns, values) in ROWS {
        let parents: Vec<String> = sqlx::query_scalar(
            "select confrelid::regclass::text from pg_constraint
             where contype = 'f' and conrelid = $1::regclass and confrelid::regclass::text <> all ('{tenants,persons}')",
        )
        .bind(table)
        .fetch_all(&mut owner)
        .await
        .expect("pg_constraint is read");
        // The same ids, under the other tenant's own name: they mean nothing there.
        let own = format!("insert into {table} (tenant_id, {columns}) values ('{B}', {values})");
        let mut tx = app.begin().await.expect("a transaction");
        let done = run(&mut tx, own).await;
        match done {
            Ok(_) => assert_eq!(parents, Vec::<String>::new(), "{table} took another tenant's id"),
            Err(error) => {
                assert!(["23503", "23514"].contains(&code(&error).as_str()), "{table}: {error}");
                refused += 1;
            }
        }
        tx.rollback().await.expect("the end of the try");
    }
    assert!(refused > 10, "only {refused} tables refer to others");
}

#[tokio::test]
async fn d07_two_tenants_may_hold_the_same_ids() {
    let (_database, mut app) = filled().await;
    fill(&mut app, B).await;
}
