//! A Postgres of a test's own, which may be stopped at once, killed and started again: it keeps what it acknowledged.

use sqlx::postgres::PgConnectOptions;
use std::{
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    str::FromStr as _,
};

/// Starts a cluster as `make test` does, but a durable one, and does what it reads; ends with its input.
const SCRIPT: &str = r#"
set -e
. server/scripts/env.sh
. server/scripts/postgres.sh
POSTGRES_DURABLE=yes start_postgres
echo "at $GANGWAY_TEST_DATABASE"
while read -r what; do
  case $what in
    restart) unprivileged "$POSTGRES_BIN/pg_ctl" -D "$CLUSTER/data" -l "$CLUSTER/log" -s -w -m immediate restart >&2 ;;
    kill)
      kill -9 "$(head -n 1 "$CLUSTER/data/postmaster.pid")"
      # Its children notice by themselves; until the last is gone no other one starts.
      until unprivileged "$POSTGRES_BIN/pg_ctl" -D "$CLUSTER/data" -l "$CLUSTER/log" -s -w start -o "$POSTGRES_OPTIONS" >&2; do
        sleep 0.2
      done ;;
  esac
  echo done
done
"#;

/// A running cluster, gone when it is dropped.
pub struct Cluster {
    child: Child,
    orders: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    superuser: PgConnectOptions,
}

impl Cluster {
    /// Starts one.
    pub fn start() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut child = Command::new("bash")
            .args(["-c", SCRIPT])
            .current_dir(root)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("bash starts");
        let orders = child.stdin.take();
        let mut answers = BufReader::new(child.stdout.take().expect("its output"));
        let address = loop {
            let mut line = String::new();
            assert!(answers.read_line(&mut line).expect("a line") > 0, "the cluster didn't start");
            if let Some(address) = line.strip_prefix("at ") {
                break address.trim().to_owned();
            }
        };
        let superuser = PgConnectOptions::from_str(&address).expect("an address");
        Self { child, orders, answers, superuser }
    }

    /// How its superuser connects.
    pub(crate) fn superuser(&self) -> PgConnectOptions {
        self.superuser.clone()
    }

    fn order(&mut self, what: &str) {
        let orders = self.orders.as_mut().expect("it runs");
        writeln!(orders, "{what}").expect("it listens");
        let mut line = String::new();
        while line.trim() != "done" {
            line.clear();
            assert!(self.answers.read_line(&mut line).expect("a line") > 0, "the cluster is gone");
        }
    }

    /// Stops it without any farewell, and starts it again.
    pub fn restart(&mut self) {
        self.order("restart");
    }

    /// `kill -9` of its first process, and starts it again.
    pub fn kill(&mut self) {
        self.order("kill");
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.orders.take());
        let _ = self.child.wait();
    }
}
