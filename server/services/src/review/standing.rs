//! How a case stands, for the pages of acts: less than the whole case.

use super::{Acts, access};
use crate::{Result, Services};
use domain::{Actor, ApplicationId, permissions::Act};
use store::{
    TenantTx,
    applications::dossiers,
    review::escalations::{self, Escalation},
};

/// A case in short.
#[derive(Clone, Debug)]
pub struct Standing {
    /// What people call it.
    pub number: String,
    /// The business's name as declared.
    pub name: String,
    /// What the reader can do with it.
    pub acts: Acts,
    /// Whether the reader gives cases to others at all.
    pub gives: bool,
    /// What was handed up and hasn't come back.
    pub raised: Option<Escalation>,
}

/// The case in short, for whoever of the desk may see it.
pub async fn standing(services: &Services, actor: &Actor, id: ApplicationId) -> Result<Standing> {
    let by = access::person(actor, Act::ViewCases)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = access::seen(&mut tx, id, by).await?;
    let key = dossiers::open(&mut tx, id).await?;
    let raised = escalations::of(&mut tx, &key, id).await?;
    Ok(Standing {
        acts: Acts::of(actor, by, &application),
        gives: actor.may(Act::AssignCases),
        raised: raised.into_iter().find(|raised| raised.ended_at.is_none()),
        number: application.case_number,
        name: application.name,
    })
}
