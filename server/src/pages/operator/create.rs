//! A new tenant.

use crate::web::{PageResult, Visit, forms};
use app::{pages::operator::new as page, ui::FormState};
use axum::{Form, http::StatusCode};
use domain::Lang;
use services::tenants::operate::{self, Input};

/// `GET /operator/new`
pub(super) async fn show(visit: Visit) -> PageResult {
    visit.signed_in()?;
    operate::authorise(&visit.actor)?;
    let form = FormState::default()
        .with("default_lang", Lang::ZhCn.tag())
        .with("time_zone", "Asia/Shanghai")
        .with("currency", "CNY")
        .with("calendar", "cn")
        .with("sla_hours", "24")
        .with("staff_limit", "20")
        .with("storage_gib", "50")
        .with("admin_lang", visit.frame.lang.tag());
    Ok(visit.page(page::page(&visit.frame, &form)))
}

/// `POST /operator/new`
pub(super) async fn take(visit: Visit, Form(pairs): Form<Vec<(String, String)>>) -> PageResult {
    visit.signed_in()?;
    let sent = FormState::sent(pairs);
    let text = |name: &str| sent.value(name).to_owned();
    let input = Input {
        slug: text("slug"),
        name_en: text("name_en"),
        name_zh: text("name_zh"),
        default_lang: Lang::from_tag(sent.value("default_lang")),
        time_zone: text("time_zone"),
        currency: text("currency"),
        calendar: text("calendar"),
        sla_hours: text("sla_hours"),
        staff_limit: text("staff_limit"),
        storage_gib: text("storage_gib"),
        admin_email: text("admin_email"),
        admin_lang: Lang::from_tag(sent.value("admin_lang")).unwrap_or_default(),
    };
    let done = operate::create(&visit.app.services, &visit.actor, &input).await;
    match forms::again(done, sent)? {
        Ok(slug) => Ok(visit.see_other_saying(&format!("/operator/tenants/{slug}"), "operator-created")),
        Err(form) => Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &form))),
    }
}
