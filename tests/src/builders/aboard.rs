//! As far as the desk brings an application, and what a merchant gets that is taken aboard.

use super::{MerchantBuilder, Person};
use domain::CredentialId;
use services::{
    credentials::{self, NewInput},
    review::{self, AdviceInput, DecisionInput},
};

impl<'w> MerchantBuilder<'w> {
    /// Has it claimed and recommended for approval.
    pub async fn recommended_by(self, reviewer: &Person<'w>) -> Self {
        let (services, actor) = (&self.owner.tenant.world.services, reviewer.actor().await);
        review::claim(services, &actor, self.id).await.expect("it is claimed");
        let seen = self.seen_by(reviewer).await;
        let advice = AdviceInput { seen, verdict: "approve".into(), ..AdviceInput::default() };
        review::recommend(services, &actor, self.id, &advice).await.expect("it is recommended");
        self
    }

    /// Has it approved: one person recommends, another decides.
    pub async fn approved_by(self, reviewer: &Person<'w>, senior: &Person<'w>) -> Self {
        let recommended = self.recommended_by(reviewer).await;
        let (services, actor) = (&recommended.owner.tenant.world.services, senior.actor().await);
        let seen = recommended.seen_by(senior).await;
        let decision = DecisionInput { seen, decision: "approve".into(), ..DecisionInput::default() };
        review::decide(services, &actor, recommended.id, &decision).await.expect("it is approved");
        recommended.owner.tenant.world.run_jobs().await;
        recommended
    }

    /// What stands on this person's screen when they open the case.
    pub async fn seen_by(&self, person: &Person<'_>) -> String {
        let services = &self.owner.tenant.world.services;
        review::case(services, &person.actor().await, self.id).await.expect("the case is shown").seen
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
