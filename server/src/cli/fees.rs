//! `gangway fees compare`: claims compared on a mix, as the API does, without a database.

use crate::web::Fault;
use clap::Subcommand;
use domain::fees::{
    published,
    request::{Compared, Comparison},
};
use std::{
    io::{self, Read, Write},
    process::ExitCode,
};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Compare claims on a mix of payments: a request in JSON from standard input, the answer to standard output. The
    /// ids of published claims are known; what can't be used is answered with a problem, and exit code 1
    Compare,
}

pub(super) fn run(command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Compare => {
            let mut request = Vec::new();
            io::stdin().lock().read_to_end(&mut request)?;
            answer(&request, io::stdout().lock())
        }
    }
}

fn answer(request: &[u8], mut output: impl Write) -> anyhow::Result<ExitCode> {
    let code = match compare(request)? {
        Ok(compared) => {
            serde_json::to_writer(&mut output, &compared)?;
            ExitCode::SUCCESS
        }
        Err(fault) => {
            serde_json::to_writer(&mut output, &fault.problem())?;
            ExitCode::FAILURE
        }
    };
    output.write_all(b"\n")?;
    Ok(code)
}

fn compare(request: &[u8]) -> anyhow::Result<Result<Compared, Fault>> {
    let book = published::load_all()?;
    Ok(Comparison::read(request)
        .map_err(Fault::unusable)
        .and_then(|asked| asked.compare(|id| book.get(id).map(|known| &known.claim)).map_err(Fault::unknown)))
}

#[cfg(test)]
mod tests {
    use super::{ExitCode, answer};
    use serde_json::{Value, json};

    fn answered(request: &Value) -> (bool, Value) {
        let mut output = vec![];
        let code = answer(request.to_string().as_bytes(), &mut output).unwrap();
        assert_eq!(output.last(), Some(&b'\n'));
        (code == ExitCode::SUCCESS, serde_json::from_slice(&output).unwrap())
    }

    #[test]
    fn a_published_claim_is_known_by_its_id() {
        let (done, answer) =
            answered(&json!({"mix": [{"count": 10, "amount": 10_000}], "claims": ["stripe-us-card"]}));
        assert!(done);
        assert_eq!(answer["results"][0]["total"], json!(3200));
    }

    #[test]
    fn what_cannot_be_used_is_one_problem_and_a_failure() {
        let (done, problem) = answered(&json!({"mix": [], "claims": ["stripe-us-card"]}));
        assert!(!done);
        assert_eq!(problem["errors"], json!([{"path": "mix", "what": "must not be empty"}]));
        let unknown = json!({"mix": [{"count": 1, "amount": 1}], "claims": ["stripe-us-card", "mine"]});
        let (done, problem) = answered(&unknown);
        assert_eq!((done, &problem["status"]), (false, &json!(404)));
        assert_eq!(problem["errors"][0]["path"], json!("claims[1]"));
    }
}
