//! Load by `oha`, from a process of its own.

use super::floor::Beside;
use tests::{
    browser::Browser,
    figures::{
        median,
        oha::{self, Measured},
    },
};
use tokio::process::Command;

/// How long a round of one page is.
const ROUND: &str = "3s";

/// A round of a page, asked for by so many at once; every answer must be the page.
pub(super) async fn run(reader: &Browser, path: &str, at_once: u32) -> Measured {
    let cookie = format!("cookie: {}", reader.cookies());
    let at_once = at_once.to_string();
    let output = Command::new("oha")
        .args(["--no-tui", "--output-format", "json", "--wait-ongoing-requests-after-deadline", "-z", ROUND])
        .args(["-c", &at_once, "-H", &cookie, &reader.url(path)])
        .output()
        .await
        .expect("oha runs; server/scripts/toolchain.sh bench installs it");
    oha::read(&output.stdout)
        .unwrap_or_else(|error| panic!("{path}: {error} {}", String::from_utf8_lossy(&output.stderr)))
}

/// Prints what a page came to, beside its floor where it has one.
pub(super) fn tell(name: &str, rounds: &[Measured], floor: Option<&Beside>) {
    let of = |figure: fn(&Measured) -> f64| median(rounds.iter().map(figure));
    let rate = of(|round| round.rate);
    let [p50, p95, p99] = [of(|round| round.p50), of(|round| round.p95), of(|round| round.p99)];
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
