//! Pages of tenants.
