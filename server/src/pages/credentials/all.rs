//! Every merchant's credentials, for an admin, with filters in the address.

use super::{
    super::query::{Pairs, address, given},
    line,
};
use crate::web::{
    PageResult, Visit,
    csv::{self, Holds},
};
use app::{
    pages::credentials::all::{self as page, Chosen, Model},
    pages::sheets::CREDENTIALS,
    ui::FormState,
};
use axum::extract::Query;
use domain::{
    CredentialId,
    credentials::{Environment, life::LifeKind},
    numbers::{Named, Number},
};
use services::credentials::{self, Filter};

/// What the address asks for; what it doesn't know is left aside.
#[derive(Clone, Copy)]
struct Asked<'a> {
    environment: Option<Environment>,
    state: Option<LifeKind>,
    search: &'a str,
    before: Option<CredentialId>,
}

impl<'a> Asked<'a> {
    fn read(pairs: &'a [(String, String)]) -> Self {
        Self {
            environment: given(pairs, "environment").and_then(Environment::from_word),
            state: given(pairs, "state").and_then(LifeKind::from_word),
            search: given(pairs, "q").unwrap_or_default(),
            before: given(pairs, "before").and_then(|id| id.parse().ok()),
        }
    }

    fn filter(&self) -> Filter {
        let name = Some(self.search.trim().to_owned()).filter(|name| !name.is_empty());
        Filter {
            environment: self.environment,
            state: self.state,
            number: Number::beginning(Named::Merchant, self.search),
            name,
            before: self.before,
        }
    }

    fn link(&self, path: &str, before: Option<CredentialId>) -> String {
        let before = before.map(|id| id.to_string()).unwrap_or_default();
        let all = [
            ("environment", self.environment.map_or("", Environment::word)),
            ("state", self.state.map_or("", LifeKind::word)),
            ("q", self.search),
            ("before", before.as_str()),
        ];
        let set: Vec<(&str, &str)> = all.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        address(path, &set)
    }

    /// Each environment and all of them, with the address that chooses it.
    fn environments(&self, path: &str) -> Vec<Chosen> {
        let one = |environment: Option<Environment>| {
            let key = environment
                .map_or_else(|| "credentials-filter-any".into(), |one| format!("credentials-{}", one.word()));
            let asked = Asked { environment, before: None, ..*self };
            (key, asked.link(path, None), self.environment == environment)
        };
        std::iter::once(None).chain(Environment::ALL.iter().copied().map(Some)).map(one).collect()
    }

    fn states(&self, path: &str) -> Vec<Chosen> {
        let one = |state: Option<LifeKind>| {
            let key = state.map_or_else(
                || "credentials-filter-any".into(),
                |one| format!("credentials-state-{}", one.word()),
            );
            let asked = Asked { state, before: None, ..*self };
            (key, asked.link(path, None), self.state == state)
        };
        std::iter::once(None).chain(LifeKind::ALL.iter().copied().map(Some)).map(one).collect()
    }
}

/// `GET /t/{slug}/console/credentials`
pub(super) async fn list(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let asked = Asked::read(&pairs);
    let now = visit.app.services.now();
    let (found, next) = credentials::all(&visit.app.services, &visit.actor, &asked.filter()).await?;
    let path = visit.frame.at("/console/credentials");
    let model = Model {
        environments: asked.environments(&path),
        states: asked.states(&path),
        search: FormState::default()
            .with("q", asked.search)
            .with("environment", asked.environment.map_or("", Environment::word))
            .with("state", asked.state.map_or("", LifeKind::word)),
        filtered: asked.environment.is_some() || asked.state.is_some() || !asked.search.is_empty(),
        credentials: found.into_iter().map(|credential| line(credential, now)).collect(),
        first: asked.before.map(|_| asked.link(&path, None)),
        next: next.map(|id| asked.link(&path, Some(id))),
    };
    Ok(visit.page(page::page(&visit.frame, &model)))
}

/// `GET /t/{slug}/console/credentials.csv`: the same credentials as a file.
pub(super) async fn csv(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    csv::file(visit, &CREDENTIALS, Holds::Persons, move |visit, before| {
        let filter = Filter { before, ..Asked::read(&pairs).filter() };
        async move {
            let now = visit.app.services.now();
            let (found, next) = credentials::all(&visit.app.services, &visit.actor, &filter).await?;
            Ok((found.into_iter().map(|credential| line(credential, now)).collect(), next))
        }
    })
    .await
}
