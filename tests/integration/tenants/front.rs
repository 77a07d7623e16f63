//! The front page: what a choice takes, read by anybody, and the choice carried on until it is begun.

use tests::{browser::Answer, builders::PASSWORD, world::World};

/// What the answer has the browser keep.
fn set_cookie(answer: &Answer) -> String {
    let mut kept = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    kept.find(|value| value.starts_with("choice=")).unwrap_or_default().to_owned()
}

/// What is open of it.
const OPEN: &str = "?kind=cn-enterprise&channel=alipay&channel=wechat_pay";

const CHOICE: &str = "?kind=cn-enterprise&channel=alipay&channel=wechat_pay&channel=google_pay";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn anybody_reads_what_a_choice_takes() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let browser = world.browser();
    let open = browser.get(&harbour.at("")).await;
    assert_eq!(open.status, 200);
    let form = open.forms().into_iter().find(|form| !form.posts).expect("a form that only reads");
    assert!(form.asks.contains("country"), "{form:?}");
    let page = browser.get(&harbour.at(CHOICE)).await;
    for words in [
        "What you need: Company in mainland China",
        "A decision usually takes 1 to 3 working days",
        "This is what a good picture looks like",
        "Unified social credit code",
        "Account number",
    ] {
        assert!(page.words().contains(words), "{words}: {}", page.words());
    }
    assert_eq!(page.texts(".examples figure, .examples li").len(), 4, "one right, three wrong");
    // What isn't open can't be chosen, whatever the address says: its reason and source stand there.
    assert_eq!(page.attribute("input[value=google_pay]", "value"), None);
    let closed = page.text(".closed-channels").expect("what isn't open");
    assert!(closed.contains("Google Pay") && closed.contains("Antom") && closed.contains("2026"), "{closed}");
    // The same address says the same to whoever it is sent to, in their language.
    let page = world.browser().in_chinese().get(&harbour.at(CHOICE)).await;
    assert!(page.words().contains("营业执照"), "{}", page.words());
    for wrong in ["?kind=<script>", "?country=XX&kind=cn-enterprise&channel=%00", "?channel=alipay"] {
        assert_eq!(browser.get(&harbour.at(wrong)).await.status, 200, "{wrong}");
    }
}

/// What the sheet names, as it is printed: whoever gathers the papers has nothing else.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_sheet_lists_every_paper_with_what_it_must_look_like_and_where_it_came_from() {
    const PAPERS: [(&str, &str); 13] = [
        ("Business licence", ""),
        ("Legal representative’s ID, portrait side", ""),
        ("Legal representative’s ID, emblem side", "Only where it applies"),
        ("Beneficial owner’s ID, portrait side", "Only where it applies"),
        ("Beneficial owner’s ID, other side", "Only where it applies"),
        ("Agent’s ID, portrait side", "Only where it applies"),
        ("Agent’s ID, other side", "Only where it applies"),
        ("Letter of authority", "Only where it applies"),
        ("Shop from outside", "Only where it applies"),
        ("Shop inside", "Only where it applies"),
        ("Pictures of the app", "Only where it applies"),
        ("Permit for the line of business", "Only where it applies"),
        ("Proof of the bank account", ""),
    ];
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let page = world.browser().get(&harbour.at(CHOICE)).await;
    let papers = page.texts(".sheet .papers-needed > li");
    assert_eq!(papers.len(), PAPERS.len(), "{papers:?}");
    for (paper, (name, when)) in papers.iter().zip(PAPERS) {
        let rest = paper.strip_prefix(name).unwrap_or_else(|| panic!("{paper} isn't {name}"));
        assert_eq!(rest.contains("Only where it applies"), !when.is_empty(), "{paper}");
        assert!(rest.contains("JPG, PNG") && rest.contains('.'), "kinds of files, and a hint: {paper}");
    }
    // On paper stand the address that leads back here, and what isn't open; the form doesn't.
    let printed = page.texts(".sheet .printed-only").join(" ");
    assert!(printed.contains(&format!("{}{}", world.base_url, harbour.at(OPEN))), "{printed}");
    assert!(printed.contains("Google Pay"), "{printed}");
    assert_eq!(
        page.texts("main form").len(),
        page.texts("main .not-printed form").len(),
        "a form is printed"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_choice_is_carried_over_registration_and_stands_in_what_is_begun() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let browser = world.browser();
    let page = browser.get(&harbour.at(CHOICE)).await;
    let register = browser.get(&page.link("/register")).await;
    let kept = set_cookie(&register);
    assert!(kept.starts_with("choice=cn-enterprise.alipay.wechat_pay; Path=/t/harbour;"), "{kept}");
    let fields = [("email", "lin@haifeng.example"), ("password", PASSWORD)];
    browser.submit_and_go(&register, "/register", &fields).await;
    world.run_jobs().await;
    let page = browser.get(&world.link_to("lin@haifeng.example")).await;
    let sign_in = browser.submit_and_go(&page, "Confirm", &[]).await;
    let home = browser.submit_and_go(&sign_in, "/account/sign-in", &fields).await;
    let start = browser.get(&home.link("/applications/start")).await;
    let form = start.form("Start");
    assert!(form.fields.contains(&("kind".into(), "cn-enterprise".into())), "{form:?}");
    assert!(start.words().contains("Channels you chose: Alipay, WeChat Pay"), "{}", start.words());
    let begun = browser.submit(&start, "Start", &[]).await;
    assert!(set_cookie(&begun).contains("Max-Age=0"), "{}", set_cookie(&begun));
    let tasks = browser.get(&begun.location().expect("the task list")).await;
    let channels = browser.get(&tasks.link("/sections/channels")).await;
    let wanted = channels.form("Save and continue").fields;
    let wanted: Vec<_> =
        wanted.iter().filter(|(name, _)| name == "wanted").map(|(_, v)| v.as_str()).collect();
    assert_eq!(wanted, ["alipay", "wechat_pay"]);
    // Sent twice it is still one application, and nothing of the choice is kept with the person.
    browser.submit_and_go(&start, "Start", &[]).await;
    let mut owner = world.database.owner().await;
    let (applications, sections): (i64, i64) =
        sqlx::query_as("select (select count(*) from applications), (select count(*) from sections)")
            .fetch_one(&mut owner)
            .await
            .unwrap();
    assert_eq!((applications, sections), (1, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_forged_choice_begins_with_nothing_that_is_not_open() {
    let world = World::new().await;
    let harbour = world.tenant("harbour").await;
    let person = harbour.person("lin@haifeng.example").await;
    let fields = [("kind", "cn-enterprise"), ("merchant", ""), ("channels", "google_pay,paypal,bitcoin")];
    let answer = person.browser.post(&harbour.at("/applications/start"), &fields).await;
    let tasks = answer.location().expect("the task list");
    let channels = person.browser.get(&format!("{tasks}/sections/channels")).await;
    let wanted = channels.form("Save and continue").fields;
    let wanted: Vec<_> =
        wanted.iter().filter(|(name, _)| name == "wanted").map(|(_, v)| v.as_str()).collect();
    assert_eq!(wanted, ["paypal"]);
}
