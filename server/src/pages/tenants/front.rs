//! A brand's front page, and the console's door.

use super::first_page;
use crate::{
    pages::overview,
    web::{PageResult, Visit},
};
use app::pages::tenants::front::{self, Kind, Model, Onward};
use domain::{actor::Person, applications::RuleSet, permissions::Act};
use services::ServiceError;

/// `GET /t/{slug}`
pub(super) async fn show(visit: Visit) -> PageResult {
    let today = visit.app.services.now().date();
    let kinds = visit.app.services.rules.offered(today).into_iter().map(kind).collect();
    let model = Model { kinds, onward: visit.actor.person().and_then(onward) };
    Ok(visit.page(front::page(&visit.frame, &model)))
}

fn kind(rules: &RuleSet) -> Kind {
    let papers = rules.papers.iter();
    let channels = rules.channels.iter();
    Kind {
        label: rules.label.clone(),
        papers: papers.map(|paper| (paper.label.clone(), paper.hint.clone(), paper.min > 0)).collect(),
        channels: channels.map(|channel| (channel.wallet, channel.offered, channel.note.clone())).collect(),
        days: rules.usual_days,
    }
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
