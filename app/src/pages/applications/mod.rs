//! Pages of applications, the merchant's side: home, starting, tasks, sections, checking, status.

pub mod changes;
pub mod check;
pub mod consents;
pub mod fields;
pub mod home;
pub mod section;
pub mod sign;
pub mod signing;
pub mod start;
pub mod status;
pub mod tasks;
pub mod withdraw;
pub mod words;

use crate::{
    Frame,
    ui::{back_link_to, name},
};
use leptos::prelude::*;
use uuid::Uuid;

/// What stands at the head of an application's pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its id, for addresses.
    pub id: Uuid,
    /// What people call it: `GW-…`.
    pub number: String,
    /// The business's name as declared; empty until then.
    pub name: String,
}

impl Head {
    /// An address below the application's: `""` is its task list.
    pub fn at(&self, frame: &Frame, rest: &str) -> String {
        frame.at(&format!("/applications/{}{rest}", self.id))
    }

    /// The line above a heading: number and name.
    pub(in crate::pages) fn caption(&self, frame: &Frame) -> AnyView {
        let number = frame.ta("applications-number", &[("number", self.number.clone())]);
        let name = (!self.name.is_empty()).then(|| view! { " · "{name(frame, &self.name)} });
        view! { <p class="caption">{number}{name}</p> }.into_any()
    }
}

/// The way back to all applications.
fn back_home(frame: &Frame) -> AnyView {
    back_link_to(frame.at("/home"), frame.t("applications-home-title"))
}

/// The way back to where an application stands.
pub(in crate::pages) fn back_to_status(frame: &Frame, head: &Head) -> AnyView {
    back_link_to(head.at(frame, "/status"), frame.t("applications-status-back"))
}
