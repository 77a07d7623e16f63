//! A merchant's channels, as the desk sees them and as the merchant does.

use crate::{
    Result, Services,
    applications::access as merchant_side,
    credentials::rights::{self, Rights},
    documents,
    review::access,
};
use domain::{
    Actor, ApplicationId, applications::Ball, channels::CapabilityKind, credentials::Environment,
    permissions::Act,
};
use std::collections::BTreeMap;
use store::{
    TenantTx,
    applications::{Application, dossiers, merchants},
    channels::{self, Held, Verbatim},
    keys::DossierKey,
};
use time::OffsetDateTime;

pub use crate::documents::File;

/// An answer, with its words and its files.
#[derive(Clone, Debug)]
pub struct Answered {
    /// As it was recorded.
    pub row: channels::Answered,
    /// As the channel wrote it; nothing where the application's key was erased.
    pub verbatim: Option<Verbatim>,
    /// The file that counts, if any came.
    pub file: Option<File>,
}

/// A merchant's channels, for the desk.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The application whose page it is.
    pub application: Application,
    /// The merchant's name and number.
    pub merchant: merchants::Merchant,
    /// Its capabilities.
    pub capabilities: Vec<Held>,
    /// What channels answered, newest first.
    pub answers: Vec<Answered>,
    /// The right to live credentials.
    pub rights: Rights,
}

/// The channels of a case's merchant.
pub async fn desk(services: &Services, actor: &Actor, id: ApplicationId) -> Result<Desk> {
    let by = access::person(actor, Act::ViewCases)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = access::seen(&mut tx, id, by).await?;
    let merchant = merchants::load(&mut tx, application.merchant).await?;
    let capabilities = channels::of_merchant(&mut tx, application.merchant).await?;
    let mut answers = Vec::new();
    let rows = channels::answers_of(&mut tx, application.merchant).await?;
    let files = documents::of_answers(&mut tx, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let mut keys: BTreeMap<ApplicationId, Option<DossierKey>> = BTreeMap::new();
    for row in rows {
        if let std::collections::btree_map::Entry::Vacant(e) = keys.entry(row.application) {
            let key = match dossiers::open(&mut tx, row.application).await {
                Ok(key) => Some(key),
                Err(store::StoreError::NotFound) => None,
                Err(error) => return Err(error.into()),
            };
            e.insert(key);
        }
        let key = keys.get(&row.application).and_then(Option::as_ref);
        let verbatim = key.map(|key| row.verbatim(key)).transpose()?;
        answers.push(Answered { verbatim, file: files.get(&row.id).cloned(), row });
    }
    let rights = rights::standing(&mut tx, actor, by, application.merchant).await?;
    Ok(Desk { application, merchant, capabilities, answers, rights })
}

/// Where one channel stands, as its merchant may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merchant {
    /// Which channel.
    pub channel: String,
    /// Where it stands.
    pub state: CapabilityKind,
    /// Since when.
    pub since: OffsetDateTime,
    /// Who is to act next.
    pub ball: Option<Ball>,
}

/// Where the live channels of an application's merchant stand, for whoever of the merchant may see the application.
pub async fn of_application(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
) -> Result<(Application, Vec<Merchant>)> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = merchant_side::seen(&mut tx, id, Act::ViewOwnApplication).await?;
    let held = channels::of_merchant(&mut tx, application.merchant).await?;
    let live = held.into_iter().filter(|held| held.environment == Environment::Live);
    let told = live.map(|held| told(&application, held)).collect();
    Ok((application, told))
}

fn told(application: &Application, held: Held) -> Merchant {
    let state = held.capability.kind();
    let ball = match state.ball() {
        // What it wanted changed has come in again: we look at it before it goes on.
        Some(Ball::Merchant) if application.state.ball() == Some(Ball::Us) => Some(Ball::Us),
        ball => ball,
    };
    Merchant { channel: held.channel, state, since: held.capability.since(), ball }
}
