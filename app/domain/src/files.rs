//! What can be wrong with a data file.

/// A data file that can't be used.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It isn't JSON of the right shape.
    #[error("{file}: {source}")]
    Shape {
        /// The file's name.
        file: String,
        /// What is wrong, and where.
        source: serde_json::Error,
    },
    /// It contradicts itself.
    #[error("{file}: {what}")]
    Content {
        /// The file's name; of lists, places and channels the folder's, as the fault names the file.
        file: String,
        /// What is wrong.
        what: String,
    },
}
