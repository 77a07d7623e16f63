//! The ladder, by a clock that is moved by hand.

use super::{OTHER, PASSWORD, confirmed, events, harbour, number, sign_in};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use time::Duration;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a05_ten_wrong_ones_lock_for_half_an_hour() {
    let world = harbour().await;
    let browser = world.browser();
    for address in ["ada@haven.example", "bob@haven.example"] {
        confirmed(&world, &world.browser(), address).await;
    }
    for _ in 0..10 {
        assert_eq!(sign_in(&browser, "ada@haven.example", OTHER).await.status, 422);
        world.clock.advance(Duration::seconds(6));
    }
    assert_eq!(world.run_jobs().await, 1);
    assert_eq!(world.mail_to("ada@haven.example").subject, "Signing in is locked for a while");
    assert_eq!(events(&world).await.iter().filter(|name| *name == "account.locked").count(), 1);
    // Another person at the same address is let in.
    assert_eq!(sign_in(&world.browser(), "bob@haven.example", PASSWORD).await.status, 303);
    world.clock.advance(Duration::minutes(29));
    assert_eq!(sign_in(&browser, "ada@haven.example", PASSWORD).await.status, 422);
    world.clock.advance(Duration::minutes(1));
    assert_eq!(sign_in(&browser, "ada@haven.example", PASSWORD).await.status, 303);
    assert_eq!(number(&world, "select sum(failed_attempts) from persons").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a05_after_a_wrong_one_even_the_right_one_waits() {
    let world = harbour().await;
    let browser = world.browser();
    confirmed(&world, &browser, "ada@haven.example").await;
    sign_in(&browser, "ada@haven.example", OTHER).await;
    assert_eq!(sign_in(&browser, "ada@haven.example", PASSWORD).await.status, 422);
    world.clock.advance(Duration::seconds(1));
    assert_eq!(sign_in(&browser, "ada@haven.example", PASSWORD).await.status, 303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a05_guesses_sent_at_once_are_one_guess() {
    let world = harbour().await;
    confirmed(&world, &world.browser(), "ada@haven.example").await;
    let mut guesses = tokio::task::JoinSet::new();
    for guess in 0..20 {
        let browser = world.browser();
        guesses.spawn(async move {
            let password = if guess == 19 { PASSWORD } else { OTHER };
            sign_in(&browser, "ada@haven.example", password).await.status
        });
    }
    let answers = guesses.join_all().await;
    assert_eq!(answers.len(), 20);
    // Whether the right one came first or not, the others were no guesses.
    let failed = number(&world, "select failed_attempts::bigint from persons").await;
    let entered = answers.iter().filter(|status| **status == 303).count();
    assert!(failed <= 1 && entered <= 1, "{failed} counted, {entered} entered");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a06_a_flood_is_shed_and_leaves_nothing_behind() {
    let world = harbour().await;
    confirmed(&world, &world.browser(), "ada@haven.example").await;
    // As many as are hashed and let wait at once, for as long as the flood comes on top, however slow the machine.
    let flooded = Arc::new(AtomicBool::new(true));
    let mut hashing = tokio::task::JoinSet::new();
    for _ in 0..66 {
        let (passwords, flooded) = (world.services.passwords.clone(), flooded.clone());
        hashing.spawn(async move {
            while flooded.load(Ordering::Relaxed) {
                if passwords.verify(OTHER.into(), None).await.is_err() {
                    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
                }
            }
        });
    }
    let mut flood = tokio::task::JoinSet::new();
    for at in 0..95 {
        let browser = world.browser();
        flood.spawn(async move { sign_in(&browser, &format!("nobody{at}@haven.example"), OTHER).await });
    }
    let mut shed = 0;
    while let Some(answer) = flood.join_next().await {
        let answer = answer.unwrap();
        match answer.status {
            422 => {}
            503 => {
                shed += 1;
                assert!(answer.headers.contains_key("retry-after"));
            }
            other => panic!("{other}: {}", answer.words()),
        }
    }
    assert!(shed > 0, "nobody was told to come back");
    flooded.store(false, Ordering::Relaxed);
    hashing.join_all().await;
    assert_eq!(sign_in(&world.browser(), "ada@haven.example", PASSWORD).await.status, 303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn too_many_from_one_address_are_told_to_wait() {
    let world = harbour().await;
    let browser = world.browser();
    let mut answer = None;
    for at in 0..=100 {
        let email = format!("nobody{at}@haven.example");
        answer = Some(sign_in(&browser, &email, OTHER).await);
    }
    let answer = answer.unwrap();
    assert_eq!(answer.status, 429);
    assert_eq!(answer.headers["retry-after"], "600");
    world.clock.advance(Duration::minutes(11));
    assert_eq!(sign_in(&browser, "nobody@haven.example", OTHER).await.status, 422);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_no_database_takes_is_answered_like_anything_else() {
    let world = harbour().await;
    confirmed(&world, &world.browser(), "ada@haven.example").await;
    for nul in ["ada\0@haven.example", "\0", "ada@haven.example\0", "\u{1}\u{7f}"] {
        let answer = sign_in(&world.browser(), nul, PASSWORD).await;
        assert_eq!(answer.status, 422, "{nul:?}: {}", answer.words());
    }
    for path in ["/t/%00", "/t/har%00bour/register", "/t/Harbour/register", "/account/sign-in?to=/t/%00/home"]
    {
        let status = world.browser().get(path).await.status;
        assert_eq!(status, if path.starts_with("/t/") { 404 } else { 200 }, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_cannot_flood_a_mailbox() {
    let world = harbour().await;
    confirmed(&world, &world.browser(), "ada@haven.example").await;
    let before = world.mailbox.list(1000).unwrap().len();
    for _ in 0..12 {
        let answer = world.browser().post("/account/forgotten", &[("email", "ada@haven.example")]).await;
        assert_eq!(answer.location().as_deref(), Some("/account/forgotten/sent"));
    }
    world.run_jobs().await;
    assert!(world.mailbox.list(1000).unwrap().len() - before <= 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_counted_is_stored_as_keyed_digests() {
    let world = harbour().await;
    sign_in(&world.browser(), "ada@haven.example", OTHER).await;
    assert!(number(&world, "select count(*) from throttles").await >= 2);
    let leaks =
        "select count(*) from throttles where encode(key, 'escape') like '%haven%' or length(key) <> 32";
    assert_eq!(number(&world, leaks).await, 0);
    let leaks = "select count(*) from audit_events where convert_from(body, 'utf8') like '%haven%'";
    assert_eq!(number(&world, leaks).await, 0);
    let leaks = "select count(*) from jobs where payload::text like '%haven%'";
    assert_eq!(number(&world, leaks).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a03_an_outdated_hash_is_made_anew_at_signing_in() {
    let world = harbour().await;
    confirmed(&world, &world.browser(), "ada@haven.example").await;
    let weak = weak_hash(PASSWORD);
    let mut owner = world.database.owner().await;
    sqlx::query("update persons set password_hash = $1").bind(&weak).execute(&mut owner).await.unwrap();
    sign_in(&world.browser(), "ada@haven.example", OTHER).await;
    world.clock.advance(Duration::seconds(2));
    assert_eq!(stored(&mut owner).await, weak, "a wrong password changes nothing");
    assert_eq!(sign_in(&world.browser(), "ada@haven.example", PASSWORD).await.status, 303);
    let fresh = stored(&mut owner).await;
    assert!(fresh.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{fresh}");
    assert_eq!(sign_in(&world.browser(), "ada@haven.example", PASSWORD).await.status, 303);
}

async fn stored(owner: &mut sqlx::PgConnection) -> String {
    sqlx::query_scalar("select password_hash from persons").fetch_one(owner).await.unwrap()
}

/// With figures of long ago.
fn weak_hash(password: &str) -> String {
    use argon2::{Algorithm, Argon2, Params, Version, password_hash::PasswordHasher};
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(4096, 1, 1, None).unwrap());
    argon2.hash_password_with_salt(password.as_bytes(), b"0123456789abcdef").unwrap().to_string()
}
