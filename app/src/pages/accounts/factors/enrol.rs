//! Getting an authenticator app.

use super::{NEW, key_absent, key_part};
use crate::ui::{Banner, Button, Form, FormState, Tone, back_link_to, copy_field, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// What the page is made from.
#[derive(Clone, Default)]
pub struct Model {
    /// The code typed, and `to`: the path to go on to.
    pub form: FormState,
    /// The secret on offer, sealed.
    pub offer: String,
    /// For typing.
    pub secret: String,
    /// `otpauth://…`
    pub link: String,
    /// The same as a picture, SVG of ours.
    pub qr: String,
    /// Whether nothing else is open before there is a factor.
    pub required: bool,
    /// Whether it takes the place of an app there is.
    pub replaces: bool,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("factors-enrol-title");
    Page::new(form.title(&title), || {
        let back = (!model.required).then(|| back_link_to("/account/factors", frame.t("factors-title")));
        let required = model.required.then(|| {
            Banner::new(Tone::NeedsYou, frame.t("factors-required"))
                .text(frame.t("factors-required-text"))
                .view()
        });
        let replaces =
            model.replaces.then(|| Banner::new(Tone::Waiting, frame.t("factors-enrol-replaces")).view());
        let leave = model
            .required
            .then(|| Button::quiet(frame.t("factors-second-leave")).post("/account/sign-out").view());
        let passkey = model.required.then(|| passkey(frame, form.value("to")));
        layout::merchant(
            frame,
            view! {
                {back}
                {form.summary()}
                <h1>{title}</h1>
                {required}
                {replaces}
                <p>{frame.t("factors-enrol-text")}</p>
                <figure class="qr" role="img" aria-label=frame.t("factors-enrol-qr") inner_html=model.qr.clone()></figure>
                {copy_field(frame.t("factors-enrol-secret"), "secret", model.secret.clone())}
                <p><a href=model.link.clone()>{frame.t("factors-enrol-link")}</a></p>
                <form method="post" action="/account/totp" class="form" novalidate>
                    {form.hidden("to")}
                    <input type="hidden" name="offer" value=model.offer.clone()/>
                    {form
                        .text("code", frame.t("factors-enrol-code"))
                        .autocomplete("one-time-code")
                        .inputmode("numeric")
                        .maxlength(16)
                        .short()}
                    {Button::primary(frame.t("factors-enrol-submit"))}
                </form>
                {passkey}
                {leave}
            },
        )
    })
}

/// The other way for whoever must have a factor.
fn passkey(frame: &Frame, to: &str) -> AnyView {
    view! {
        <h2>{frame.t("factors-enrol-or")}</h2>
        <form method="post" action="/account/passkeys" class="form">
            <input type="hidden" name="name" value=frame.t("factors-passkey-first")/>
            <input type="hidden" name="to" value=to.to_owned()/>
            {key_absent(frame)}
            {key_part(frame, "", NEW, frame.t("factors-passkey-add"))}
        </form>
    }
    .into_any()
}
