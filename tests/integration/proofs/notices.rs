//! whoever's login, factors, roles, bank account or keys are changed is told by mail, in their language.

use super::reviewer;
use domain::permissions::Role;
use tests::{authenticator, builders::PASSWORD, world::World};

/// The subjects of all mails to an address, the newest first.
fn subjects(world: &World, address: &str) -> Vec<String> {
    let mails = world.mailbox.list(1000).unwrap();
    let to = |mail: &server::embedded::mailbox::Mail| mail.to.iter().any(|to| to.contains(address));
    mails.into_iter().filter(to).map(|mail| mail.subject).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a12_each_change_of_factors_is_told() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let (_, answer) = authenticator::add(&rui.browser, &world.base_url, "Blue key").await;
    assert_eq!(answer.status, 200, "{}", answer.complaints());
    let page = rui.browser.get("/account/factors").await;
    rui.browser.submit(&page, "/account/recovery", &[]).await;
    let page = rui.browser.get("/account/factors").await;
    rui.browser.submit_and_go(&page, "/account/passkeys/", &[]).await;
    world.run_jobs().await;
    let told = subjects(&world, &rui.email);
    for subject in
        ["Your account got a passkey", "You have new recovery codes", "A passkey of your account was removed"]
    {
        assert!(told.iter().any(|one| one == subject), "{subject}: {told:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a12_another_address_is_told_to_both_and_a_password_to_the_one() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.person("ada@haven.example").await;
    let page = ada.browser.get("/account/email").await;
    let fields = [("email", "next@haven.example"), ("current_password", PASSWORD)];
    ada.browser.submit_and_go(&page, "/account/email", &fields).await;
    world.run_jobs().await;
    let page = ada.browser.get(&world.link_to("next@haven.example")).await;
    ada.browser.submit_and_go(&page, "Use this address", &[]).await;
    world.run_jobs().await;
    assert_eq!(subjects(&world, "ada@haven.example")[0], "Your e-mail address was changed");
    assert_eq!(subjects(&world, "next@haven.example")[0], "This is your e-mail address from now on");
    let page = ada.browser.get("/account/password").await;
    let fields = [("current_password", PASSWORD), ("password", "slow heron over seven canals")];
    ada.browser.submit_and_go(&page, "/account/password", &fields).await;
    world.run_jobs().await;
    assert_eq!(subjects(&world, "next@haven.example")[0], "Your password was changed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a12_roles_bank_accounts_and_keys_are_told() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = reviewer(&harbour).await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let path = harbour.at(&format!("/console/staff/{}", rui.id));
    let page = ada.browser.get(&path).await;
    ada.browser.submit_and_go(&page, &path, &[("roles", "auditor")]).await;
    world.run_jobs().await;
    assert!(!subjects(&world, &rui.email).is_empty());

    let merchant = harbour.merchant("owner@haven.example").await.filled_in().await;
    let answer = merchant.send("bank", &[("account_number", "7559 1234 5678 902")]).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    world.run_jobs().await;
    let told = subjects(&world, "owner@haven.example");
    assert!(told[0].contains("bank account"), "{told:?}");
}
