//! A section's form as it was sent, read by the rules: inputs they don't know are left aside.

use domain::applications::{Answer, Field, Section, Values, answers::day_from_parts};
use std::collections::BTreeSet;

/// What a section's form said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionInput {
    /// The version that was on the screen; 0 where there was none.
    pub version: i32,
    /// The answers, in the form they are kept in; a sealed one left empty keeps what there is.
    pub values: Values,
    /// Fields for which the version that came between is to stand.
    pub take: BTreeSet<String>,
    /// What the form was sent for.
    pub then: Then,
}

/// What a section's form was sent for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Then {
    /// To be kept, and to go on.
    #[default]
    Next,
    /// To be kept incomplete, and come back to later.
    Later,
    /// To show what can be chosen next: nothing is kept.
    Choices,
    /// To take the part away.
    Remove,
}

impl SectionInput {
    /// Reads the names and values of a form; names may repeat.
    pub fn read(section: &Section, pairs: &[(String, String)]) -> Self {
        let form = Form(pairs);
        let mut values = Values::new();
        for field in &section.fields {
            form.read(field, &mut values);
        }
        Self {
            version: form.one("version").parse().unwrap_or_default(),
            values,
            take: form.all("take").map(str::to_owned).collect(),
            then: match form.one("then") {
                "later" => Then::Later,
                "choices" => Then::Choices,
                "remove" => Then::Remove,
                _ => Then::Next,
            },
        }
    }
}

struct Form<'a>(&'a [(String, String)]);

impl<'a> Form<'a> {
    fn all(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(sent, _)| sent == name).map(|(_, value)| value.as_str())
    }

    fn one(&self, name: &str) -> &'a str {
        self.all(name).next().unwrap_or_default()
    }

    fn day(&self, name: &str) -> String {
        let part = |which: &str| self.one(&format!("{name}_{which}"));
        day_from_parts(part("year"), part("month"), part("day"))
    }

    fn read(&self, field: &Field, values: &mut Values) {
        let code = &field.code;
        let mut keep = |input: &str, value: String| {
            if !value.is_empty() {
                values.insert(input.to_owned(), value);
            }
        };
        match &field.answer {
            Answer::Validity => {
                let [from, until, open] = ["from", "until", "open"].map(|part| format!("{code}_{part}"));
                keep(&from, self.day(&from));
                keep(&until, self.day(&until));
                // The page offers "long-term" beside the end.
                if self.one(&format!("{until}_long_term")) == "yes" {
                    keep(&open, "yes".into());
                }
            }
            Answer::PastDate => keep(code, self.day(code)),
            Answer::Place => {
                for input in field.inputs() {
                    keep(&input, self.one(&input).trim().to_owned());
                }
            }
            Answer::Channels | Answer::Choices(_) => {
                let wanted: BTreeSet<&str> =
                    self.all(code).map(str::trim).filter(|word| !word.is_empty()).collect();
                keep(code, wanted.into_iter().collect::<Vec<_>>().join(","));
            }
            Answer::Accept { version, .. } => {
                // The form names the text that was on the screen; ticking it accepts that one.
                let accepted = self.one(code) == "yes";
                let shown = self.one(&format!("{code}_version"));
                if accepted {
                    keep(code, if shown.is_empty() { version.clone() } else { shown.to_owned() });
                }
            }
            _ => keep(code, field.normal(self.one(code))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::applications::rules;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn read(section: &str, sent: &[(&str, &str)]) -> SectionInput {
        let book = rules::load_all().unwrap();
        let set = book.get("CN", "enterprise", "2026-11").unwrap();
        SectionInput::read(set.section(section).unwrap(), &pairs(sent))
    }

    #[test]
    fn days_come_in_parts_and_may_have_no_end() {
        let input = read(
            "business",
            &[
                ("licence_from_year", "２０１９"),
                ("licence_from_month", "3"),
                ("licence_from_day", "7"),
                ("licence_until_long_term", "yes"),
                ("version", "4"),
            ],
        );
        assert_eq!(input.version, 4);
        assert_eq!(input.values.get("licence_from").unwrap(), "2019-03-07");
        assert_eq!(input.values.get("licence_open").unwrap(), "yes");
        assert!(!input.values.contains_key("licence_until"));
    }

    #[test]
    fn repeated_channels_are_joined_once_each() {
        let sent = [("wanted", "wechat_pay"), ("wanted", "alipay"), ("wanted", "alipay"), ("wanted", "")];
        assert_eq!(read("channels", &sent).values.get("wanted").unwrap(), "alipay,wechat_pay");
    }

    #[test]
    fn what_the_rules_dont_ask_is_left_aside() {
        let input = read(
            "bank",
            &[("account_number", "6222 0212-3456 7890"), ("is_admin", "yes"), ("state", "approved")],
        );
        assert_eq!(input.values.len(), 1);
        assert_eq!(input.values.get("account_number").unwrap(), "6222021234567890");
    }

    #[test]
    fn ticking_accepts_the_version_that_was_shown() {
        assert_eq!(
            read("agreement", &[("accepted", "yes"), ("accepted_version", "2020-01")])
                .values
                .get("accepted")
                .unwrap(),
            "2020-01"
        );
        assert!(read("agreement", &[("accepted_version", "2026-11")]).values.is_empty());
    }
}
