//! Whether an account has to be proven by a transfer: who applies as what, and what the tenant has switched on.
//!
//! For a business of mainland China it depends on the kind and on who applies (WeChat Pay, verification by subject and
//! signatory, 2026-04-28); a kind whose rules say so, and any from elsewhere, is always proven.

use crate::applications::{
    Answers, Policy, RuleSet,
    kinds::{AccountProof, Proof},
};

/// What proves that the account is the applicant's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Nothing more is needed.
    Nothing,
    /// The legal representative's signature; no transfer would do.
    Signature,
    /// The legal representative's signature or a transfer.
    Either,
    /// A transfer.
    Transfer,
}

/// Who applies where they are the business's own legal representative, operator or signatory.
const THEMSELVES: [&str; 4] = ["representative", "operator", "director", "control"];

impl Need {
    /// What this application needs. `given` says of a paper whether there is a file of it that was accepted.
    pub fn of(rules: &RuleSet, answers: &Answers, given: impl Fn(&str) -> bool) -> Self {
        match &rules.proof {
            Some(Proof { account: AccountProof::UnlessPaper(paper), .. }) if given(paper) => Self::Nothing,
            None if rules.country == "CN" => Self::by_applicant(rules, answers),
            Some(_) | None => Self::Transfer,
        }
    }

    fn by_applicant(rules: &RuleSet, answers: &Answers) -> Self {
        if applies_themselves(rules, answers) {
            Self::Nothing
        } else if rules.kind == "individual" {
            Self::Signature
        } else {
            Self::Either
        }
    }

    /// Whether a transfer is due, as the tenant has its switches: where a signature does as well and one is asked for,
    /// it isn't.
    pub const fn is_transfer_due(self, policy: &Policy) -> bool {
        policy.account_verification
            && match self {
                Self::Nothing | Self::Signature => false,
                Self::Either => !policy.signing,
                Self::Transfer => true,
            }
    }
}

/// Rules that don't ask who applies leave it open: then it isn't known to be them.
fn applies_themselves(rules: &RuleSet, answers: &Answers) -> bool {
    rules.answered(answers, "applicant.is").is_some_and(|who| THEMSELVES.contains(&who))
}

#[cfg(test)]
#[cfg(feature = "data")]
mod tests {
    use super::*;
    use crate::applications::{Values, rules};

    fn need(kind: &str, is: &str, letter: bool) -> Need {
        let book = rules::load_all().unwrap();
        let versions = book.all().iter().filter(|set| set.code() == kind);
        let set = versions.max_by_key(|set| set.version.clone()).unwrap();
        let applicant = Values::from([("is".to_owned(), is.to_owned())]);
        let answers = Answers::from([("applicant".to_owned(), applicant)]);
        Need::of(&set.shaped(&answers), &answers, |paper| letter && paper == "unit_letter")
    }

    /// The table of the facts, row by row.
    #[test]
    fn who_applies_as_what_decides() {
        assert_eq!(need("cn-individual", "operator", false), Need::Nothing);
        assert_eq!(need("cn-individual", "agent", false), Need::Signature);
        assert_eq!(need("cn-enterprise", "representative", false), Need::Nothing);
        assert_eq!(need("cn-enterprise", "agent", false), Need::Either);
        assert_eq!(need("cn-enterprise", "owner", false), Need::Either);
        for who in ["representative", "agent"] {
            assert_eq!(need("cn-institution", who, true), Need::Nothing, "{who}");
            assert_eq!(need("cn-institution", who, false), Need::Transfer, "{who}");
        }
        assert_eq!(need("cn-micro", "", false), Need::Transfer);
        for kind in ["us-llc", "us-corporation", "gb-limited", "de-gmbh", "hk-company", "sg-company"] {
            assert_eq!(need(kind, "director", false), Need::Transfer, "{kind}");
        }
    }

    #[test]
    fn rules_that_never_asked_who_applies_dont_take_it_for_granted() {
        let book = rules::load_all().unwrap();
        let first = book.get("CN", "enterprise", "2026-11").unwrap();
        assert_eq!(Need::of(first, &Answers::new(), |_| false), Need::Either);
        let llc = book.get("US", "llc", "2026-11-24").unwrap();
        assert_eq!(Need::of(llc, &Answers::new(), |_| false), Need::Transfer);
    }

    #[test]
    fn a_switch_that_is_off_asks_for_nothing() {
        let both = Policy { account_verification: true, signing: true, ..Policy::default() };
        let account = Policy { signing: false, ..both };
        let due = |need: Need| [Policy::default(), account, both].map(|policy| need.is_transfer_due(&policy));
        assert_eq!(due(Need::Nothing), [false, false, false]);
        assert_eq!(due(Need::Signature), [false, false, false]);
        assert_eq!(due(Need::Either), [false, true, false], "a signature does as well");
        assert_eq!(due(Need::Transfer), [false, true, true]);
    }
}
