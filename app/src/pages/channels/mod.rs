//! Pages of channels: what each answered, who waits for one, and where a merchant's own stand.

pub mod answer;
pub mod catalogue;
pub mod desk;
pub mod merchant;
pub mod waiting;
mod words;
