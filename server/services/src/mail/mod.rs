//! Mail texts and the job that sends them. A mail is a job in the transaction of what it tells of: at least once,
//! with a stable Message-ID, in the language of the person it goes to.
//!
//! A job holds ids alone. Address, language, names and links are looked up when the mail is written, and a link's
//! token is drawn then: whoever reads the queue learns nothing.

mod compose;
mod dates;
mod job;
mod links;
mod template;
mod texts;

use crate::error::Result;
use domain::{ApplicationId, InvitationId, MerchantId, PersonId, SigningLinkId, TenantId};
use serde::{Deserialize, Serialize};
use store::{TenantTx, applications::merchants, jobs::NewJob};
use uuid::Uuid;

pub use job::send;
pub use links::{INVITATION_LIFETIME, lifetime, token_hash};
pub(crate) use links::{address, draw};
pub(crate) use template::SIGN;
pub use template::Template;

/// The job's kind.
pub const KIND: &str = "mail.send";

/// What a mail is about: ids alone. Each one fills a placeholder of the template's link and, where said, of its
/// text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The tenant in whose name it is sent, where that isn't the transaction's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub brand: Option<TenantId>,
    /// An application: `{ $case }` and `{ $name }` in the text, `{application}` in the link.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub application: Option<ApplicationId>,
    /// A merchant: `{ $merchant }` in the text, `{merchant}` in the link.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub merchant: Option<MerchantId>,
    /// The request of a change of address.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub change: Option<Uuid>,
}

impl About {
    /// About nothing but the person.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// About an application of the transaction's tenant.
    pub fn application(application: ApplicationId) -> Self {
        Self { application: Some(application), ..Self::default() }
    }

    /// About a merchant of the transaction's tenant.
    pub fn merchant(merchant: MerchantId) -> Self {
        Self { merchant: Some(merchant), ..Self::default() }
    }

    /// In this tenant's name.
    #[must_use]
    pub const fn in_name_of(mut self, tenant: Option<TenantId>) -> Self {
        self.brand = tenant;
        self
    }
}

/// To whom a job's mail goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Recipient {
    Person(PersonId),
    Invitation(InvitationId),
    Signatory(SigningLinkId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Payload {
    template: Template,
    to: Recipient,
    about: About,
}

/// Sends a person a mail, once this transaction has committed.
pub async fn to_person(tx: &mut TenantTx, person: PersonId, template: Template, about: About) -> Result<()> {
    enqueue(tx, Payload { template, to: Recipient::Person(person), about }).await
}

/// Sends the owners of a merchant a mail, and whoever acts, who may be none of them.
pub async fn to_owners_and_actor(tx: &mut TenantTx, merchant: MerchantId, template: Template) -> Result<()> {
    let mut told = merchants::owners(tx, merchant).await?;
    let actor = tx.actor().person().map(|person| person.id);
    told.extend(actor.filter(|person| !told.contains(person)));
    for person in told {
        to_person(tx, person, template, About::merchant(merchant)).await?;
    }
    Ok(())
}

/// Sends an invitation of this transaction's tenant its link, once this transaction has committed. Sent again, the
/// link of the earlier mail is no longer good.
pub async fn to_invitation(tx: &mut TenantTx, invitation: InvitationId, template: Template) -> Result<()> {
    let to = Recipient::Invitation(invitation);
    enqueue(tx, Payload { template, to, about: About::nothing() }).await
}

/// Sends whoever signs the link of this transaction's tenant, once this transaction has committed.
pub(crate) async fn to_signatory(tx: &mut TenantTx, link: SigningLinkId) -> Result<()> {
    let (to, about) = (Recipient::Signatory(link), About::nothing());
    enqueue(tx, Payload { template: Template::SigningLink, to, about }).await
}

async fn enqueue(tx: &mut TenantTx, payload: Payload) -> Result<()> {
    let payload =
        serde_json::to_value(payload).map_err(|error| crate::ServiceError::Internal(error.into()))?;
    Ok(tx.enqueue(NewJob::new(KIND, payload)).await?)
}
