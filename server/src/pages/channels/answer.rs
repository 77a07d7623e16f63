//! What a channel answered is recorded.

use super::{application, desk};
use crate::web::{PageResult, Visit, forms};
use app::{
    pages::channels::answer::{self as page, Model},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::{ApplicationId, applications::answers::day_from_parts, credentials::Environment};
use serde::Deserialize;
use services::{
    Result, ServiceError,
    channels::{self, AnswerInput},
};

/// Case, channel and environment, as the address names them.
#[derive(Deserialize)]
pub(super) struct At {
    id: String,
    channel: String,
    environment: String,
}

impl At {
    fn read(&self) -> Result<(ApplicationId, (&str, Environment))> {
        let environment = Environment::from_word(&self.environment).ok_or(ServiceError::NotFound)?;
        Ok((application(&self.id)?, (self.channel.as_str(), environment)))
    }
}

/// `GET /t/{slug}/desk/cases/{id}/channels/{channel}/{environment}`
pub(super) async fn show(visit: Visit, Path(at): Path<At>) -> PageResult {
    visit.signed_in()?;
    shown(&visit, &at, StatusCode::OK, None).await
}

async fn shown(visit: &Visit, at: &At, status: StatusCode, typed: Option<FormState>) -> PageResult {
    let (id, (channel, environment)) = at.read()?;
    let form = channels::form(&visit.app.services, &visit.actor, id, (channel, environment)).await?;
    let version = form.held.version.to_string();
    let model = Model {
        back: desk::path(visit, id),
        merchant: form.application.name.clone(),
        channel: form.held.channel.clone(),
        environment,
        state: form.held.capability.kind(),
        answers: form.answers,
        items: form.offered.into_iter().map(|what| (what.token(), what)).collect(),
        rules: form.rules,
        form: typed.unwrap_or_else(|| FormState::default().with("version", version)),
    };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}

/// `POST /t/{slug}/desk/cases/{id}/channels/{channel}/{environment}`
pub(super) async fn take(
    visit: Visit,
    Path(at): Path<At>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let (id, place) = at.read()?;
    let mut sent = FormState::sent(pairs);
    let input = input(&sent);
    match channels::record(&visit.app.services, &visit.actor, id, place, &input).await {
        Ok(answer) => {
            let path = format!("{}?said=channel-answered#answer-{answer}", desk::path(&visit, id));
            Ok(visit.see_other(&path))
        }
        // Somebody else recorded an answer meanwhile, or nothing can be asked of the merchant now: what was typed stays.
        Err(ServiceError::Conflict(key)) => {
            let form = channels::form(&visit.app.services, &visit.actor, id, place).await?;
            sent.set("version", form.held.version.to_string());
            sent.refuse_form(if key == "error-stale" { "form-error-stale" } else { key });
            shown(&visit, &at, StatusCode::CONFLICT, Some(sent)).await
        }
        done => match forms::again(done, sent)? {
            Ok(_) => Ok(visit.see_other(&desk::path(&visit, id))),
            Err(form) => shown(&visit, &at, StatusCode::UNPROCESSABLE_ENTITY, Some(form)).await,
        },
    }
}

fn input(sent: &FormState) -> AnswerInput {
    let text = |name: &str| sent.value(name).to_owned();
    AnswerInput {
        version: sent.value("version").parse().unwrap_or_default(),
        answer: text("answer"),
        number: text("number"),
        state: text("state"),
        words: text("words"),
        on: day_from_parts(sent.value("on_year"), sent.value("on_month"), sent.value("on_day")),
        items: sent.values("items").to_vec(),
        reason: text("reason"),
        say: text("say"),
    }
}
