//! The few live parts; only these reach the browser.
