//! Starting an application: for which business, of which kind, and what it will take.

use super::words;
use crate::{
    Frame, Page,
    ui::{Button, Choice, Form, FormState, back_link_to, disclosure, layout, named},
};
use domain::{applications::RuleSet, channels::catalogue};
use leptos::prelude::*;
use uuid::Uuid;

/// What can be started.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// What was typed, and what is wrong with it.
    pub form: FormState,
    /// The kinds of merchants, as their rules stand.
    pub kinds: Vec<RuleSet>,
    /// Businesses of this person, by id and name, for which another application can be started.
    pub merchants: Vec<(Uuid, String)>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("applications-start-title");
    let form = Form::new(frame, &model.form);
    Page::new(form.title(&title), || {
        let kinds = model
            .kinds
            .iter()
            .map(|set| {
                Choice::new(set.code(), frame.t(&set.label)).hint(frame.t(&format!("{}-hint", set.label)))
            })
            .collect();
        let merchant = (!model.merchants.is_empty()).then(|| {
            let mut choices: Vec<Choice> = model
                .merchants
                .iter()
                .map(|(id, name)| Choice::new(id.to_string(), named(frame, name)))
                .collect();
            choices.push(Choice::new("", frame.t("applications-start-merchant-new")));
            form.radios("merchant", frame.t("applications-start-merchant"), choices).view()
        });
        let needed: Vec<_> =
            model.kinds.iter().map(|set| needed(frame, set, model.kinds.len() == 1)).collect();
        layout::merchant(
            frame,
            view! {
                {back_link_to(frame.at("/home"), frame.t("applications-home-title"))}
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.t("applications-start-intro")}</p>
                <form method="post" class="form">
                    {form.radios("kind", frame.t("applications-start-kind"), kinds)}
                    {merchant}
                    {chosen(frame, &model.form)}
                    {needed}
                    {Button::primary(frame.t("applications-start-submit"))}
                </form>
            },
        )
    })
}

/// The channels that were chosen on the front page: they stand in the application from the start.
fn chosen(frame: &Frame, form: &FormState) -> Option<AnyView> {
    let wanted = form.value("channels");
    let chosen = catalogue::wallets().filter(|wallet| wanted.split(',').any(|word| word == wallet.code));
    let names = words::listed(frame, chosen.map(|wallet| wallet.name.get(frame.lang).to_owned()));
    (!names.is_empty()).then(|| {
        view! {
            <input type="hidden" name="channels" value=wanted.to_owned()/>
            <p>{frame.ta("applications-start-channels-chosen", &[("channels", names.clone())])}</p>
        }
        .into_any()
    })
}

/// What a kind takes: papers, channels, time.
fn needed(frame: &Frame, set: &RuleSet, open: bool) -> AnyView {
    let papers: Vec<_> = set
        .papers
        .iter()
        .map(|paper| {
            let name = frame.t(&paper.label);
            let name = if paper.min == 0 {
                frame.ta("applications-start-paper-optional", &[("paper", name)])
            } else {
                name
            };
            view! { <li>{name}</li> }
        })
        .collect();
    let channels: Vec<_> = set
        .channels
        .iter()
        .map(|channel| {
            let name = words::wallet(frame, &channel.wallet);
            let name = if channel.open {
                name
            } else {
                frame.ta("applications-start-channel-not-offered", &[("channel", name)])
            };
            let note = channel
                .note
                .as_ref()
                .map(|note| view! { <span class="hint">{note.get(frame.lang).to_owned()}</span> });
            view! { <li>{name}" "{note}</li> }
        })
        .collect();
    let sheet = frame.at(&format!("?kind={}", set.code()));
    let (least, most) = set.usual_days;
    let days = [("least", least.to_string()), ("most", most.to_string())];
    disclosure(
        frame.t(&set.label),
        open,
        view! {
            <h2>{frame.t("applications-start-papers")}</h2>
            <ul>{papers}</ul>
            <h2>{frame.t("applications-start-channels")}</h2>
            <ul>{channels}</ul>
            <p>{frame.ta("applications-start-days", &days)}</p>
            <p><a href=sheet>{frame.t("applications-start-sheet")}</a></p>
        },
    )
}
