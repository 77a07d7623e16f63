//! Channels: what an approval asks of them, what they answered, and what comes of it.

mod aboard;
mod change;
mod input;
mod record;
mod view;
mod waiting;

pub(crate) use aboard::{aboard, ashore, unanswered};
pub use input::AnswerInput;
pub use record::{Form, form, record};
pub use store::channels::{Held, Key, Verbatim, Waiting};
pub use view::{Answered, Desk, File, Merchant, desk, of_application};
pub use waiting::{PAGE, waiting};
