//! The few live parts; only these reach the browser. Their words arrive as properties.

#[expect(unreachable_pub, reason = "the macro writes a function for the browser that no Rust code names")]
mod choices;
#[expect(unreachable_pub, reason = "the macro writes a function for the browser that no Rust code names")]
mod uploader;

pub use choices::{Choices, ChoicesProps};
pub use uploader::{UploadWords, Uploader, UploaderProps};
