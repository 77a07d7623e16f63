//! What people make of a hit.

use super::lists::Meaning;
use crate::{applications::Why, ids::PersonId, words::words};

words! {
    /// What a person says of a hit.
    Verdict {
        /// It is whom the list names.
        Same = "same",
        /// It is somebody else.
        Other = "other",
    }
}

words! {
    /// Where a hit stands.
    Standing {
        /// It waits for people.
        Open = "open",
        /// It is whom the list names.
        Confirmed = "confirmed",
        /// It is somebody else.
        Cleared = "cleared",
        /// Whom it was about has changed, or the list has, before anybody had decided.
        Gone = "gone",
    }
}

/// How long somebody else stays somebody else: the months that people choose from, and the days they come to.
pub const TERMS: [(&str, u16); 3] = [("3", 92), ("12", 366), ("24", 731)];

impl Standing {
    /// Whether it stands in the way of an approval.
    pub const fn blocks(self, meaning: Meaning) -> bool {
        matches!((self, meaning), (Self::Open, _) | (Self::Confirmed, Meaning::Stop))
    }
}

/// How a hit stands once a person has said what they make of it. `before` is what others said.
///
/// Where two people decide and don't agree, it stays open: a third one's word makes two.
///
/// # Errors
/// [`Why::NotNow`] where it is decided already, [`Why::Proposer`] where this person has had their word.
pub fn decided(
    standing: Standing,
    meaning: Meaning,
    before: &[(PersonId, Verdict)],
    (by, verdict): (PersonId, Verdict),
) -> Result<Standing, Why> {
    if standing != Standing::Open {
        return Err(Why::NotNow);
    }
    if before.iter().any(|(person, _)| *person == by) {
        return Err(Why::Proposer);
    }
    let agreeing = 1 + before.iter().filter(|(_, theirs)| *theirs == verdict).count();
    Ok(match verdict {
        _ if agreeing < meaning.people() => Standing::Open,
        Verdict::Same => Standing::Confirmed,
        Verdict::Other => Standing::Cleared,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    #[test]
    fn one_decides_or_two_who_agree() {
        let (one, two, three) = (person(1), person(2), person(3));
        let notice = decided(Standing::Open, Meaning::Notice, &[], (one, Verdict::Other));
        assert_eq!(notice, Ok(Standing::Cleared));
        for meaning in [Meaning::Stop, Meaning::TwoPeople] {
            let decide = |before: &[_], word| decided(Standing::Open, meaning, before, word);
            assert_eq!(decide(&[], (one, Verdict::Same)), Ok(Standing::Open));
            assert_eq!(decide(&[(one, Verdict::Same)], (one, Verdict::Same)), Err(Why::Proposer));
            assert_eq!(decide(&[(one, Verdict::Same)], (two, Verdict::Same)), Ok(Standing::Confirmed));
            let apart = [(one, Verdict::Same), (two, Verdict::Other)];
            assert_eq!(decide(&apart[..1], apart[1]), Ok(Standing::Open));
            assert_eq!(decide(&apart, (three, Verdict::Other)), Ok(Standing::Cleared));
            assert_eq!(decided(Standing::Cleared, meaning, &[], (one, Verdict::Same)), Err(Why::NotNow));
        }
    }

    #[test]
    fn what_is_open_blocks_and_so_does_who_is_to_be_stopped() {
        assert!(Meaning::ALL.iter().all(|meaning| Standing::Open.blocks(*meaning)));
        assert!(Standing::Confirmed.blocks(Meaning::Stop) && !Standing::Confirmed.blocks(Meaning::TwoPeople));
        assert!(!Standing::Cleared.blocks(Meaning::Stop));
    }
}
