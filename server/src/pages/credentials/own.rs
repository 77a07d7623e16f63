//! A merchant's own credentials: listed, made, drawn once.

use super::line;
use crate::web::{PageResult, Visit, forms};
use app::{
    pages::credentials::{
        create::{self, Model as NewModel},
        drawn::{self, Model as DrawnModel},
        own::{self as page, Model},
        spent,
    },
    ui::FormState,
};
use axum::{
    Form,
    extract::Path,
    http::{HeaderValue, StatusCode, header},
};
use domain::{CredentialId, MerchantId, permissions::Act};
use services::{
    Refusal, Result, ServiceError,
    credentials::{self, Mine},
};
use store::applications::merchants::Merchant;

/// Whether the reader may make and draw, at any of their merchants.
fn manages(visit: &Visit, merchants: &[Merchant]) -> bool {
    merchants.iter().any(|merchant| visit.actor.may_at(merchant.id, Act::ManageOwnCredentials))
}

/// `GET /t/{slug}/credentials`
pub(super) async fn list(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let Mine { merchants, credentials } = credentials::mine(&visit.app.services, &visit.actor).await?;
    let base = &visit.app.web.base_url;
    let model = Model {
        credentials: credentials.into_iter().map(line).collect(),
        manage: manages(&visit, &merchants),
        approved: merchants.iter().any(|merchant| merchant.number.is_some()),
        description: "/api/v1/openapi.json".into(),
        example: format!("curl {base}/api/v1/me -H 'Authorization: Bearer gw_test_…'"),
    };
    Ok(visit.page(page::page(&visit.frame, &model)))
}

async fn new_model(visit: &Visit, form: FormState) -> Result<NewModel> {
    let mine = credentials::mine(&visit.app.services, &visit.actor).await?;
    if !manages(visit, &mine.merchants) {
        return Err(ServiceError::Forbidden);
    }
    let merchants: Vec<(String, String)> = mine
        .merchants
        .into_iter()
        .filter(|merchant| merchant.number.is_some())
        .map(|merchant| (merchant.id.to_string(), merchant.name))
        .collect();
    let form = match merchants.as_slice() {
        [(only, _)] => form.with("merchant", only.clone()),
        _ => form,
    };
    Ok(NewModel { form, merchants })
}

/// `GET /t/{slug}/credentials/new`
pub(super) async fn show_new(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let model = new_model(&visit, FormState::default()).await?;
    if model.merchants.is_empty() {
        return Ok(visit.see_other(&visit.frame.at("/credentials")));
    }
    Ok(visit.page(create::page(&visit.frame, &model)))
}

/// `POST /t/{slug}/credentials/new`
pub(super) async fn take_new(visit: Visit, Form(pairs): Form<Vec<(String, String)>>) -> PageResult {
    visit.signed_in()?;
    let sent = FormState::sent(pairs);
    let done = match sent.value("merchant").parse::<MerchantId>() {
        Ok(merchant) => {
            credentials::create(&visit.app.services, &visit.actor, merchant, sent.value("label")).await
        }
        Err(_) => Err(Refusal::at("merchant", "credentials-error-merchant").into()),
    };
    match forms::again(done, sent)? {
        Ok(_) => Ok(visit.see_other_saying(&visit.frame.at("/credentials"), "credentials-created")),
        Err(form) => {
            let model = new_model(&visit, form).await?;
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, create::page(&visit.frame, &model)))
        }
    }
}

/// `GET /t/{slug}/credentials/{id}/draw`: whoever comes back to the button's own address sees the list.
pub(super) async fn back(visit: Visit) -> PageResult {
    Ok(visit.see_other(&visit.frame.at("/credentials")))
}

/// `POST /t/{slug}/credentials/{id}/draw`: the one answer that holds the secret. Its hash is committed by then; the
/// answer is kept nowhere, and a second one is refused.
pub(super) async fn draw(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let id: CredentialId = id.parse().map_err(|_| ServiceError::NotFound)?;
    let drawn = match credentials::draw(&visit.app.services, &visit.actor, id).await {
        Err(ServiceError::Conflict(_)) => {
            return Ok(visit.page_with(StatusCode::CONFLICT, spent::page(&visit.frame)));
        }
        other => other?,
    };
    let number = drawn.credential.merchant_number.unwrap_or_default();
    let model = DrawnModel {
        label: drawn.credential.label,
        merchant: format!("{} {number}", drawn.credential.merchant_name),
        secret: drawn.secret.as_str().to_owned(),
    };
    let mut response = visit.page(drawn::page(&visit.frame, &model));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
