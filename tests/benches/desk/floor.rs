//! The floor of a page: its own statements and nothing else, by `pgbench`, over connections that have prepared them.

use super::{
    load::middle,
    statements::{self, Statement},
};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use std::{fmt::Write as _, io::Write as _};
use tempfile::NamedTempFile;
use tests::{browser::Browser, world::World};
use tokio::process::Command;

/// Seconds of a round.
const ROUND: &str = "3";
/// What has millions of rows, or would have.
const BIG: [&str; 8] = [
    "applications",
    "audit_events",
    "document_versions",
    "documents",
    "fingerprints",
    "merchants",
    "search_terms",
    "sections",
];
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
        let (text, variables) = script(&statements);
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
            let rate =
                said.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
            rates.push(rate.unwrap_or_else(|| panic!("{said}{}", String::from_utf8_lossy(&output.stderr))));
        }
    }

    /// Pages' worth of statements a second, as the program sends them.
    pub(super) fn rate(&self) -> f64 {
        middle(self.rates[0].clone())
    }

    /// Percent of the time that the policies take.
    pub(super) fn policies(&self) -> f64 {
        let both = self.rates[0].iter().zip(&self.rates[1]);
        middle(both.map(|(bound, unbound)| (unbound / bound - 1.0) * 100.0).collect())
    }

    /// No statement of the page walks through a big table from end to end.
    pub(super) async fn walks_no_big_table(&self, world: &World) {
        let mut app =
            PgConnection::connect(&world.database.app_url()).await.expect("the program's role connects");
        for statement in &self.statements {
            let text = filled_in(statement);
            let looks =
                text.trim_start().to_lowercase().starts_with("select") && !text.contains("set_config");
            let sent = if looks { format!("explain {text}") } else { text.clone() };
            if !looks {
                sqlx::raw_sql(AssertSqlSafe(sent)).execute(&mut app).await.expect("it is sent");
                continue;
            }
            let plan: Vec<String> =
                sqlx::query_scalar(AssertSqlSafe(sent)).fetch_all(&mut app).await.expect("it is planned");
            let walked = plan
                .iter()
                .find(|line| BIG.iter().any(|table| line.contains(&format!("Seq Scan on {table} "))));
            assert!(walked.is_none(), "{walked:?} in\n{text}\n{}", plan.join("\n"));
        }
    }
}

/// As `pgbench` reads it: parameters are variables, so that each connection prepares a statement once.
fn script(statements: &[Statement]) -> (String, Vec<String>) {
    let (mut text, mut variables) = (String::new(), Vec::new());
    for (place, statement) in statements.iter().enumerate() {
        let mut one = statement.text.clone();
        // The last first: `$1` begins `$12`.
        for (at, value) in statement.parameters.iter().enumerate().rev() {
            let name = format!("v{place}_{at}");
            let stands = value.as_ref().map_or_else(|| "null".to_owned(), |_| format!(":{name}"));
            one = one.replace(&format!("${}", at + 1), &stands);
            if let Some(value) = value {
                variables.extend(["-D".to_owned(), format!("{name}={value}")]);
            }
        }
        writeln!(text, "{};", one.trim_end().trim_end_matches(';').replace('\n', " "))
            .expect("it is written");
    }
    (text, variables)
}

/// A statement with its parameters in their places.
fn filled_in(statement: &Statement) -> String {
    let mut text = statement.text.clone();
    for (at, value) in statement.parameters.iter().enumerate().rev() {
        let stands = value
            .as_ref()
            .map_or_else(|| "null".to_owned(), |value| format!("'{}'", value.replace('\'', "''")));
        text = text.replace(&format!("${}", at + 1), &stands);
    }
    text
}
