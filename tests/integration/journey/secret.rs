//! The secret is in the one answer that showed it and nowhere else: not in a row, a mail, a file or a page.

use super::Walked;
use sha2::{Digest as _, Sha256};
use sqlx::AssertSqlSafe;
use std::path::Path;
use tests::{
    browser::{Answer, Browser},
    crawl::crawl,
    world::World,
};

/// Looks for the secret, whole and less its beginning and its check, as text and as the hexadecimal that rows show
/// bytes in.
pub(super) async fn is_nowhere_else(world: &World, walked: &Walked<'_>) {
    let secret = walked.secret.as_str();
    let browsers = [&walked.applicant.browser, &walked.reviewer.browser, &walked.senior.browser];
    is_found_nowhere(world, secret, &browsers).await;
}

/// What is looked for: the secret, whole and less its beginning and its check, as text and in hexadecimal.
pub(crate) fn needles(secret: &str) -> [String; 4] {
    let random = &secret["gw_test_".len()..secret.len() - 6];
    [secret.to_owned(), random.to_owned(), hex::encode(secret), hex::encode(random)]
}

/// Looks everywhere: in rows, mails, files, and on every page these people reach.
pub(crate) async fn is_found_nowhere(world: &World, secret: &str, browsers: &[&Browser]) {
    let needles = needles(secret);
    let needles: Vec<&str> = needles.iter().map(String::as_str).collect();
    in_no_row(world, secret, &needles).await;
    in_no_mail(world, &needles);
    in_no_file(world.folder.path(), &needles);
    for browser in browsers {
        on_no_page(browser, &needles).await;
    }
}

/// The tables in which a row, with all its columns as text, holds a needle.
pub(crate) async fn tables_with(world: &World, needle: &str) -> Vec<String> {
    let mut superuser = world.database.superuser().await;
    let tables: Vec<String> = sqlx::query_scalar(
        "select quote_ident(table_name) from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE'",
    )
    .fetch_all(&mut superuser)
    .await
    .expect("tables are listed");
    let mut with = Vec::new();
    for table in tables {
        let sql = format!("select exists (select 1 from {table} t where strpos(t::text, $1) > 0)");
        let found: bool = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(needle)
            .fetch_one(&mut superuser)
            .await
            .expect("rows are searched");
        with.extend(found.then_some(table));
    }
    with
}

async fn in_no_row(world: &World, secret: &str, needles: &[&str]) {
    for needle in needles {
        assert_eq!(tables_with(world, needle).await, Vec::<String>::new(), "{needle}");
    }
    // The search finds what there is: the hash that stands for the secret.
    let hash = hex::encode(Sha256::digest(secret));
    assert_eq!(tables_with(world, &hash).await, ["credentials"], "the hash alone is kept");
}

fn in_no_mail(world: &World, needles: &[&str]) {
    let mails = world.mailbox.list(1000).expect("the mailbox is read");
    assert!(mails.len() >= 6, "only {} mails", mails.len());
    for mail in mails {
        let all = format!("{}\n{}\n{}", mail.subject, mail.text, mail.html.unwrap_or_default());
        assert!(needles.iter().all(|needle| !all.contains(needle)), "{}", mail.subject);
    }
}

/// Objects, mails as they came, whatever lies in the installation's folder.
fn in_no_file(folder: &Path, needles: &[&str]) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            in_no_file(&path, needles);
        } else {
            let text = String::from_utf8_lossy(&std::fs::read(&path).expect("a file")).into_owned();
            assert!(needles.iter().all(|needle| !text.contains(needle)), "{}", path.display());
        }
    }
}

async fn on_no_page(browser: &Browser, needles: &[&str]) {
    let doors = [
        "/",
        "/account",
        "/t/harbour",
        "/t/harbour/home",
        "/t/harbour/credentials",
        "/t/harbour/desk",
        "/t/harbour/console",
    ];
    let doors: Vec<String> = doors.map(str::to_owned).to_vec();
    let pages = crawl(browser, &doors, &["/mailbox"]).await;
    assert!(pages.len() > 8, "only {} pages", pages.len());
    for (path, page) in pages {
        assert!(needles.iter().all(|needle| !whole(&page.answer).contains(needle)), "{path}");
    }
}

/// Headers and body.
fn whole(answer: &Answer) -> String {
    format!("{:?}\n{}", answer.headers, answer.body)
}
