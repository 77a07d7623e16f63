//! What the database itself keeps, whatever the code above it does.

mod chains;
mod isolation;
mod policies;
mod rights;
mod rows;
