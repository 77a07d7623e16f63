//! Pages of mailbox.
