//! What can go wrong in the store, by what the caller can do about it.

use crate::keys::KeyError;

/// A result of the store.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Why the store refused or failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No such row in this tenant.
    #[error("no such row")]
    NotFound,
    /// The row has moved on since it was read.
    #[error("the row has moved on")]
    Conflict,
    /// The session that proves the actor has ended.
    #[error("the session has ended")]
    SessionEnded,
    /// The database refuses both sides of one decision in one person.
    #[error("both sides of one decision")]
    BothSides,
    /// The database refuses a live credential without the right to it, and the right while no channel has said yes.
    #[error("no right to live credentials")]
    NoRight,
    /// The database refuses two prices for the same payments on one day.
    #[error("two prices on one day")]
    Overlap,
    /// A unique value stands already; the constraint's name.
    #[error("taken: {0}")]
    Taken(String),
    /// Too busy or not reachable; trying again may help.
    #[error("the database is unavailable")]
    Unavailable(#[source] sqlx::Error),
    /// A row holds what it can't hold.
    #[error("corrupt row: {0}")]
    Corrupt(&'static str),
    /// A sealed value doesn't open.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Anything else.
    #[error("database")]
    Database(#[source] sqlx::Error),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::RowNotFound => Self::NotFound,
            sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Io(_)
            | sqlx::Error::WorkerCrashed => Self::Unavailable(error),
            sqlx::Error::Database(database) => match database.code().as_deref() {
                Some("23505") => Self::Taken(database.constraint().unwrap_or_default().to_owned()),
                Some("23514") if matches!(database.constraint(), Some("own_side" | "four_eyes")) => {
                    Self::BothSides
                }
                Some("23514")
                    if matches!(database.constraint(), Some("live_right" | "nothing_effective")) =>
                {
                    Self::NoRight
                }
                Some("23514") if database.constraint() == Some("price_overlap") => Self::Overlap,
                // Found between the page and the act.
                Some("23514") if database.constraint() == Some("open_hit") => Self::Conflict,
                // Held, or taken up again, between the page and the act.
                Some("23514") if matches!(database.constraint(), Some("legal_hold" | "under_way")) => {
                    Self::Conflict
                }
                // Deactivated between the page and the act.
                Some("23514") if database.constraint() == Some("active_staff") => Self::Conflict,
                // Lock and statement timeouts, serialisation failures, deadlocks, shutting down.
                Some("55P03" | "57014" | "40001" | "40P01" | "57P01" | "57P03" | "53300") => {
                    Self::Unavailable(error)
                }
                _ => Self::Database(error),
            },
            _ => Self::Database(error),
        }
    }
}

/// Exactly one row, or the row has moved on.
pub(crate) fn one(done: &sqlx::postgres::PgQueryResult) -> Result<()> {
    if done.rows_affected() == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}
