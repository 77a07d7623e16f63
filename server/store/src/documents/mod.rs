//! Rows of documents.
