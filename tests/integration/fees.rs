//! Fees: what is known of channels and their prices, on pages and through the API; what is compared.

mod catalogue;
mod compare;
mod estimate;
mod import;
mod merchant;
mod mixes;
mod offers;
mod own;
mod page;
mod prices;
mod ranking;
mod rates;
mod stock;
mod surfaces;
mod till;

use services::credentials::{self, NewInput};
use tests::builders::MerchantBuilder;

/// A test key of a merchant, as its owner draws it.
async fn key(merchant: &MerchantBuilder<'_>) -> String {
    let world = merchant.owner.tenant.world;
    let (actor, id) = (merchant.owner.actor().await, merchant.merchant().await);
    let new = NewInput { environment: "test".into(), label: "Checkout".into(), ..NewInput::default() };
    let made = credentials::create(&world.services, &actor, Some(id), &new).await.unwrap();
    let drawn = credentials::draw(&world.services, &actor, made).await.unwrap();
    world.run_jobs().await;
    drawn.secret.as_str().to_owned()
}
