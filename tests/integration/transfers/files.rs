//! What came in at the bank: looked at first, then taken in, and never twice.

use super::Scene;
use domain::{
    BankFileId,
    applications::StateKind,
    transfers::{
        Outcome, amount,
        statement::{Refused, Wrong},
    },
};
use services::{
    ServiceError,
    transfers::{self, Given},
};
use tests::world::World;

const HEAD: &str = "date,amount,currency,payer,account,reference\n";
const HOLDER: &str = "深圳市海风贸易有限公司";
const NUMBER: &str = "7559 1234 5678 901";

impl Scene<'_> {
    /// What the merchant is to send, who chose to.
    async fn given(&self) -> Given {
        self.merchant.chooses_way("theirs").await;
        let owner = self.merchant.owner.actor().await;
        let own = transfers::own(&self.world.services, &owner, self.merchant.id).await.expect("the proof");
        own.given.expect("what to send")
    }

    async fn import(&self, lines: &str) -> BankFileId {
        let file = format!("{HEAD}{lines}");
        let taken = transfers::import(&self.world.services, &self.admin().await, file.as_bytes()).await;
        taken.expect("an import").expect("a sound file")
    }

    async fn outcomes(&self, file: BankFileId) -> Vec<Outcome> {
        let found =
            transfers::look_at(&self.world.services, &self.admin().await, file).await.expect("the file");
        found.lines.iter().map(|line| line.outcome).collect()
    }

    async fn confirm(&self, file: BankFileId) -> usize {
        let done = transfers::confirm(&self.world.services, &self.admin().await, file)
            .await
            .expect("it is taken in");
        self.world.run_jobs().await;
        done
    }
}

fn line(sum: i64, payer: &str, account: &str, reference: &str) -> String {
    format!("2026-11-24,{},CNY,{payer},{account},{reference}\n", amount::written(sum))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_fits_proves_the_account_and_the_same_file_again_changes_nothing() {
    let world = World::new().await;
    let scene = Scene::with_both_ways(&world).await;
    let given = scene.given().await;
    let fits = line(given.amount, HOLDER, NUMBER, &format!("附言 {}", given.reference));
    let text = format!("{}{fits}", line(100, "别人", "1", "Rent"));
    let file = scene.import(&text).await;
    assert_eq!(scene.outcomes(file).await, [Outcome::Nobody, Outcome::Fits]);
    assert_eq!(scene.state().await, StateKind::AccountVerification, "it was only looked at");
    assert_eq!(scene.confirm(file).await, 1);
    assert_eq!(scene.state().await, StateKind::Approved);
    assert_eq!(scene.outcomes(file).await, [Outcome::Nobody, Outcome::Fits], "what it did stays to be seen");

    let again = scene.import(&text).await;
    assert_eq!(scene.outcomes(again).await, [Outcome::Known, Outcome::Known]);
    assert_eq!(scene.confirm(again).await, 0);
    let twice = transfers::confirm(&world.services, &scene.admin().await, file).await;
    assert!(matches!(twice, Err(ServiceError::Conflict("error-stale"))), "{twice:?}");
    let mut database = world.database.owner().await;
    let lines: i64 = sqlx::query_scalar("select count(*) from bank_lines")
        .fetch_one(&mut database)
        .await
        .expect("the lines");
    assert_eq!(lines, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_differs_is_said_to_the_merchant_and_proves_nothing() {
    let world = World::new().await;
    let scene = Scene::with_both_ways(&world).await;
    let given = scene.given().await;
    let reference = given.reference.as_str();
    for (wrong, outcome, said) in [
        (line(given.amount + 1, HOLDER, NUMBER, reference), Outcome::Amount, "another amount"),
        (line(given.amount, "别人", NUMBER, reference), Outcome::Payer, "somebody else"),
        (line(given.amount, HOLDER, "1", reference), Outcome::Account, "another account"),
    ] {
        let file = scene.import(&wrong).await;
        assert_eq!(scene.outcomes(file).await, [outcome]);
        assert_eq!(scene.confirm(file).await, 0);
        assert_eq!(scene.state().await, StateKind::AccountVerification);
        let page = scene.merchant.page("/account").await;
        assert!(page.words().contains(said), "{}", page.words());
    }
    // What is left aside does nothing.
    let right = line(given.amount, HOLDER, NUMBER, reference);
    let file = scene.import(&right).await;
    transfers::discard(&world.services, &scene.admin().await, file).await.expect("it is left aside");
    assert!(transfers::confirm(&world.services, &scene.admin().await, file).await.is_err());
    let file = scene.import(&right).await;
    assert_eq!(scene.confirm(file).await, 1);
    assert_eq!(scene.state().await, StateKind::Approved);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_faulty_line_is_named_and_nothing_of_its_file_is_kept() {
    let world = World::new().await;
    let scene = Scene::with_both_ways(&world).await;
    let text = format!("{HEAD}{}someday,1.00,CNY,A,1,r\n", line(100, "A", "1", "r"));
    let taken =
        transfers::import(&world.services, &scene.admin().await, text.as_bytes()).await.expect("read");
    assert_eq!(taken, Err(Refused::Lines(vec![(3, Wrong::Date)])));
    let overview = transfers::overview(&world.services, &scene.admin().await).await.expect("what waits");
    assert!(overview.files.is_empty());
    assert_eq!(overview.waiting.len(), 1);
    let browser = &scene.admin.browser;
    let page = browser.get(&scene.tenant.at("/console/transfers")).await;
    let form =
        page.forms().into_iter().find(|form| form.address(&page).ends_with("/transfers")).expect("a form");
    let answer = browser.send_file(&page, &form, "bank.csv", text.into_bytes()).await;
    assert_eq!(answer.status, 422);
    assert!(answer.words().contains("2026-11-28"), "{}", answer.words());
}
