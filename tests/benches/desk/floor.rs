//! The floor of a page: its own statements and nothing else, by `pgbench`, over connections that have prepared them.

use super::statements;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _};
use std::io::Write as _;
use tempfile::NamedTempFile;
use tests::{
    browser::Browser,
    figures::{
        median, pgbench,
        statements::{Statement, quoted},
    },
    world::World,
};
use tokio::process::Command;

/// Seconds of a round.
const ROUND: &str = "3";
/// What has a row or more for each application.
const BIG: [&str; 8] = [
    "applications",
    "audit_events",
    "document_versions",
    "documents",
    "merchant_members",
    "merchants",
    "persons",
    "search_terms",
];
/// What would have, and is nearly empty here: whatever is asked of it could be found by an index.
const WOULD_BE_BIG: [&str; 2] = ["fingerprints", "sections"];
/// A role like the program's that no policy holds for.
const UNBOUND: &str = "bench_unbound";

/// A page's statements, and how fast they went.
pub(super) struct Beside {
    statements: Vec<Statement>,
    /// For `pgbench`.
    script: NamedTempFile,
    variables: Vec<String>,
    /// As the program connects, and as one that no policy holds for.
    addresses: [String; 2],
    rates: [Vec<f64>; 2],
}

impl Beside {
    /// Of a page that a reader asks for.
    pub(super) async fn of(world: &World, reader: &Browser, path: &str) -> Self {
        let statements = statements::of(world, reader, path).await;
        let (text, variables) = pgbench::script(&statements);
        let mut script = NamedTempFile::new().expect("a file");
        script.write_all(text.as_bytes()).expect("it is written");
        let app = world.database.app_url();
        let unbound = app.replacen("gangway_app:app", &format!("{UNBOUND}:{UNBOUND}"), 1);
        let mut superuser = world.database.superuser().await;
        let role = format!(
            "do $$ begin if not exists (select 1 from pg_roles where rolname = '{UNBOUND}') then
                 create role {UNBOUND} login bypassrls password '{UNBOUND}' in role gangway_app;
             end if; end $$"
        );
        sqlx::raw_sql(AssertSqlSafe(role)).execute(&mut superuser).await.expect("the role is made");
        Self { statements, script, variables, addresses: [app, unbound], rates: [vec![], vec![]] }
    }

    /// How many statements the page sends.
    pub(super) fn count(&self) -> usize {
        self.statements.len()
    }

    /// A round of both roles.
    pub(super) async fn round(&mut self, at_once: u32) {
        for (address, rates) in self.addresses.iter().zip(&mut self.rates) {
            let output = Command::new("pgbench")
                .args(["-n", "-M", "prepared", "-T", ROUND, "-j", "2", "-c", &at_once.to_string()])
                .args(&self.variables)
                .arg("-f")
                .args([self.script.path().as_os_str(), address.as_ref()])
                .output()
                .await
                .expect("pgbench runs");
            let said = String::from_utf8_lossy(&output.stdout);
            rates.push(
                pgbench::rate(&said)
                    .unwrap_or_else(|| panic!("{said}{}", String::from_utf8_lossy(&output.stderr))),
            );
        }
    }

    /// Pages' worth of statements a second, as the program sends them.
    pub(super) fn rate(&self) -> f64 {
        median(self.rates[0].clone())
    }

    /// Percent of the time that the policies take.
    pub(super) fn policies(&self) -> f64 {
        let both = self.rates[0].iter().zip(&self.rates[1]);
        median(both.map(|(bound, unbound)| (unbound / bound - 1.0) * 100.0))
    }

    /// No statement of the page walks through a big table from end to end, neither planned for what it asks nor for whatever
    /// it may ask: the program's connections come to do the latter.
    pub(super) async fn walks_no_big_table(&self, world: &World) {
        let mut app =
            PgConnection::connect(&world.database.app_url()).await.expect("the program's role connects");
        for statement in &self.statements {
            if !statement.only_reads() {
                let text = AssertSqlSafe(statement.filled_in());
                sqlx::raw_sql(text).execute(&mut app).await.expect("it is sent");
                continue;
            }
            for planned in ["force_custom_plan", "force_generic_plan"] {
                for (walks, tables) in [("on", &BIG[..]), ("off", &WOULD_BE_BIG)] {
                    let plan = plan(&mut app, statement, planned, walks).await;
                    let walked = |line: &&String| {
                        tables.iter().any(|table| line.contains(&format!("Seq Scan on {table} ")))
                    };
                    let walked = plan.iter().find(walked);
                    assert!(
                        walked.is_none(),
                        "{walked:?} in\n{}\n{}",
                        statement.filled_in(),
                        plan.join("\n")
                    );
                }
            }
        }
    }
}

/// How a statement is carried out, where walking through tables is thought of (`on`) or avoided (`off`).
async fn plan(app: &mut PgConnection, statement: &Statement, planned: &str, walks: &str) -> Vec<String> {
    let text = &statement.text;
    let set =
        format!("set enable_seqscan = {walks}; set plan_cache_mode = {planned}; prepare look as {text}");
    sqlx::raw_sql(AssertSqlSafe(set)).execute(&mut *app).await.expect("it is prepared");
    let values = statement.parameters.iter().map(|value| value.as_deref().map_or("null".into(), quoted));
    let values: Vec<String> = values.collect();
    let values = if values.is_empty() { String::new() } else { format!("({})", values.join(", ")) };
    let explain = AssertSqlSafe(format!("explain execute look{values}"));
    let plan = sqlx::raw_sql(explain).fetch_all(&mut *app).await.expect("it is planned");
    sqlx::raw_sql("deallocate look").execute(app).await.expect("it is forgotten");
    plan.iter().map(|row| row.get(0)).collect()
}
