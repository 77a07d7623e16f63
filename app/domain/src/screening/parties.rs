//! Who of an application is screened: the applicant, its legal representative or operator, its agent, every beneficial
//! owner and the holder of the account.

use super::Kind;
use crate::{applications::Answers, words::words};

words! {
    /// What somebody is to an application.
    Role {
        /// Whose application it is.
        Applicant = "applicant",
        /// The legal representative, the operator, or whoever signs.
        Representative = "representative",
        /// Who acts for it.
        Agent = "agent",
        /// A beneficial owner.
        Owner = "owner",
        /// Whose account it is.
        Holder = "holder",
    }
}

/// Somebody who is screened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// What they are.
    pub role: Role,
    /// The section of the answers that names them, like `beneficial_owner.2`.
    pub section: String,
    /// The name as it was declared.
    pub name: String,
    /// What it is a name of, where that is certain.
    pub kind: Option<Kind>,
    /// The number of a paper.
    pub number: String,
    /// The date of birth.
    pub birth: String,
    /// Whether they prove who they are by a resident's ID of China, or live there.
    pub chinese: bool,
}

impl Party {
    /// Whether a number says who it is: otherwise it may be anybody of that name.
    pub const fn is_told_apart(&self) -> bool {
        !self.number.is_empty()
    }
}

/// Everybody whom the answers name, in their order. A section that isn't asked any more isn't among them: hand in the
/// answers as the rules shape them.
pub fn parties(answers: &Answers) -> Vec<Party> {
    answers.keys().flat_map(|section| of_section(answers, section)).collect()
}

/// The fields that name somebody: section, field, what they are, and whether it is certainly a person.
const NAMING: &[(&str, &str, Role, Option<Kind>)] = &[
    ("business", "legal_name", Role::Applicant, None),
    ("business", "dba", Role::Applicant, None),
    ("business", "trading_name", Role::Applicant, None),
    ("scenes", "short_name", Role::Applicant, None),
    ("representative", "name", Role::Representative, Some(Kind::Person)),
    ("operator", "name", Role::Representative, Some(Kind::Person)),
    ("control_person", "name", Role::Representative, Some(Kind::Person)),
    ("director", "name", Role::Representative, Some(Kind::Person)),
    ("agent", "name", Role::Agent, Some(Kind::Person)),
    ("beneficial_owner", "name", Role::Owner, Some(Kind::Person)),
    ("owner", "name", Role::Owner, Some(Kind::Person)),
    ("applicant", "owner_name", Role::Owner, Some(Kind::Person)),
    ("bank", "account_holder", Role::Holder, None),
];

/// The fields that say by which number somebody is known.
const NUMBERS: [&str; 7] = ["id_number", "uscc", "ein", "brn", "uen", "crn", "hrb"];

fn of_section(answers: &Answers, section: &str) -> Vec<Party> {
    let base = section.split('.').next().unwrap_or(section);
    let naming = NAMING.iter().filter(|(of, ..)| *of == base);
    naming.filter_map(|(_, field, role, kind)| party(answers, section, (*role, field, *kind))).collect()
}

fn party(answers: &Answers, section: &str, (role, field, kind): (Role, &str, Option<Kind>)) -> Option<Party> {
    let values = answers.get(section)?;
    let value = |name: &str| values.get(name).map(|value| value.trim().to_owned()).unwrap_or_default();
    let name = value(field);
    let number = NUMBERS.into_iter().map(value).find(|value| !value.is_empty());
    (!name.is_empty()).then(|| Party {
        role,
        section: section.to_owned(),
        name,
        kind,
        number: number.unwrap_or_default(),
        birth: value("born_on"),
        chinese: value("id_kind") == "resident_id" || !value("uscc").is_empty() || value("country") == "CN",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_whom_the_answers_name_is_screened() {
        let answers: Answers = [
            ("business", "legal_name"),
            ("representative", "name"),
            ("agent", "name"),
            ("beneficial_owner.1", "name"),
            ("beneficial_owner.2", "name"),
            ("bank", "account_holder"),
            ("scene_app", "name"),
        ]
        .map(|(section, field)| (section.to_owned(), [(field.to_owned(), format!(" {section} "))].into()))
        .into();
        let all = parties(&answers);
        let named: Vec<_> = all.iter().map(|party| (party.role, party.name.as_str())).collect();
        assert_eq!(named.len(), 6, "{named:?}");
        for role in Role::ALL {
            assert!(named.iter().any(|(theirs, _)| theirs == role), "{role}");
        }
        assert!(named.contains(&(Role::Owner, "beneficial_owner.2")));
    }

    /// A kind of merchant that asks for somebody's name asks for it where it is looked for.
    #[test]
    fn every_kind_names_its_people_where_they_are_looked_for() {
        let book = crate::applications::rules::load_all().unwrap();
        for set in book.all() {
            let kind = &set.label;
            let asked = |wanted: Role| {
                NAMING.iter().filter(|(.., role, _)| *role == wanted).any(|(section, field, ..)| {
                    set.sections
                        .iter()
                        .any(|of| of.code == *section && of.fields.iter().any(|one| one.code == *field))
                })
            };
            for role in [Role::Applicant, Role::Representative, Role::Holder] {
                assert!(asked(role), "{kind} {role}");
            }
            // Where others may be asked for, they are found too.
            let whoever =
                set.sections.iter().filter(|of| of.fields.iter().any(|field| field.code == "id_number"));
            for section in whoever {
                assert!(NAMING.iter().any(|(known, ..)| *known == section.code), "{kind} {}", section.code);
            }
        }
    }
}
