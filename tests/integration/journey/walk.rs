//! The steps. Each begins at a page, uses a link or a form that stands there, and gives the page it led to.

use super::Tongue;
use reqwest::Method;
use tests::{
    browser::{Answer, Browser},
    builders::{ANSWERS, PASSWORD, Person, Tenant, answers_of, jpeg, pdf},
};

/// Whoever applies.
pub(super) struct Applicant<'w> {
    pub(super) tenant: Tenant<'w>,
    pub(super) browser: Browser,
    tongue: Tongue,
}

/// Their address.
pub(super) const EMAIL: &str = "lin@haifeng.example";

impl<'w> Applicant<'w> {
    /// From the front page to the link in the mail, and on to the page for signing in.
    pub(super) async fn register(tenant: Tenant<'w>, tongue: Tongue) -> (Self, Answer) {
        let applicant = Self { tenant, browser: tongue.browser(tenant.world), tongue };
        let front = applicant.look(&tenant.at("")).await;
        let page = applicant.look(&front.link("/register")).await;
        let fields = [("email", EMAIL), ("password", PASSWORD)];
        applicant.send(&page, &fields).await;
        tenant.world.run_jobs().await;
        let page = applicant.look(&tenant.world.link_to(EMAIL)).await;
        let sign_in = applicant.send(&page, &[]).await;
        (applicant, sign_in)
    }

    /// A page, in the language that was asked for.
    async fn look(&self, path: &str) -> Answer {
        self.is_readable(self.browser.get(path).await)
    }

    fn is_readable(&self, page: Answer) -> Answer {
        assert_eq!(page.status, 200, "{}: {}", page.path, page.words());
        assert_eq!(page.attribute("html", "lang").as_deref(), Some(self.tongue.tag()), "{}", page.path);
        let chinese = page.text("h1").unwrap_or_default().chars().any(|c| ('一'..='龥').contains(&c));
        // A business's own name is a heading too.
        assert!(chinese || self.tongue == Tongue::English, "{}: {:?}", page.path, page.text("h1"));
        page
    }

    /// Sends the page's own form, and goes where it leads.
    async fn send(&self, page: &Answer, fields: &[(&str, &str)]) -> Answer {
        let answer = self.browser.send_form_and_go(page, &page.main_form(), fields).await;
        self.is_readable(answer)
    }

    /// Signs in on the page that confirming led to, and is at home.
    pub(super) async fn sign_in(&self, page: &Answer) -> Answer {
        let home = self.send(page, &[("email", EMAIL), ("password", PASSWORD)]).await;
        assert_eq!(home.path, self.tenant.at("/home"));
        home
    }

    /// Starts an application; the page of its tasks.
    pub(super) async fn start(&self, home: &Answer) -> Answer {
        let page = self.look(&home.link("/applications/start")).await;
        self.send(&page, &[("kind", "cn-enterprise")]).await
    }

    /// Answers every section, each from the task list as it then stands: answers call for more.
    pub(super) async fn fill_in(&self, tasks: &Answer) {
        for (section, _) in ANSWERS {
            let tasks = self.look(&tasks.path).await;
            let page = self.look(&tasks.link(&format!("/sections/{section}"))).await;
            self.send(&page, answers_of(section)).await;
        }
    }

    /// Sends every paper that must be given; looks again until all are checked.
    pub(super) async fn send_papers(&self, tasks: &Answer) {
        let papers = [
            ("business_licence", "营业执照.pdf", pdf("Business licence")),
            ("representative_id_front", "正面.jpg", jpeg(1)),
            ("representative_id_back", "反面.jpg", jpeg(2)),
        ];
        let path = tasks.link("/papers");
        for (paper, name, bytes) in papers {
            let page = self.look(&path).await;
            let form = page.form(&format!("send-{paper}"));
            let answer = self.browser.send_file(&page, &form, name, bytes).await;
            let back = answer.location().unwrap_or_else(|| panic!("{name}: {}", answer.complaints()));
            assert!(self.look(&back).await.words().contains(name), "{name}");
        }
        self.tenant.world.run_jobs().await;
        let page = self.look(&path).await;
        assert_eq!(page.texts(".paper-pages img").len(), 3, "{}", page.words());
    }

    /// Checks the answers and hands in; the page of where the application stands.
    pub(super) async fn hand_in(&self, tasks: &Answer) -> Answer {
        let tasks = self.look(&tasks.path).await;
        let check = self.look(&tasks.link("/check")).await;
        for masked in ["11010519491231002X", "755912345678901", "13800138000"] {
            assert!(!check.body.contains(masked), "{masked} stands on the page");
        }
        let status = self.send(&check, &[]).await;
        self.tenant.world.run_jobs().await;
        status
    }

