//! What became of several cases that were taken, or given to somebody, at once.

use crate::{
    Frame, Page,
    ui::{Banner, Button, Column, Table, Tone, back_link_to, badge, layout},
};
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct Model {
    /// The address of whoever was to get them; nobody's where the reader wanted to take them.
    pub to: Option<String>,
    /// Where the queue stood.
    pub back: String,
    /// What became of each case.
    pub cases: Vec<Given>,
}

/// A case's own address and number where there is one for the reader, and the message key of why it was neither taken nor given.
pub type Given = (Option<(String, String)>, Option<String>);

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    Page::new(frame.t("review-given-title"), || {
        let done = model.cases.iter().filter(|(_, why_not)| why_not.is_none()).count();
        let counts = [("done", done.to_string()), ("all", model.cases.len().to_string())];
        let title = frame.ta(&worded(model, "count"), &counts);
        let mut banner = Banner::new(Tone::NeedsYou, title);
        if let Some(to) = &model.to {
            banner = banner.text(frame.ta("review-given-to", &[("email", to.clone())]));
        }
        layout::desk(
            frame,
            view! {
                {back_link_to(model.back.clone(), frame.t("review-case-back"))}
                <h1>{frame.t("review-given-title")}</h1>
                {banner}
                {table(frame, model)}
                {Button::secondary(frame.t("review-given-back")).link(model.back.clone())}
            },
        )
    })
}

/// The words for what was wanted: `review-given-count` or `review-taken-count`.
fn worded(model: &Model, word: &str) -> String {
    let wanted = if model.to.is_some() { "given" } else { "taken" };
    format!("review-{wanted}-{word}")
}

fn table(frame: &Frame, model: &Model) -> AnyView {
    let mut table = Table::new(frame.t("review-given-title"))
        .column(Column::new(frame.t("review-queue-column-case")))
        .column(Column::new(frame.t("review-given-outcome")).wide());
    for (case, why_not) in &model.cases {
        let name = match case {
            Some((path, number)) => {
                view! { <a class="code" href=path.clone()>{number.clone()}</a> }.into_any()
            }
            None => frame.t("review-given-unknown").into_any(),
        };
        let outcome = match why_not {
            None => badge(Tone::Good, frame.t(&worded(model, "done"))),
            Some(key) => {
                view! { {badge(Tone::Wrong, frame.t(&worded(model, "not")))}" "{frame.t(key)} }.into_any()
            }
        };
        table = table.row(vec![name, outcome]);
    }
    table.view()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;

    #[test]
    fn each_case_has_its_outcome() {
        let case = |number: &str| Some((format!("/desk/cases/{number}"), number.to_owned()));
        let given = Model {
            to: Some("rui@harbour.example".into()),
            back: "/desk?state=claimed".into(),
            cases: vec![
                (case("GW-1"), None),
                (case("GW-2"), Some("applications-why-assignee-not-senior".into())),
                (None, Some("review-assign-unknown".into())),
            ],
        };
        let taken = Model { to: None, ..given.clone() };
        for (lang, model) in Lang::ALL.into_iter().flat_map(|lang| [(lang, &given), (lang, &taken)]) {
            let body = page(&Frame::bare(lang), model).body;
            assert_eq!(body.contains("rui@harbour.example"), model.to.is_some(), "{body}");
            assert!(!body.contains("review-") && !body.contains("applications-why"), "{body}");
            assert!(body.contains("GW-2") && body.contains("href=\"/desk?state=claimed\""), "{body}");
        }
    }
}
