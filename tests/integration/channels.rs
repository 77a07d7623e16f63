//! What channels answer: recorded word for word, sealed, the staff's alone; what follows from it for the merchant.

mod answers;
mod objections;

use domain::permissions::Role;
use tests::{
    builders::{MerchantBuilder, Person, Tenant},
    world::World,
};

/// A tenant with its desk and an approved merchant that wants two channels.
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

/// The states of the merchant's live capabilities: `alipay effective`.
async fn states(merchant: &MerchantBuilder<'_>) -> Vec<String> {
    let mut owner = merchant.owner.tenant.world.database.owner().await;
    let sql = "select channel || ' ' || state from capabilities
               where merchant_id = $1 and environment = 'live' order by channel";
    sqlx::query_scalar(sql).bind(merchant.merchant().await.0).fetch_all(&mut owner).await.expect(sql)
}
