//! Facts that contradict each other: no reason to refuse them, and told of on the form and on the case.

use domain::permissions::Role;
use tests::{
    browser::Answer,
    builders::{Fields, MerchantBuilder, answers_of},
    world::World,
};

/// By section: what brings a contradiction about, and what is said of it at which field.
const FOUND: [(&str, Fields, &str, &str); 5] = [
    // The number of an individual business, of the same place.
    (
        "business",
        &[("uscc", "92440300MA5EXAM81W")],
        "Unified social credit code",
        "The code begins with 92; codes of this kind of merchant begin with 91.",
    ),
    // Registered in Beijing, at home in Shenzhen.
    (
        "business",
        &[("uscc", "91110000708461136T")],
        "Unified social credit code",
        "The code was given in Beijing (北京), the address lies elsewhere.",
    ),
    // 102 is another bank's number.
    ("bank", &[("cnaps", "102584000019")], "Branch number", "The number belongs to another bank (工商银行)."),
    // At sixty a card has no end.
    (
        "representative",
        &[
            ("id_validity_until_long_term", ""),
            ("id_validity_until_year", "2030"),
            ("id_validity_until_month", "5"),
            ("id_validity_until_day", "20"),
        ],
        "Valid",
        "At this age cards have no end.",
    ),
    ("representative", &[("id_validity_from_year", "1948")], "Valid", "The card is older than its holder."),
];

/// Answers a section rightly but for these, which is taken, and gives it as it then stands.
async fn answered(draft: &MerchantBuilder<'_>, section: &str, fields: Fields) -> Answer {
    let path = draft.at(&format!("/sections/{section}"));
    let version =
        draft.page(&format!("/sections/{section}")).await.form("Save and continue").fields.remove(0);
    let right = answers_of(section).iter().filter(|(name, _)| fields.iter().all(|(other, _)| name != other));
    // A box without its tick is not sent.
    let mut all: Vec<_> = right.chain(fields).copied().filter(|(_, value)| !value.is_empty()).collect();
    all.push((&version.0, &version.1));
    let sent = draft.owner.browser.post(&path, &all).await;
    assert_eq!(sent.status, 303, "it only warns: {}", sent.complaints());
    draft.page(&format!("/sections/{section}")).await
}

/// What a page says is doubtful.
fn doubts(page: &Answer, title: &str) -> Vec<String> {
    let banner = page.texts(".banner").into_iter().find(|banner| banner.contains(title));
    assert!(banner.is_none() || page.texts(".banner li").iter().all(|point| point.contains(": ")));
    if banner.is_some() { page.texts(".banner li") } else { vec![] }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_is_told_of_on_its_form_in_the_list_and_before_handing_in_until_its_cause_is_gone() {
    let world = World::new().await;
    let draft = world.tenant("harbour").await.merchant("lin@haifeng.example").await.filled_in().await;
    assert!(!draft.page("").await.words().contains("Done, look again"));
    for (section, fields, field, said) in FOUND {
        let told = doubts(&answered(&draft, section, fields).await, "Please look at this again");
        let found = told.len() == 1 && told[0].starts_with(field) && told[0].contains(said);
        assert!(found, "{fields:?}: {told:?}");
        for (rest, said) in [("", "Done, look again"), ("/check", said)] {
            let page = draft.page(rest).await;
            assert!(page.words().contains(said), "{rest} {fields:?}: {}", page.words());
        }
        let right = answered(&draft, section, &[]).await;
        assert_eq!(doubts(&right, "Please look at this again"), Vec::<String>::new(), "{fields:?}");
    }
    // Whoever owns the merchant was told of the account that changed.
    world.run_jobs().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_of_them_stand_on_the_case_and_keep_nobody_from_handing_in() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let rui = harbour.staff("rui@harbour.example", &[Role::Reviewer]).await;
    let case = async |draft: &MerchantBuilder<'_>| {
        rui.browser.get(&harbour.at(&format!("/desk/cases/{}", draft.id))).await
    };
    let draft = harbour.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
    let sound = draft.another().await.filled_in().await.with_papers().await.submitted().await;
    let page = case(&sound).await;
    let nothing = "Our checks of answers, files, lists and other cases found nothing";
    assert!(page.words().contains(nothing), "{}", page.words());

    let [_, elsewhere, bank, age, _] = FOUND;
    for (section, fields, ..) in [elsewhere, bank, age] {
        answered(&draft, section, fields).await;
    }
    let draft = draft.submitted().await;
    let page = case(&draft).await;
    assert!(!page.words().contains(nothing), "{}", page.words());
    // The papers of both are the same files, which is the desk's alone to know.
    let (told, confidential): (Vec<_>, Vec<_>) =
        page.texts("#findings li").into_iter().partition(|one| !one.contains("(confidential)"));
    assert!(confidential.iter().all(|one| one.contains("has the ")), "{confidential:?}");
    assert_eq!(told.len(), 3, "{told:?}");
    for (.., field, said) in [elsewhere, bank, age] {
        assert!(told.iter().any(|one| one.contains(field) && one.contains(said)), "{said}: {told:?}");
    }
}
