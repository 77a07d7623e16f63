//! What `oha` says of a round of load, as JSON.

use serde::Deserialize;
use std::collections::BTreeMap;

/// What a round came to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Pages a second.
    pub rate: f64,
    /// Milliseconds within which half were answered.
    pub p50: f64,
    /// 95 of 100.
    pub p95: f64,
    /// 99 of 100.
    pub p99: f64,
}

/// Times are seconds.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Said {
    summary: Summary,
    latency_percentiles: Percentiles,
    status_code_distribution: BTreeMap<String, u64>,
    #[serde(default)]
    error_distribution: BTreeMap<String, u64>,
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

/// `oha` cuts connections when a round's time is over; that is no failure of who was asked.
const CUT: &str = "aborted due to deadline";

/// Reads what it says.
///
/// # Errors
/// In words, where it isn't `oha`'s, or where anything was answered with something else than the page.
pub fn read(json: &[u8]) -> Result<Measured, String> {
    let said: Said = serde_json::from_slice(json).map_err(|error| error.to_string())?;
    let pages_alone = said.status_code_distribution.keys().eq(["200"]);
    let whole = said.error_distribution.keys().all(|error| error == CUT);
    if !pages_alone || !whole {
        return Err(format!("{:?} {:?}", said.status_code_distribution, said.error_distribution));
    }
    let Percentiles { p50, p95, p99 } = said.latency_percentiles;
    let [p50, p95, p99] = [p50, p95, p99].map(|seconds| seconds * 1000.0);
    Ok(Measured { rate: said.summary.requests_per_sec, p50, p95, p99 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(statuses: &str, errors: &str) -> String {
        format!(
            r#"{{"summary": {{"successRate": 1.0, "total": 3.0, "requestsPerSec": 512.5}},
                 "latencyPercentiles": {{"p10": 0.001, "p50": 0.004, "p95": 0.0095, "p99": 0.02, "p99.9": 0.03}},
                 "statusCodeDistribution": {statuses}, "errorDistribution": {errors}}}"#
        )
    }

    #[test]
    fn a_round_is_read_in_milliseconds() {
        let read = read(said(r#"{"200": 1537}"#, r#"{"aborted due to deadline": 4}"#).as_bytes());
        let measured = read.expect("a round");
        assert!((measured.rate - 512.5).abs() < 1e-9);
        for (is, should) in [(measured.p50, 4.0), (measured.p95, 9.5), (measured.p99, 20.0)] {
            assert!((is - should).abs() < 1e-9, "{is} {should}");
        }
    }

    #[test]
    fn what_isnt_the_page_is_no_figure() {
        assert!(read(said(r#"{"200": 10, "303": 1}"#, "{}").as_bytes()).is_err());
        assert!(read(said("{}", "{}").as_bytes()).is_err());
        assert!(read(said(r#"{"200": 10}"#, r#"{"connection reset": 1}"#).as_bytes()).is_err());
        assert!(read(b"oha: no such option").is_err());
    }
}
