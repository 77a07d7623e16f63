//! Ids as types of their own, so that a merchant's id never stands where a person's belongs.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// A brand that runs Gangway for its merchants.
    TenantId,
    /// A human with one login, whatever roles they hold in whatever tenants.
    PersonId,
    /// One signed-in browser of a person.
    SessionId,
    /// A business that applies at a tenant.
    MerchantId,
    /// One application of a merchant; the desk's case is its other side.
    ApplicationId,
    /// A paper asked for, with all its versions.
    DocumentId,
    /// One uploaded file of a document; never overwritten.
    VersionId,
    /// An upload under way.
    UploadId,
    /// A reviewer's recommendation.
    RecommendationId,
    /// A senior reviewer's decision.
    DecisionId,
    /// What a reviewer made of one item.
    JudgementId,
    /// A requirement that two people waive.
    WaiverId,
    /// One opening of masked personal data, for a minute.
    RevealId,
    /// A consent to a text.
    ConsentId,
    /// A one-time link to whoever signs.
    SigningLinkId,
    /// What whoever was to sign said.
    SignatureId,
    /// A one-time link to the upload of one paper.
    PhoneLinkId,
    /// An API credential.
    CredentialId,
    /// What a channel answered about a merchant.
    AnswerId,
    /// A merchant's right to live credentials.
    RightId,
    /// A line of a tenant's price list.
    PriceId,
    /// What a merchant is offered to pay.
    OfferId,
    /// A tenant's own fee claim.
    FeeClaimId,
    /// An invitation by mail to a role.
    InvitationId,
    /// A mix made of past payments.
    StoredMixId,
    /// A list that is screened against.
    ListId,
    /// A file of such a list.
    ListFileId,
    /// Somebody of an application who may stand on a list.
    HitId,
    /// A proof that an account is an applicant's.
    AccountProofId,
    /// A file of what came in at the bank.
    BankFileId,
    /// A legal hold on an application.
    HoldId,
    /// An erasure, done or refused.
    ErasureId,
    /// A job in the queue.
    JobId,
}

impl TenantId {
    /// The platform itself: the chain of the operator's own acts hangs here.
    pub const PLATFORM: Self = Self(Uuid::nil());
}
