//! What contradicts in the answers themselves, as the rules of applications find it.

use super::{Arg, Found, Kind, Severity};
use crate::applications::{Fault, Finding, check::Weight};

/// The findings of [`crate::applications::check::all`].
pub fn of_answers(findings: &[Finding]) -> Vec<Found> {
    findings.iter().map(of_answer).collect()
}

fn of_answer(finding: &Finding) -> Found {
    let severity = if finding.weight == Weight::Warning { Severity::Doubtful } else { Severity::Wrong };
    let at = Fault::Field(finding.section.clone(), finding.field.clone());
    let args = finding.args.iter().map(|(name, value)| (*name, Arg::Text(value.clone()))).collect();
    Found { kind: kind(&finding.key), severity, at, key: finding.key.clone(), args }
}

/// What a rule's message is of.
fn kind(key: &str) -> Kind {
    match key {
        "error-validity-over" => Kind::Ended,
        "warn-validity-ends-soon" => Kind::EndsSoon,
        "error-validity-both" => Kind::OpenAndEnd,
        "warn-uscc-class" => Kind::UsccClass,
        "error-cn-uscc-check-digit" => Kind::UsccCheck,
        "warn-uscc-province" | "warn-cn-uscc-region" | "error-cn-uscc-region" => Kind::UsccRegion,
        "warn-cn-uscc-organisation-code" => Kind::OrganisationCode,
        "error-cn-resident-id-check-digit" => Kind::IdCheck,
        "warn-id-term" | "warn-id-before-birth" => Kind::IdTerm,
        "warn-cn-resident-id-region" => Kind::IdRegion,
        "warn-cnaps-bank" => Kind::BankCode,
        "error-shares-total" => Kind::Shares,
        "error-account-holder-differs"
        | "error-account-holder-business"
        | "error-account-holder-operator" => Kind::AccountHolder,
        _ => Kind::Answer,
    }
}
