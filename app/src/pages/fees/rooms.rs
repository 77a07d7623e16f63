//! The rooms of fees in the console, as tabs above each of them.

use crate::{Frame, ui::Tabs};
use leptos::prelude::*;

/// Each room: what it is called, and its address below the tenant's.
const ROOMS: [(&str, &str); 6] = [
    ("fees-room-compare", "/console/fees"),
    ("fees-room-claims", "/console/fees/claims"),
    ("rates-room", "/console/fees/rates"),
    ("mixes-room", "/console/fees/mixes"),
    ("prices-room", "/console/fees/prices"),
    ("offers-room", "/console/fees/offers"),
];

/// The tabs, of which the reader is on the one with this address.
pub fn rooms(frame: &Frame, here: &str) -> AnyView {
    let tabs = Tabs::new(frame.t("fees-rooms"));
    ROOMS.iter().fold(tabs, |tabs, (key, path)| tabs.tab(frame.t(key), frame.at(path), *path == here)).view()
}
