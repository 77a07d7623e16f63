//! `kill -9` in the middle of an upload: rows and objects agree again after the sweep, and only then.

use super::{Kept, LICENCE, blobs, eventually, form_of, merchant, send};
use reqwest::Method;
use services::documents::{Findings, reconcile};
use tests::{
    binary::{self, Running},
    browser::Browser,
    builders::{MerchantBuilder, PASSWORD, faulty::jpeg_of},
    wire::{FileForm, Wire},
    world::World,
};
use time::Duration;

/// More than one part of S3's, less than all.
const SENT: usize = 6 << 20;
const WHOLE: usize = 9 << 20;

/// Signs in at the process and sends the first megabytes of a file there.
async fn begun(running: &Running, merchant: &MerchantBuilder<'_>) -> Wire {
    let browser = Browser::new(&running.base_url);
    let fields = [("email", merchant.owner.email.as_str()), ("password", PASSWORD), ("to", "/account")];
    let answer = browser.post("/account/sign-in", &fields).await;
    assert_eq!(answer.location().as_deref(), Some("/account"), "{}", answer.complaints());
    let page = browser.send(browser.request(Method::GET, &merchant.at("/papers"))).await;
    let form = form_of(&page, LICENCE);
    let fields: Vec<_> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let field = form.asks.first().expect("a field for a file");
    let upload = FileForm::new(&merchant.at("/papers"), &browser.cookies(), &fields);
    let upload = upload.file(field, "licence.jpg", jpeg_of(WHOLE));
    let body = upload.body();
    let mut wire = Wire::to(&running.base_url).await;
    assert!(wire.send(&upload.head(Some(body.len()))).await);
    // Slowly, as over a telephone.
    for piece in body[..SENT].chunks(512 << 10) {
        assert!(wire.send(piece).await, "the process takes what comes");
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    wire
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault01_f09_a_process_killed_in_mid_upload_leaves_what_the_sweep_can_clean() {
    let world = World::new().await;
    let merchant = merchant(&world).await;
    let running = Running::serve(&world).await;
    let wire = begun(&running, &merchant).await;
    let has_part = || blobs(&world).iter().any(|name| name.contains(".part-"));
    eventually("a part is stored", async || has_part()).await;
    running.kill();
    assert_eq!(wire.reply().await, None, "nobody is told that the file has come");

    let kept = Kept::of(&merchant).await;
    assert_eq!((kept.open, kept.versions), (1, 0), "{kept:?}");
    assert!(has_part(), "{kept:?}");
    // The process had a clock of its own: the upload is as old as the world says.
    let mut owner = world.database.owner().await;
    sqlx::query("update uploads set created_at = $1, expires_at = $1 + interval '15 minutes'")
        .bind(world.services.now())
        .execute(&mut owner)
        .await
        .unwrap();
    let tenant = merchant.owner.tenant.id;
    assert_eq!(reconcile(&world.services, tenant).await.unwrap(), Findings::default(), "it may still come");
    assert!(has_part());

    world.let_pass(Duration::minutes(16));
    let found = reconcile(&world.services, tenant).await.unwrap();
    assert_eq!(found, Findings { given_up: 1, ..Findings::default() });
    assert_eq!(Kept::of(&merchant).await, Kept::nothing());
    assert_eq!(reconcile(&world.services, tenant).await.unwrap(), Findings::default());
    let output = binary::run(&world, &["documents", "reconcile"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said} {}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(said, format!("{tenant}: 0 uploads given up, 0 objects dropped\n"));

    let answer = send(&merchant, LICENCE, "licence.jpg", jpeg_of(WHOLE)).await;
    assert_eq!(answer.status, 303, "the same file comes in: {}", answer.complaints());
    world.run_jobs().await;
    assert_eq!(Kept::of(&merchant).await.versions, 1);
}
