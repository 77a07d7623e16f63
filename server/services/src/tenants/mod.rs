//! Use cases of tenants.
