//! What a case has in common with others of the tenant: shown to whoever judges it, and to no merchant.

use domain::permissions::Role;
use tests::{
    browser::Answer,
    builders::{MerchantBuilder, Person, printed, printed_again},
    world::World,
};

/// Its panel, in words.
async fn panel(desk: &Person<'_>, merchant: &MerchantBuilder<'_>) -> String {
    let page = desk.browser.get(&desk.tenant.at(&format!("/desk/cases/{}", merchant.id))).await;
    assert_eq!(page.status, 200, "{}", page.words());
    page.text("#elsewhere").expect("the panel")
}

/// With the answers and papers that every merchant of tests gives, and a page full of print besides.
async fn filled_in<'w>(merchant: MerchantBuilder<'w>, (name, print): (&str, Vec<u8>)) -> MerchantBuilder<'w> {
    let merchant = merchant.filled_in().await.with_papers().await;
    merchant.give("bank_proof", name, print).await;
    merchant.owner.tenant.world.run_jobs().await;
    merchant
}

/// What its merchant reads of an application.
async fn surfaces(merchant: &MerchantBuilder<'_>) -> Vec<String> {
    let plain = |page: Answer| {
        let nonce = page.attribute("script[nonce]", "nonce").unwrap_or_default();
        if nonce.is_empty() { page.body } else { page.body.replace(&nonce, "NONCE") }
    };
    let mut all = Vec::new();
    for path in ["", "/status", "/papers", "/sections/business", "/check"] {
        all.push(plain(merchant.page(path).await));
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cases_have_in_common_is_the_desks_alone() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let one = filled_in(tenant.merchant("one@merchant.example").await, ("proof.png", printed(7)))
        .await
        .submitted()
        .await;
    // In another tenant the same answers and files are nobody's business.
    let elsewhere = world.tenant("islands").await.merchant("far@merchant.example").await;
    filled_in(elsewhere, ("proof.png", printed(7))).await.submitted().await;
    assert!(panel(&reviewer, &one).await.contains("Nothing in this case was found in another one."));
    let before = surfaces(&one).await;

    // A draft is no case.
    let two = filled_in(tenant.merchant("two@merchant.example").await, ("proof.jpg", printed_again(7))).await;
    assert!(panel(&reviewer, &one).await.contains("Nothing in this case"));
    let two = two.submitted().await;
    let told = panel(&reviewer, &one).await;
    for words in [
        two.row().await.case_number.as_str(),
        "The same file",
        "A page that shows the same",
        "The same licence number",
        "The same account",
        "The same identity document",
        "The same phone number",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(!told.contains("The same merchant"), "{told}");
    let back = panel(&reviewer, &two).await;
    assert!(back.contains(&one.row().await.case_number) && back.contains("% alike"), "{back}");

    // Neither of the two merchants can tell.
    assert_eq!(surfaces(&one).await, before, "nothing of it shows");
    let number = one.row().await.case_number;
    for page in surfaces(&two).await {
        for trace in [number.as_str(), one.owner.email.as_str(), "lsewhere in this tenant", "alike"] {
            assert!(!page.contains(trace), "{trace}");
        }
    }
    for merchant in [&one, &two] {
        let events = {
            let actor = merchant.owner.actor().await;
            services::audit::timeline(&world.services, &actor, merchant.id).await
        };
        let events = events.unwrap();
        assert!(events.iter().all(|event| event.name != "review.page_found_elsewhere"), "{events:?}");
    }
    // It was found while the second one was a draft, which is nobody's yet: its own timeline tells alone.
    for (merchant, count) in [(&one, 0), (&two, 1)] {
        let desk = {
            let actor = reviewer.actor().await;
            services::audit::timeline(&world.services, &actor, merchant.id).await
        };
        let events = desk.unwrap();
        let found = events.iter().filter(|event| event.name == "review.page_found_elsewhere");
        assert_eq!(found.count(), count);
    }
    // Whoever has no cases has no panel either.
    let admin = tenant.staff("ada@harbour.example", &[Role::Admin]).await;
    let page = admin.browser.get(&tenant.at(&format!("/desk/cases/{}", one.id))).await;
    assert!([403, 404].contains(&page.status), "{}", page.status);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reviewer_learns_nothing_of_a_case_on_their_own_side() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let one = filled_in(tenant.merchant("one@merchant.example").await, ("proof.png", printed(3)))
        .await
        .submitted()
        .await;
    let two = filled_in(tenant.merchant("two@merchant.example").await, ("proof.png", printed(4)))
        .await
        .submitted()
        .await;
    let mut owner = world.database.owner().await;
    let sql = "insert into merchant_members (tenant_id, merchant_id, person_id, role, added_at, ended_at)
               select tenant_id, merchant_id, $2, 'finance', '2020-01-01', '2020-02-01' from applications where id = $1";
    sqlx::query(sql).bind(two.id.0).bind(reviewer.id.0).execute(&mut owner).await.expect(sql);
    let told = panel(&reviewer, &one).await;
    assert!(told.contains("A case that you can’t see") && told.contains("The same account"), "{told}");
    assert!(!told.contains(&two.row().await.case_number) && !told.contains("There:"), "{told}");
    // Other print in the same form is no link.
    assert!(!told.contains("A page that shows the same"), "{told}");
    // What is the same merchant's is marked as theirs.
    let three = filled_in(one.another().await, ("proof.png", printed(5))).await.submitted().await;
    assert!(!panel(&reviewer, &three).await.contains("The same merchant’s"));
    let sql = "update applications set merchant_id = (select merchant_id from applications where id = $2) where id = $1";
    sqlx::query(sql).bind(three.id.0).bind(one.id.0).execute(&mut owner).await.expect(sql);
    assert!(panel(&reviewer, &three).await.contains("The same merchant’s"));
}

/// What is known of a page goes with the page.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_taken_away_is_found_no_more() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let one = tenant.merchant("one@merchant.example").await;
    let two = tenant.merchant("two@merchant.example").await;
    one.give("business_licence", "licence.png", printed(9)).await;
    two.give("business_licence", "licence.jpg", printed_again(9)).await;
    world.run_jobs().await;
    let mut owner = world.database.owner().await;
    let mut counts = async || {
        let sql = "select (select count(*) from document_pages), (select count(*) from page_bands),
                   (select count(*) from page_likenesses)";
        sqlx::query_as::<_, (i64, i64, i64)>(sql).fetch_one(&mut owner).await.expect(sql)
    };
    assert_eq!(counts().await, (2, 32, 2));
    let page = two.page("/papers").await;
    let answer = two.owner.browser.submit(&page, "/papers/remove", &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.complaints());
    world.run_jobs().await;
    assert_eq!(counts().await, (1, 16, 0));
}
