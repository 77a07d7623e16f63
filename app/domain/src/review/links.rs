//! What a case has in common with other cases of the tenant. Merchants never learn of any of it.

use crate::words::words;

words! {
    /// What two cases have in common; what says most comes first.
    Link {
        /// The very same file.
        File = "file",
        /// A page that shows the same: saved anew, cut, turned or brighter.
        Page = "page",
        /// The number of the business or of its licence.
        Licence = "licence",
        /// The account.
        Account = "account",
        /// The number of a person's paper.
        Owner = "owner",
        /// A telephone number.
        Phone = "phone",
    }
}

/// The fields with numbers of businesses and of their licences, in the rules of every kind.
pub const LICENCE_FIELDS: [&str; 9] =
    ["uscc", "licence", "crn", "brn", "certificate", "uen", "ein", "vat", "hrb"];

/// The kinds of marks by which sealed numbers are compared.
pub const MARKS: [(&str, Link); 4] = [
    ("account_number", Link::Account),
    ("resident_id", Link::Owner),
    ("id_number", Link::Owner),
    ("phone", Link::Phone),
];

impl Link {
    /// What a mark of this kind says that two cases have in common.
    pub fn of_mark(kind: &str) -> Option<Self> {
        MARKS.into_iter().find(|(known, _)| *known == kind).map(|(_, link)| link)
    }
}

#[cfg(test)]
mod tests {
    use super::Link;

    #[test]
    fn a_persons_paper_is_known_by_either_kind_of_mark() {
        assert_eq!(Link::of_mark("resident_id"), Some(Link::Owner));
        assert_eq!(Link::of_mark("id_number"), Some(Link::Owner));
        assert_eq!(Link::of_mark("phone_tail"), None, "four digits are nobody's own");
        assert!(Link::File < Link::Phone);
    }
}
