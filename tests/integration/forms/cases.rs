//! How each form is filled in: wrongly, one way after the other, and then rightly. In this order they are sent.

mod merchants;
mod people;
mod prices;
mod staff;

use super::scene::Scene;
use crate::routes::actors::Who;

/// A form.
pub(super) struct Case {
    pub(super) who: Who,
    /// The page it stands on.
    pub(super) page: String,
    /// The route it posts to.
    pub(super) route: &'static str,
    pub(super) wrong: &'static [Wrong],
    /// Typed over what stands there.
    pub(super) right: Vec<(&'static str, String)>,
    /// What comes of it: on to another page, or the answer that shows a secret once.
    pub(super) status: u16,
}

/// A way of filling it in wrongly.
pub(super) struct Wrong {
    /// Typed over what stands there.
    pub(super) typed: &'static [(&'static str, &'static str)],
    /// The fields that are wrong; none where the page doesn't tell which.
    pub(super) at: &'static [&'static str],
}

const fn wrong(typed: &'static [(&'static str, &'static str)], at: &'static [&'static str]) -> Wrong {
    Wrong { typed, at }
}

fn case(
    who: Who,
    page: impl Into<String>,
    route: &'static str,
    wrong: &'static [Wrong],
    right: &[(&'static str, &str)],
) -> Case {
    let right = right.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    Case { who, page: page.into(), route, wrong, right, status: 303 }
}

/// A form that is answered by a page at once.
fn answered_at_once(case: Case) -> Case {
    Case { status: 200, ..case }
}

/// All of them.
pub(super) fn all(scene: &Scene<'_>) -> Vec<Case> {
    let mut all = people::entering(scene);
    all.extend(people::own_account(scene));
    all.extend(merchants::sections(scene));
    all.extend(merchants::others(scene));
    all.extend(staff::desk(scene));
    all.extend(staff::channels(scene));
    all.extend(staff::retention(scene));
    all.extend(staff::console(scene));
    all.extend(prices::all(scene));
    all.extend(staff::operator());
    all
}
