//! The desk's side of a merchant's way, by the pages and forms that stand there.

use domain::permissions::Role;
use tests::{browser::Answer, builders::Person};

/// Two people of the desk, and the case that they work on.
pub(super) struct Desk<'w> {
    reviewer: Person<'w>,
    senior: Person<'w>,
    case: String,
}

impl<'w> Desk<'w> {
    /// The desk of this applicant's tenant, with the application of this path.
    pub(super) async fn of(applicant: &Person<'w>, path: &str) -> Self {
        let tenant = applicant.tenant;
        let id = path.rsplit('/').next().expect("an id");
        Self {
            reviewer: tenant.staff("sen.rui@harbour.example", &[Role::Reviewer]).await,
            senior: tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await,
            case: tenant.at(&format!("/desk/cases/{id}")),
        }
    }

    async fn look(person: &Person<'_>, path: &str) -> Answer {
        let page = person.browser.get(path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.words());
        page
    }

    /// Finds the case in the queue, and claims it.
    async fn claims(&self) -> Answer {
        let queue = Self::look(&self.reviewer, &self.reviewer.tenant.at("/desk")).await;
        let case = Self::look(&self.reviewer, &queue.link(&self.case)).await;
        self.reviewer.browser.submit_and_go(&case, "/claim", &[]).await
    }

    /// One item goes back with these words; they are read over before they are sent.
    pub(super) async fn sends_back(&self, item: &str, words: &str) {
        self.claims().await;
        let browser = &self.reviewer.browser;
        let page = Self::look(&self.reviewer, &format!("{}/items/{item}", self.case)).await;
        let fields = [("mark", "sent_back"), ("redo", "incomplete"), ("words", words)];
        let case = browser.submit_and_go(&page, &format!("/items/{item}"), &fields).await;
        let preview = Self::look(&self.reviewer, &case.link("/changes")).await;
        assert!(preview.words().contains(words), "{}", preview.words());
        browser.submit_and_go(&preview, "Send to the merchant", &[]).await;
    }

    /// Everything is accepted part by part, approval recommended by one and decided by the other.
    pub(super) async fn approves(&self) {
        let mut page = self.claims().await;
        while page.forms().iter().any(|form| form.action.ends_with("/accept")) {
            page = self.reviewer.browser.submit_and_go(&page, "/accept", &[]).await;
        }
        self.reviewer.browser.submit_and_go(&page, "/recommend", &[("verdict", "approve")]).await;
        let page = Self::look(&self.senior, &self.case).await;
        self.senior.browser.submit_and_go(&page, "/decide", &[("decision", "approve")]).await;
        self.senior.tenant.world.run_jobs().await;
    }

    /// The first channel that is asked says yes; which one it is.
    pub(super) async fn hears_a_yes(&self) -> String {
        let case = Self::look(&self.reviewer, &self.case).await;
        let channels = Self::look(&self.reviewer, &case.link(&format!("{}/channels", self.case))).await;
        let link =
            channels.attribute("a[href*='/channels/'][href$='/live']", "href").expect("a channel's form");
        let channel = link.rsplit('/').nth(1).expect("a channel").to_owned();
        let form = Self::look(&self.reviewer, &link).await;
        let day = [("on_year", "2026"), ("on_month", "11"), ("on_day", "30")];
        let fields = [&[("answer", "yes"), ("state", "FINISHED")][..], &day[..]].concat();
        let page = self.reviewer.browser.submit_and_go(&form, "Record", &fields).await;
        assert!(page.words().contains("In force"), "{}", page.words());
        self.reviewer.tenant.world.run_jobs().await;
        channel
    }

    /// One proposes live keys, the other finds it in the list and opens them.
    pub(super) async fn opens_live_keys(&self) {
        let path = format!("{}/channels", self.case);
        let page = Self::look(&self.reviewer, &path).await;
        self.reviewer.browser.submit_and_go(&page, "/channels/propose", &[]).await;
        let waiting = Self::look(&self.senior, &self.senior.tenant.at("/desk/channels")).await;
        let list = Self::look(&self.senior, &waiting.link("/live")).await;
        self.senior.browser.submit_and_go(&list, "/open", &[]).await;
    }
}
