//! A merchant's people: seen, invited, changed, left.

mod change;
mod invite;

pub(super) use change::{change_roles, leave, person, remove};
pub(super) use invite::{show as show_invite, take as take_invite, withdraw};

use crate::web::{PageResult, Visit};
use app::{
    pages::tenants::members::{
        Member, Merchant, places,
        team::{self, Invited, Model},
    },
    ui::FormState,
};
use axum::extract::Path;
use domain::{MerchantId, PersonId};
use serde::Deserialize;
use services::{Result, ServiceError, tenants::members};
use store::{
    applications::merchants::Merchant as Row,
    tenants::{invitations::Invitation, members::Member as MemberRow},
};
use time::OffsetDateTime;

/// The ids of a path. What isn't one is nobody's.
#[derive(Deserialize)]
pub(super) struct At {
    merchant: String,
    #[serde(default)]
    person: String,
    #[serde(default)]
    id: String,
}

impl At {
    fn merchant(&self) -> Result<MerchantId> {
        self.merchant.parse().map_err(|_| ServiceError::NotFound)
    }

    fn person(&self) -> Result<PersonId> {
        self.person.parse().map_err(|_| ServiceError::NotFound)
    }
}

fn merchant(row: &Row) -> Merchant {
    Merchant { id: row.id.0, name: row.name.clone(), number: row.number.clone() }
}

fn member(visit: &Visit, row: &MemberRow) -> Member {
    Member {
        id: row.person.0,
        email: row.email.clone(),
        roles: row.roles.clone(),
        since: row.since,
        me: visit.actor.person().is_some_and(|reader| reader.id == row.person),
    }
}

fn invited(invitation: &Invitation, now: OffsetDateTime) -> Invited {
    Invited {
        id: invitation.id.to_string(),
        email: invitation.email.clone(),
        roles: invitation.roles.clone(),
        expires_at: invitation.expires_at,
        open: invitation.is_open(now),
    }
}

/// `GET /t/{slug}/members`: the reader's merchants, or the one there is.
pub(super) async fn list(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let found = members::places(&visit.app.services, &visit.actor).await?;
    if let [(only, _)] = found.as_slice() {
        let model = model(&visit, only.id, FormState::default()).await?;
        return Ok(visit.page(team::page(&visit.frame, &model)));
    }
    let found: Vec<_> = found.iter().map(|(row, roles)| (merchant(row), roles.clone())).collect();
    Ok(visit.page(places::page(&visit.frame, &found)))
}

/// `GET /t/{slug}/members/{merchant}`
pub(super) async fn show(visit: Visit, Path(at): Path<At>) -> PageResult {
    visit.signed_in()?;
    let model = model(&visit, at.merchant()?, FormState::default()).await?;
    Ok(visit.page(team::page(&visit.frame, &model)))
}

async fn model(visit: &Visit, id: MerchantId, form: FormState) -> Result<Model> {
    let team = members::team(&visit.app.services, &visit.actor, id).await?;
    let now = visit.app.services.now();
    let others = |person: &domain::actor::Person| person.members.iter().any(|(at, _)| *at != id);
    Ok(Model {
        merchant: merchant(&team.merchant),
        members: team.members.iter().map(|row| member(visit, row)).collect(),
        invitations: team.invitations.iter().map(|invitation| invited(invitation, now)).collect(),
        manage: team.manage,
        several: visit.actor.person().is_some_and(others),
        form,
    })
}
