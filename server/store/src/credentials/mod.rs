//! Rows of credentials.
