//! As far as the proof of a merchant's account.

use super::{MerchantBuilder, Person, Tenant};
use services::transfers::{self, AccountInput, Told};

impl Tenant<'_> {
    /// Switches the proof of accounts on or off.
    pub async fn proves_accounts(&self, on: bool) {
        let mut owner = self.world.database.owner().await;
        sqlx::query(
            "update tenants set policy = policy || jsonb_build_object('account_verification', $2::boolean) where id = $1",
        )
        .bind(self.id.0)
        .bind(on)
        .execute(&mut owner)
        .await
        .expect("the switch is set");
    }

    /// Has an account of its own, to which merchants may send.
    pub async fn has_account(&self, admin: &Person<'_>) {
        let input = AccountInput {
            holder: "Harbour Pay".into(),
            bank: "Bank of Harbour".into(),
            number: "6222 0000 1111 2222".into(),
        };
        let actor = admin.actor().await;
        transfers::save_own_account(&self.world.services, &actor, &input).await.expect("an account is kept");
    }
}

impl<'w> MerchantBuilder<'w> {
    /// One of its owners applies, not its legal representative: then its account has to be proven.
    pub async fn applied_for_by_an_owner(self) -> Self {
        let answer = self.send("applicant", &[("is", "owner"), ("owner_name", "买买提·艾力")]).await;
        assert_eq!(answer.status, 303, "applicant: {}", answer.complaints());
        self
    }

    /// Filled in, handed in and approved by two, with the proof of accounts switched on for it alone.
    pub async fn to_prove_its_account(self, reviewer: &Person<'w>, senior: &Person<'w>) -> Self {
        let ready = self.filled_in().await.applied_for_by_an_owner().await.with_papers().await;
        let tenant = ready.owner.tenant;
        let recommended = ready.submitted().await.recommended_by(reviewer).await;
        tenant.proves_accounts(true).await;
        let verifying = recommended.decided_by(senior).await;
        tenant.proves_accounts(false).await;
        verifying
    }

    /// Chooses which way the transfer goes; our bank has sent where it is we.
    pub async fn chooses_way(&self, way: &str) {
        let services = &self.owner.tenant.world.services;
        transfers::choose(services, &self.owner.actor().await, self.id, way).await.expect("it is chosen");
        self.owner.tenant.world.run_jobs().await;
    }

    /// Tells an amount.
    pub async fn tells(&self, amount: &str) -> Told {
        let services = &self.owner.tenant.world.services;
        transfers::tell(services, &self.owner.actor().await, self.id, amount).await.expect("it is told")
    }
}
