//! Cases are found by names in both scripts, by numbers that stand sealed, and by the people's addresses; never across
//! tenants, and never by whoever stands on the merchant's side.

use super::{
    queue::{all, searching},
    scene,
};
use domain::{ApplicationId, permissions::Role};
use services::review::{self, Wanted};
use store::review::Shelf;
use tests::world::World;

async fn found(scene: &super::Scene, typed: &str) -> Vec<ApplicationId> {
    let wanted = searching(scene, Shelf::Waiting, typed).await;
    all(scene, &wanted).await.iter().map(|case| case.id).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_case_is_found_by_everything_that_names_it() {
    let mut scene = scene().await;
    let id = scene.desk.submitted(&mut scene.owner).await;
    let mut stranger = scene.desk.newcomer("stranger").await;
    let other = scene.desk.draft(&mut stranger).await;
    let business = [
        ("legal_name", "Blue Lantern Trading (Shanghai) Co., Ltd."),
        ("uscc", "91350100M000100Y43"),
        ("place_city", "3101"),
        ("place_district", "310101"),
        ("street", "外滩1号"),
        ("licence_from", "2010-01-01"),
        ("licence_open", "yes"),
        ("scope", "茶叶"),
    ];
    scene.desk.answer(&stranger, other, "business", &business, 1).await;
    let representative = [
        ("name", "司马相如"),
        ("id_kind", "resident_id"),
        ("id_number", "440524188001010014"),
        ("id_validity_from", "2010-05-20"),
        ("id_validity_open", "yes"),
        ("phone", "13912345678"),
    ];
    scene.desk.answer(&stranger, other, "representative", &representative, 1).await;
    let bank = [
        ("account_holder", "Blue Lantern Trading (Shanghai) Co., Ltd."),
        ("bank_name", "招商银行"),
        ("cnaps", "308584000013"),
        ("account_number", "6225880212345678"),
    ];
    scene.desk.answer(&stranger, other, "bank", &bank, 1).await;
    let shop = [
        ("short_name", "Blue Lantern"),
        ("service_phone", "021 6666 8888"),
        ("mcc", "5331"),
        ("goods", "Lanterns"),
        ("kinds", "site"),
    ];
    scene.desk.answer(&stranger, other, "scenes", &shop, 1).await;
    let version = scene.desk.version(&stranger, other).await;
    let input = services::applications::VersionInput { version };
    services::applications::submit(&scene.desk.world.services, &stranger, other, input).await.expect("in");
    scene.desk.world.run_jobs().await;
    let number = scene.desk.case_number(id).await;

    let one = [
        "海风贸易",               // the business
        "风贸",                   // a part of it
        "李海风",                 // its legal representative
        "海风",                   // both
        "91440300708461136t",     // its licence, which stands plainly
        "11010519491231002x",     // the ID, sealed
        "110105 1949 1231 002X",  // as people read it to each other
        "+86 138-0013-8000",      // the telephone, sealed
        "13800138000",            // without its country
        "8000",                   // its end
        "7559 1234 5678 901",     // the account, sealed
        "owner@merchant.example", // who handed it in
        "OWNER@merchant.example",
        number.as_str(),
    ];
    for typed in one {
        assert_eq!(found(&scene, typed).await, [id], "{typed}");
    }
    for typed in
        ["blue lantern", "LANTERN", "ｂｌｕｅ", "司马", "相如", "13912345678", "5678", "440524188001010014"]
    {
        assert_eq!(found(&scene, typed).await, [other], "{typed}");
    }
    // A part of a sealed number finds nothing, nor does one that nobody gave, nor the bank.
    for typed in ["1101051949", "1380013800", "11010519491231001X", "招商银行", "merchant.example", "0138"]
    {
        assert_eq!(found(&scene, typed).await, [], "{typed}");
    }
    // What was declared before and no longer is isn't found.
    assert_eq!(found(&scene, "深圳").await, [id]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_merchants_number_finds_its_cases() {
    let mut scene = scene().await;
    let id = scene.desk.submitted(&mut scene.owner).await;
    let mut owner = scene.desk.world.database.owner().await;
    let sql = "update merchants m set number = 'M-7K2M9QX4D' from applications a where a.id = $1 and m.id = a.merchant_id";
    sqlx::query(sql).bind(id.0).execute(&mut owner).await.expect(sql);
    assert_eq!(found(&scene, "m-7k2m9qx4d").await, [id]);
    assert_eq!(found(&scene, "M-7K2").await, [id]);
    assert_eq!(found(&scene, "M-7K3").await, []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn d09_t02_another_tenants_cases_are_not_found_nor_ones_own_sides() {
    let mut scene = scene().await;
    scene.desk.submitted(&mut scene.owner).await;
    let services = &scene.desk.world.services;
    // Somebody of the desk who also stands at a merchant never finds that merchant's case.
    let mut both = scene.desk.staff("both", &[Role::Reviewer]).await;
    let own = scene.desk.submitted(&mut both).await;
    for typed in ["海风", "11010519491231002X", "both@harbour.example", "8000"] {
        let token = review::keep_search(services, &both, typed).await.unwrap();
        let wanted = Wanted { search: token, ..Wanted::on(Shelf::Open) };
        let cases = review::queue(services, &both, &wanted).await.unwrap().cases;
        assert!(cases.iter().all(|case| case.id != own), "{typed}");
    }
    assert_eq!(found(&scene, "13800138000").await.len(), 2);
    // The same words at another tenant find what is there and nothing else.
    let far = tests::desk::tenant(&scene.desk.world, "haven").await;
    let mut owner = scene.desk.world.database.owner().await;
    let person = scene.reviewer.person().unwrap();
    let sql = "with s as (insert into staff values ($1, $2, 'active', now()) returning 1)
               insert into staff_roles select $1, $2, 'reviewer' from s";
    sqlx::query(sql).bind(far.id.0).bind(person.id.0).execute(&mut owner).await.expect(sql);
    let there = domain::Actor::Person(domain::actor::Person { tenant: far.id, ..person.clone() });
    for typed in ["海风", "11010519491231002X", "owner@merchant.example", "13800138000", "8000"] {
        let token = review::keep_search(services, &there, typed).await.unwrap();
        let wanted = Wanted { search: token, ..Wanted::on(Shelf::Open) };
        assert_eq!(review::queue(services, &there, &wanted).await.unwrap().cases, [], "{typed}");
    }
}

/// What is typed into the search is in no address on the way, and no log of addresses could hold it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_personal_stands_in_an_address() {
    let world = World::new().await;
    let tenant = world.tenant("harbour").await;
    let reviewer = tenant.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let merchant = merchant.submitted().await;
    let number = merchant.row().await.case_number;
    for (typed, shown) in [
        ("11010519491231002X", false),
        ("13800138000", false),
        ("买买提", true),
        ("lin@haifeng.example", true),
    ] {
        let page = reviewer.browser.get(&tenant.at("/desk?due=week")).await;
        let answer = reviewer.browser.submit(&page, "Search", &[("q", typed)]).await;
        assert_eq!(answer.status, 303, "{}", answer.complaints());
        let to = answer.location().expect("a location");
        assert!(to.starts_with("/t/harbour/desk?search=") && to.ends_with("&due=week"), "{to}");
        assert!(!to.contains(typed) && !to.contains("lin") && !to.contains('%'), "{to}");
        let found = reviewer.browser.get(&to).await;
        assert_eq!(found.texts("tbody th a"), std::slice::from_ref(&number), "{typed}: {}", found.words());
        // A number isn't shown again but for its end; whatever leads on carries the sealed search alone.
        assert_eq!(found.body.contains(typed), shown, "{typed}");
        assert!(found.words().contains("Take away: Search:"), "{}", found.words());
        for link in tests::crawl::links(&found) {
            assert!(!link.contains(typed) && !link.contains("haifeng"), "{link}");
        }
    }
}

/// Ten thousand cases, most of them elsewhere than on the shelf that is read.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_queue_stays_fast() {
    let mut scene = scene().await;
    let id = scene.desk.submitted(&mut scene.owner).await;
    super::queue::copy(&scene.desk, id, 5_000).await;
    let mut owner = scene.desk.world.database.owner().await;
    sqlx::query("analyze applications, search_terms, fingerprints")
        .execute(&mut owner)
        .await
        .expect("analyzed");
    let plain = Wanted::on(Shelf::Waiting);
    let by_name = searching(&scene, Shelf::Waiting, "曼4998").await;
    let by_id = searching(&scene, Shelf::Open, "11010519491231002X").await;
    for (what, wanted) in [("a shelf", plain), ("a name", by_name), ("an ID", by_id)] {
        let begun = std::time::Instant::now();
        for _ in 0..5 {
            super::queue::page(&scene, &wanted).await;
        }
        let each = begun.elapsed() / 5;
        println!("{what}: {each:?}");
        assert!(each < std::time::Duration::from_secs(2), "{what}: {each:?}");
    }
}
