//! Statements with what they were sent with, read from the log of a database.

/// What begins an entry of the log, and nothing else: its `log_line_prefix`.
pub const MARK: &str = "@entry ";

/// A statement, and of each parameter the text it was sent with; none for null.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// As it was prepared.
    pub text: String,
    /// In their order.
    pub parameters: Vec<Option<String>>,
}

impl Statement {
    /// Its text with something in the place of each parameter: of which, and of its value.
    pub fn with(&self, mut place: impl FnMut(usize, Option<&str>) -> String) -> String {
        let mut pieces = self.text.split('$');
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let end = piece.find(|c: char| !c.is_ascii_digit()).unwrap_or(piece.len());
            let (number, rest) = piece.split_at(end);
            let at = number.parse().ok().and_then(|number: usize| number.checked_sub(1));
            if let Some((at, value)) = at.and_then(|at| Some((at, self.parameters.get(at)?))) {
                text.push_str(&place(at, value.as_deref()));
            } else {
                text.push('$');
                text.push_str(number);
            }
            text.push_str(rest);
        }
        text
    }

    /// Its text with its parameters in their places.
    pub fn filled_in(&self) -> String {
        self.with(|_, value| value.map_or_else(|| "null".to_owned(), quoted))
    }

    /// Whether it reads rows for somebody, and neither locks nor sets anything.
    pub fn only_reads(&self) -> bool {
        let text = self.text.trim_start().to_lowercase();
        let changes = ["set_config", "for update", "for share"];
        text.starts_with("select") && !changes.iter().any(|words| text.contains(words))
    }
}

/// As a literal of SQL.
pub fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

/// Reads the entries of a log, leaving out what sets the log up.
pub fn read(log: &str) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    for entry in log.split(MARK).skip(1) {
        if let Some(detail) = entry.strip_prefix("DETAIL:  parameters: ") {
            if let Some(last) = found.last_mut() {
                last.parameters = parameters(detail.trim_end());
            }
        } else if let Some((kind, text)) = entry.strip_prefix("LOG:  ").and_then(|rest| rest.split_once(": "))
            && (kind == "statement" || kind.starts_with("execute"))
        {
            found.push(Statement { text: text.trim_end().replace("\n\t", "\n"), parameters: vec![] });
        }
    }
    found.retain(|statement| {
        !statement.text.contains("alter system") && !statement.text.contains("pg_reload_conf")
    });
    found
}

/// `$1 = 'it''s', $2 = NULL`.
fn parameters(text: &str) -> Vec<Option<String>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, value)) = rest.split_once(" = ") {
        if let Some(after) = value.strip_prefix("NULL") {
            found.push(None);
            rest = after;
            continue;
        }
        let quoted = value.strip_prefix('\'').unwrap_or(value);
        let mut end = 0;
        while let Some(at) = quoted.get(end..).and_then(|tail| tail.find('\'')) {
            end += at;
            if quoted.get(end + 1..).is_some_and(|tail| tail.starts_with('\'')) {
                end += 2;
            } else {
                break;
            }
        }
        // What is longer than one line goes on behind a tab.
        found.push(Some(quoted.get(..end).unwrap_or_default().replace("''", "'").replace("\n\t", "\n")));
        rest = quoted.get(end + 1..).unwrap_or_default();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_read_with_their_parameters() {
        let log = "@entry LOG:  received SIGHUP, reloading configuration files\n\
                   @entry LOG:  statement: alter system set log_statement = 'all'\n\
                   @entry LOG:  statement: BEGIN\n\
                   @entry LOG:  execute sqlx_s_7: select a\n\tfrom b where c = $1 and d = $2 and e = $3\n\
                   @entry DETAIL:  parameters: $1 = 'it''s = ''so'', $9', $2 = NULL, $3 = 'two\n\tlines'\n\
                   @entry LOG:  execute <unnamed>: update b set c = 1\n\
                   @entry LOG:  statement: COMMIT\n";
        let found = read(log);
        let texts: Vec<_> = found.iter().map(|statement| statement.text.as_str()).collect();
        let select = "select a\nfrom b where c = $1 and d = $2 and e = $3";
        assert_eq!(texts, ["BEGIN", select, "update b set c = 1", "COMMIT"]);
        let parameters: Vec<_> = found[1].parameters.iter().map(Option::as_deref).collect();
        assert_eq!(parameters, [Some("it's = 'so', $9"), None, Some("two\nlines")]);
        assert!(found[2].parameters.is_empty());
    }

    #[test]
    fn parameters_stand_in_their_places() {
        let parameters = (1..=12).map(|n| Some(format!("o'{n}"))).chain([None]).collect();
        let statement = Statement { text: "f($1, $12, $13::uuid, $2)".into(), parameters };
        assert_eq!(statement.filled_in(), "f('o''1', 'o''12', null::uuid, 'o''2')");
        let statement = Statement {
            text: "f($2, $1, '$', $3)".into(),
            parameters: ["$2", "$1"].map(|one| Some(one.into())).into(),
        };
        assert_eq!(statement.filled_in(), "f('$1', '$2', '$', $3)", "a value is no place");
    }

    #[test]
    fn what_locks_or_sets_does_more_than_read() {
        let reads = |text: &str| Statement { text: text.into(), parameters: vec![] }.only_reads();
        assert!(reads(" SELECT 1 from a"));
        for text in [
            "select 1 from a for update",
            "select set_config('a', 'b', true)",
            "insert into a select 1",
            "COMMIT",
        ] {
            assert!(!reads(text), "{text}");
        }
    }
}
