//! Malware: a real clamd looks at every file before anything else opens it.

use super::{number, objects, wanted, whole};
use domain::documents::{Refusal, Version, VersionKind, life::Fault};
use services::{
    Services,
    documents::{self, Outcome, upload},
    jobs,
    papers::scanner::Scan,
};
use std::{fs, time::Duration as Wait};
use tests::{
    builders::{MerchantBuilder, pdf},
    clamd::{Clamd, EICAR, MALWARE},
    world::World,
};
use time::Duration;

/// Test files of the scanner's own makers, where the distribution's package of them is installed.
const TEST_FILES: &str = "/usr/share/clamav-testfiles";

fn scanned_by(world: &World, clamd: &Clamd) -> Services {
    let scanner = clamd.scanner().patient_for(Wait::from_secs(10));
    Services { scanner: Some(scanner), ..world.services.clone() }
}

async fn state(services: &Services, merchant: &MerchantBuilder<'_>) -> Version {
    let sheet = documents::sheet(services, &merchant.owner.actor().await, merchant.id).await.unwrap();
    sheet.files.first().expect("a file").file.version.clone()
}

async fn run_all(services: &Services) {
    while jobs::run_due(services).await > 0 {}
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f05_malware_is_refused_and_only_its_hash_stays() {
    let (world, clamd) = (World::new().await, Clamd::start().await);
    let services = scanned_by(&world, &clamd);
    let merchant = world.tenant("harbour").await.merchant("lin@haifeng.example").await;
    merchant.give("business_licence", "licence.pdf", pdf(MALWARE)).await;
    let version = merchant.paper("business_licence").await.id;
    run_all(&services).await;
    assert_eq!(
        state(&services, &merchant).await,
        Version::Rejected { fault: Fault::File(Refusal::Infected) }
    );
    assert_eq!(objects(&world).await, Vec::<String>::new(), "its bytes are gone");
    assert_eq!(number(&world, "select count(*) from refused_files where reason = 'infected'").await, 1);
    assert_eq!(number(&world, "select count(*) from document_pages").await, 0, "nothing opened it");
    let original = merchant.owner.tenant.at(&format!("/documents/{version}/original"));
    assert_eq!(merchant.owner.browser.get(&original).await.status, 404);

    // The same bytes are known at once; a clean file takes their place.
    let actor = merchant.owner.actor().await;
    let again =
        upload(&services, &actor, &wanted(merchant.id, "business_licence"), whole(&pdf(MALWARE))).await;
    assert!(!matches!(again, Ok(Outcome::Arrived(_))), "{again:?}");
    merchant.give("business_licence", "licence.pdf", pdf("Business licence")).await;
    run_all(&services).await;
    let kinds: Vec<VersionKind> = documents::sheet(&services, &actor, merchant.id)
        .await
        .unwrap()
        .files
        .iter()
        .map(|shown| shown.file.version.kind())
        .collect();
    assert!(kinds.contains(&VersionKind::Scanned), "{kinds:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f05_while_the_scanner_is_down_a_file_waits_and_is_never_passed() {
    let (world, mut clamd) = (World::new().await, Clamd::start().await);
    let services = scanned_by(&world, &clamd);
    clamd.stop();
    let merchant = world.tenant("harbour").await.merchant("lin@haifeng.example").await;
    merchant.give("business_licence", "licence.pdf", pdf("Business licence")).await;
    let version = merchant.paper("business_licence").await.id;
    // More attempts than any other job has, over more than half a day.
    for _ in 0..jobs::ATTEMPTS + 3 {
        run_all(&services).await;
        assert!(matches!(state(&services, &merchant).await, Version::Quarantined { .. }));
        world.clock.advance(Duration::hours(1));
    }
    assert_eq!(number(&world, "select count(*) from jobs where state = 'dead'").await, 0);
    merchant.owner.sign_in().await;
    for rest in ["original", "pages/1"] {
        let place = merchant.owner.tenant.at(&format!("/documents/{version}/{rest}"));
        assert_eq!(merchant.owner.browser.get(&place).await.status, 404, "{rest}");
    }
    clamd.run().await;
    world.clock.advance(Duration::hours(2));
    run_all(&services).await;
    assert_eq!(state(&services, &merchant).await, Version::Scanned { pages: 1 });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f05_a_scanner_tells_what_it_knows_from_what_it_does_not() {
    let mut clamd = Clamd::start().await;
    let scanner = clamd.scanner();
    assert_eq!(scanner.scan(EICAR.concat().as_bytes()).await.unwrap(), Scan::Infected);
    assert_eq!(scanner.scan(&pdf("Business licence")).await.unwrap(), Scan::Clean);
    let mut large = vec![b'x'; 9 * 1024 * 1024];
    large.extend_from_slice(MALWARE.as_bytes());
    assert_eq!(scanner.scan(&large).await.unwrap(), Scan::Infected, "at the end of a large file");
    // What its makers made to be tried with: all of it gets a verdict.
    for file in fs::read_dir(TEST_FILES).into_iter().flatten() {
        let path = file.expect("an entry").path();
        let bytes = fs::read(&path).expect("a file");
        assert!(scanner.scan(&bytes).await.is_ok(), "{}", path.display());
    }
    clamd.stop();
    assert!(scanner.scan(b"anything").await.is_err());
}
