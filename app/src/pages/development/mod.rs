//! Pages of development.
