//! Use cases of applications.
