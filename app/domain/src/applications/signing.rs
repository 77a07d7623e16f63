//! The signature of whoever a merchant says stands for it: who that is, what is shown to them as declared in their name,
//! and the life of the one-time link that they answer by.

use super::{Answers, RuleSet, Section};
use crate::words::words;
use time::{Duration, OffsetDateTime};

/// How long a link is good for.
pub const LINK_LIFETIME: Duration = Duration::hours(72);

/// The sections of those who sign, in rules that don't name one.
const SIGNATORIES: [&str; 4] = ["representative", "operator", "director", "control_person"];

/// Sections that are shown beside the signatory's own: what the business is, who applied, where money goes, and what
/// was asked for. Of other people nothing is.
const DECLARED: [&str; 5] = ["business", "applicant", "agent", "bank", "channels"];

/// The section of whoever signs.
pub fn signatory(rules: &RuleSet) -> Option<&Section> {
    let named = rules.proof.as_ref().map(|proof| proof.signatory.as_str());
    let usual = SIGNATORIES.into_iter().filter(|_| named.is_none());
    named.into_iter().chain(usual).find_map(|code| rules.section(code))
}

/// The name of whoever signs, as declared.
pub fn name<'a>(rules: &RuleSet, answers: &'a Answers) -> Option<&'a str> {
    given(answers, &signatory(rules)?.code, "name")
}

/// The mail address declared as theirs: in their own section, or as the applicant's where that is they.
pub fn address<'a>(rules: &RuleSet, answers: &'a Answers) -> Option<&'a str> {
    let code = signatory(rules)?.code.as_str();
    let own = given(answers, code, "email");
    // The rules of the United States call the control person so for short.
    let same = |who: &str| who == code || (who, code) == ("control", "control_person");
    own.or_else(|| {
        given(answers, "applicant", "is").filter(|who| same(who))?;
        given(answers, "applicant", "email")
    })
}

fn given<'a>(answers: &'a Answers, section: &str, field: &str) -> Option<&'a str> {
    answers.get(section)?.get(field).map(String::as_str).filter(|value| !value.is_empty())
}

/// The sections that whoever signs is shown, in the order of the form.
pub fn declared(rules: &RuleSet) -> Vec<&Section> {
    let own = signatory(rules).map(|section| section.code.as_str());
    let shown = |section: &&Section| {
        let code = section.code.as_str();
        DECLARED.contains(&code) || own == Some(code)
    };
    rules.sections.iter().filter(shown).collect()
}

words! {
    /// What whoever was to sign says.
    Answer {
        /// It is they, and they agree.
        Confirmed = "confirmed",
        /// They know nothing of it.
        Disowned = "disowned",
    }
}

words! {
    /// Where a link stands.
    Standing {
        /// Made, and looked at by nobody yet.
        Issued = "issued",
        /// Looked at.
        Opened = "opened",
        /// Used: confirmed.
        Confirmed = "confirmed",
        /// Used: disowned.
        Disowned = "disowned",
        /// A newer one stands in its place.
        Replaced = "replaced",
        /// What it was for is over.
        Ended = "ended",
    }
}

/// What happens to a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// It is looked at.
    Open,
    /// It is used.
    Answer(Answer),
    /// A newer one is made.
    Replace,
    /// The application goes on, or ends, without it.
    End,
}

/// A link is not good, or no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Closed {
    /// It was answered.
    #[error("answered")]
    Answered,
    /// It was replaced, ended, or its time is over.
    #[error("over")]
    Over,
}

impl Standing {
    /// Whether it was answered, replaced or ended.
    pub const fn is_closed(self) -> bool {
        !matches!(self, Self::Issued | Self::Opened)
    }

