//! The rules of identifiers.
