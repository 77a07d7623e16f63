//! Pages of audit.