    /// Where it stands after this. A link is good until `until`; a time that is over closes it to whoever holds it, and
    /// to nothing else.
    ///
    /// # Errors
    /// [`Closed`] where nothing can happen to it any more.
    pub fn apply(self, event: Event, until: OffsetDateTime, now: OffsetDateTime) -> Result<Self, Closed> {
        match (self, event) {
            (Self::Confirmed | Self::Disowned, _) => Err(Closed::Answered),
            (Self::Replaced | Self::Ended, _) => Err(Closed::Over),
            (Self::Issued | Self::Opened, Event::Replace) => Ok(Self::Replaced),
            (Self::Issued | Self::Opened, Event::End) => Ok(Self::Ended),
            (Self::Issued | Self::Opened, Event::Open | Event::Answer(_)) if now >= until => {
                Err(Closed::Over)
            }
            (Self::Issued | Self::Opened, Event::Open) => Ok(Self::Opened),
            (Self::Issued | Self::Opened, Event::Answer(Answer::Confirmed)) => Ok(Self::Confirmed),
            (Self::Issued | Self::Opened, Event::Answer(Answer::Disowned)) => Ok(Self::Disowned),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    const NOW: OffsetDateTime = datetime!(2026-11-28 09:00 UTC);

    #[test]
    fn a_link_is_answered_once_and_in_its_time() {
        let until = NOW + LINK_LIFETIME;
        let late = until;
        let all = [Event::Open, Event::Answer(Answer::Confirmed), Event::Answer(Answer::Disowned)];
        for standing in [Standing::Issued, Standing::Opened] {
            let after: Vec<_> = all.iter().map(|event| standing.apply(*event, until, NOW)).collect();
            assert_eq!(after, [Ok(Standing::Opened), Ok(Standing::Confirmed), Ok(Standing::Disowned)]);
            for event in all {
                assert_eq!(standing.apply(event, until, late), Err(Closed::Over), "{standing} {event:?}");
            }
            assert_eq!(standing.apply(Event::Replace, until, late), Ok(Standing::Replaced));
            assert_eq!(standing.apply(Event::End, until, late), Ok(Standing::Ended));
        }
        for standing in Standing::ALL.iter().filter(|standing| standing.is_closed()) {
            for event in all.into_iter().chain([Event::Replace, Event::End]) {
                assert!(standing.apply(event, until, NOW).is_err(), "{standing} {event:?}");
            }
        }
    }

    #[cfg(feature = "data")]
    mod of_rules {
        use super::super::*;
        use crate::applications::rules;

        fn answers(pairs: &[(&str, &str, &str)]) -> Answers {
            let mut answers = Answers::new();
            for (section, field, value) in pairs {
                answers.entry((*section).into()).or_default().insert((*field).into(), (*value).into());
            }
            answers
        }

        #[test]
        fn every_kind_has_somebody_who_signs_and_shows_them_what_matters() {
            for set in rules::load_all().unwrap().all() {
                let section = signatory(set).unwrap_or_else(|| panic!("nobody signs for {}", set.kind));
                assert!(section.fields.iter().any(|field| field.code == "name"), "{}", set.kind);
                let shown: Vec<&str> = declared(set).iter().map(|one| one.code.as_str()).collect();
                for code in ["business", "bank", "channels", &section.code] {
                    assert!(shown.contains(&code), "{code} of {}", set.kind);
                }
                let others = ["owner", "beneficial_owner", "consents"];
                assert!(others.iter().all(|code| !shown.contains(code)), "{shown:?}");
            }
        }

        #[test]
        fn an_address_is_theirs_where_they_were_said_to_apply() {
            let book = rules::load_all().unwrap();
            let of = |(country, kind): (&str, &str), pairs: &[_]| {
                let alike = |set: &&RuleSet| (set.country.as_str(), set.kind.as_str()) == (country, kind);
                let set = book.all().iter().filter(alike).max_by_key(|set| set.from).unwrap();
                address(set, &answers(pairs)).map(str::to_owned)
            };
            let office = ("applicant", "email", "office@haifeng.example");
            let (cn, llc) = (("CN", "enterprise"), ("US", "llc"));
            assert_eq!(of(cn, &[("applicant", "is", "agent"), office]), None);
            assert_eq!(of(cn, &[office]), None);
            let own = of(cn, &[("applicant", "is", "representative"), office]);
            assert_eq!(own.as_deref(), Some("office@haifeng.example"));
            assert!(of(llc, &[("applicant", "is", "control"), office]).is_some());
            assert_eq!(of(llc, &[("applicant", "is", "owner"), office]), None);
            let micro = of(("CN", "micro"), &[("operator", "email", "li@micro.example")]);
            assert_eq!(micro.as_deref(), Some("li@micro.example"));
        }
    }
}
