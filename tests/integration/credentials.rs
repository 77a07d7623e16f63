//! Credentials: from the confirmed address on, live ones opened by two, replaced, ended, fenced in, and their secrets
//! nowhere but in the one answer.

mod early;
mod endings;
mod live;
mod overview;

use domain::{CredentialId, permissions::Role};
use services::credentials::{self, NewInput};
use tests::{
    browser::Answer,
    builders::{MerchantBuilder, Person, Tenant},
    world::World,
};

/// A tenant with its desk and an approved merchant whose channel has said yes.
struct Scene<'w> {
    tenant: Tenant<'w>,
    reviewer: Person<'w>,
    senior: Person<'w>,
    merchant: MerchantBuilder<'w>,
}

async fn scene(world: &World) -> Scene<'_> {
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let senior = tenant.staff("sun@harbour.example", &[Role::SeniorReviewer]).await;
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant
        .wanting(&["alipay", "wechat_pay"])
        .await
        .submitted()
        .await
        .approved_by(&reviewer, &senior)
        .await;
    Scene { tenant, reviewer, senior, merchant }
}

/// A drawn credential of this merchant, and its secret.
async fn drawn(merchant: &MerchantBuilder<'_>, environment: &str) -> (CredentialId, String) {
    let (services, actor) = (&merchant.owner.tenant.world.services, merchant.owner.actor().await);
    let new = NewInput { environment: environment.into(), label: "Till".into(), ..NewInput::default() };
    let of = merchant.merchant().await;
    let id = credentials::create(services, &actor, Some(of), &new).await.expect("a credential");
    let drawn = credentials::draw(services, &actor, id).await.expect("it is drawn");
    merchant.owner.tenant.world.run_jobs().await;
    (id, drawn.secret.as_str().to_owned())
}

/// The status with which the API answers a secret.
async fn speaks(world: &World, secret: &str) -> u16 {
    crate::journey::who_am_i(world, secret).await.0
}

/// Replaces a credential on its page; the answer that shows the new secret.
async fn rotate(person: &Person<'_>, id: CredentialId, overlap: &str) -> Answer {
    let path = person.tenant.at(&format!("/credentials/{id}/rotate"));
    let page = person.browser.get(&path).await;
    let answer = person.browser.send_form(&page, &page.main_form(), &[("overlap", overlap)]).await;
    person.tenant.world.run_jobs().await;
    answer
}

/// The secret that an answer shows.
fn secret_of(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{}", answer.words());
    assert_eq!(answer.headers["cache-control"], "no-store");
    assert!(answer.texts("script").is_empty(), "no script stands beside a secret");
    answer.attribute("input#secret", "value").expect("the secret")
}
