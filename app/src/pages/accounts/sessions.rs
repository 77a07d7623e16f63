//! Where a person is signed in, and ending that.

use crate::ui::{Button, Tone, back_link_to, badge, format, layout};
use crate::{Frame, Page};
use leptos::prelude::*;
use time::OffsetDateTime;

/// What the page is made from.
#[derive(Clone, Debug)]
pub struct Model {
    /// The living sessions, the latest used first.
    pub sessions: Vec<Session>,
    /// Now.
    pub now: OffsetDateTime,
}

/// One signed-in browser.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its id, for ending it.
    pub id: String,
    /// The browser's account of itself.
    pub agent: String,
    /// From where it was begun.
    pub address: String,
    /// When.
    pub created_at: OffsetDateTime,
    /// When it was last used, to the minute.
    pub last_seen_at: OffsetDateTime,
    /// Whether this page was asked for in it.
    pub current: bool,
}

/// What browser and system a session's account of itself names, as far as that can be told.
fn device(frame: &Frame, agent: &str) -> String {
    let first = |known: &[(&'static str, &'static str)]| {
        known.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    // Browsers claim to be each other; the more particular name stands first.
    let browser = first(&[
        ("MicroMessenger/", "WeChat"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("QQBrowser/", "QQ Browser"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("HarmonyOS", "HarmonyOS"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => {
            let args = [("browser", browser.to_owned()), ("system", system.to_owned())];
            frame.ta("accounts-session-device", &args)
        }
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => frame.t("accounts-session-device-unknown"),
    }
}

fn row(frame: &Frame, session: &Session, now: OffsetDateTime) -> AnyView {
    let device = device(frame, &session.agent);
    let act = if session.current {
        badge(Tone::Good, frame.t("accounts-session-current"))
    } else {
        Button::secondary(frame.t("accounts-session-end"))
            .small()
            .about(device.clone())
            .post(format!("/account/sessions/{}/end", session.id))
            .view()
    };
    view! {
        <li class="session">
            <div>
                <strong>{device}</strong>
                <p class="hint">
                    {frame.t("accounts-session-from")}" "<bdi>{session.address.clone()}</bdi>" · "
                    {frame.t("accounts-session-since")}" "{format::time(frame, session.created_at)}" · "
                    {frame.t("accounts-session-seen")}" "
                    {format::time_relative(frame, session.last_seen_at, now)}
                </p>
            </div>
            {act}
        </li>
    }
    .into_any()
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("accounts-sessions-title");
    Page::new(title.clone(), || {
        let rows: Vec<_> = model.sessions.iter().map(|session| row(frame, session, model.now)).collect();
        let others = model.sessions.iter().any(|session| !session.current);
        let end_others = others.then(|| {
            Button::danger(frame.t("accounts-sessions-end-others"))
                .post("/account/sessions/end-others")
                .view()
        });
        layout::merchant(
            frame,
            view! {
                {back_link_to("/account", frame.t("accounts-hub-title"))}
                <h1>{title}</h1>
                <p>{frame.t("accounts-sessions-text")}</p>
                <ul class="sessions">{rows}</ul>
                {end_others}
            },
        )
    })
}
