//! Pages of documents.
