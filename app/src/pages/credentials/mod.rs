//! Pages of credentials.
