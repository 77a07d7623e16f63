//! What a person has to prove themselves with, and what they can do about it.

use super::{NEW, key_absent, key_part};
use crate::ui::{Banner, Button, Form, FormState, SummaryList, Tone, back_link_to, card, format, layout};
use crate::{Frame, Page};
use leptos::prelude::*;
use time::OffsetDateTime;

/// What the page is made from.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Since when there is an authenticator app.
    pub totp: Option<OffsetDateTime>,
    /// Recovery codes left.
    pub recovery: i64,
    /// The passkeys.
    pub passkeys: Vec<Key>,
    /// Whether this installation can have passkeys.
    pub can_passkey: bool,
    /// The name typed for a new passkey, and what was wrong.
    pub form: FormState,
}

/// A passkey.
#[derive(Clone, Debug)]
pub struct Key {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// When it was added.
    pub created_at: OffsetDateTime,
    /// When it was last used.
    pub last_used_at: Option<OffsetDateTime>,
}

fn app(frame: &Frame, totp: Option<OffsetDateTime>) -> AnyView {
    let Some(since) = totp else {
        return view! {
            <p>{frame.t("factors-app-none")}</p>
            {Button::secondary(frame.t("factors-app-add")).link("/account/totp")}
        }
        .into_any();
    };
    view! {
        <p>{frame.t("factors-app-since")}" "{format::time(frame, since)}</p>
        <div class="cluster">
            {Button::secondary(frame.t("factors-app-replace")).link("/account/totp")}
            {Button::danger(frame.t("factors-app-remove")).post("/account/totp/remove")}
        </div>
    }
    .into_any()
}

fn recovery(frame: &Frame, left: i64) -> AnyView {
    let few = (left <= 3).then(|| Banner::new(Tone::NeedsYou, frame.t("factors-recovery-few")).view());
    view! {
        {SummaryList::new(frame).row(frame.t("factors-recovery-left"), left.to_string())}
        {few}
        <p class="hint">{frame.t("factors-recovery-text")}</p>
        {Button::secondary(frame.t("factors-recovery-renew")).post("/account/recovery")}
    }
    .into_any()
}

fn key(frame: &Frame, key: &Key) -> AnyView {
    let used = match key.last_used_at {
        Some(at) => view! { {frame.t("factors-passkey-used")}" "{format::time(frame, at)} }.into_any(),
        None => frame.t("factors-passkey-unused").into_any(),
    };
    view! {
        <li class="passkey-row">
            <div>
                <strong>{key.name.clone()}</strong>
                <p class="hint">
                    {frame.t("factors-passkey-since")}" "{format::time(frame, key.created_at)}" · "{used}
                </p>
            </div>
            {Button::secondary(frame.t("factors-passkey-rename"))
                .small()
                .about(key.name.clone())
                .link(format!("/account/passkeys/{}/name", key.id))}
            {Button::danger(frame.t("factors-passkey-remove"))
                .small()
                .about(key.name.clone())
                .post(format!("/account/passkeys/{}/remove", key.id))}
        </li>
    }
    .into_any()
}

fn passkeys(frame: &Frame, model: &Model, form: &Form) -> AnyView {
    let rows: Vec<_> = model.passkeys.iter().map(|one| key(frame, one)).collect();
    let list = (!rows.is_empty()).then(|| view! { <ul class="passkeys">{rows}</ul> });
    view! {
        <p>{frame.t("factors-passkey-text")}</p>
        {list}
        <form method="post" action="/account/passkeys" class="form" novalidate>
            {form.hidden("to")}
            {form
                .text("name", frame.t("factors-passkey-name"))
                .hint(frame.t("factors-passkey-name-hint"))
                .maxlength(60)}
            {key_absent(frame)}
            {key_part(frame, "", NEW, frame.t("factors-passkey-add"))}
        </form>
    }
    .into_any()
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("factors-title");
    Page::new(form.title(&title), || {
        let held = model.totp.is_some() || !model.passkeys.is_empty();
        let recovery = held.then(|| card(frame.t("factors-recovery-card"), recovery(frame, model.recovery)));
        let passkeys =
            model.can_passkey.then(|| card(frame.t("factors-passkeys"), passkeys(frame, model, &form)));
        layout::merchant(
            frame,
            view! {
                {back_link_to("/account", frame.t("accounts-hub-title"))}
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.t("factors-text")}</p>
                {card(frame.t("factors-app"), app(frame, model.totp))}
                {passkeys}
                {recovery}
            },
        )
    })
}
