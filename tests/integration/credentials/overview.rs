//! What an administrator sees of every merchant's credentials, and what else than secrets they can do.

use super::{drawn, scene, speaks};
use domain::permissions::Role;
use tests::world::World;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_admin_filters_every_merchants_credentials_and_revokes_with_a_reason() {
    let world = World::new().await;
    let scene = scene(&world).await;
    let admin = scene.tenant.staff("adm@harbour.example", &[Role::Admin]).await;
    let other = scene.tenant.merchant("other@merchant.example").await;
    let elsewhere = world.tenant("haven").await.merchant("afar@merchant.example").await;
    let (id, secret) = drawn(&scene.merchant, "test").await;
    let (_, of_other) = drawn(&other, "test").await;
    let (_, afar) = drawn(&elsewhere, "test").await;
    let rows = async |query: &str| {
        let page = admin.browser.get(&scene.tenant.at(&format!("/console/credentials{query}"))).await;
        assert_eq!(page.status, 200, "{}", page.words());
        for secret in [&secret, &of_other, &afar] {
            assert!(!page.body.contains(secret.as_str()), "a secret");
        }
        page.texts("tbody tr").len()
    };
    assert_eq!(rows("").await, 2, "of this tenant, both merchants'");
    assert_eq!((rows("?environment=test").await, rows("?environment=live").await), (2, 0));
    assert_eq!((rows("?state=active").await, rows("?state=revoked").await), (2, 0));
    assert_eq!(rows("?q=%E6%B5%B7%E9%A3%8E").await, 1, "by a part of the name");
    let mut owner = world.database.owner().await;
    let number: String = sqlx::query_scalar("select number from merchants where number is not null")
        .fetch_one(&mut owner)
        .await
        .expect("a number");
    assert_eq!((rows(&format!("?q={number}")).await, rows("?q=M-00000").await), (1, 0));

    let path = scene.tenant.at(&format!("/console/credentials/{id}/revoke"));
    let page = admin.browser.get(&path).await;
    let without = admin.browser.send_form(&page, &page.main_form(), &[]).await;
    assert_eq!(without.status, 422, "{}", without.words());
    assert_eq!(speaks(&world, &secret).await, 200);
    let done = admin.browser.send_form(&page, &page.main_form(), &[("reason", "leaked")]).await;
    assert_eq!(done.status, 303);
    world.run_jobs().await;
    assert_eq!((speaks(&world, &secret).await, speaks(&world, &of_other).await), (401, 200));
    let list = scene.merchant.owner.browser.get(&scene.tenant.at("/credentials")).await;
    assert!(list.words().contains("The secret is known to others"), "{}", list.words());
}
