//! Whatever stopped where, the sweep brings rows and objects into agreement, and one upload never holds up another.

use super::{number, objects, wanted, whole};
use domain::TenantId;
use services::documents::{self, reconcile, upload};
use tests::{
    builders::{MerchantBuilder, pdf},
    world::World,
};
use time::Duration;
use uuid::Uuid;

/// An upload's row as a process leaves it that is killed on the way.
async fn left_behind(merchant: &MerchantBuilder<'_>, number: u128, key: &str, s3: Option<&str>) -> Uuid {
    let world = merchant.owner.tenant.world;
    let (id, now) = (Uuid::from_u128(number), world.services.now());
    let mut owner = world.database.owner().await;
    sqlx::query(
        "insert into uploads (tenant_id, id, application_id, document_id, version_id, paper, blob_key, reserved, state,
             s3_upload_id, created_by, created_at, expires_at)
         values ($1, $2, $3, $2, $2, 'business_licence', $4, 1000, 'open', $5, $6, $7, $8)",
    )
    .bind(merchant.owner.tenant.id.0)
    .bind(id)
    .bind(merchant.id.0)
    .bind(key)
    .bind(s3)
    .bind(merchant.owner.id.0)
    .bind(now)
    // In the order of their numbers.
    .bind(now + Duration::seconds(i64::try_from(number).unwrap()))
    .execute(&mut owner)
    .await
    .expect("an upload is left behind");
    id
}

async fn state_of(world: &World, upload: Uuid) -> (String, i64) {
    let mut owner = world.database.owner().await;
    let row = sqlx::query_as("select state, reserved from uploads where id = $1").bind(upload);
    row.fetch_one(&mut owner).await.expect("the upload")
}

fn place(tenant: TenantId, name: &str) -> String {
    format!("{tenant}/{}/{name}", Uuid::from_u128(1))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upload_killed_before_its_version_leaves_nothing_and_holds_up_nothing() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let blobs = &world.services.blobs;

    // The parts had become an object when the process was killed.
    let complete = place(tenant.id, &Uuid::from_u128(2).to_string());
    let s3 = blobs.begin(&complete).await.unwrap();
    let part = blobs.part(&complete, &s3, 1, "sealed".into()).await.unwrap();
    blobs.complete(&complete, &s3, vec![part]).await.unwrap();
    let first = left_behind(&merchant, 1, &complete, Some(&s3)).await;
    // One of which the blob store knows nothing (any more).
    let unknown = left_behind(&merchant, 2, &place(tenant.id, "b"), Some(&Uuid::nil().to_string())).await;
    // One that wasn't told of yet, and one whose parts are there.
    let untold = left_behind(&merchant, 3, &place(tenant.id, "c"), None).await;
    let partial = place(tenant.id, "d");
    let s3 = blobs.begin(&partial).await.unwrap();
    blobs.part(&partial, &s3, 1, "sealed".into()).await.unwrap();
    let last = left_behind(&merchant, 4, &partial, Some(&s3)).await;

    assert_eq!(objects(&world).await, [complete]);
    world.clock.advance(Duration::minutes(20));
    assert_eq!(documents::give_up_stale(&world.services, tenant.id).await.unwrap(), 4);
    for upload in [first, unknown, untold, last] {
        assert_eq!(state_of(&world, upload).await, ("aborted".into(), 0));
    }
    assert_eq!(objects(&world).await, Vec::<String>::new());
    assert_eq!(documents::give_up_stale(&world.services, tenant.id).await.unwrap(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upload_that_cannot_be_given_up_now_waits_and_the_others_go() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let key = place(tenant.id, "a");
    let s3 = world.services.blobs.begin(&key).await.unwrap();
    let first = left_behind(&merchant, 1, &key, Some(&s3)).await;
    let second = left_behind(&merchant, 2, &place(tenant.id, "b"), None).await;
    // A blob server in trouble with this one upload.
    let note = world.folder.path().join("s3").join(format!(".upload-{s3}.json"));
    let kept = std::fs::read(&note).expect("the server's own note");
    std::fs::write(&note, "{").unwrap();

    world.clock.advance(Duration::minutes(20));
    assert_eq!(documents::give_up_stale(&world.services, tenant.id).await.unwrap(), 1);
    assert_eq!(state_of(&world, first).await, ("open".into(), 1000));
    assert_eq!(state_of(&world, second).await, ("aborted".into(), 0));
    std::fs::write(&note, kept).unwrap();
    assert_eq!(documents::give_up_stale(&world.services, tenant.id).await.unwrap(), 1);
    assert_eq!(state_of(&world, first).await, ("aborted".into(), 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_has_come_in_is_never_given_up() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let actor = merchant.owner.actor().await;
    let wanted = wanted(merchant.id, "business_licence");
    upload(&world.services, &actor, &wanted, whole(&pdf("Licence"))).await.expect("it comes");
    world.run_jobs().await;
    let kept = objects(&world).await;
    assert!(!kept.is_empty());
    world.clock.advance(Duration::days(1));
    let found = reconcile(&world.services, tenant.id).await.unwrap();
    assert_eq!((found.given_up, found.dropped, found.missing), (0, 0, vec![]));
    assert_eq!(objects(&world).await, kept);
    assert_eq!(number(&world, "select count(*) from uploads where state = 'done'").await, 1);
}
