//! Branding, and the style sheet of a brand's colours.

use crate::web::{PageResult, Visit, brand, forms};
use app::{
    pages::tenants::branding::{self as page, Model},
    ui::FormState,
};
use axum::{
    Form,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{Lang, tenants::accent::Accent};
use services::{
    ServiceError,
    tenants::branding::{self, Input},
};
use store::tenants::Tenant;

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// `GET /t/{slug}/brand-{sheet}`: follows from its name, so that it may be kept for ever.
pub(super) async fn sheet(Path((_, file)): Path<(String, String)>) -> Response {
    match brand::by_name(&file) {
        Some(sheet) => {
            ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, FOR_EVER)], sheet)
                .into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `GET /t/{slug}/console/branding`
pub(super) async fn show(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let tenant = branding::show(&visit.app.services, &visit.actor).await?;
    let form = FormState::default()
        .with("name_en", tenant.name_en.clone())
        .with("name_zh", tenant.name_zh.clone())
        .with("default_lang", tenant.languages.first().copied().unwrap_or_default().tag())
        .with("accent", tenant.accent.clone().unwrap_or_default())
        .with("version", tenant.version.to_string());
    Ok(visit.page(page::page(&visit.frame, &model(&tenant, form))))
}

fn model(tenant: &Tenant, form: FormState) -> Model {
    let accent = tenant.accent.as_deref().and_then(|accent| accent.parse().ok());
    Model { form, languages: tenant.languages.clone(), accent, tried: false }
}

/// `POST /t/{slug}/console/branding`: saves, or shows the page in the colour that was typed.
pub(super) async fn take(visit: Visit, Form(pairs): Form<Vec<(String, String)>>) -> PageResult {
    visit.signed_in()?;
    let sent = FormState::sent(pairs);
    let tenant = branding::show(&visit.app.services, &visit.actor).await?;
    if sent.value("act") == "try" {
        return Ok(tried(visit, &tenant, sent));
    }
    let input = Input {
        name_en: sent.value("name_en").to_owned(),
        name_zh: sent.value("name_zh").to_owned(),
        default_lang: Lang::from_tag(sent.value("default_lang")).unwrap_or_default(),
        accent: sent.value("accent").to_owned(),
        version: sent.value("version").parse().map_err(|_| ServiceError::Conflict("error-stale"))?,
    };
    let done = branding::save(&visit.app.services, &visit.actor, &input).await;
    match forms::again_over(done, sent, &tenant.version.to_string())? {
        Ok(()) => Ok(visit.see_other_saying(&visit.frame.at("/console/branding"), "saved")),
        Err((status, form)) => Ok(visit.page_with(status, page::page(&visit.frame, &model(&tenant, form)))),
    }
}

/// The page in the colour that was typed; nothing is saved.
fn tried(mut visit: Visit, tenant: &Tenant, mut sent: FormState) -> Response {
    let typed = sent.value("accent").trim().to_owned();
    if let Ok(accent) = typed.parse::<Accent>() {
        if let Some(frame_brand) = &mut visit.frame.brand {
            frame_brand.css = brand::address(&tenant.slug, Some(&accent.to_string()));
        }
        let model = Model { accent: Some(accent), tried: true, ..model(tenant, sent) };
        visit.page(page::page(&visit.frame, &model))
    } else {
        sent.refuse("accent", "branding-error-accent");
        visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &model(tenant, sent)))
    }
}
