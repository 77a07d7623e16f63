//! The rules of applications.
