//! Proving accounts: who has to, the two ways, three tries, and what came in at the bank.

mod files;
mod orders;
mod ways;

use domain::{Actor, applications::StateKind, permissions::Role, transfers::amount};
use tests::{
    builders::{MerchantBuilder, Person, Tenant},
    world::World,
};

/// A tenant with its people, and a merchant whose account is to be proven.
struct Scene<'w> {
    world: &'w World,
    tenant: Tenant<'w>,
    admin: Person<'w>,
    reviewer: Person<'w>,
    senior: Person<'w>,
    merchant: MerchantBuilder<'w>,
}

impl<'w> Scene<'w> {
    /// Where both ways are open.
    async fn with_both_ways(world: &'w World) -> Self {
        Self::set(world, true).await
    }

    /// Where the tenant has no account of its own.
    async fn with_ours_alone(world: &'w World) -> Self {
        Self::set(world, false).await
    }

    async fn set(world: &'w World, both: bool) -> Self {
        let tenant = world.tenant("harbour").await;
        let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
        let senior = tenant.staff("sun@harbour.example", &[Role::SeniorReviewer]).await;
        let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
        if both {
            tenant.has_account(&admin).await;
        }
        let merchant = tenant.merchant("owner@merchant.example").await;
        let merchant = merchant.to_prove_its_account(&reviewer, &senior).await;
        Self { world, tenant, admin, reviewer, senior, merchant }
    }

    async fn state(&self) -> StateKind {
        self.merchant.row().await.state.kind()
    }

    /// What our bank sent last, as people write it.
    fn sent(&self) -> String {
        let sent = self.world.bank.sent().expect("the bank's orders");
        amount::written(sent.first().expect("an order").amount)
    }

    /// Another amount than that, the how many-eth.
    fn wrong(&self, number: i64) -> String {
        let sent = amount::read(&self.sent()).expect("an amount");
        amount::written(sent + number)
    }

    async fn admin(&self) -> Actor {
        self.admin.actor().await
    }

    /// How many mails with this in their subject came to the owner.
    fn mails(&self, subject: &str) -> usize {
        let mails = self.world.mailbox.list(1000).expect("the mailbox");
        mails.iter().filter(|mail| mail.subject.contains(subject)).count()
    }
}
