//! The signature of whoever stands for a merchant: by a link of their own, once, kept with what it was about; and what
//! nobody outside learns where they say that it isn't they.

mod desk;
mod links;

use domain::{applications::StateKind, permissions::Role};
use tests::{
    browser::{Answer, Browser},
    builders::{MerchantBuilder, Person, Tenant},
    world::World,
};

/// Where whoever signs in these tests gets their mail.
const ADDRESS: &str = "office@haifeng.example";

/// A desk of two, and a merchant whose signature is waited for.
struct Scene<'w> {
    tenant: Tenant<'w>,
    reviewer: Person<'w>,
    senior: Person<'w>,
    merchant: MerchantBuilder<'w>,
}

async fn scene(world: &World) -> Scene<'_> {
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rita@harbour.example", &[Role::Reviewer]).await;
    let senior = tenant.staff("sam@harbour.example", &[Role::SeniorReviewer]).await;
    let begun = tenant.merchant("lin@haifeng.example").await;
    let merchant = waiting(begun, &reviewer, &senior).await;
    Scene { tenant, reviewer, senior, merchant }
}

/// An application just begun, as far as the signature.
async fn waiting<'w>(
    begun: MerchantBuilder<'w>,
    reviewer: &Person<'w>,
    senior: &Person<'w>,
) -> MerchantBuilder<'w> {
    begun.filled_in().await.with_papers().await.submitted().await.to_be_signed_by(reviewer, senior).await
}

impl Scene<'_> {
    async fn state(&self) -> StateKind {
        self.merchant.row().await.state.kind()
    }

    /// Another link, shown to the merchant: its path.
    async fn shown(&self) -> String {
        let page = self.merchant.page("/signing").await;
        let answer = self.merchant.owner.browser.submit(&page, "Show a link", &[]).await;
        assert_eq!(answer.status, 200, "{}", answer.complaints());
        path(self.tenant.world, &answer)
    }
}

/// The path of the link that stands on a page, this once.
fn path(world: &World, page: &Answer) -> String {
    assert!(page.body.contains("<svg"), "there is no picture to scan");
    let link = page.attribute("input#link", "value").expect("the link");
    link.strip_prefix(&world.base_url).expect("an address of ours").to_owned()
}

/// Confirms, or disowns, from the page of a link.
async fn say(phone: &Browser, link: &str, answer: &str, agreed: &str) -> Answer {
    phone.post(link, &[("answer", answer), ("agreed", agreed)]).await
}
