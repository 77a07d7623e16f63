//! A place for a file is promised before it comes and counted again when it has come.

use super::{number, objects, wanted, whole};
use axum::body::Bytes;
use futures::stream;
use services::{
    ServiceError,
    documents::{self, Outcome, Wanted, upload},
};
use std::convert::Infallible;
use tests::{
    builders::{MerchantBuilder, pdf},
    world::World,
};

const DOCUMENTS: &str = "select count(*) from documents where removed_at is null";
const PROMISED: &str = "select coalesce(sum(reserved), 0)::bigint from uploads";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_replaces_one_taken_away_meanwhile_gives_its_bytes_back() {
    let world = World::new().await;
    let merchant = world.tenant("harbour").await.merchant("lin@haifeng.example").await;
    merchant.give("business_licence", "licence.pdf", pdf("First")).await;
    world.run_jobs().await;
    let (services, actor) = (&world.services, merchant.owner.actor().await);
    let sheet = documents::sheet(services, &actor, merchant.id).await.unwrap();
    let document = sheet.files[0].file.document;

    let replaces = Wanted { replaces: Some(document), ..wanted(merchant.id, "business_licence") };
    let (remover, id) = (actor.clone(), merchant.id);
    let coming = stream::once(async move {
        documents::remove(services, &remover, id, document).await.expect("it is taken away");
        Ok::<_, Infallible>(Bytes::from(pdf("Second")))
    });
    let outcome = Box::pin(upload(services, &actor, &replaces, coming)).await;
    assert!(matches!(outcome, Err(ServiceError::Conflict("documents-closed-now"))), "{outcome:?}");

    world.run_jobs().await;
    assert_eq!(objects(&world).await, Vec::<String>::new());
    assert_eq!((number(&world, DOCUMENTS).await, number(&world, PROMISED).await), (0, 0));
    assert_eq!(number(&world, "select bytes from storage_use").await, 0);
    assert_eq!(number(&world, "select count(*) from document_versions").await, 1);
}

/// Sends a file of a paper while another of the same paper streams in.
async fn two_at_once(
    world: &World,
    merchant: &MerchantBuilder<'_>,
    paper: &'static str,
    one: Vec<u8>,
    other: Vec<u8>,
) -> (Outcome, Outcome) {
    let (services, actor) = (&world.services, merchant.owner.actor().await);
    let wanted = wanted(merchant.id, paper);
    let mut faster = None;
    let slower = {
        let coming = stream::once(async {
            faster = Some(upload(services, &actor, &wanted, whole(&other)).await.expect("an outcome"));
            Ok::<_, Infallible>(Bytes::from(one))
        });
        Box::pin(upload(services, &actor, &wanted, coming)).await.expect("an outcome")
    };
    (slower, faster.expect("the other has come"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_paper_come_no_more_files_than_are_asked_for() {
    let world = World::new().await;
    let merchant = world.tenant("harbour").await.merchant("lin@haifeng.example").await;
    let (slower, faster) =
        two_at_once(&world, &merchant, "business_licence", pdf("Slower"), pdf("Faster")).await;
    assert!(matches!(faster, Outcome::Arrived(_)), "{faster:?}");
    assert_eq!(slower, Outcome::Refused(domain::documents::Refusal::TooManyFiles));
    assert_eq!((number(&world, DOCUMENTS).await, number(&world, PROMISED).await), (1, 0));
    assert_eq!(objects(&world).await.len(), 1, "the bytes of the one that was refused are gone");
    world.run_jobs().await;

    // What was refused for want of a place is no bad file: in place of the other it is taken.
    merchant.give("business_licence", "licence.pdf", pdf("Slower")).await;
    // Where there is a place for both, both come.
    let (one, other) = two_at_once(&world, &merchant, "bank_proof", pdf("One"), pdf("Another")).await;
    assert!(matches!((one, other), (Outcome::Arrived(_), Outcome::Arrived(_))));
    world.run_jobs().await;
}
