//! The address of a button that only takes posts, met again by a reload or in another language, leads to its page.

use domain::permissions::Role;
use tests::world::World;
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_buttons_own_address_leads_back_to_its_page() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let merchant = tenant.merchant("lin@haifeng.example").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let auditor = tenant.staff("aud@harbour.example", &[Role::Auditor]).await;
    let (application, other) = (merchant.id, Uuid::from_u128(7));
    let pairs = [
        (
            &merchant.owner,
            format!("/applications/{application}/papers/remove"),
            format!("/applications/{application}/papers"),
        ),
        (&merchant.owner, format!("/credentials/{other}/draw"), "/credentials".into()),
        (&reviewer, format!("/desk/cases/{application}/claim"), format!("/desk/cases/{application}")),
        (&reviewer, format!("/desk/cases/{application}/release"), format!("/desk/cases/{application}")),
        (&reviewer, format!("/desk/cases/{application}/resume"), format!("/desk/cases/{application}")),
        (&reviewer, "/desk/search".into(), "/desk".into()),
        (&reviewer, "/desk/assign".into(), "/desk".into()),
        (
            &reviewer,
            format!("/desk/cases/{application}/channels/propose"),
            format!("/desk/cases/{application}/channels"),
        ),
        (
            &reviewer,
            format!("/desk/cases/{application}/channels/answers/{other}/file"),
            format!("/desk/cases/{application}/channels"),
        ),
        (&reviewer, format!("/live/{other}/open"), "/live".into()),
        (&reviewer, format!("/live/{other}/decline"), "/live".into()),
        (&auditor, "/console/audit/verify".into(), "/console/audit".into()),
    ];
    for (person, button, page) in pairs {
        let request = person.browser.request(reqwest::Method::GET, &tenant.at(&button));
        let answer = person.browser.send(request).await;
        assert_eq!((answer.status, answer.location()), (303, Some(tenant.at(&page))), "{button}");
    }
}
