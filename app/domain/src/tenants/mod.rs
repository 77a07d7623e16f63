//! The rules of tenants.
