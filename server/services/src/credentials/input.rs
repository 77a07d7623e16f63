//! What a merchant types about a credential.

use crate::{
    Result,
    error::{FieldError, Refusal},
};
use domain::credentials::{
    Environment, Network,
    network::{MOST, NoNetwork},
};
use serde::Deserialize;
use time::{Date, format_description::well_known::Iso8601};

const LONGEST_LABEL: usize = 80;
/// The longest term: whoever wants more makes another.
const LONGEST_YEARS: i32 = 5;

/// A new credential as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct NewInput {
    /// `test` or `live`.
    pub environment: String,
    /// What it is called.
    pub label: String,
    /// The last day on which it is good, `2026-11-27`; empty where it has no end.
    pub expires: String,
    /// Networks it may be used from, one a line; empty for everywhere.
    pub networks: String,
}

/// A new credential, once it is sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sound {
    pub(super) environment: Environment,
    pub(super) label: String,
    pub(super) expires: Option<Date>,
    pub(super) networks: Vec<Network>,
}

impl NewInput {
    pub(super) fn checked(&self, today: Date) -> Result<Sound> {
        let mut refusal = Refusal::default();
        let environment = Environment::from_word(&self.environment);
        if environment.is_none() {
            refusal.fields.push(FieldError::new("environment", "credentials-error-environment"));
        }
        let label = self.label.trim();
        if let Some(key) = label_fault(label) {
            refusal.fields.push(FieldError::new("label", key));
        }
        let expires = last_day(&self.expires, today).unwrap_or_else(|key| {
            refusal.fields.push(FieldError::new("expires", key));
            None
        });
        let networks = networks(&self.networks).unwrap_or_else(|error| {
            refusal.fields.push(error);
            Vec::new()
        });
        refusal.or_ok()?;
        let environment = environment.unwrap_or(Environment::Test);
        Ok(Sound { environment, label: label.to_owned(), expires, networks })
    }
}

fn label_fault(label: &str) -> Option<&'static str> {
    match label.chars().count() {
        0 => Some("form-error-required"),
        1..=LONGEST_LABEL if label.chars().any(char::is_control) => Some("error-control-characters"),
        1..=LONGEST_LABEL => None,
        _ => Some("credentials-error-label-long"),
    }
}

fn last_day(typed: &str, today: Date) -> Result<Option<Date>, &'static str> {
    if typed.is_empty() {
        return Ok(None);
    }
    let day = Date::parse(typed, &Iso8601::DATE).map_err(|_| "credentials-error-date")?;
    match day {
        day if day < today => Err("credentials-error-date-past"),
        day if day.year() > today.year() + LONGEST_YEARS => Err("credentials-error-date-far"),
        day => Ok(Some(day)),
    }
}

/// Networks, one a line or parted by commas; the first that is none is named.
pub(super) fn networks(typed: &str) -> Result<Vec<Network>, FieldError> {
    let mut networks = Vec::new();
    for line in typed.split(['\n', ',', ' ']).map(str::trim).filter(|line| !line.is_empty()) {
        let network = line.parse::<Network>().map_err(|why| {
            let mut error = FieldError::new("networks", network_key(why));
            error.args.push(("line", line.chars().take(60).collect()));
            error
        })?;
        if !networks.contains(&network) {
            networks.push(network);
        }
    }
    if networks.len() > MOST {
        return Err(FieldError::new("networks", "credentials-error-networks-many"));
    }
    Ok(networks)
}

const fn network_key(why: NoNetwork) -> &'static str {
    match why {
        NoNetwork::Form => "credentials-error-network-form",
        NoNetwork::Prefix => "credentials-error-network-prefix",
        NoNetwork::Bits => "credentials-error-network-bits",
    }
}

/// Networks as a form shows them: one a line.
pub fn networks_text(networks: &[Network]) -> String {
    networks.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ServiceError;
    use time::macros::date;

    const TODAY: Date = date!(2026 - 11 - 27);

    fn input() -> NewInput {
        NewInput { environment: "test".into(), label: " 收银台 ".into(), ..NewInput::default() }
    }

    fn wrong(input: &NewInput) -> Vec<(String, String)> {
        match input.checked(TODAY) {
            Err(ServiceError::Refused(refusal)) => {
                refusal.fields.into_iter().map(|error| (error.field, error.key)).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn labels_are_short_plain_and_not_empty() {
        assert_eq!(input().checked(TODAY).unwrap().label, "收银台");
        for label in ["", "  ", "a\nb", &"x".repeat(81)] {
            assert_eq!(wrong(&NewInput { label: label.into(), ..input() })[0].0, "label", "{label:?}");
        }
    }

    #[test]
    fn a_term_ends_today_at_the_earliest() {
        let day = |typed: &str| NewInput { expires: typed.into(), ..input() };
        assert_eq!(day("2026-11-27").checked(TODAY).unwrap().expires, Some(TODAY));
        for (typed, key) in [
            ("2026-11-26", "credentials-error-date-past"),
            ("2032-01-01", "credentials-error-date-far"),
            ("2026-02-30", "credentials-error-date"),
            ("soon", "credentials-error-date"),
        ] {
            assert_eq!(wrong(&day(typed)), [("expires".to_owned(), key.to_owned())], "{typed}");
        }
    }

    #[test]
    fn a_wrong_network_is_named() {
        let sound = networks("203.0.113.0/24\r\n2001:db8::/32, 203.0.113.0/24").unwrap();
        assert_eq!(networks_text(&sound), "203.0.113.0/24\n2001:db8::/32");
        let error = networks("203.0.113.0/24\n203.0.113.7/24").unwrap_err();
        assert_eq!(
            (error.key.as_str(), error.args[0].1.as_str()),
            ("credentials-error-network-bits", "203.0.113.7/24")
        );
        let many: Vec<String> = (0..21).map(|n| format!("203.0.113.{n}")).collect();
        assert_eq!(networks(&many.join("\n")).unwrap_err().key, "credentials-error-networks-many");
    }
}
