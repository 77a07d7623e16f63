//! What people prove themselves with beside the password: an authenticator app, recovery codes, passkeys.

mod enrol;
mod forget;
mod keys;
mod prove;
mod recovery;
mod remove;
mod second;
mod totp;

pub use enrol::{Enrolment, Offer, enrol, offer};
pub use forget::forget;
pub use keys::{
    Challenge, KeyAnswer, PasskeyName, RelyingParty, add_passkey, passkeys, put_challenge, put_new_challenge,
    rename_passkey,
};
pub(crate) use prove::demand;
pub use prove::{ProofInput, demand_factor, prove};
pub use recovery::renew_recovery;
pub use remove::{remove_passkey, remove_totp};
pub use second::{sign_in_with_passkey, take_second_step};
pub use store::accounts::{factors::Held, passkeys::Passkey, proofs::Token};
pub use totp::{CurrentCode, code, code_of, current_code};

use crate::{Result, ServiceError, Services};
use domain::{Actor, PersonId, SessionId, TenantId, actor::Person};
use secrecy::SecretString;
use serde::Deserialize;
use store::{
    TenantTx,
    accounts::{factors, proofs, tokens},
};

/// Whoever changes what they prove themselves with, in a session that may be half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prover {
    /// Who.
    pub person: PersonId,
    /// In which session.
    pub session: SessionId,
    /// Whether it is whole, or the password alone was proved in it.
    pub whole: bool,
    /// Whether they proved who they are within the last five minutes.
    pub proved: bool,
}

/// A code typed, of the app or one of the recovery codes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// As typed.
    pub code: SecretString,
    /// A path to go on to.
    #[serde(default)]
    pub to: String,
}

impl Prover {
    /// The person of a whole session.
    pub const fn of(person: &Person) -> Self {
        Self { person: person.id, session: person.session, whole: true, proved: person.proved }
    }

    /// As they act: off any tenant, and as nobody while the session is half.
    fn actor(&self) -> Actor {
        if !self.whole {
            return Actor::Visitor { tenant: TenantId::PLATFORM };
        }
        Actor::Person(Person {
            tenant: TenantId::PLATFORM,
            id: self.person,
            session: self.session,
            proved: self.proved,
            staff: Vec::new(),
            members: Vec::new(),
        })
    }

    /// Begins a change of what is their own, with their row and their session held.
    async fn begin(&self, services: &Services) -> Result<TenantTx> {
        let mut tx = TenantTx::begin_own(&services.db, &self.actor()).await?;
        if !self.whole {
            tokens::lock_person(&mut tx, self.person).await?;
            proofs::hold_half(&mut tx, self.person, self.session).await?;
        }
        Ok(tx)
    }

    /// Begins a change of factors: in a whole session a fresh proof is asked for, and a half one may add the first factor
    /// and nothing else.
    async fn change(&self, services: &Services) -> Result<(TenantTx, Held)> {
        demand_change(self)?;
        let mut tx = self.begin(services).await?;
        let held = factors::held_in(&mut tx, self.person).await?;
        if !self.whole && held.any() {
            return Err(ServiceError::SignedOut);
        }
        Ok((tx, held))
    }
}

/// Refuses a change of factors in a session whose person has proved nothing lately.
///
/// # Errors
/// [`ServiceError::ProofNeeded`].
pub const fn demand_change(by: &Prover) -> Result<()> {
    if by.whole && !by.proved { Err(ServiceError::ProofNeeded) } else { Ok(()) }
}

/// What a person holds.
///
/// # Errors
/// The database is down.
pub async fn held(services: &Services, person: PersonId) -> Result<Held> {
    Ok(factors::held(&services.db, person).await?)
}
