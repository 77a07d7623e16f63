//! How a test's browser goes through what proves who somebody is, as its person would: the second step of signing in, and
//! the page that asks for a proof. A test that is about these does it by hand ([`Browser::by_hand`]).

use crate::{
    browser::{Answer, Browser},
    builders::PASSWORD,
};
use domain::{Actor, PersonId, TenantId, accounts::factors::open_steps};
use server::web;
use services::{Services, accounts::factors};
use sqlx::{Connection as _, PgConnection, postgres::PgConnectOptions};
use store::{TenantTx, accounts::factors as rows};
use time::OffsetDateTime;
use uuid::Uuid;

/// The key in everybody's authenticator app.
pub const KEY: &[u8; 20] = b"twenty harness bytes";

/// What a browser needs to prove things by itself.
#[derive(Clone)]
pub struct Prover {
    pub(crate) services: Services,
    pub(crate) superuser: PgConnectOptions,
}

/// Sets up somebody's authenticator app with the key that every test knows.
pub async fn set_up_app(services: &Services, person: PersonId) {
    let actor = Actor::System { tenant: TenantId::PLATFORM, job: "test" };
    let mut tx = TenantTx::begin(&services.db, &actor).await.expect("a transaction");
    rows::set_totp(&mut tx, person, KEY, 0).await.expect("an app");
    tx.commit().await.expect("it is kept");
}

/// The code that an app with this key shows at an instant.
pub fn code_at(key: &[u8], now: OffsetDateTime) -> String {
    factors::code(key, now).expect("a code")
}

impl Prover {
    /// Whose session this is.
    async fn person(&self, browser: &Browser) -> PersonId {
        let cookies = browser.cookies();
        let cookie = cookies.split("; ").find_map(|one| one.strip_prefix("gangway-")?.split_once('='));
        let digest = web::digest_of(cookie.expect("a session's cookie").1).expect("an id");
        let mut db = PgConnection::connect_with(&self.superuser).await.expect("the superuser connects");
        let person = sqlx::query_scalar::<_, Uuid>("select person_id from sessions where token_hash = $1")
            .bind(digest.as_slice())
            .fetch_one(&mut db)
            .await;
        PersonId(person.expect("a person"))
    }

    /// A code that is taken now. A test's clock stands still while its people sign in again and again: where the codes of
    /// this moment were used, they are good once more. A step that has passed is left out: a process that goes by another
    /// clock may be a moment further.
    async fn code(&self, person: PersonId) -> Option<String> {
        let held = rows::totp(&self.services.db, person).await.expect("the app is read")?;
        let now = self.services.now();
        let current = |step: &i64| *step >= now.unix_timestamp() / 30;
        let step = open_steps(now, Some(held.last_step)).find(current);
        if step.is_none() {
            let mut db = PgConnection::connect_with(&self.superuser).await.expect("the superuser connects");
            sqlx::query("set session_replication_role = replica")
                .execute(&mut db)
                .await
                .expect("no triggers");
            sqlx::query("update totp_factors set last_step = 0 where person_id = $1")
                .bind(person.0)
                .execute(&mut db)
                .await
                .expect("the codes are good once more");
        }
        let step = step.or_else(|| open_steps(now, None).find(current)).expect("a step");
        let at = OffsetDateTime::from_unix_timestamp(step * 30).expect("an instant");
        Some(code_at(&held.secret, at))
    }

    /// Sets up the app of whoever is led to it, and says the code of whoever is asked for one, as far as it takes.
    pub(crate) async fn settle(&self, browser: &Browser, mut answer: Answer) -> Answer {
        for _ in 0..3 {
            let Some(to) = answer.location() else { break };
            if to.starts_with("/account/totp") && answer.path.starts_with("/account/sign-in") {
                set_up_app(&self.services, self.person(browser).await).await;
                let again = to.replace("/account/totp", "/account/sign-in");
                answer = browser.send(browser.request(reqwest::Method::GET, &again)).await;
            } else if to.starts_with("/account/factor?") || to == "/account/factor" {
                answer = self.second_step(browser, &to).await;
            } else {
                break;
            }
        }
        if answer.status == 403 && answer.body.contains("id=\"proof\"") {
            return self.prove(browser, answer).await;
        }
        answer
    }

    async fn second_step(&self, browser: &Browser, path: &str) -> Answer {
        let page = browser.send(browser.request(reqwest::Method::GET, path)).await;
        let code = self.code(self.person(browser).await).await.expect("an app");
        let form = page.form("/account/factor");
        let all = form.filled_in(&[("code", &code)]);
        browser.send(browser.request(reqwest::Method::POST, form.address(&page)).form(&all)).await
    }

    async fn prove(&self, browser: &Browser, page: Answer) -> Answer {
        let form = page.form("proof");
        let code = self.code(self.person(browser).await).await;
        let proof = code.as_deref().map_or(("proof_password", PASSWORD), |code| ("proof_code", code));
        let all = form.filled_in(&[proof]);
        browser.send(browser.request(reqwest::Method::POST, form.address(&page)).form(&all)).await
    }
}
