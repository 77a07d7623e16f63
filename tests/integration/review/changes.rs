//! Sent back, answered in place, looked at again, approved by two: and nothing but what was asked for moves.

use super::{decision, scene};
use domain::{
    applications::{Fault, StateKind},
    documents::VersionKind,
    permissions::Role,
    review::{Judgement, Mark as Verdict, Reply, Requirement},
};
use services::{
    ServiceError,
    applications::{self, VersionInput, submit},
    review::{self, AdviceInput, Denied, JudgementInput},
};
use tests::{
    builders::pdf,
    desk::{Mark, accept_all, judge, send_back},
    world::World,
};
use time::Duration;

#[expect(clippy::too_many_lines, reason = "one story, told once")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_whole_loop_over_http() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await;
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await;
    let case = tenant.at(&format!("/desk/cases/{}", merchant.id));
    let browser = &reviewer.browser;
    let licence = merchant.paper("business_licence").await;
    let licence = format!("document:business_licence:{}", licence.document);

    // The reviewer marks an answer, another one and a file; the rest is accepted part by part.
    let desk = browser.get(&tenant.at("/desk")).await;
    browser.submit_and_go(&desk, "/claim", &[]).await;
    for (item, redo, words) in [
        ("field:business:scope", "incomplete", "Name the online shop as well."),
        ("field:bank:cnaps", "wrong", ""),
        (licence.as_str(), "unreadable", "The seal is dark."),
    ] {
        let page = browser.get(&format!("{case}/items/{item}")).await;
        let fields = [("mark", "sent_back"), ("redo", redo), ("words", words)];
        let back = browser.submit_and_go(&page, &format!("/items/{item}"), &fields).await;
        assert!(back.words().contains("Marked to go back"), "{}", back.words());
    }
    let mut page = browser.get(&case).await;
    while page.forms().iter().any(|form| form.action.ends_with("/accept")) {
        page = browser.submit_and_go(&page, "/accept", &[]).await;
    }
    assert!(page.words().contains("Approval waits for 3 items"), "{}", page.words());

    // The preview says what the merchant will read, and nothing is sent before.
    let preview = browser.get(&format!("{case}/changes")).await;
    for said in ["Name the online shop as well.", "It can’t be read", "It isn’t right", "Business licence"]
    {
        assert!(preview.words().contains(said), "{said}: {}", preview.words());
    }
    assert_eq!(merchant.row().await.state.kind(), StateKind::InReview);
    browser.submit_and_go(&preview, "Send to the merchant", &[]).await;
    world.run_jobs().await;
    assert_eq!(merchant.row().await.state.kind(), StateKind::ChangesRequested);
    let mail = world.mail_to("lin@haifeng.example");
    assert!(mail.subject.contains("Please change something"), "{}", mail.subject);

    // The merchant finds exactly that, at one glance and at the very field and file.
    let changes = merchant.page("").await;
    assert_eq!(changes.texts("section.request h2").len(), 3, "{}", changes.words());
    let section = merchant.page("/sections/business").await;
    let note = section.text(".field-note").expect("a note at the field");
    assert!(note.contains("It is incomplete") && note.contains("Name the online shop"), "{note}");
    assert_eq!(section.texts("main input[type=text], main textarea").len(), 1, "the rest is closed");
    let papers = merchant.page("/papers").await;
    assert!(papers.words().contains("The seal is dark."), "{}", papers.words());
    assert_eq!(papers.forms().iter().filter(|form| form.id.starts_with("replace-")).count(), 1);
    assert!(papers.forms().iter().all(|form| !form.id.starts_with("send-")), "{}", papers.words());

    // Not before everything is answered.
    let version = merchant.row().await.version;
    let owner = merchant.owner.actor().await;
    let early = submit(&world.services, &owner, merchant.id, VersionInput { version }).await;
    assert!(matches!(early, Err(ServiceError::Refused(_))), "{early:?}");
    assert!(!changes.words().contains("Check and hand in again"), "{}", changes.words());

    // An answer is changed, one is explained, the file is replaced.
    world.clock.advance(Duration::minutes(5));
    let saved = merchant.send("business", &[("scope", "茶叶与茶具的网上零售、网店经营")]).await;
    assert_eq!(saved.status, 303, "{}", saved.complaints());
    assert!(saved.location().is_some_and(|to| to.contains("/changes")), "{:?}", saved.location());
    let page = merchant.page("/changes").await;
    let form = page
        .forms()
        .into_iter()
        .find(|form| form.fields.contains(&("what".to_owned(), "field:bank:cnaps".to_owned())));
    let form = form.expect("a form for explaining");
    let why = [("explanation.field:bank:cnaps", "It is the bank’s own number, see the proof.")];
    let kept = merchant.owner.browser.send_form_and_go(&page, &form, &why).await;
    assert!(kept.words().contains("It is the bank’s own number"), "{}", kept.words());
    let replace = papers.attribute("form[id^='replace-']", "id").expect("a form");
    let sent =
        merchant.owner.browser.send_file(&papers, &papers.form(&replace), "clear.pdf", pdf("Clear")).await;
    assert_eq!(sent.status, 303, "{}", sent.complaints());
    world.run_jobs().await;

    // Handed in again under the same number.
    let number = merchant.row().await.case_number;
    let page = merchant.page("/changes").await;
    assert!(page.words().contains("Check and hand in again"), "{}", page.words());
    let check = merchant.page("/check").await;
    let status = merchant.owner.browser.send_form_and_go(&check, &check.main_form(), &[]).await;
    assert!(status.words().contains(&number), "{}", status.words());
    world.run_jobs().await;
    assert_eq!(merchant.row().await.state.kind(), StateKind::Resubmitted);

    // The reviewer sees old and new side by side, and the explanation; what was accepted before still is.
    let desk = browser.get(&tenant.at("/desk")).await;
    browser.submit_and_go(&desk, "/claim", &[]).await;
    let page = browser.get(&case).await;
    let (old, new) = (page.texts(".before-after del"), page.texts(".before-after ins"));
    assert_eq!((old.len(), new.len()), (1, 1), "{}", page.words());
    assert!(old[0].contains("茶叶与茶具的网上零售") && new[0].contains("网店经营"), "{old:?} {new:?}");
    assert!(page.words().contains("It is the bank’s own number"), "{}", page.words());
    assert_eq!(page.texts(".before-after-files img").len(), 2, "both files");
    assert!(page.words().contains("Approval waits for 3 items"), "{}", page.words());

    // Approved by two.
    let mut page = page;
    while page.forms().iter().any(|form| form.action.ends_with("/accept")) {
        page = browser.submit_and_go(&page, "/accept", &[]).await;
    }
    browser.submit_and_go(&page, "/recommend", &[("verdict", "approve")]).await;
    let page = senior.browser.get(&case).await;
    senior.browser.submit_and_go(&page, "/decide", &[("decision", "approve")]).await;
    world.run_jobs().await;
    assert_eq!(merchant.row().await.state.kind(), StateKind::Approved);
    assert_eq!(merchant.paper("business_licence").await.version.kind(), VersionKind::Accepted);
    let timeline = senior.browser.get(&format!("{case}?kind=request")).await;
    let lines = timeline.texts(".timeline li");
    assert!(lines.len() == 1 && lines[0].contains("Explained"), "{lines:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn judgements_are_the_holders_and_on_what_stands() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    let token = |version: i32| format!("field:bank:cnaps@{version}");
    let input = |item: String| JudgementInput { item, mark: "accepted".into(), ..JudgementInput::default() };
    let denied = review::judge_item(services, &scene.reviewer, id, &input(token(1))).await;
    assert!(matches!(denied, Err(Denied::NotOpen("applications-why-not-claimed"))), "{denied:?}");
    review::claim(services, &scene.reviewer, id).await.expect("claimed");
    let denied = review::judge_item(services, &scene.senior, id, &input(token(1))).await;
    assert!(matches!(denied, Err(Denied::NotOpen("applications-why-claimed-by-other"))), "{denied:?}");
    let denied = review::judge_item(services, &scene.owner, id, &input(token(1))).await;
    assert!(matches!(denied, Err(Denied::Service(ServiceError::Forbidden))), "{denied:?}");
    let denied = review::judge_item(services, &scene.reviewer, id, &input(token(2))).await;
    assert!(matches!(denied, Err(Denied::Moved(_))), "{denied:?}");

    // A mind is changed before anything is sent; what was said before is kept.
    judge(services, &scene.reviewer, id, &Mark::rejected("field:bank:cnaps", "facts_contradict")).await;
    judge(services, &scene.reviewer, id, &Mark::sent_back("field:bank:cnaps", "other", "Call us")).await;
    judge(services, &scene.reviewer, id, &Mark::accepted("field:bank:cnaps")).await;
    let view = review::case(services, &scene.reviewer, id).await.unwrap();
    let item = view.items.find(&Fault::Field("bank".into(), "cnaps".into())).unwrap();
    assert_eq!((item.mark(), item.earlier.len()), (Some(Verdict::Accepted), 2));
    assert!(matches!(item.earlier[0].judgement, Judgement::SentBack { .. }));

    // Nobody recommends approval while anything is open, sent back or rejected.
    let advice = |seen: String| AdviceInput { seen, verdict: "approve".into(), ..AdviceInput::default() };
    let denied = review::recommend(services, &scene.reviewer, id, &advice(view.seen.clone())).await;
    assert!(matches!(&denied, Err(Denied::Service(ServiceError::Refused(_)))), "{denied:?}");
    accept_all(services, &scene.reviewer, id).await;
    for mark in [
        Mark::sent_back("field:bank:cnaps", "wrong", ""),
        Mark::rejected("field:bank:cnaps", "suspected_forgery"),
    ] {
        judge(services, &scene.reviewer, id, &mark).await;
        let denied = review::recommend(services, &scene.reviewer, id, &advice(view.seen.clone())).await;
        assert!(matches!(&denied, Err(Denied::Service(ServiceError::Refused(_)))), "{mark:?}: {denied:?}");
    }
    judge(services, &scene.reviewer, id, &Mark::accepted("field:bank:cnaps")).await;
    review::recommend(services, &scene.reviewer, id, &advice(view.seen)).await.expect("recommended");
    let seen = desk.seen(&scene.senior, id).await;
    review::decide(services, &scene.senior, id, &decision(&seen, "approve")).await.expect("approved");
    desk.world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_previewed_is_what_is_sent_and_nothing_else_unlocks() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    review::claim(services, &scene.reviewer, id).await.expect("claimed");
    judge(services, &scene.reviewer, id, &Mark::sent_back("field:bank:cnaps", "wrong", "")).await;
    let preview = review::preview(services, &scene.reviewer, id).await.unwrap();
    judge(services, &scene.reviewer, id, &Mark::sent_back("field:business:street", "wrong", "")).await;
    let denied = review::send(services, &scene.reviewer, id, &preview.seen).await;
    assert!(matches!(denied, Err(Denied::Moved(_))), "{denied:?}");
    send_back(services, &scene.reviewer, id).await;

    // Another section, another field of the same section, a paper: all closed.
    let version = |section: &str, view: &review::CaseView| view.sections[section].version;
    let view = review::case(services, &scene.reviewer, id).await.unwrap();
    let values = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    let input = |section: &str, pairs: &[(&str, &str)]| applications::SectionInput {
        version: version(section, &view),
        values: values(pairs),
        ..applications::SectionInput::default()
    };
    let closed = input("channels", &[("wanted", "alipay")]);
    let denied =
        applications::save_section(services, &scene.owner, id, "channels", &closed, "192.0.2.1").await;
    assert!(matches!(denied, Err(ServiceError::Conflict(_))), "{denied:?}");
    let both = input("bank", &[("cnaps", "308584000021"), ("bank_name", "中国银行")]);
    applications::save_section(services, &scene.owner, id, "bank", &both, "192.0.2.1").await.expect("saved");
    let view = review::case(services, &scene.reviewer, id).await.unwrap();
    assert_eq!(view.answers["bank"]["bank_name"], "招商银行", "only what was asked for moves");
    let denied = applications::explain(services, &scene.owner, id, "field:bank:bank_name", "No").await;
    assert!(matches!(denied, Err(ServiceError::NotFound)), "{denied:?}");
    let changes = applications::changes(services, &scene.owner, id).await.unwrap().unwrap();
    let replies: Vec<_> = changes.requests.iter().map(|request| request.reply).collect();
    assert_eq!(replies, [Reply::Open, Reply::Changed], "in the order of the rules");
    applications::explain(services, &scene.owner, id, "field:business:street", "It is right").await.unwrap();
    applications::explain(services, &scene.owner, id, "field:business:street", "").await.unwrap();
    let changes = applications::changes(services, &scene.owner, id).await.unwrap().unwrap();
    assert!(!changes.is_answered(), "an explanation that was taken back is none");
    desk.world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_people_waive_and_the_database_refuses_one() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    review::claim(services, &scene.senior, id).await.expect("claimed");
    let what = "field:bank:cnaps";
    review::propose_waiver(services, &scene.senior, id, what, "The register has it").await.expect("proposed");
    let again = review::propose_waiver(services, &scene.reviewer, id, what, "Once more").await;
    assert!(matches!(again, Err(Denied::NotOpen("review-waive-standing"))), "{again:?}");
    let view = review::case(services, &scene.senior, id).await.unwrap();
    let (proposed, mine) = &view.proposed[0];
    assert!(!mine, "whoever proposed it doesn't answer");
    let own = review::answer_waiver(services, &scene.senior, id, proposed.id, "confirm").await;
    assert!(matches!(own, Err(Denied::NotOpen("applications-why-proposer"))), "{own:?}");
    let junior = review::answer_waiver(services, &scene.reviewer, id, proposed.id, "confirm").await;
    assert!(matches!(junior, Err(Denied::Service(ServiceError::Forbidden))), "{junior:?}");

    // Past the program, the database says no to the same person, and to whoever stands on the merchant's side.
    let mut owner = desk.world.database.owner().await;
    for sql in [
        "insert into staff (tenant_id, person_id, state, created_at)
         select tenant_id, $1, 'active', created_at from staff limit 1",
        "insert into staff_roles (tenant_id, person_id, role) select tenant_id, $1, 'senior_reviewer' from staff limit 1",
    ] {
        let person = scene.owner.person().unwrap().id.0;
        sqlx::query(sql).bind(person).execute(&mut owner).await.expect("the owner works at the desk as well");
    }
    let by = |actor: &domain::Actor| actor.person().unwrap().id.0;
    for (person, constraint) in [(by(&scene.senior), "four_eyes"), (by(&scene.owner), "own_side")] {
        let done = sqlx::query(
            "update waivers set outcome = 'confirmed', answered_by = $2, answered_at = proposed_at where id = $1",
        )
        .bind(proposed.id.0)
        .bind(person)
        .execute(&mut owner)
        .await
        .expect_err("refused");
        assert_eq!(done.as_database_error().and_then(|error| error.constraint()), Some(constraint));
    }

    review::answer_waiver(services, &scene.other, id, proposed.id, "confirm").await.expect("confirmed");
    let view = review::case(services, &scene.senior, id).await.unwrap();
    let item = view.items.find(&Fault::from_token(what).unwrap()).unwrap();
    assert_eq!(item.requirement, Requirement::Waived);
    let twice = review::answer_waiver(services, &scene.other, id, proposed.id, "decline").await;
    assert!(matches!(twice, Err(Denied::NotOpen("applications-why-not-now"))), "{twice:?}");
    desk.world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_waived_paper_is_not_needed_and_can_be_left_out() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await.actor().await;
    let senior = tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await.actor().await;
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await;
    let (services, id) = (&world.services, merchant.id);
    review::claim(services, &reviewer, id).await.expect("claimed");
    let licence = merchant.paper("business_licence").await.document;
    let mark = Mark::sent_back(format!("document:business_licence:{licence}"), "expired", "");
    judge(services, &reviewer, id, &mark).await;
    send_back(services, &reviewer, id).await;
    review::propose_waiver(services, &reviewer, id, "paper:business_licence", "In the register")
        .await
        .unwrap();
    let waiver = review::case(services, &senior, id).await.unwrap().proposed[0].0.id;
    review::answer_waiver(services, &senior, id, waiver, "confirm").await.expect("confirmed");
    let page = merchant.page("/changes").await;
    assert!(page.words().contains("Not needed any more"), "{}", page.words());
    assert!(merchant.page("/papers").await.words().contains("Not needed"));
    let merchant = merchant.submitted().await;
    assert_eq!(merchant.row().await.state.kind(), StateKind::Resubmitted);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reopening_is_a_recorded_act_with_a_reason() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.recommended(&mut scene.owner, &scene.reviewer).await;
    let early = review::reopen(services, &scene.senior, id, "Why not").await;
    assert!(matches!(early, Err(Denied::NotOpen("applications-why-not-now"))), "{early:?}");
    let seen = desk.seen(&scene.senior, id).await;
    review::decide(services, &scene.senior, id, &decision(&seen, "approve")).await.expect("approved");
    let junior = review::reopen(services, &scene.reviewer, id, "Why not").await;
    assert!(matches!(junior, Err(Denied::Service(ServiceError::Forbidden))), "{junior:?}");
    let mute = review::reopen(services, &scene.senior, id, " ").await;
    assert!(matches!(mute, Err(Denied::Service(ServiceError::Refused(_)))), "{mute:?}");
    review::reopen(services, &scene.senior, id, "The bank called").await.expect("reopened");
    let view = review::case(services, &scene.reviewer, id).await.unwrap();
    assert_eq!(view.application.state.kind(), StateKind::InReview);
    assert!(view.notes.iter().any(|note| note.text == "The bank called"), "{:?}", view.notes);
    let open = "select count(*) from capabilities c join applications a on a.merchant_id = c.merchant_id
                where a.id = $1 and (c.verified_at is not null or c.effective_at is not null)";
    assert_eq!(desk.number(open, id.0).await, 0);
    desk.world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn notes_and_screening_stand_with_the_case() {
    let mut scene = scene().await;
    let (desk, services) = (&scene.desk, &scene.desk.world.services);
    let id = desk.submitted(&mut scene.owner).await;
    review::write_note(services, &scene.senior, id, " Called the merchant.\r\nThey send it again. ")
        .await
        .unwrap();
    let empty = review::write_note(services, &scene.senior, id, " \n").await;
    assert!(matches!(empty, Err(Denied::Service(ServiceError::Refused(_)))), "{empty:?}");
    let denied = review::write_note(services, &scene.owner, id, "Mine").await;
    assert!(matches!(denied, Err(Denied::Service(ServiceError::Forbidden))), "{denied:?}");
    let view = review::case(services, &scene.reviewer, id).await.unwrap();
    assert_eq!(view.notes.len(), 1);
    assert_eq!(view.notes[0].text, "Called the merchant.\nThey send it again.");
    // Sealed, and never changed.
    let plain = "select count(*) from case_notes where application_id = $1 and encode(text_sealed, 'escape') like '%Called%'";
    assert_eq!(desk.number(plain, id.0).await, 0);
    let mut owner = desk.world.database.owner().await;
    let changed =
        sqlx::query("update case_notes set kind = 'reopening' where application_id = $1").bind(id.0);
    assert!(changed.execute(&mut owner).await.is_err());
    // Each check by itself, with its time.
    let screening = view.screening.expect("screened");
    let of = |what: &str| {
        let what = Fault::from_token(what).unwrap();
        screening.results.iter().filter(|one| one.what == what).count()
    };
    assert!(
        of("field:business:uscc") > 0
            && screening.results.iter().any(|one| one.what.is_paper("business_licence"))
    );
    assert_eq!(screening.round, 1);
}
