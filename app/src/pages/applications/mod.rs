//! Pages of applications.
