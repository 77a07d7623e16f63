//! Fields and choices, fresh and refused.

use super::section;
use crate::Frame;
use crate::ui::live;
use crate::ui::{Button, Choice, FieldError, Form, FormState};
use leptos::prelude::*;

pub(super) fn fields(frame: &Frame) -> AnyView {
    let mut state = FormState::default()
        .with("company", frame.t("development-kit-company-long"))
        .with("limit", "50,000.00")
        .with("code", "91440300MA5GQ3R17X");
    state.set("until_year", "2036");
    state.set("until_month", "5");
    state.set("until_day", "18");
    let form = Form::new(frame, &state);
    section(
        frame,
        "development-kit-fields",
        view! {
            <form method="post" class="form" action="/development/kit">
                {form.text("company", frame.t("development-kit-company")).hint(frame.t("development-kit-company-hint")).autocomplete("organization")}
                {form.text("code", frame.t("development-kit-code")).hint(frame.t("development-kit-code-hint")).code().short().maxlength(18)}
                {form.text("email", frame.t("development-kit-email")).email().optional()}
                {form.password("password", frame.t("development-kit-password")).autocomplete("new-password")}
                {form.textarea("note", frame.t("development-kit-note")).rows(3).maxlength(500)}
                {form.money("limit", frame.t("development-kit-limit"), "CNY")}
                {form.date("until", frame.t("development-kit-until")).or_long_term()}
                {form.file("file", frame.t("development-kit-file")).hint(frame.t("development-kit-file-hint")).accept("image/jpeg,image/png,application/pdf")}
                {form.hidden("code")}
                {Button::primary(frame.t("common-continue"))}
            </form>
        },
    )
}

pub(super) fn refused(frame: &Frame) -> AnyView {
    let mut state = FormState::default()
        .with("wrong_email", "ma.li@")
        .with("wrong_note", "x")
        .with("wrong_until_year", "2026")
        .with("wrong_until_month", "2")
        .with("wrong_until_day", "30");
    state.refuse("wrong_company", "form-error-required");
    state.refuse("wrong_email", "form-error-email");
    state.add(FieldError::new("wrong_note", "form-error-too-short").arg("min", "20"));
    state.refuse("wrong_until", "form-error-date");
    state.refuse("wrong_file", "form-error-file");
    state.refuse("wrong_kind", "form-error-choose");
    let form = Form::new(frame, &state);
    section(
        frame,
        "development-kit-fields-wrong",
        view! {
            {form.summary()}
            <form method="post" class="form" action="/development/kit">
                {form.text("wrong_company", frame.t("development-kit-company")).hint(frame.t("development-kit-company-hint"))}
                {form.text("wrong_email", frame.t("development-kit-email")).email()}
                {form.textarea("wrong_note", frame.t("development-kit-note")).rows(2)}
                {form.date("wrong_until", frame.t("development-kit-until"))}
                {form.file("wrong_file", frame.t("development-kit-file"))}
                {form.radios("wrong_kind", frame.t("development-kit-kind"), kinds(frame))}
                {Button::primary(frame.t("common-continue"))}
            </form>
        },
    )
}

fn kinds(frame: &Frame) -> Vec<Choice> {
    vec![
        Choice::new("enterprise", frame.t("development-kit-kind-a"))
            .hint(frame.t("development-kit-kind-a-hint")),
        Choice::new("sole", frame.t("development-kit-kind-b")),
    ]
}

pub(super) fn choices(frame: &Frame) -> AnyView {
    let mut state =
        FormState::default().with("province", "zj").with("kind", "sole").with("inline", "enterprise");
    state.set_all("channels", vec!["alipay".to_owned(), "wechat".to_owned()]);
    let form = Form::new(frame, &state);
    let provinces = vec![
        Choice::new("gd", frame.t("development-kit-province-a")),
        Choice::new("zj", frame.t("development-kit-province-b")),
    ];
    let channels = vec![
        Choice::new("alipay", "Alipay 支付宝"),
        Choice::new("wechat", "WeChat Pay 微信支付"),
        Choice::new("paypal", "PayPal"),
    ];
    section(
        frame,
        "development-kit-choices",
        view! {
            <form method="post" class="form" action="/development/kit">
                {form.select("province", frame.t("development-kit-province"), provinces).empty(frame.t("form-error-choose"))}
                {form.radios("kind", frame.t("development-kit-kind"), kinds(frame))}
                {form.radios("inline", frame.t("development-kit-kind"), kinds(frame)).inline()}
                {form.checkboxes("channels", frame.t("development-kit-channels"), channels)}
                {form.checkbox("agree", frame.t("development-kit-agree"))}
            </form>
        },
    )
}

/// The live uploader around its plain form.
pub(super) fn upload(frame: &Frame) -> AnyView {
    let state = FormState::default().with("paper", "business_licence");
    let form = Form::new(frame, &state);
    let plain = view! {
        <form method="post" class="form" enctype="multipart/form-data" action="/development/kit">
            {form.hidden("paper")}
            {form.file("upload", frame.t("development-kit-file"))
                .hint(frame.t("development-kit-file-hint"))
                .accept("image/jpeg,image/png,application/pdf")
                .multiple()}
            {Button::primary(frame.t("upload-send"))}
        </form>
    };
    let kinds = ["image/jpeg", "image/png", "application/pdf"];
    section(frame, "development-kit-upload", live::uploader(frame, 10 * 1024 * 1024, &kinds, plain))
}
