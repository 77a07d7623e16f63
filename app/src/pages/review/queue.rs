//! The desk's queue.

mod filters;
mod rows;
#[cfg(test)]
mod tests;

pub use filters::{Filter, Filters};
pub use rows::{Case, Holder};
pub(crate) use rows::{state, step};

use super::keys;
use crate::{
    Frame, Page,
    pages::sheets,
    ui::{Banner, Button, Choice, Empty, Form, FormState, Icon, Tabs, Tone, layout},
};
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Model {
    /// The shelves in their order: word, address, whether it is this one.
    pub shelves: Vec<(&'static str, String, bool)>,
    /// The word of the shelf shown: `waiting`, `mine`, …
    pub shelf: &'static str,
    /// The search's form: `q`, and what else travels with it.
    pub search: FormState,
    /// What narrows the list.
    pub filters: Filters,
    /// Whether the address carries a search that can't be read any more.
    pub lost: bool,
    /// Whether there ever was a case.
    pub any: bool,
    /// In the order asked for.
    pub cases: Vec<Case>,
    /// The address that sorts by the due date, and whether it is sorted so.
    pub by_due: (String, bool),
    /// The address that sorts by the handing in, and whether it is sorted so.
    pub by_newest: (String, bool),
    /// The address of the first page, unless this is it.
    pub first: Option<String>,
    /// The address of the next page, if there is one.
    pub next: Option<String>,
    /// For those who take cases or give them to others: the form, and who can get some (id, address); nobody where the
    /// reader gives none away.
    pub give: Option<(FormState, Vec<(String, String)>)>,
    /// The address at which every case of this page is chosen, and whether they are.
    pub choose: (String, bool),
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let search = Form::new(frame, &model.search);
    let nothing = FormState::default();
    let give_state = model.give.as_ref().map_or(&nothing, |(state, _)| state);
    let give = Form::new(frame, give_state);
    let refused = if model.search.is_refused() { &search } else { &give };
    Page::new(refused.title(&frame.t("review-queue-title")), || {
        layout::desk(
            frame,
            view! {
                {refused.summary()}
                <h1>{frame.t("review-queue-title")}</h1>
                {shelves(frame, model)}
                <p><a href=frame.at("/desk/hits")>{frame.t("screening-hits-link")}</a></p>
                {model.lost.then(|| lost(frame))}
                {searching(frame, &search)}
                {filters::view(frame, &model.filters)}
                {rows::table(frame, model)}
                {sheets::link(frame, &frame.at("/desk"))}
                {giving(frame, model, &give)}
                {keys::help(frame, keys::QUEUE)}
            },
        )
    })
}

fn shelves(frame: &Frame, model: &Model) -> AnyView {
    let mut tabs = Tabs::new(frame.t("review-queue-shelves"));
    for (word, href, here) in &model.shelves {
        tabs = tabs.tab(frame.t(&format!("review-shelf-{word}")), href, *here);
    }
    tabs.view()
}

fn lost(frame: &Frame) -> AnyView {
    Banner::new(Tone::NeedsYou, frame.t("review-search-lost")).text(frame.t("review-search-lost-text")).view()
}

/// What is searched for is posted: it never stands in an address.
fn searching(frame: &Frame, form: &Form<'_>) -> AnyView {
    let travels: Vec<_> = Filters::NAMES.iter().map(|name| form.hidden(name)).collect();
    let key = frame.keys.then_some("/");
    view! {
        <form method="post" action=frame.at("/desk/search") class="search" role="search" aria-keyshortcuts=key>
            {travels}
            {form
                .text("q", frame.t("review-queue-search"))
                .hint(frame.t("review-queue-search-hint"))
                .search()
                .autocomplete("off")
                .maxlength(100)
                .optional()}
            {Button::secondary(frame.t("common-search")).icon(Icon::Search)}
        </form>
    }
    .into_any()
}

/// Several cases at once: taken, or given to one person. The boxes stand in the rows and belong to this form.
fn giving(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let Some((_, colleagues)) = &model.give else { return ().into_any() };
    let claimable = model.cases.iter().any(|case| case.claimable);
    let givable = !colleagues.is_empty() && model.cases.iter().any(|case| case.givable);
    if !claimable && !givable {
        return ().into_any();
    }
    let (href, chosen) = &model.choose;
    let choose = frame.t(if *chosen { "review-choose-none" } else { "review-choose-all" });
    let take = Button::secondary(frame.t("review-take")).named("do", "claim").icon(Icon::Tasks);
    let choices = colleagues.iter().map(|(id, email)| Choice::new(id, email)).collect();
    let travels: Vec<_> = Filters::NAMES.iter().map(|name| form.hidden(name)).collect();
    view! {
        <form method="post" action=frame.at("/desk/assign") id="give" class="flow">
            {travels}
            <p>{frame.t("review-give-hint")}" "<a href=href.clone()>{choose}</a></p>
            {givable.then(|| {
                let select = form
                    .select("to", frame.t("review-give-to"), choices)
                    .empty(frame.t("review-give-nobody"));
                let give = Button::secondary(frame.t("review-give")).named("do", "give").icon(Icon::Person);
                view! { <div class="search">{select}{give}</div> }
            })}
            {claimable.then(|| view! { <div class="cluster">{take.view()}</div> })}
        </form>
    }
    .into_any()
}

fn empty(frame: &Frame, model: &Model) -> Empty {
    if !model.any {
        return Empty::new(Icon::Tasks, frame.t("review-queue-first-use"))
            .text(frame.t("review-queue-none-waiting-text"));
    }
    if model.lost || model.filters.any() {
        return Empty::new(Icon::Search, frame.t("review-queue-none-found"))
            .text(frame.t("review-queue-none-found-text"))
            .action(Button::secondary(frame.t("review-filters-clear")).link(model.filters.clear.clone()));
    }
    let key = format!("review-queue-none-{}", model.shelf);
    let empty = Empty::new(Icon::Tasks, frame.t(&key)).text(frame.t(&format!("{key}-text")));
    if model.shelf == "mine" {
        empty.action(Button::secondary(frame.t("review-queue-see-waiting")).link(frame.at("/desk")))
    } else {
        empty
    }
}
