//! `gangway validate KIND`: one value a line, one verdict a line, by the rules that the forms use.

use clap::Args;
use domain::identifiers::{Kind, Verdict, check};
use services::{
    applications::today,
    ports::{Clock as _, SystemClock},
};
use std::{
    io::{self, BufRead, BufReader, BufWriter, ErrorKind, Write},
    process::ExitCode,
};
use time::Date;

#[derive(Args)]
pub(super) struct Arguments {
    /// The kind of identifier: cn-uscc, cn-resident-id, cnaps, iban, lei, us-ein, us-aba, us-zip, luhn, gb-vat,
    /// de-vat, sg-uen, hk-brn, gb-crn, de-hrb
    #[arg(value_parser = kind)]
    kind: Kind,
}

fn kind(word: &str) -> Result<Kind, String> {
    Kind::from_word(word).ok_or_else(|| {
        let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
        format!("known kinds are {}", known.join(", "))
    })
}

/// Reads values from standard input to its end and prints what the rule says of each.
pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let today = today(arguments.kind.country(), SystemClock.now());
    match judge(arguments.kind, today, io::stdin().lock(), io::stdout().lock()) {
        // Whoever reads our answers has heard enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        outcome => Ok(outcome.map(|()| ExitCode::SUCCESS)?),
    }
}

fn judge(kind: Kind, today: Date, input: impl io::Read, output: impl Write) -> io::Result<()> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let mut output = BufWriter::with_capacity(1 << 16, output);
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let value = line.strip_suffix(b"\n").unwrap_or(&line);
        let value = value.strip_suffix(b"\r").unwrap_or(value);
        match std::str::from_utf8(value).map(|value| check(kind, value, today)) {
            Ok(Verdict::Ok) => output.write_all(b"ok\n")?,
            Ok(Verdict::Warn(reason)) => writeln!(output, "warn {reason}")?,
            Ok(Verdict::No(reason)) => writeln!(output, "no {reason}")?,
            Err(_) if kind.only_warns() => output.write_all(b"warn encoding\n")?,
            Err(_) => output.write_all(b"no encoding\n")?,
        }
        line.clear();
    }
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn answers(kind: Kind, input: &[u8]) -> String {
        let mut output = vec![];
        judge(kind, date!(2026 - 11 - 23), input, &mut output).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn every_line_gets_one_answer() {
        let heard =
            answers(Kind::CnUscc, b"91350100M000100Y43\r\n91350100M000100Y4Z\n\n\xff\n91350100M000100Y43");
        let lines: Vec<&str> = heard.lines().collect();
        assert_eq!(lines.len(), 5);
        assert_eq!((lines[0], lines[3], lines[4]), ("ok", "no encoding", "ok"));
        assert!(lines[1].starts_with("no ") && lines[2].starts_with("no "));
    }

    #[test]
    fn luhn_only_warns() {
        assert!(answers(Kind::Luhn, b"6222223333322332\n").starts_with("warn "));
        assert_eq!(answers(Kind::Luhn, b"4111111111111111\n"), "ok\n");
        for kind in [Kind::Luhn, Kind::Cnaps] {
            assert_eq!(answers(kind, b"\xff\n"), "warn encoding\n");
        }
    }

    #[test]
    fn nothing_in_nothing_out() {
        assert_eq!(answers(Kind::Iban, b""), "");
    }
}
