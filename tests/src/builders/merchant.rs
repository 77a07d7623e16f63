//! A merchant and its application, as far along as a test needs it.

use super::{
    Person,
    answers::{ANSWERS, answers_of},
    jpeg, pdf,
};
use crate::browser::Answer;
use domain::{ApplicationId, ConsentId, MerchantId};
use futures::stream;
use services::{
    applications::{self, VersionInput},
    documents::{self, Outcome, Wanted},
};
use std::convert::Infallible;
use store::{TenantTx, applications::Application, documents::Stored};

/// A merchant with an application under way.
#[derive(Clone)]
pub struct MerchantBuilder<'w> {
    /// Its owner, signed in.
    pub owner: Person<'w>,
    /// The application.
    pub id: ApplicationId,
}

impl<'w> MerchantBuilder<'w> {
    /// Starts an application in the owner's browser.
    pub(super) async fn start(owner: Person<'w>) -> Self {
        let page = owner.browser.get(&owner.tenant.at("/applications/start")).await;
        let answer = owner.browser.submit(&page, "Start", &[("kind", "cn-enterprise")]).await;
        assert_eq!(answer.status, 303, "{}", answer.complaints());
        let place = answer.location().expect("a location");
        let id = place.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
        Self { owner, id }
    }

    /// Another application of the same owner's, for another business.
    pub async fn another(&self) -> Self {
        Self::start(self.owner.clone()).await
    }

    /// A path below the application's.
    pub fn at(&self, rest: &str) -> String {
        self.owner.tenant.at(&format!("/applications/{}{rest}", self.id))
    }

    /// Looks at a page below the application's.
    pub async fn page(&self, rest: &str) -> Answer {
        self.owner.browser.get(&self.at(rest)).await
    }

    /// Sends a section's form as the page stands, with these fields over it.
    pub async fn send(&self, section: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.page(&format!("/sections/{section}")).await;
        assert_eq!(page.status, 200, "{section}: {}", page.words());
        self.owner.browser.submit(&page, "Save and continue", fields).await
    }

    /// Fills in one section.
    pub async fn with(self, section: &str) -> Self {
        let answer = self.send(section, answers_of(section)).await;
        assert_eq!(answer.status, 303, "{section}: {}", answer.complaints());
        self
    }

    /// Fills in the business.
    pub async fn with_business(self) -> Self {
        self.with("business").await
    }

    /// Fills in every section.
    pub async fn filled_in(mut self) -> Self {
        for (section, _) in ANSWERS {
            self = self.with(section).await;
        }
        self
    }

    /// Wants these channels, and consents to each of them as a receiver.
    pub async fn wanting(self, channels: &[&str]) -> Self {
        let answer = self.send("channels", &[("wanted", &channels.join(","))]).await;
        assert_eq!(answer.status, 303, "channels: {}", answer.complaints());
        let names: Vec<String> = channels.iter().map(|channel| format!("receiver_{channel}")).collect();
        let mut fields = vec![("sensitive", "yes")];
        fields.extend(names.iter().map(|name| (name.as_str(), "yes")));
        let answer = self.send("consents", &fields).await;
        assert_eq!(answer.status, 303, "consents: {}", answer.complaints());
        self
    }

    /// Gives every paper that must be given, and has them checked.
    pub async fn with_papers(self) -> Self {
        let papers = [
            ("business_licence", "licence.pdf", pdf("Business licence")),
            ("representative_id_front", "front.jpg", jpeg(1)),
            ("representative_id_back", "back.jpg", jpeg(2)),
        ];
        for (paper, name, bytes) in papers {
            self.give(paper, name, bytes).await;
        }
        self.owner.tenant.world.run_jobs().await;
        self
    }

    /// Sends one file as a paper.
    pub async fn give(&self, paper: &str, name: &str, bytes: Vec<u8>) {
        let wanted = Wanted {
            application: self.id,
            paper: paper.into(),
            replaces: None,
            name: name.into(),
            length: u64::try_from(bytes.len()).ok(),
        };
        let pieces = stream::iter([Ok::<_, Infallible>(bytes.into())]);
        let actor = self.owner.actor().await;
        let done = documents::upload(&self.owner.tenant.world.services, &actor, &wanted, pieces).await;
        assert!(matches!(done, Ok(Outcome::Arrived(_))), "{paper}: {done:?}");
    }

    /// The newest version of the first file of a paper.
    pub async fn paper(&self, paper: &str) -> Stored {
        let actor = self.owner.actor().await;
        let mut tx =
            TenantTx::read(&self.owner.tenant.world.services.db, &actor).await.expect("a transaction");
        let versions = store::documents::of_application(&mut tx, self.id).await.expect("the papers");
        versions.into_iter().find(|version| version.paper == paper).expect("a file of this paper")
    }

    /// Hands it in and has it screened: it waits for the desk.
    pub async fn submitted(self) -> Self {
        let version = self.row().await.version;
        let actor = self.owner.actor().await;
        let services = &self.owner.tenant.world.services;
        applications::submit(services, &actor, self.id, VersionInput { version })
            .await
            .expect("it is handed in");
        self.owner.tenant.world.run_jobs().await;
        self
    }

    /// The standing consent of a kind.
    pub async fn consent(&self, kind: &str) -> ConsentId {
        let actor = self.owner.actor().await;
        let services = &self.owner.tenant.world.services;
        let found = applications::consents(services, &actor, self.id).await.expect("the consents");
        let standing = found.given.into_iter().find(|one| one.kind == kind && one.withdrawn.is_none());
        standing.unwrap_or_else(|| panic!("no consent {kind} stands")).id
    }

    /// The application's row as it stands.
    pub async fn row(&self) -> Application {
        let actor = domain::Actor::System { tenant: self.owner.tenant.id, job: "test" };
        let mut tx =
            TenantTx::read(&self.owner.tenant.world.services.db, &actor).await.expect("a transaction");
        store::applications::load(&mut tx, self.id).await.expect("the application")
    }

    /// What people call the application, set aside or not.
    pub async fn number(&self) -> String {
        let mut owner = self.owner.tenant.world.database.owner().await;
        let number = sqlx::query_scalar("select case_number from applications where id = $1").bind(self.id.0);
        number.fetch_one(&mut owner).await.expect("its number")
    }

    /// The merchant.
    pub async fn merchant(&self) -> MerchantId {
        self.row().await.merchant
    }
}
