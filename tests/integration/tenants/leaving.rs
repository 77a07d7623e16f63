//! Leaving, coming back, other roles: cases go back to the queue, and whoever it concerns is told.

use super::{COMMAND, change, is_in, operator, recorded};
use domain::{ApplicationId, Lang, permissions::Role};
use services::{
    ServiceError, review,
    tenants::{operators, staff},
};
use tests::{desk::Desk, world::World};

/// Whether the case waits in the queue, in nobody's hands.
async fn waits(desk: &Desk, id: ApplicationId) -> bool {
    let free =
        "select count(*) from applications where id = $1 and claimed_by is null and case_state = 'waiting'";
    desk.number(free, id.0).await == 1
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_cases_of_whoever_can_no_longer_work_on_them_go_back_to_the_queue() {
    let desk = Desk::new().await;
    let services = &desk.world.services;
    let admin = desk.staff("admin", &[Role::Admin]).await;
    let reviewer = desk.staff("reviewer", &[Role::Reviewer]).await;
    let senior = desk.staff("senior", &[Role::SeniorReviewer]).await;
    let person = reviewer.person().unwrap().id;
    let mut owner = desk.newcomer("owner").await;
    let (first, second) = (desk.submitted(&mut owner).await, desk.submitted(&mut owner).await);
    for id in [first, second] {
        review::claim(services, &reviewer, id).await.unwrap();
        assert!(!waits(&desk, id).await);
    }
    // Other roles that work on cases leave them where they are.
    staff::change_roles(services, &admin, person, &[Role::SeniorReviewer]).await.unwrap();
    assert!(!waits(&desk, first).await);
    staff::deactivate(services, &admin, person).await.unwrap();
    assert!(waits(&desk, first).await && waits(&desk, second).await);
    assert_eq!(recorded(&desk.world, "case.returned").await, (0, 2));
    // Others go on with them; whoever was deactivated doesn't, whatever was still under way.
    assert!(review::claim(services, &reviewer, first).await.is_err());
    review::claim(services, &senior, first).await.unwrap();
    staff::change_roles(services, &admin, senior.person().unwrap().id, &[Role::Auditor]).await.unwrap();
    assert!(waits(&desk, first).await);
    desk.world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_it_concerns_is_told() {
    let desk = Desk::new().await;
    let (world, services) = (&desk.world, &desk.world.services);
    let admin = desk.staff("admin", &[Role::Admin]).await;
    let reviewer = desk.staff("rui", &[Role::Reviewer]).await;
    let person = reviewer.person().unwrap().id;
    let told = async || {
        world.run_jobs().await;
        world.mail_to("rui@harbour.example")
    };
    staff::change_roles(services, &admin, person, &[Role::Auditor, Role::SeniorReviewer]).await.unwrap();
    let mail = told().await;
    assert_eq!(mail.subject, "Your roles at Harbour Pay have changed");
    assert!(
        mail.text.contains("senior reviewer, auditor") || mail.text.contains("auditor, senior reviewer"),
        "{}",
        mail.text
    );
    assert!(mail.text.contains("/t/harbour/console"), "{}", mail.text);
    staff::deactivate(services, &admin, person).await.unwrap();
    assert_eq!(told().await.subject, "Your access at Harbour Pay has ended");
    change(world, "update persons set lang = 'zh-CN' where email like 'rui%'").await;
    staff::reactivate(services, &admin, person).await.unwrap();
    let mail = told().await;
    assert_eq!(mail.subject, "您在海湾支付的工作人员权限已恢复");
    assert!(mail.text.contains("高级审核员") && mail.text.contains("审计员"), "{}", mail.text);
    // Deactivated before it was written, a mail about roles has lost its occasion.
    staff::change_roles(services, &admin, person, &[Role::Reviewer]).await.unwrap();
    staff::deactivate(services, &admin, person).await.unwrap();
    let before = world.mailbox.list(1000).unwrap().len();
    told().await;
    assert_eq!(world.mailbox.list(1000).unwrap().len(), before + 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_runs_the_platform_is_told_and_so_is_whoever_no_longer_does() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let olga = operator(&harbour).await;
    assert_eq!(world.mail_to(&olga.email).subject, "You can now run Gangway");
    assert_eq!(olga.browser.get("/operator").await.status, 200);
    let again = operators::make(&world.services, &COMMAND, &olga.email, Lang::En).await;
    assert!(matches!(again, Err(ServiceError::Conflict(_))), "{again:?}");
    operators::end(&world.services, &COMMAND, &olga.email).await.unwrap();
    world.run_jobs().await;
    assert_eq!(world.mail_to(&olga.email).subject, "You no longer run Gangway");
    assert!(!is_in(&olga.browser).await);
    olga.sign_in().await;
    assert_eq!(olga.browser.get("/operator").await.status, 404);
    let again = operators::end(&world.services, &COMMAND, &olga.email).await;
    assert!(matches!(again, Err(ServiceError::Conflict(_))), "{again:?}");
    // To someone who has not chosen a password yet the link goes as often as it is asked for.
    for _ in 0..2 {
        operators::make(&world.services, &COMMAND, "omar@gangway.example", Lang::En).await.unwrap();
        world.run_jobs().await;
        assert_eq!(world.browser().get(&world.link_to("omar@gangway.example")).await.status, 200);
    }
    assert_eq!(recorded(&world, "operator.made").await, (2, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s07_whoever_loses_a_role_or_leaves_loses_it_at_the_next_request() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let ada = harbour.staff("ada@harbour.example", &[Role::Admin]).await;
    let rui = harbour.staff("rui@harbour.example", &[Role::Reviewer, Role::Auditor]).await;
    let look = async |path: &str| {
        let request = rui.browser.request(reqwest::Method::GET, &harbour.at(path));
        rui.browser.send(request).await.status
    };
    assert_eq!((look("/desk").await, look("/console/audit").await), (200, 200));
    let path = harbour.at(&format!("/console/staff/{}", rui.id));
    let page = ada.browser.get(&path).await;
    ada.browser.submit_and_go(&page, &path, &[("roles", "auditor")]).await;
    assert_eq!((look("/desk").await, look("/console/audit").await), (403, 200));
    let page = ada.browser.get(&path).await;
    ada.browser.submit_and_go(&page, "/deactivate", &[]).await;
    assert_eq!((look("/desk").await, look("/console/audit").await), (403, 404));
    world.run_jobs().await;
}
