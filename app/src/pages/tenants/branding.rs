//! A tenant's names, default language and accent, with a preview of both themes.

use crate::ui::{Button, Choice, Column, Form, FormState, Table, Tone, badge, layout};
use crate::{Frame, Page};
use domain::{
    Lang,
    tenants::accent::{Accent, Theme},
};
use leptos::prelude::*;

/// The form and what is previewed.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Names, default language, accent, as saved or typed.
    pub form: FormState,
    /// The languages the tenant offers.
    pub languages: Vec<Lang>,
    /// The accent that is shown on this page: the saved one, or the one typed to be tried.
    pub accent: Option<Accent>,
    /// Whether it is only tried.
    pub tried: bool,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("branding-title");
    Page::new(form.title(&title), || {
        let languages = model.languages.iter().map(|lang| Choice::new(lang.tag(), lang.own_name())).collect();
        layout::console(
            frame,
            view! {
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.t("branding-text")}</p>
                <form method="post" class="form">
                    {form.hidden("version")}
                    {form.text("name_en", frame.t("branding-name-en")).maxlength(80).lang(Lang::En)}
                    {form.text("name_zh", frame.t("branding-name-zh")).maxlength(80).lang(Lang::ZhCn)}
                    {form.radios("default_lang", frame.t("branding-language"), languages)
                        .hint(frame.t("branding-language-hint"))}
                    {form.text("accent", frame.t("branding-accent"))
                        .hint(frame.t("branding-accent-hint"))
                        .maxlength(7)
                        .code()
                        .short()
                        .optional()}
                    <div class="cluster">
                        {Button::primary(frame.t("common-save")).named("act", "save")}
                        {Button::secondary(frame.t("branding-try")).named("act", "try")}
                    </div>
                </form>
                {preview(frame, model)}
            },
        )
    })
}

fn preview(frame: &Frame, model: &Model) -> AnyView {
    let state = if model.tried {
        badge(Tone::NeedsYou, frame.t("branding-tried"))
    } else {
        badge(Tone::Good, frame.t("branding-saved"))
    };
    let contrast = model.accent.map(|accent| contrast(frame, accent).view());
    view! {
        <section class="flow" aria-labelledby="preview">
            <div class="between"><h2 id="preview">{frame.t("branding-preview")}</h2>{state}</div>
            <div class="grid">
                {sample(frame, "light", "layout-theme-light")}
                {sample(frame, "dark", "layout-theme-dark")}
            </div>
            {contrast}
        </section>
    }
    .into_any()
}

/// A sheet in one theme, whatever the page's: the colours are those of the brand's own style sheet.
fn sample(frame: &Frame, theme: &'static str, key: &str) -> AnyView {
    let brand = frame.brand.as_ref().map(|brand| brand.name.clone()).unwrap_or_default();
    view! {
        <div class=format!("card flow theme-{theme}")>
            <p class="hint">{frame.t(key)}</p>
            <p><strong>{brand}</strong></p>
            <p><a href="#preview">{frame.t("branding-sample-link")}</a></p>
            <p><a class="button primary" href="#preview"><span class="label">{frame.t("branding-sample-button")}</span></a></p>
        </div>
    }
    .into_any()
}

/// What became of the accent, with the contrast that it reads at.
fn contrast(frame: &Frame, accent: Accent) -> Table {
    let mut table = Table::new(frame.t("branding-contrast"))
        .show_caption()
        .column(Column::new(frame.t("branding-theme")))
        .column(Column::new(frame.t("branding-given")))
        .column(Column::new(frame.t("branding-shown")))
        .column(Column::new(frame.t("branding-ratio")).numeric());
    for (theme, key) in [(Theme::Light, "layout-theme-light"), (Theme::Dark, "layout-theme-dark")] {
        let shown = accent.corrected(theme);
        let word = if shown == accent { "branding-kept" } else { "branding-corrected" };
        let tone = if shown == accent { Tone::Good } else { Tone::Info };
        table = table.row(vec![
            frame.t(key).into_any(),
            view! { <code>{accent.to_string()}</code> }.into_any(),
            view! { <span class="cluster"><code>{shown.to_string()}</code>{badge(tone, frame.t(word))}</span> }
                .into_any(),
            format!("{:.1} : 1", shown.contrast(shown.text_on())).into_any(),
        ]);
    }
    table
}
