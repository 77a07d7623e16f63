//! Pages of accounts.
