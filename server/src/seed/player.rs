//! One person of the story: an account with a random password, and the sessions in which they act.

use super::stage::{Post, Stage};
use anyhow::{Context as _, bail};
use domain::{Actor, Lang, SessionId, TenantId, actor::Person, permissions::Role};
use secrecy::SecretString;
use services::{
    accounts::{
        self, Begun, Client, NewPassword, Outcome, Registration, SignIn,
        factors::{self, Enrolment, Prover},
    },
    ports::{Random, bytes},
};
use std::net::{IpAddr, Ipv4Addr};
use store::accounts::{memberships, persons, sessions};
use time::{Duration, OffsetDateTime};

/// How long they stay signed in; shorter than any session's limit.
const STAY: Duration = Duration::hours(4);

const BROWSER: &str =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";

/// A person with a login.
pub(super) struct Player {
    pub(super) email: String,
    pub(super) password: SecretString,
    pub(super) address: IpAddr,
    session: Option<(SessionId, domain::PersonId, OffsetDateTime)>,
    /// The key in their authenticator app, once they were made to set one up.
    app: Option<String>,
}

/// Four groups of five: easy to type, hard to guess (98 bits).
pub(super) fn password(random: &dyn Random) -> SecretString {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let drawn = bytes::<20>(random);
    let mut text = String::new();
    for (index, byte) in drawn.iter().enumerate() {
        if index > 0 && index % 5 == 0 {
            text.push('-');
        }
        text.extend(LETTERS.get(usize::from(byte % 32)).map(|letter| char::from(*letter)));
    }
    text.into()
}

impl Player {
    /// Somebody without an account yet, who comes from an address of their own.
    pub(super) fn new(stage: &Stage, email: &str, number: usize) -> Self {
        // Addresses that are set aside for examples.
        let host = u8::try_from(number % 250 + 1).unwrap_or(1);
        let address = IpAddr::V4(Ipv4Addr::new(203, 0, 113, host));
        let password = password(&*stage.services.ports().random);
        Self { email: email.to_owned(), password, address, session: None, app: None }
    }

    fn client(&self) -> Client<'static> {
        Client { address: self.address, agent: BROWSER }
    }

    /// Registers at a tenant and confirms from the letter.
    pub(super) async fn register(
        &self,
        stage: &Stage,
        post: &Post,
        tenant: TenantId,
        lang: Lang,
    ) -> anyhow::Result<()> {
        let input = Registration { email: self.email.clone(), password: self.password.clone() };
        accounts::register(&stage.services, &Actor::Visitor { tenant }, &input, lang, self.client()).await?;
        stage.run_jobs().await?;
        let token = post.token(&self.email, "/account/confirm/")?;
        accounts::confirm(&stage.services, &token).await?;
        Ok(())
    }

    /// Chooses their password from the letter that asks for it.
    pub(super) async fn choose_password(&self, stage: &Stage, post: &Post) -> anyhow::Result<()> {
        stage.run_jobs().await?;
        let token = post.token(&self.email, "/account/reset/")?;
        let input = NewPassword { password: self.password.clone() };
        accounts::reset(&stage.services, &token, &input).await?;
        Ok(())
    }

    /// Who they are in a tenant right now, signed in anew when it has been a while.
    pub(super) async fn actor(&mut self, stage: &Stage, tenant: TenantId) -> anyhow::Result<Actor> {
        let now = stage.services.now();
        let (session, id) = match self.session {
            Some((session, id, since)) if now - since < STAY => (session, id),
            _ => self.sign_in(stage, now).await?,
        };
        let (staff, members) = if tenant == TenantId::PLATFORM {
            let known = persons::known(&stage.services.db, id).await?.context("nobody")?;
            (if known.operator { vec![Role::Operator] } else { vec![] }, vec![])
        } else {
            let roles = memberships::roles(&stage.services.db, tenant, id).await?;
            (roles.staff, roles.members)
        };
        Ok(Actor::Person(Person { tenant, id, session, proved: true, staff, members }))
    }

    async fn sign_in(
        &mut self,
        stage: &Stage,
        now: OffsetDateTime,
    ) -> anyhow::Result<(SessionId, domain::PersonId)> {
        let input = SignIn { email: self.email.clone(), password: self.password.clone(), to: String::new() };
        let Outcome::Entered(entry) = accounts::sign_in(&stage.services, &input, self.client()).await? else {
            bail!("{} can't sign in", self.email);
        };
        let random = &*stage.services.ports().random;
        let session = SessionId(random.id(now));
        // As a browser's session says whose it is.
        let data = serde_json::json!({ "person": entry.person });
        sessions::create(&stage.services.db, session, &bytes(random), &data).await?;
        if accounts::begin_session(&stage.services, entry, session, self.client()).await? == Begun::Half {
            self.second_step(stage, entry.person, session).await?;
        }
        self.session = Some((session, entry.person, now));
        Ok((session, entry.person))
    }

    /// Whoever works for a tenant proves a code of their app; the first time they set it up.
    async fn second_step(
        &mut self,
        stage: &Stage,
        person: domain::PersonId,
        session: SessionId,
    ) -> anyhow::Result<()> {
        let by = Prover { person, session, whole: false, proved: false };
        let cookie = bytes(&*stage.services.ports().random);
        let now = stage.services.now();
        if let Some(secret) = &self.app {
            let code = factors::code_of(secret, now)?.into();
            factors::take_second_step(&stage.services, &by, &code, self.client(), &cookie).await?;
            return Ok(());
        }
        let offer = factors::offer(&stage.services, person, &self.email, "Gangway", "")?;
        let code = factors::code_of(&offer.secret, now)?.into();
        let input = Enrolment { offer: offer.sealed, code, to: String::new() };
        factors::enrol(&stage.services, &by, &input, &cookie).await?;
        self.app = Some(offer.secret);
        Ok(())
    }
}
