//! Pages of operator.
