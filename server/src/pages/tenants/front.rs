//! A brand's front page, and the console's door.

use super::{super::query::Pairs, estimate, first_page};
use crate::{
    pages::overview,
    web::{PageResult, Visit},
};
use app::pages::tenants::front::{self, Model, Onward};
use axum::extract::Query;
use domain::{actor::Person, applications::Choice, permissions::Act};
use services::{ServiceError, applications::today};

/// `GET /t/{slug}`: with `country`, `kind` and `channel` what is needed for them.
pub(super) async fn show(visit: Visit, Query(query): Query<Pairs>) -> PageResult {
    let offered = visit.app.services.rules.offered(today("CN", visit.app.services.now()));
    let choice = Choice::read(&query, &offered);
    let country = choice.country.clone();
    let model = Model {
        address: format!("{}{}{}", visit.app.web.base_url, visit.frame.at(""), choice.query()),
        offered: offered.into_iter().cloned().collect(),
        choice,
        onward: visit.actor.person().and_then(onward),
        estimate: estimate::model(&visit, estimate::begin(&country)).await?,
    };
    Ok(visit.page(front::page(&visit.frame, &model)))
}

fn onward(person: &Person) -> Option<Onward> {
    if !person.members.is_empty() {
        Some(Onward::Merchant)
    } else if person.staff.iter().any(|role| role.may(Act::ViewCases)) {
        Some(Onward::Desk)
    } else if person.staff.is_empty() {
        None
    } else {
        Some(Onward::Console)
    }
}

/// `GET /t/{slug}/console`: the home, or the way to what the reader's roles open.
pub(super) async fn console(visit: Visit) -> PageResult {
    let staff = &visit.signed_in()?.staff;
    match first_page(staff) {
        "/console" => overview::home(visit).await,
        "" => Err(ServiceError::NotFound.into()),
        page => Ok(visit.see_other(&visit.frame.at(page))),
    }
}