    /// Where the application stands, from home on.
    pub(super) async fn status(&self) -> Answer {
        let home = self.look(&self.tenant.at("/home")).await;
        self.look(&home.link("/status")).await
    }

    /// Makes a credential, from the status of the approved application; the list in which it stands.
    pub(super) async fn make_credential(&self, status: &Answer) -> Answer {
        let status = self.look(status.path.split('?').next().expect("a path")).await;
        let list = self.look(&status.link("/credentials")).await;
        let page = self.look(&list.link("/credentials/new")).await;
        self.send(&page, &[("label", "收银台 1")]).await
    }

    /// Draws its secret: the one answer that shows it.
    pub(super) async fn draw(&self, list: &Answer) -> String {
        let answer = self.browser.submit(list, "/draw", &[]).await;
        let answer = self.is_readable(answer);
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert!(answer.texts("main script").is_empty(), "no script stands beside it");
        self.tenant.world.run_jobs().await;
        let secret = answer.attribute("input#secret", "value").expect("the secret");
        assert!(secret.starts_with("gw_test_"), "{secret}");
        secret
    }

    /// The list offers no second draw, and whoever asks for one all the same gets none.
    pub(super) async fn draws_no_second_time(&self, secret: &str) {
        let list = self.look(&self.tenant.at("/credentials")).await;
        assert!(list.forms().iter().all(|form| !form.action.ends_with("/draw")), "{}", list.words());
        let revoke = list.link("/revoke");
        let draw = revoke.replace("/revoke", "/draw");
        let answer = self.browser.send(self.browser.request(Method::POST, &draw)).await;
        assert_eq!(answer.status, 409, "{}", answer.words());
        assert!(!answer.body.contains("gw_test_") && !answer.body.contains(secret), "{}", answer.words());
    }
}

/// The application's number as it stands on a page.
pub(super) fn number_of(page: &Answer) -> String {
    let words = page.words();
    let at = words.find("GW-").unwrap_or_else(|| panic!("no number on {words}"));
    words[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

/// The case, from the desk's shelf on which it stands.
async fn case(person: &Person<'_>, shelf: &str, number: &str) -> Answer {
    let desk = person.browser.get(&person.tenant.at(&format!("/desk?state={shelf}"))).await;
    assert!(desk.words().contains(number), "{number} on {shelf}: {}", desk.words());
    person.browser.get(&desk.link("/desk/cases/")).await
}

/// Takes the case from the queue.
pub(super) async fn claim(reviewer: &Person<'_>, number: &str) {
    let desk = reviewer.browser.get(&reviewer.tenant.at("/desk")).await;
    assert!(desk.words().contains(number), "{}", desk.words());
    let page = reviewer.browser.submit_and_go(&desk, "/claim", &[]).await;
    assert!(page.words().contains(number), "{}", page.words());
}

/// Looks at the papers and recommends approval.
pub(super) async fn recommend(reviewer: &Person<'_>, number: &str) {
    let page = case(reviewer, "mine", number).await;
    let pictures: Vec<_> = page.texts("a.page-picture img");
    assert_eq!(pictures.len(), 3, "a picture for each paper: {}", page.words());
    let picture = page.attribute("a.page-picture img", "src").expect("a picture");
    assert_eq!(reviewer.browser.bytes(&picture).await.0, 200);
    let page = accept_everything(reviewer, page).await;
    reviewer.browser.submit_and_go(&page, "/recommend", &[("verdict", "approve")]).await;
}

/// Accepts one part after the other, until nothing is left to accept.
async fn accept_everything(reviewer: &Person<'_>, mut page: Answer) -> Answer {
    while page.forms().iter().any(|form| form.action.ends_with("/accept")) {
        page = reviewer.browser.submit_and_go(&page, "/accept", &[]).await;
    }
    page
}

/// The first reviewer has no form to decide with, and is refused without one.
pub(super) async fn nobody_decides_alone(reviewer: &Person<'_>, number: &str) {
    let page = case(reviewer, "waiting", number).await;
    assert!(page.forms().iter().all(|form| !form.action.ends_with("/decide")), "{}", page.words());
    let path = format!("{}/decide", page.path.split('?').next().expect("a path"));
    let answer = reviewer.browser.post(&path, &[("decision", "approve"), ("seen", "")]).await;
    assert_eq!(answer.status, 403, "{}", answer.words());
}

/// Another person approves.
pub(super) async fn approve(senior: &Person<'_>, number: &str) {
    let page = case(senior, "waiting", number).await;
    senior.browser.submit_and_go(&page, "/decide", &[("decision", "approve")]).await;
    senior.tenant.world.run_jobs().await;
}
