//! Pages of errors.
