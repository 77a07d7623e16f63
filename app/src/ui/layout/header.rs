//! The header: whose pages these are, where to go, language, theme, account.

use super::nav;
use crate::ui::icon::{Icon, icon};
use crate::{Frame, Theme};
use domain::Lang;
use leptos::prelude::*;

/// The header of every page.
pub(super) fn header(frame: &Frame, layout: &str) -> AnyView {
    view! {
        <header class=format!("header {layout}")>
            <div class="header-row">
                {mark(frame)}
                {nav::main(frame)}
                <div class="header-tools">
                    {languages(frame)}
                    {themes(frame)}
                    {account(frame)}
                </div>
            </div>
        </header>
    }
    .into_any()
}

/// The band that says that nothing here is real.
pub(super) fn test_band(frame: &Frame) -> AnyView {
    view! { <aside class="test-band">{icon(Icon::Flask)}<span>{frame.t("layout-test-mode")}</span></aside> }
        .into_any()
}

/// The tenant's mark and name, or our own outside the tenants.
fn mark(frame: &Frame) -> AnyView {
    let (sign, name) = match &frame.brand {
        Some(brand) => {
            let initial: String = brand.name.chars().next().into_iter().collect();
            (
                view! { <span class="brand-sign" aria-hidden="true">{initial}</span> }.into_any(),
                brand.name.clone(),
            )
        }
        None => (
            view! { <span class="brand-sign" aria-hidden="true">{icon(Icon::Gangway)}</span> }.into_any(),
            "Gangway".to_owned(),
        ),
    };
    let home = if frame.brand.is_some() { frame.at("") } else { "/".to_owned() };
    view! { <a class="brand" href=home>{sign}<span class="brand-name">{name}</span></a> }.into_any()
}

/// The switch to the other language: it keeps the page.
fn languages(frame: &Frame) -> AnyView {
    let other = if frame.lang == Lang::En { Lang::ZhCn } else { Lang::En };
    view! {
        <form method="post" action="/preferences" class="inline">
            <input type="hidden" name="to" value=frame.path.clone()/>
            <button type="submit" class="tool" name="lang" value=other.tag()>
                {icon(Icon::Globe)}
                <span lang=other.tag()>{other.own_name()}</span>
            </button>
        </form>
    }
    .into_any()
}

/// The choice of a theme.
fn themes(frame: &Frame) -> AnyView {
    let choices: Vec<_> = [
        (Theme::System, "system", "layout-theme-system"),
        (Theme::Light, "light", "layout-theme-light"),
        (Theme::Dark, "dark", "layout-theme-dark"),
    ]
    .into_iter()
    .map(|(theme, word, key)| {
        let chosen = frame.theme == theme;
        view! {
            <button type="submit" name="theme" value=word aria-pressed=if chosen { "true" } else { "false" }>
                {icon(if chosen { Icon::Check } else { Icon::Theme })}
                <span>{frame.t(key)}</span>
            </button>
        }
    })
    .collect();
    view! {
        <details class="menu" name="header-menu">
            <summary class="tool">{icon(Icon::Theme)}<span class="tool-word">{frame.t("layout-theme")}</span></summary>
            <form method="post" action="/preferences" class="menu-sheet">
                <input type="hidden" name="to" value=frame.path.clone()/>
                {choices}
            </form>
        </details>
    }
    .into_any()
}

/// The account's menu, or the way in.
fn account(frame: &Frame) -> AnyView {
    let Some(reader) = &frame.reader else {
        // Signing in leads back to the tenant whose page this is.
        let way = frame.brand.as_ref().map_or_else(
            || "/account/sign-in".to_owned(),
            |_| format!("/account/sign-in?to={}", frame.at("/home")),
        );
        return view! {
            <a class="tool" href=way>{icon(Icon::Person)}<span>{frame.t("layout-sign-in")}</span></a>
        }
        .into_any();
    };
    view! {
        <details class="menu" name="header-menu">
            <summary class="tool">{icon(Icon::Person)}<span class="tool-word">{frame.t("layout-account")}</span></summary>
            <div class="menu-sheet">
                <p class="menu-head">{reader.email.clone()}</p>
                <a href="/account">{icon(Icon::Settings)}<span>{frame.t("layout-account-own")}</span></a>
                <form method="post" action="/account/sign-out">
                    <button type="submit">{icon(Icon::SignOut)}<span>{frame.t("layout-sign-out")}</span></button>
                </form>
            </div>
        </details>
    }
    .into_any()
}
