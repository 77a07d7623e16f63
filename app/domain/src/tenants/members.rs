//! Who belongs to a merchant: what an owner gives and takes away, and what nobody may be left without.

use crate::{
    ids::PersonId,
    permissions::{Act, Role},
};

/// People and open invitations of one merchant, at most.
pub const MOST: usize = 50;

/// The roles as an owner may give them: in the matrix's order, each once. Nothing where there is none, or where one
/// isn't a merchant's.
pub fn given(roles: &[Role]) -> Option<Vec<Role>> {
    let mut roles = roles.to_vec();
    roles.sort_unstable();
    roles.dedup();
    let all = !roles.is_empty() && roles.iter().all(|role| Role::MERCHANT.contains(role));
    all.then_some(roles)
}

/// Whether nobody would own the merchant any more if this person held no more than these roles.
pub fn leaves_nobody(owners: &[PersonId], person: PersonId, keeps: &[Role]) -> bool {
    !keeps.contains(&Role::Owner) && !owners.iter().any(|owner| *owner != person)
}

/// Whether somebody with these roles at the tenant sits in judgement on merchants.
pub fn judges(staff: &[Role]) -> bool {
    staff
        .iter()
        .any(|role| [Act::WorkCases, Act::Recommend, Act::Decide].into_iter().any(|act| role.may(act)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    #[test]
    fn an_owner_gives_a_merchants_roles_alone() {
        let sorted = given(&[Role::Developer, Role::Papers, Role::Developer]);
        assert_eq!(sorted, Some(vec![Role::Papers, Role::Developer]));
        for wrong in [&[][..], &[Role::Admin], &[Role::Owner, Role::Reviewer]] {
            assert_eq!(given(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn somebody_always_owns_it() {
        let (one, other) = (person(1), person(2));
        assert!(leaves_nobody(&[one], one, &[]));
        assert!(leaves_nobody(&[one], one, &[Role::Papers]));
        assert!(!leaves_nobody(&[one], one, &[Role::Owner, Role::Papers]));
        assert!(!leaves_nobody(&[one, other], one, &[]));
        assert!(!leaves_nobody(&[other], one, &[]), "who doesn't own it leaves its owner");
    }

    #[test]
    fn those_who_judge_are_those_of_the_desk() {
        let judging: Vec<Role> = Role::ALL.into_iter().filter(|role| judges(&[*role])).collect();
        assert_eq!(judging, [Role::Reviewer, Role::SeniorReviewer]);
        assert!(!judges(&[]));
    }
}
