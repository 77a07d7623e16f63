//! Handing a case up to the seniors, and what they answer.

use super::{Denied, access, claims};
use crate::{Result, Services, error::Refusal};
use domain::{Actor, ApplicationId, permissions::Act, review::Handling};
use serde::Deserialize;
use store::{TenantTx, applications::dossiers, review::escalations};

/// Characters of a reason or an answer at most.
const LONGEST: usize = 1000;

/// Why a case is handed up, as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct EscalationInput {
    /// For the desk alone.
    pub reason: String,
}

/// What a senior answers as they hand it back, as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct AnswerInput {
    /// For the desk alone.
    pub answer: String,
}

/// Hands a case up that this person holds: from here on those alone can take it who may decide.
///
/// # Errors
/// [`Denied::NotOpen`] where it isn't theirs or was handed up already; a refusal at `reason`.
pub async fn escalate(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    input: &EscalationInput,
) -> Result<(), Denied> {
    let by = access::person(actor, Act::WorkCases)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = access::held(&mut tx, id, by).await?;
    let reason = words("reason", &input.reason, "review-error-escalation-missing")?;
    claims::carry_out(&mut tx, &mut application, &Handling::Escalate { by }).await?;
    let key = dossiers::open(&mut tx, id).await?;
    escalations::raise(&mut tx, &key, id, (by, &reason)).await?;
    Ok(tx.commit().await?)
}

/// The senior who holds it hands it back to everybody.
///
/// # Errors
/// [`Denied::NotOpen`] where it isn't theirs or wasn't handed up; a refusal at `answer`.
pub async fn hand_back(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    input: &AnswerInput,
) -> Result<(), Denied> {
    let by = access::person(actor, Act::WorkCases)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = access::held(&mut tx, id, by).await?;
    let answer = words("answer", &input.answer, "review-error-answer-missing")?;
    claims::carry_out(&mut tx, &mut application, &Handling::HandBack { by }).await?;
    let key = dossiers::open(&mut tx, id).await?;
    escalations::answer(&mut tx, &key, id, (by, &answer)).await?;
    Ok(tx.commit().await?)
}

/// Words that have to be there, without the space around them, their lines as they are kept.
fn words(field: &str, typed: &str, missing: &str) -> Result<String> {
    let words = typed.trim().replace("\r\n", "\n");
    match words.chars().count() {
        0 => Err(Refusal::at(field, missing).into()),
        1..=LONGEST => Ok(words),
        _ => Err(Refusal::at(field, "review-error-words-long").into()),
    }
}
