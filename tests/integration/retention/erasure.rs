//! G-01: erased where nothing keeps it, refused and set aside where the law does.

use super::{NEEDLES, count, found, is_whole, page_of, unmistakable};
use domain::{applications::StateKind, permissions::Role};
use services::{
    mail::{self, About, Template},
    retention,
};
use store::TenantTx;
use tests::world::World;
use time::{Duration, macros::datetime};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g01_what_no_law_keeps_is_gone_when_somebody_asks() {
    let world = World::new().await;
    let (tenant, haven) = (world.tenant("harbour").await, world.tenant("haven").await);
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let afar = haven.merchant("lin@afar.example").await.filled_in().await.with_papers().await;
    let merchant = unmistakable(&tenant).await;
    let number = merchant.row().await.case_number;
    let system = domain::Actor::System { tenant: tenant.id, job: "test" };
    let mut tx = TenantTx::begin(&world.services.db, &system).await.expect("a change");
    let about = About::application(merchant.id);
    mail::to_person(&mut tx, merchant.owner.id, Template::ApplicationSubmitted, about).await.expect("a mail");
    tx.commit().await.expect("it waits");

    let before = found(&world, &NEEDLES).await.join("\n");
    for table in
        ["applications", "sections", "search_terms", "persons", "invitations", "credentials", "merchants"]
    {
        assert!(before.contains(table), "the sweep doesn't see {table}: {before}");
    }
    let files = |tenant: domain::TenantId| {
        let files = world.blob_files();
        files.iter().filter(|file| file.to_string_lossy().contains(&tenant.to_string())).count()
    };
    let (ours, theirs) = (files(tenant.id), files(haven.id));
    assert!(ours > 3 && theirs > 3, "{ours} {theirs}");

    let page = page_of(&admin, &number).await;
    assert!(page.words().contains("Never handed in: no law keeps it"), "{}", page.words());
    let wrong = admin.browser.submit(&page, "/erase", &[("number", "GW-NOTTHISONE")]).await;
    assert_eq!(wrong.status, 422, "{}", wrong.words());
    assert!(wrong.words().contains("Enter this application’s number"), "{}", wrong.words());
    let done = admin.browser.submit_and_go(&page, "/erase", &[("number", &number)]).await;
    assert!(done.words().contains("The application is erased"), "{}", done.words());
    assert!(done.words().contains("Keyed digest") && done.words().contains("Files: 3"), "{}", done.words());
    world.run_jobs().await;

    assert_eq!(found(&world, &NEEDLES).await, Vec::<String>::new());
    assert_eq!((files(tenant.id), files(haven.id)), (0, theirs), "objects of the erased one alone are gone");
    for (what, none, sql) in [
        ("key", 0, "select count(*) from dossier_keys where id = $1"),
        ("fingerprints", 0, "select count(*) from fingerprints where application_id = $1"),
        (
            "mails that wait",
            0,
            "select count(*) from jobs where state = 'waiting' and strpos(payload::text, $1::text) > 0",
        ),
        (
            "files that stand",
            0,
            "select count(*) from document_versions where application_id = $1 and state <> 'purged'",
        ),
        ("addresses", 0, "select count(*) from consents where application_id = $1 and address <> ''"),
        (
            "proof",
            1,
            "select count(*) from erasures where application_id = $1 and outcome = 'erased' and length(digest) = 32",
        ),
        (
            "event",
            1,
            "select count(*) from audit_events where application_id = $1 and name = 'retention.purged'",
        ),
    ] {
        assert_eq!(count(&world, sql, &merchant).await, none, "{what}");
    }
    let signed_out = merchant.owner.browser.get("/account").await;
    assert!(signed_out.path.contains("/sign-in"), "{}", signed_out.path);
    is_whole(&tenant).await;
    is_whole(&haven).await;
    assert_eq!(afar.page("/sections/business").await.status, 200, "another tenant's is as it was");

    let again = retention::erase(&world.services, &admin.actor().await, merchant.id, &number).await;
    assert!(again.is_err(), "what is gone is gone once");
    let page = page_of(&admin, &number).await;
    assert!(page.words().contains("Nothing personal of this application is left"), "{}", page.words());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g01_what_the_law_keeps_is_refused_by_its_name_and_set_aside() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let [reviewer, senior, admin] = [
        tenant.staff("rui@harbour.example", &[Role::Reviewer]).await,
        tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await,
        tenant.staff("ada@harbour.example", &[Role::Admin]).await,
    ];
    let merchant = unmistakable(&tenant).await.submitted().await.approved_by(&reviewer, &senior).await;
    let number = merchant.row().await.case_number;

    let page = page_of(&admin, &number).await;
    assert!(page.words().contains("it can be erased once it has ended"), "{}", page.words());
    let early = retention::erase(&world.services, &admin.actor().await, merchant.id, &number).await;
    assert!(early.is_err(), "it is under way");
    let late = admin.browser.submit(&page, "/end", &[("on", "2026-12-02"), ("end_reason", "ceased")]).await;
    assert_eq!(late.status, 422, "{}", late.words());
    let ended = admin
        .browser
        .submit_and_go(&page, "/end", &[("on", "2026-11-30"), ("end_reason", "merchant_asked")])
        .await;
    assert!(ended.words().contains("The relationship has ended"), "{}", ended.words());
    world.run_jobs().await;
    assert_eq!(merchant.row().await.state.kind(), StateKind::Ended);
    let status = merchant.page("/status").await;
    assert!(status.words().contains("Our relationship with this merchant has ended"), "{}", status.words());
    let mail = world.mail_to("lin@wushuang.example");
    assert!(mail.subject.contains(&number) && mail.subject.contains("has ended"), "{}", mail.subject);
    let standing = "select count(*) from credentials c join applications a on a.merchant_id = c.merchant_id
         where a.id = $1 and c.revoked_at is null";
    assert_eq!(count(&world, standing, &merchant).await, 0, "its keys have ended");

    let refused = admin.browser.submit_and_go(&ended, "/erase", &[("number", &number)]).await;
    let law =
        "Anti-Money Laundering Law of the People’s Republic of China, article 34 forbids erasing this before";
    for words in [
        "The erasure was refused",
        law,
        "30 Nov 2036",
        "Until then it is set aside",
        "Company in mainland China",
    ] {
        assert!(refused.words().contains(words), "{words}: {}", refused.words());
    }
    admin.browser.post("/preferences", &[("lang", "zh-CN"), ("to", "/")]).await;
    let chinese = page_of(&admin, &number).await;
    for words in ["删除请求已被拒绝", "《中华人民共和国反洗钱法》第三十四条", "2036年11月30日"]
    {
        assert!(chinese.words().contains(words), "{words}: {}", chinese.words());
    }
    world.run_jobs().await;

    // Kept, and shown to nobody else.
    assert!(found(&world, &NEEDLES).await.iter().any(|place| place.starts_with("sections")));
    let case = tenant.at(&format!("/desk/cases/{}", merchant.id));
    assert_eq!(reviewer.browser.get(&case).await.status, 404);
    assert_eq!(merchant.page("/status").await.status, 404);
    for (who, path) in [
        (&reviewer, "/desk?state=closed"),
        (&reviewer, "/desk"),
        (&admin, "/console/applications"),
        (&admin, "/console/credentials"),
        (&merchant.owner, "/home"),
        (&merchant.owner, "/members"),
        (&merchant.owner, "/credentials"),
    ] {
        let page = who.browser.get(&tenant.at(path)).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.body.contains(&number) && !page.body.contains("无双贸易"), "{path}: {}", page.words());
    }
    let search = reviewer.browser.get(&tenant.at("/desk?state=closed")).await;
    let answer = reviewer.browser.submit_and_go(&search, "/desk/search", &[("q", "无双")]).await;
    assert!(!answer.body.contains(&number), "{}", answer.words());
    is_whole(&tenant).await;

    // Ten years later it goes by itself.
    world.clock.set(datetime!(2036-11-30 02:00 UTC));
    look(&world, tenant.id).await;
    assert!(!found(&world, &NEEDLES).await.is_empty(), "its last day is not over");
    world.clock.advance(Duration::days(1));
    look(&world, tenant.id).await;
    assert_eq!(found(&world, &NEEDLES).await, Vec::<String>::new());
    let proof =
        "select count(*) from erasures where application_id = $1 and outcome = 'erased' and cause = 'term'";
    assert_eq!(count(&world, proof, &merchant).await, 1);
    is_whole(&tenant).await;
}

async fn look(world: &World, tenant: domain::TenantId) {
    retention::look_at_terms(&world.services, tenant).await.expect("a look");
    world.run_jobs().await;
}
