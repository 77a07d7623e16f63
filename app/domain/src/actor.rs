//! Who acts: the first argument of every use case.

use crate::{
    ids::{MerchantId, PersonId, SessionId, TenantId},
    permissions::{Act, Role},
};

/// Whoever acts, and in which tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A visitor without a session.
    Visitor {
        /// The tenant of the address.
        tenant: TenantId,
    },
    /// A signed-in person with the roles they hold in this tenant, read for this request.
    Person(Person),
    /// A job of ours.
    System {
        /// The tenant the job works for.
        tenant: TenantId,
        /// The job's kind.
        job: &'static str,
    },
}

/// A signed-in person in one tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The tenant of the address; [`TenantId::PLATFORM`] on the operator's pages.
    pub tenant: TenantId,
    /// Who it is.
    pub id: PersonId,
    /// The session that proves it; a change takes its row and looks at its revocation.
    pub session: SessionId,
    /// Whether they proved who they are within the last five minutes: acts that demand a proof need it.
    pub proved: bool,
    /// Roles at the tenant (or [`Role::Operator`] on the platform).
    pub staff: Vec<Role>,
    /// Roles at merchants of this tenant.
    pub members: Vec<(MerchantId, Role)>,
}

impl Actor {
    /// The tenant whose rows this actor can reach.
    pub const fn tenant(&self) -> TenantId {
        match self {
            Self::Visitor { tenant } | Self::System { tenant, .. } => *tenant,
            Self::Person(person) => person.tenant,
        }
    }

    /// The same actor, acting in another tenant: the operator's own acts alone need it.
    #[must_use]
    pub fn within(self, tenant: TenantId) -> Self {
        match self {
            Self::Visitor { .. } => Self::Visitor { tenant },
            Self::System { job, .. } => Self::System { tenant, job },
            Self::Person(person) => Self::Person(Person { tenant, ..person }),
        }
    }

    /// The person, where there is one.
    pub const fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            Self::Visitor { .. } | Self::System { .. } => None,
        }
    }

    /// Whether a staff (or operator) role of theirs allows the act. Jobs may do everything.
    pub fn may(&self, act: Act) -> bool {
        match self {
            Self::Visitor { .. } => false,
            Self::System { .. } => true,
            Self::Person(person) => person.staff.iter().any(|role| role.may(act)),
        }
    }

    /// Whether a role of theirs at this merchant allows the act.
    pub fn may_at(&self, merchant: MerchantId, act: Act) -> bool {
        match self {
            Self::Visitor { .. } => false,
            Self::System { .. } => true,
            Self::Person(person) => person.members.iter().any(|(at, role)| *at == merchant && role.may(act)),
        }
    }
}
