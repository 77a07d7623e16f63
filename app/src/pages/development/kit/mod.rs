//! The page of all states of the component kit: looked at, and tried by axe, in both languages and themes.

mod forms;
mod lists;
mod signs;
mod ways;

use crate::ui::layout;
use crate::{Frame, Page};
use leptos::prelude::*;

/// The page of all states.
pub fn kit(frame: &Frame) -> Page {
    Page::new(frame.t("development-kit-title"), || {
        layout::front(
            frame,
            view! {
                <h1>{frame.t("development-kit-title")}</h1>
                <p class="lead">{frame.t("development-kit-lead")}</p>
                {signs::buttons(frame)}
                {signs::tones(frame)}
                {forms::fields(frame)}
                {forms::refused(frame)}
                {forms::choices(frame)}
                {forms::upload(frame)}
                {lists::lists(frame)}
                {lists::table(frame)}
                {ways::ways(frame)}
                {ways::over(frame)}
                {ways::time(frame)}
                {signs::empty(frame)}
                {signs::charts(frame)}
                {ways::desk(frame)}
                {signs::icons(frame)}
            },
        )
    })
}

/// One matter of the page, under its heading.
fn section(frame: &Frame, key: &str, content: impl IntoView + 'static) -> AnyView {
    let id = key.to_owned();
    view! {
        <section class="kit-section flow" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{frame.t(key)}</h2>
            {content.into_any()}
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;

    #[test]
    fn it_has_nothing_inline_and_no_key_for_a_word() {
        for lang in Lang::ALL {
            let frame = Frame::bare(lang);
            let html = crate::document::render(&frame, kit(&frame));
            assert!(html.starts_with("<!DOCTYPE html><html lang"), "{}", &html[..80]);
            assert!(!html.contains(" style=") && !html.contains("<style"), "inline style");
            let scripts: Vec<_> = html.split("<script").skip(1).collect();
            let empty = |script: &str, name: &str| {
                script.contains(&format!("src=\"/assets/{name}\"")) && script.contains("></script>")
            };
            assert!(
                matches!(scripts[..], [boot, once] if empty(boot, "boot.js") && empty(once, "once.js")),
                "{scripts:?}"
            );
            assert!(!html.contains(">development-") && !html.contains(">form-"), "a key shows through");
        }
    }

    #[test]
    fn ids_are_unique() {
        let frame = Frame::bare(Lang::En);
        let html = kit(&frame).body;
        let mut ids: Vec<&str> =
            html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }
}
