//! A brand's name as typed.

use crate::error::{FieldError, Refusal};

const LONGEST: usize = 80;

/// Trims a name and says at its field what is wrong with it.
pub(super) fn check(refusal: &mut Refusal, field: &'static str, typed: &str) -> String {
    let name = typed.trim();
    let key = match name.chars().count() {
        0 => Some("form-error-required"),
        1..=LONGEST if name.chars().any(char::is_control) => Some("error-control-characters"),
        1..=LONGEST => None,
        _ => Some("tenants-error-name-long"),
    };
    refusal.fields.extend(key.map(|key| FieldError::new(field, key)));
    name.to_owned()
}
