//! The merchant's home, and starting an application.

use super::super::query::{self, Pairs};
use crate::web::{PageResult, Visit, choice, forms};
use app::{
    pages::applications::{Head, home, start},
    ui::FormState,
};
use axum::{
    Form,
    extract::Query,
    http::{HeaderMap, StatusCode},
};
use domain::ApplicationId;
use services::applications::{self, StartInput, today};

/// `GET /t/{slug}/home`
pub(super) async fn show(visit: Visit, Query(query): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let before: Option<ApplicationId> = query::given(&query, "before").and_then(|id| id.parse().ok());
    let found = applications::home(&visit.app.services, &visit.actor, before).await?;
    let path = visit.frame.at("/home");
    let lines = found
        .applications
        .into_iter()
        .map(|listed| home::Line {
            head: Head { id: listed.id.0, number: listed.case_number, name: listed.name },
            status: listed.state.status(),
            changed: listed.changed,
        })
        .collect();
    let older = found.older.map(|id| query::address(&path, &[("before", &id.to_string())]));
    Ok(visit.page(home::page(&visit.frame, &home::Model { applications: lines, older, keys: found.keys })))
}

/// `GET /t/{slug}/applications/start`: with what was chosen on the front page, in the address or before.
pub(super) async fn show_start(visit: Visit, Query(query): Query<Pairs>, headers: HeaderMap) -> PageResult {
    visit.signed_in()?;
    let offered = visit.app.services.rules.offered(today("CN", visit.app.services.now()));
    let choice = choice::chosen(&headers, &query, &offered);
    let form = FormState::default()
        .with("kind", choice.kind.unwrap_or_default())
        .with("channels", choice.channels.join(","));
    let model = offer(&visit, form).await?;
    Ok(visit.page(start::page(&visit.frame, &model)))
}

/// `POST /t/{slug}/applications/start`
pub(super) async fn take_start(visit: Visit, Form(input): Form<StartInput>) -> PageResult {
    visit.signed_in()?;
    let typed = FormState::default()
        .with("kind", &input.kind)
        .with("merchant", &input.merchant)
        .with("channels", &input.channels);
    let started = applications::start(&visit.app.services, &visit.actor, &input).await;
    Ok(match forms::again(started, typed)? {
        Ok(id) => {
            let mut onward = visit.see_other(&visit.frame.at(&format!("/applications/{id}")));
            if let Some((name, value)) = choice::forget(&visit.app, &visit.tenant()?.slug) {
                onward.headers_mut().append(name, value);
            }
            onward
        }
        Err(form) => {
            let model = offer(&visit, form).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, start::page(&visit.frame, &model))
        }
    })
}

async fn offer(visit: &Visit, mut form: FormState) -> services::Result<start::Model> {
    let offer = applications::offer(&visit.app.services, &visit.actor).await?;
    if let [only] = offer.kinds.as_slice()
        && form.value("kind").is_empty()
        && !form.is_refused()
    {
        form.set("kind", only.code());
    }
    Ok(start::Model {
        form,
        kinds: offer.kinds.into_iter().cloned().collect(),
        merchants: offer.merchants.into_iter().map(|merchant| (merchant.id.0, merchant.name)).collect(),
    })
}
