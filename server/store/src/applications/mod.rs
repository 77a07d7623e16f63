//! Rows of applications.
