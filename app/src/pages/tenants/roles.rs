//! The names of roles, and the boxes that give them.

use crate::Frame;
use crate::pages::applications::words::{dashed, listed};
use crate::ui::Choice;
use domain::permissions::Role;

/// A role's name.
pub(super) fn name(frame: &Frame, role: Role) -> String {
    frame.t(&format!("tenants-role-{}", dashed(role.word())))
}

/// Roles with the language's comma between; a dash for none.
pub(super) fn names(frame: &Frame, roles: &[Role]) -> String {
    if roles.is_empty() {
        "–".to_owned()
    } else {
        listed(frame, roles.iter().map(|role| name(frame, *role)))
    }
}

/// The roles an admin gives, each with what it is for.
pub(super) fn choices(frame: &Frame) -> Vec<Choice> {
    Role::STAFF
        .into_iter()
        .map(|role| Choice::new(role.word(), name(frame, role)).hint(hint(frame, role)))
        .collect()
}

/// What a role is for, and what it never sees.
pub(super) fn hint(frame: &Frame, role: Role) -> String {
    frame.t(&format!("tenants-role-{}-hint", dashed(role.word())))
}
