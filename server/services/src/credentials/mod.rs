//! Use cases of credentials.
