//! What happens to a file itself, apart from whose it is: told apart, bounded, sealed, checked, drawn.
//!
//! Nothing here knows a tenant's rules, a database or a network. `documents` puts the pieces together.
//! While a file streams by, `intake` and `sniff` look at it and `seal` seals it. Later `check` opens the whole
//! of it, in a process of its own: `examiner` starts that process, `worker` is what runs in it, `wire` is how
//! they talk. `scanner` asks clamd, where there is one. What the desk is shown of it, `stamp` writes on with `pens`.

pub mod check;
pub mod examination;
pub mod examiner;
mod fonts;
pub mod intake;
pub mod name;
mod pdf;
mod pens;
mod picture;
pub mod scanner;
pub mod seal;
pub mod sniff;
mod stamp;
mod text;
mod walk;
mod wire;
pub mod worker;

pub use domain::documents::{Media, Refusal, Remark};
pub use examination::{Examination, Picture, Sound};
pub use examiner::{Examiner, ExaminerError};
pub use fonts::FONT_PLACES;
pub use pens::Pens;
pub(crate) use picture::small;
pub use scanner::{Scanner, ScannerError};
pub use stamp::Stamp;
pub(crate) use stamp::stamp;
