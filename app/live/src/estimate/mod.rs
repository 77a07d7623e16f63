//! The estimate: what is typed, what it comes to, and how both get to the browser.

mod answer;
mod figures;
mod luggage;

pub use answer::{Answer, Coin, Reckoner, Row, Words};
pub use figures::{Fault, Figures};
pub use luggage::Luggage;
