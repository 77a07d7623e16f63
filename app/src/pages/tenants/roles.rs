//! The names of roles, and the boxes that give them.

use crate::Frame;
use crate::ui::Choice;
use domain::{Lang, permissions::Role};

/// A role's name.
pub(super) fn name(frame: &Frame, role: Role) -> String {
    frame.t(&format!("tenants-role-{}", role.word().replace('_', "-")))
}

/// Roles with the language's comma between; a dash for none.
pub(super) fn names(frame: &Frame, roles: &[Role]) -> String {
    let comma = if frame.lang == Lang::En { ", " } else { "、" };
    let names: Vec<String> = roles.iter().map(|role| name(frame, *role)).collect();
    if names.is_empty() { "–".to_owned() } else { names.join(comma) }
}

/// The roles an admin gives, each with what it is for.
pub(super) fn choices(frame: &Frame) -> Vec<Choice> {
    Role::STAFF
        .into_iter()
        .map(|role| {
            let hint = frame.t(&format!("tenants-role-{}-hint", role.word().replace('_', "-")));
            Choice::new(role.word(), name(frame, role)).hint(hint)
        })
        .collect()
}
