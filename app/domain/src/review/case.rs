//! The desk's view of an application.

use crate::words::words;

words! {
    /// How the desk stands to an application.
    CaseState {
        /// There is nothing for the desk yet.
        None = "none",
        /// It waits to be claimed.
        Waiting = "waiting",
        /// Somebody works on it.
        Claimed = "claimed",
        /// It was put off until an instant.
        Snoozed = "snoozed",
        /// It waits for a senior.
        Escalated = "escalated",
        /// It is done with.
        Closed = "closed",
    }
}
