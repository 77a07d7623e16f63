//! Pages of errors.

use crate::{Frame, Page};
use leptos::prelude::*;

/// What went wrong, as far as the reader may know.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// The message key: `errors-not-found`.
    pub key: String,
    /// For asking us about it.
    pub request_id: String,
}

/// The page of a problem.
pub fn page(frame: &Frame, problem: &Problem) -> Page {
    let (text, id) = (frame.t(&problem.key), problem.request_id.clone());
    Page { title: text.clone(), body: view! { <main><h1>{text}</h1><p>{id}</p></main> }.into_any() }
}
