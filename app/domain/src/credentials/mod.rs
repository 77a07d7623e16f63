//! The rules of credentials.
