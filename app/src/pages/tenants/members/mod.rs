//! A merchant's people: who is there, who is invited, what each does.

pub mod invite;
pub mod person;
pub mod places;
pub mod team;

use super::roles;
use crate::{
    Frame,
    ui::{Choice, name, named},
};
use domain::permissions::Role;
use leptos::prelude::*;
use time::OffsetDateTime;
use uuid::Uuid;

/// A merchant, as these pages name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merchant {
    /// Its id, for addresses.
    pub id: Uuid,
    /// Its name as declared; empty until then.
    pub name: String,
    /// Its number, once approved.
    pub number: Option<String>,
}

impl Merchant {
    /// An address of its people's pages.
    pub fn at(&self, frame: &Frame, rest: &str) -> String {
        frame.at(&format!("/members/{}{rest}", self.id))
    }

    /// Its name, or that it has none yet.
    pub fn shown(&self, frame: &Frame) -> String {
        named(frame, &self.name)
    }

    /// The line above a heading: name and number.
    fn caption(&self, frame: &Frame) -> AnyView {
        let number = self.number.as_ref().map(|number| view! { " · "<code>{number.clone()}</code> });
        view! { <p class="caption">{name(frame, &self.name)}{number}</p> }.into_any()
    }
}

/// One of a merchant's people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub id: Uuid,
    /// Their address.
    pub email: String,
    /// As what.
    pub roles: Vec<Role>,
    /// Since when.
    pub since: OffsetDateTime,
    /// Whether it is the reader.
    pub me: bool,
}

/// The roles an owner gives, each with what it is for and what it never sees.
fn choices(frame: &Frame) -> Vec<Choice> {
    Role::MERCHANT
        .into_iter()
        .map(|role| Choice::new(role.word(), roles::name(frame, role)).hint(roles::hint(frame, role)))
        .collect()
}
