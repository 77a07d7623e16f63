//! What people see: pages as pure functions from a model to a view, islands, and our component kit.
//!
//! With `ssr` this crate renders whole documents on the server; with `hydrate` only the islands reach the browser.
#![recursion_limit = "256"]

#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod i18n;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod ui;

#[cfg(feature = "ssr")]
pub use frame::{Built, Frame, Page, Theme};

/// Readies the browser for islands; `boot.js` calls it once, before it wakes the first.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
