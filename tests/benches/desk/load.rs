//! Load by `oha`, from a process of its own.

use super::floor::Beside;
use serde::Deserialize;
use tests::browser::Browser;
use tokio::process::Command;

/// How long a round of one page is.
const ROUND: &str = "3s";

/// Who asks.
pub(super) struct Load {
    reader: Browser,
}

/// What a round came to.
pub(super) struct Measured {
    /// Pages a second.
    pub(super) rate: f64,
    /// Milliseconds within which this share was answered.
    pub(super) p50: f64,
    /// See [`Measured::p50`].
    pub(super) p95: f64,
    /// See [`Measured::p50`].
    pub(super) p99: f64,
}

/// What `oha` says of a round; times are seconds.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Said {
    summary: Summary,
    latency_percentiles: Percentiles,
    status_code_distribution: std::collections::BTreeMap<String, u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Summary {
    requests_per_sec: f64,
}

#[derive(Deserialize)]
struct Percentiles {
    p50: f64,
    p95: f64,
    p99: f64,
}

impl Load {
    pub(super) fn of(reader: &Browser) -> Self {
        Self { reader: reader.clone() }
    }

    /// A round of a page, asked for by so many at once; every answer must be the page.
    pub(super) async fn run(&self, path: &str, at_once: u32) -> Measured {
        let cookie = format!("cookie: {}", self.reader.cookies());
        let at_once = at_once.to_string();
        let output = Command::new("oha")
            .args([
                "--no-tui",
                "--output-format",
                "json",
                "--wait-ongoing-requests-after-deadline",
                "-z",
                ROUND,
            ])
            .args(["-c", &at_once, "-H", &cookie, &self.reader.url(path)])
            .output()
            .await
            .expect("oha runs; server/scripts/toolchain.sh bench installs it");
        let said: Said = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
        let statuses: Vec<_> = said.status_code_distribution.keys().map(String::as_str).collect();
        assert_eq!(statuses, ["200"], "{path}");
        let Percentiles { p50, p95, p99 } = said.latency_percentiles;
        let [p50, p95, p99] = [p50, p95, p99].map(|seconds| seconds * 1000.0);
        Measured { rate: said.summary.requests_per_sec, p50, p95, p99 }
    }
}

/// The median of what rounds came to.
pub(super) fn median(rounds: &[Measured], of: impl Fn(&Measured) -> f64) -> f64 {
    middle(rounds.iter().map(of).collect())
}

/// The middle one.
pub(super) fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// Prints what a page came to, beside its floor where it has one.
pub(super) fn tell(name: &str, rounds: &[Measured], floor: Option<&Beside>) {
    let rate = median(rounds, |round| round.rate);
    let [p50, p95, p99] = [
        median(rounds, |round| round.p50),
        median(rounds, |round| round.p95),
        median(rounds, |round| round.p99),
    ];
    let floor = floor.map_or_else(String::new, |floor| {
        format!(
            ", {:.0} % of its {} statements’ {:.0}",
            rate * 100.0 / floor.rate(),
            floor.count(),
            floor.rate()
        )
    });
    println!("  {name:<11} {rate:>6.0} a second{floor}; p50 {p50:.1} ms, p95 {p95:.1} ms, p99 {p99:.1} ms");
}
