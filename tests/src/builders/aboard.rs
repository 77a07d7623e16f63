//! As far as the desk brings an application, and what a merchant gets that is taken aboard.

use super::{MerchantBuilder, Person};
use domain::{AnswerId, CredentialId, RightId, credentials::Environment};
use services::{
    channels::{self, AnswerInput},
    credentials::{
        self, NewInput,
        rights::{self, Second},
    },
    review::{self, AdviceInput, DecisionInput},
};

impl<'w> MerchantBuilder<'w> {
    /// Has it claimed and recommended for approval.
    pub async fn recommended_by(self, reviewer: &Person<'w>) -> Self {
        let (services, actor) = (&self.owner.tenant.world.services, reviewer.actor().await);
        review::claim(services, &actor, self.id).await.expect("it is claimed");
        crate::desk::accept_all(services, &actor, self.id).await;
        let seen = self.seen_by(reviewer).await;
        let advice = AdviceInput { seen, verdict: "approve".into(), ..AdviceInput::default() };
        review::recommend(services, &actor, self.id, &advice).await.expect("it is recommended");
        self
    }

    /// Has it approved: one person recommends, another decides.
    pub async fn approved_by(self, reviewer: &Person<'w>, senior: &Person<'w>) -> Self {
        self.recommended_by(reviewer).await.decided_by(senior).await
    }

    /// Another person decides for it, who recommended nothing.
    pub async fn decided_by(self, senior: &Person<'w>) -> Self {
        let (services, actor) = (&self.owner.tenant.world.services, senior.actor().await);
        let seen = self.seen_by(senior).await;
        let decision = DecisionInput { seen, decision: "approve".into(), ..DecisionInput::default() };
        review::decide(services, &actor, self.id, &decision).await.expect("it is approved");
        self.owner.tenant.world.run_jobs().await;
        self
    }

    /// Has it approved by the desk while the tenant asks for signatures: it waits for whoever signs.
    pub async fn to_be_signed_by(self, reviewer: &Person<'w>, senior: &Person<'w>) -> Self {
        let tenant = self.owner.tenant;
        tenant.asks_for_signatures(true).await;
        let waiting = self.approved_by(reviewer, senior).await;
        tenant.asks_for_signatures(false).await;
        waiting
    }

    /// What stands on this person's screen when they open the case.
    pub async fn seen_by(&self, person: &Person<'_>) -> String {
        let services = &self.owner.tenant.world.services;
        review::case(services, &person.actor().await, self.id).await.expect("the case is shown").seen
    }

    /// Has it recorded that this channel gave this answer about real payments today.
    pub async fn answered(&self, staff: &Person<'_>, channel: &str, answer: &str) -> AnswerId {
        self.answered_with(staff, channel, AnswerInput { answer: answer.into(), ..AnswerInput::default() })
            .await
    }

    /// The same, with what else was typed.
    pub async fn answered_with(&self, staff: &Person<'_>, channel: &str, typed: AnswerInput) -> AnswerId {
        let (services, actor) = (&self.owner.tenant.world.services, staff.actor().await);
        let at = (channel, Environment::Live);
        let version = channels::form(services, &actor, self.id, at).await.expect("the form").held.version;
        let on = services.now().date().to_string();
        let state = if typed.state.is_empty() { "STATE".into() } else { typed.state.clone() };
        let input = AnswerInput { version, on, state, ..typed };
        channels::record(services, &actor, self.id, at, &input).await.expect("an answer is recorded")
    }

    /// Has the right to live credentials proposed; the channel has said yes.
    pub async fn live_proposed_by(&self, staff: &Person<'_>) -> RightId {
        let (services, actor) = (&self.owner.tenant.world.services, staff.actor().await);
        rights::propose(services, &actor, self.id).await.expect("it is proposed");
        let (listed, _) = rights::list(services, &actor, None).await.expect("the rights");
        let merchant = self.merchant().await;
        listed.iter().find(|one| one.standing.merchant == merchant).expect("the right").standing.id
    }

    /// Has live credentials opened by two.
    pub async fn live_opened_by(&self, reviewer: &Person<'_>, senior: &Person<'_>) {
        let right = self.live_proposed_by(reviewer).await;
        let (services, actor) = (&self.owner.tenant.world.services, senior.actor().await);
        rights::decide(services, &actor, right, Second::Open).await.expect("it is opened");
    }

    /// A credential of this name, not drawn yet.
    pub async fn credential(&self, label: &str) -> CredentialId {
        let actor = self.owner.actor().await;
        let merchant = self.merchant().await;
        let services = &self.owner.tenant.world.services;
        let new = NewInput { environment: "test".into(), label: label.into(), ..NewInput::default() };
        credentials::create(services, &actor, Some(merchant), &new).await.expect("a credential")
    }
}
