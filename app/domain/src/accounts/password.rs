//! How long a password may be. What it may not be is judged on the server, by an estimate of how soon it is guessed.

/// Characters at least, where there is no second factor.
pub const MIN_LENGTH: usize = 15;
/// Characters at most.
pub const MAX_LENGTH: usize = 256;

/// Why a password is refused for its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordFault {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Shorter than [`MIN_LENGTH`].
    #[error("too short")]
    TooShort,
    /// Longer than [`MAX_LENGTH`].
    #[error("too long")]
    TooLong,
}

/// Whether a password is of a length that may be chosen; characters count, of any script, spaces too.
///
/// # Errors
/// Says which way it is wrong.
pub fn check_length(typed: &str) -> Result<(), PasswordFault> {
    match typed.chars().take(MAX_LENGTH + 1).count() {
        0 => Err(PasswordFault::Empty),
        1..MIN_LENGTH => Err(PasswordFault::TooShort),
        MIN_LENGTH..=MAX_LENGTH => Ok(()),
        _ => Err(PasswordFault::TooLong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_count_not_bytes() {
        assert_eq!(check_length(""), Err(PasswordFault::Empty));
        assert_eq!(check_length(&"密".repeat(14)), Err(PasswordFault::TooShort));
        assert_eq!(check_length(&"密".repeat(15)), Ok(()));
        assert_eq!(check_length(&" ".repeat(256)), Ok(()));
        assert_eq!(check_length(&"a".repeat(257)), Err(PasswordFault::TooLong));
    }
}
