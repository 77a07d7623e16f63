//! Statements as `pgbench` sends them, and what it says of a round.

use super::statements::Statement;
use std::fmt::Write as _;

/// A script for `pgbench`, and the arguments that give its variables their values: parameters are variables, so that each
/// connection prepares a statement once.
pub fn script(statements: &[Statement]) -> (String, Vec<String>) {
    let (mut text, mut variables) = (String::new(), Vec::new());
    for (place, statement) in statements.iter().enumerate() {
        let name = |at: usize| format!("v{place}_{at}");
        let one =
            statement.with(|at, value| value.map_or_else(|| "null".to_owned(), |_| format!(":{}", name(at))));
        for (at, value) in statement.parameters.iter().enumerate() {
            if let Some(value) = value {
                variables.extend(["-D".to_owned(), format!("{}={value}", name(at))]);
            }
        }
        let _ = writeln!(text, "{};", one.trim_end().trim_end_matches(';').replace('\n', " "));
    }
    (text, variables)
}

/// Transactions a second, as it says them.
pub fn rate(said: &str) -> Option<f64> {
    said.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_become_variables() {
        let some = |value: &str| Some(value.to_owned());
        let statements = [
            Statement { text: "BEGIN".into(), parameters: vec![] },
            Statement {
                text: "select $1,\n$2::uuid, $3;".into(),
                parameters: vec![some("a b"), None, some("7")],
            },
        ];
        let (text, variables) = script(&statements);
        assert_eq!(text, "BEGIN;\nselect :v1_0, null::uuid, :v1_2;\n");
        assert_eq!(variables, ["-D", "v1_0=a b", "-D", "v1_2=7"]);
    }

    #[test]
    fn the_rate_is_found_among_what_it_says() {
        let said = "number of failed transactions: 0 (0.000%)\nlatency average = 2.126 ms\n\
                    initial connection time = 41.1 ms\ntps = 1881.308455 (without initial connection time)\n";
        assert!(rate(said).is_some_and(|rate| (rate - 1_881.308_455).abs() < 1e-9));
        assert_eq!(rate("pgbench: error: connection refused"), None);
    }
}
