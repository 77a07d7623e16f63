//! Mail as people get it: later rather than never, never twice by our own doing, one mail whatever the names.

use super::{PASSWORD, harbour, number, register, smtp::Scripted};
use services::{Services, ports::SmtpMailer};
use std::sync::Arc;
use tests::world::World;
use time::Duration;

const FROM: &str = "Gangway <post@gangway.example>";

/// The same installation, sending through another server.
fn sending_through(world: &World, url: &str) -> Services {
    Services { mailer: Arc::new(SmtpMailer::new(url, FROM).unwrap()), ..world.services.clone() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault14_a_server_that_is_down_means_later_and_never_lost() {
    let world = harbour().await;
    let answer = register(&world.browser(), "ada@haven.example", PASSWORD).await;
    assert_eq!(answer.status, 303, "registering doesn't wait for mail");
    let down = sending_through(&world, "smtp://127.0.0.1:1");
    for _ in 0..5 {
        assert_eq!(services::jobs::run_due(&down).await, 1);
        world.clock.advance(Duration::hours(1));
    }
    assert_eq!(number(&world, "select count(*) from jobs where state = 'dead'").await, 0);
    assert_eq!(world.run_jobs().await, 1);
    // The link's time counts from when the mail was written.
    world.clock.advance(Duration::hours(23));
    let page = world.browser().get(&world.link_to("ada@haven.example")).await;
    assert_eq!(page.status, 200, "{}", page.words());
    assert_eq!(world.run_jobs().await, 0, "sent once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault14_a_server_that_is_down_for_a_weekend_loses_nothing() {
    let world = harbour().await;
    register(&world.browser(), "ada@haven.example", PASSWORD).await;
    let down = sending_through(&world, "smtp://127.0.0.1:1");
    // From Friday evening to Monday morning; the longest wait is an hour and a fifth.
    for half_hour in 0..120 {
        services::jobs::run_due(&down).await;
        world.clock.advance(Duration::minutes(30));
        let waiting = number(&world, "select count(*) from jobs where state = 'waiting'").await;
        assert_eq!(waiting, 1, "after {half_hour} half hours");
    }
    assert!(number(&world, "select max(attempts)::bigint from jobs").await > 40);
    world.clock.advance(Duration::hours(2));
    assert_eq!(world.run_jobs().await, 1);
    let page = world.browser().get(&world.link_to("ada@haven.example")).await;
    assert_eq!(page.status, 200, "{}", page.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_about_us_or_the_server_is_no_refusal_of_the_mail() {
    let world = harbour().await;
    register(&world.browser(), "ada@haven.example", PASSWORD).await;
    let login = ("EHLO", "250-ready\r\n250 AUTH PLAIN");
    for script in [
        &[("greeting", "554 no service for you")][..],
        &[("greeting", "521 closed")],
        &[("EHLO", "550 go away"), ("HELO", "550 go away")],
        &[login, ("AUTH", "535 wrong password")],
        &[login, ("AUTH", "534 stronger, please")],
        &[login, ("AUTH", "538 not in the open")],
        &[("MAIL", "530 sign in first")],
        &[("MAIL", "521 closed")],
        &[("DATA", "503 out of order")],
    ] {
        let server = Scripted::start(script).await;
        let url = server.url();
        let url = if script.len() == 2 { url.replace("smtp://", "smtp://us:secret@") } else { url };
        services::jobs::run_due(&sending_through(&world, &url)).await;
        let later = "select count(*) from jobs where state = 'waiting' and last_error = 'mail-later'";
        assert_eq!(number(&world, later).await, 1, "{script:?}, which heard {:?}", server.said());
        world.clock.advance(Duration::hours(2));
    }
    assert_eq!(world.run_jobs().await, 1);
    assert_eq!(world.mail_to("ada@haven.example").subject, "Confirm your e-mail address");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_of_the_mail_is_for_good() {
    let world = harbour().await;
    for (at, script) in [
        ("RCPT", "554 no such person"),
        ("RCPT", "553 no such form"),
        ("RCPT", "552 full for good"),
        (".", "554 this reads like an advertisement"),
    ]
    .into_iter()
    .enumerate()
    {
        register(&world.browser(), &format!("ada{at}@haven.example"), PASSWORD).await;
        let server = Scripted::start(&[script]).await;
        services::jobs::run_due(&sending_through(&world, &server.url())).await;
        let dead = "select count(*) from jobs where state = 'dead' and last_error = 'mail-refused'";
        assert_eq!(number(&world, dead).await, i64::try_from(at).unwrap() + 1, "{script:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_conversation_is_plain_smtp_and_holds_one_mail() {
    let world = harbour().await;
    register(&world.browser(), "ada@haven.example", PASSWORD).await;
    let server = Scripted::start(&[]).await;
    let services = sending_through(&world, &server.url());
    assert_eq!(services::jobs::run_due(&services).await, 1);
    let said = server.said();
    let commands: Vec<_> =
        said.iter().map(|line| line.split([' ', ':']).next().unwrap_or_default()).collect();
    assert_eq!(&commands[..4], ["EHLO", "MAIL", "RCPT", "DATA"], "{said:?}");
    assert!(said[2].contains("<ada@haven.example>"), "{}", said[2]);
    assert_eq!(said.iter().filter(|line| *line == ".").count(), 1, "one mail ends once");
    let header = |name: &str| said.iter().find(|line| line.starts_with(name)).cloned().unwrap_or_default();
    assert!(header("Message-ID").contains("@gangway.example>"), "{}", header("Message-ID"));
    assert_eq!(header("Auto-Submitted"), "Auto-Submitted: auto-generated");
    assert!(said.iter().all(|line| line.len() <= 998 && line.is_ascii()), "{said:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault14_a_refusal_for_now_is_tried_again_and_one_for_good_is_not() {
    let world = harbour().await;
    register(&world.browser(), "ada@haven.example", PASSWORD).await;
    for (step, answer) in [("RCPT", "421 busy"), ("MAIL", "451 later"), ("DATA", "452 full")] {
        let server = Scripted::start(&[(step, answer)]).await;
        services::jobs::run_due(&sending_through(&world, &server.url())).await;
        let waiting = number(&world, "select count(*) from jobs where state = 'waiting'").await;
        assert_eq!(waiting, 1, "{step} {answer}");
        world.clock.advance(Duration::hours(1));
    }
    let server = Scripted::start(&[("RCPT", "550 no such person")]).await;
    services::jobs::run_due(&sending_through(&world, &server.url())).await;
    let dead = "select count(*) from jobs where state = 'dead' and last_error = 'mail-refused'";
    assert_eq!(number(&world, dead).await, 1);
    world.allow_jobs();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fault14_a_mail_whose_receipt_was_lost_comes_again_under_the_same_id() {
    let world = harbour().await;
    register(&world.browser(), "ada@haven.example", PASSWORD).await;
    // Took the mail, and went away before it said so.
    let server = Scripted::start(&[(".", "")]).await;
    services::jobs::run_due(&sending_through(&world, &server.url())).await;
    let id = |said: &[String]| said.iter().find(|line| line.starts_with("Message-ID")).cloned();
    let first = id(&server.said()).expect("a mail was sent");
    world.clock.advance(Duration::hours(1));
    let server = Scripted::start(&[]).await;
    services::jobs::run_due(&sending_through(&world, &server.url())).await;
    assert_eq!(id(&server.said()), Some(first));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i04_i05_hostile_names_stay_names() {
    let world = harbour().await;
    let mut owner = world.database.owner().await;
    sqlx::query("update tenants set name_en = $1")
        .bind("Pay\r\nBcc: thief@evil.example\r\n.\r\n<script>alert(1)</script>")
        .execute(&mut owner)
        .await
        .unwrap();
    let before = world.mailbox.list(1000).unwrap().len();
    register(&world.browser(), "ada@haven.example", PASSWORD).await;
    world.run_jobs().await;
    assert_eq!(world.mailbox.list(1000).unwrap().len(), before + 1);
    let mail = world.mail_to("ada@haven.example");
    assert_eq!(mail.to, ["ada@haven.example"]);
    let html = mail.html.unwrap();
    assert!(html.contains("&lt;script&gt;") && !html.contains("<script"), "{html}");
    assert!(mail.text.contains("Pay  Bcc: thief@evil.example"), "{}", mail.text);
}
