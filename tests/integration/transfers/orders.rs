//! Orders to the bank: once each, by themselves or as a file.

use super::Scene;
use domain::{Actor, transfers::ProofKind};
use services::{
    ServiceError, Services,
    tenants::settings,
    transfers::{self, AccountInput, Told},
};
use tests::world::World;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_bank_staff_take_a_file_of_orders_to_theirs() {
    let world = World::new().await;
    let scene = Scene::with_both_ways(&world).await;
    let by_hand = Services { bank: None, ..world.services.clone() };
    let owner = scene.merchant.owner.actor().await;
    transfers::choose(&by_hand, &owner, scene.merchant.id, "ours").await.expect("it is chosen");
    services::jobs::run_due(&by_hand).await;
    let senior = scene.senior.actor().await;
    let overview = transfers::overview(&by_hand, &senior).await.expect("what waits");
    assert_eq!(overview.waiting.iter().map(|line| line.state).collect::<Vec<_>>(), [ProofKind::Ordered]);
    assert!(!overview.by_itself && world.bank.sent().expect("the bank's orders").is_empty());

    let batch = transfers::export(&by_hand, &senior).await.expect("made").expect("a file");
    let file = transfers::exported(&by_hand, &senior, batch).await.expect("the file");
    let cells: Vec<&str> = file.lines().nth(1).expect("an order").split(',').collect();
    assert_eq!(&cells[1..4], ["深圳市海风贸易有限公司", "755912345678901", "招商银行"], "{file}");
    assert_eq!(
        transfers::export(&by_hand, &senior).await.expect("looked"),
        None,
        "nothing is exported twice"
    );
    assert_eq!(transfers::exported(&by_hand, &senior, batch).await.expect("the file"), file);
    let amount = cells[6].to_owned();
    assert_eq!(scene.merchant.tells(&amount).await, Told::Right);
    world.run_jobs().await;
    assert_eq!(scene.mails("have sent a small amount"), 1);
}

/// Whoever proved long ago who they are.
fn stale(mut actor: Actor) -> Actor {
    let Actor::Person(person) = &mut actor else { panic!("a person") };
    person.proved = false;
    actor
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a13_orders_files_and_the_switches_ask_for_a_fresh_proof() {
    let world = World::new().await;
    let scene = Scene::with_both_ways(&world).await;
    let admin = stale(scene.admin().await);
    let tenant = settings::show(&world.services, &admin).await.expect("the settings");
    let input = |account_verification, signing| settings::Input {
        draft_days: tenant.policy.draft_days.to_string(),
        changes_days: tenant.policy.changes_days.to_string(),
        sla_hours: tenant.sla_hours.to_string(),
        test_credentials: tenant.policy.test_credentials,
        account_verification,
        signing,
        version: tenant.version,
    };
    for (account, signing) in [(true, false), (false, true)] {
        let saved = settings::save(&world.services, &admin, &input(account, signing)).await;
        assert!(matches!(saved, Err(ServiceError::ProofNeeded)), "{saved:?}");
    }
    settings::save(&world.services, &admin, &input(false, false)).await.expect("nothing is switched");
    let account = transfers::save_own_account(&world.services, &admin, &AccountInput::default()).await;
    assert!(matches!(account, Err(ServiceError::ProofNeeded)), "{account:?}");

    let stale = stale(scene.senior.actor().await);
    let exported = transfers::export(&world.services, &stale).await;
    assert!(matches!(exported, Err(ServiceError::ProofNeeded)), "{exported:?}");
    let text = "date,amount,payer,account,reference\n2026-11-24,1.00,A,1,r\n";
    let file =
        transfers::import(&world.services, &stale, text.as_bytes()).await.expect("read").expect("sound");
    let confirmed = transfers::confirm(&world.services, &stale, file).await;
    assert!(matches!(confirmed, Err(ServiceError::ProofNeeded)), "{confirmed:?}");
}
