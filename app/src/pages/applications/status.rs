//! Where an application stands: whose turn it is and until when, what was decided, what happened.

mod road;

use super::{Head, words};
use crate::{
    Frame, Page,
    ui::{Button, SummaryList, Timeline, Tone, badge, format, layout},
};
use domain::{
    applications::{Ball, Status, road::Road},
    review::Reason,
};
use leptos::prelude::*;
use time::OffsetDateTime;

/// Where an application stands, as far as its merchant may know.
#[derive(Clone, Debug)]
pub struct Model {
    /// Which application.
    pub head: Head,
    /// What the merchant sees of its state.
    pub status: Status,
    /// Whose turn it is; nobody's where the road has ended.
    pub ball: Option<Ball>,
    /// Until when: the desk's due date where the turn is ours, the end of the term where it is the merchant's.
    pub until: Option<OffsetDateTime>,
    /// Now: what is past is told otherwise.
    pub now: OffsetDateTime,
    /// The steps; none where the road has ended without an approval.
    pub road: Option<Road>,
    /// Usual working days from handing in to a decision, least and most.
    pub usual_days: (u8, u8),
    /// The merchant's number, while an approval stands.
    pub number: Option<String>,
    /// Of a rejection's grounds, what may be said.
    pub reasons: Vec<Reason>,
    /// What the desk says of them in its own words, where it may.
    pub words: Option<String>,
    /// What happened, newest first.
    pub events: Vec<Happened>,
    /// Whether the reader may hand in and withdraw.
    pub submit: bool,
    /// Whether the reader may draw credentials.
    pub credentials: bool,
    /// Whether the reader sees to the bank account.
    pub account: bool,
    /// Whether channels were asked: then each stands on a page of its own.
    pub channels: bool,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// When.
    pub at: OffsetDateTime,
    /// The event's dotted name.
    pub name: String,
    /// Who did it.
    pub by: By,
    /// The code of the paper it was about, if any.
    pub paper: Option<String>,
    /// The code of the channel it was about, if any.
    pub channel: Option<String>,
}

/// Who did something, as the merchant may know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// The reader.
    You,
    /// Somebody else of the merchant, by their address.
    Merchant(String),
    /// The desk.
    Desk,
    /// A job of ours.
    System,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let (tone, title) = words::status(frame, model.status);
    Page::new(title.clone(), || {
        let what = frame.t(&format!("applications-what-{}", words::dashed(model.status.word())));
        layout::merchant(
            frame,
            view! {
                {super::back_home(frame)}
                {model.head.caption(frame)}
                <h1>{title.clone()}</h1>
                <p>{badge(tone, title)}</p>
                {road::overview(frame, model)}
                <p>{what}</p>
                {turn(frame, model)}
                {reasons(frame, model)}
                <h2>{frame.t("applications-now-title")}</h2>
                {now(frame, model)}
                {channels(frame, model)}
                {road::ahead(frame, model)}
                <h2>{frame.t("applications-timeline")}</h2>
                {timeline(frame, model)}
            },
        )
    })
}

fn turn(frame: &Frame, model: &Model) -> AnyView {
    let Some(ball) = model.ball else { return ().into_any() };
    let until = until(frame, model, ball).map(|words| view! { " "{words} });
    view! { <p class="ball"><strong>{words::ball(frame, ball)}</strong>{until}</p> }.into_any()
}

/// By when whoever has the ball owes their part. What is late with us is said the same whatever holds it up.
fn until(frame: &Frame, model: &Model, ball: Ball) -> Option<String> {
    let at = model.until?;
    let when = [("when", format::instant(frame, at))];
    Some(match ball {
        Ball::Us if at < model.now => frame.t("applications-ball-late"),
        Ball::Merchant if model.status == Status::Draft => frame.ta("applications-ball-kept", &when),
        Ball::Merchant => frame.ta("applications-ball-answer", &when),
        _ => frame.ta("applications-ball-until", &when),
    })
}

fn reasons(frame: &Frame, model: &Model) -> AnyView {
    if model.reasons.is_empty() {
        return ().into_any();
    }
    let said: Vec<_> = model
        .reasons
        .iter()
        .map(|reason| view! { <li>{frame.t(&format!("applications-said-{}", words::dashed(reason.word())))}</li> })
        .collect();
    view! {
        <h2>{frame.t("applications-reasons")}</h2>
        <ul>{said}</ul>
        {model.words.clone().map(|words| view! { <p class="typed">{words}</p> })}
    }
    .into_any()
}

/// What the reader can do now: the one thing to go on with, and what else is open to them.
fn now(frame: &Frame, model: &Model) -> AnyView {
    let number = model
        .number
        .clone()
        .map(|number| SummaryList::new(frame).row(frame.t("applications-merchant-number"), number));
    let button = button(frame, model);
    let nothing = button.is_none().then(|| {
        let key = if model.is_open() { "applications-now-wait" } else { "applications-now-nothing" };
        view! { <p>{frame.t(key)}</p> }
    });
    // Whoever is aboard answers a channel; what was approved isn't taken back so.
    let withdraw = (model.submit && model.is_open() && model.number.is_none()).then(|| {
        view! { <p><a href=model.head.at(frame, "/withdraw")>{frame.t("applications-tasks-withdraw")}</a></p> }
    });
    let consents = model.submit.then(|| {
        view! { <p><a href=model.head.at(frame, "/consents")>{frame.t("consents-title")}</a></p> }
    });
    view! {
        {number.map(SummaryList::view)}
        {button.map(|button| view! { <p>{button}</p> })}
        {nothing}
        {consents}
        {withdraw}
    }
    .into_any()
}

fn button(frame: &Frame, model: &Model) -> Option<Button> {
    match model.status {
        Status::Approved if model.credentials => {
            Some(Button::primary(frame.t("applications-next-keys")).link(frame.at("/credentials")))
        }
        Status::ChangesRequested => {
            Some(Button::primary(frame.t("applications-next-changes")).link(model.head.at(frame, "/changes")))
        }
        Status::Signing => {
            Some(Button::primary(frame.t("signing-button")).link(model.head.at(frame, "/signing")))
        }
        Status::AccountVerification if model.account => {
            Some(Button::primary(frame.t("applications-next-account")).link(model.head.at(frame, "/account")))
        }
        Status::Draft => {
            Some(Button::primary(frame.t("applications-next-tasks")).link(model.head.at(frame, "")))
        }
        Status::Rejected | Status::Withdrawn | Status::Expired | Status::Ended if model.submit => {
            Some(Button::primary(frame.t("applications-home-another")).link(frame.at("/applications/start")))
        }
        _ => None,
    }
}

impl Model {
    /// Whether it is still on its way.
    const fn is_open(&self) -> bool {
        !matches!(
            self.status,
            Status::Approved | Status::Rejected | Status::Withdrawn | Status::Expired | Status::Ended
        )
    }
}

fn channels(frame: &Frame, model: &Model) -> AnyView {
    if !model.channels {
        return ().into_any();
    }
    let href = model.head.at(frame, "/channels");
    view! { <p><a href=href>{frame.t("applications-status-channels")}</a></p> }.into_any()
}

fn timeline(frame: &Frame, model: &Model) -> Timeline {
    let mut timeline = Timeline::new();
    if let (Some(ball), Some(until)) = (model.ball, model.until.filter(|until| *until >= model.now)) {
        let key = if ball == Ball::Us { "applications-timeline-due" } else { "applications-timeline-answer" };
        timeline = timeline
            .event(Tone::Waiting, frame.t(key), format::instant(frame, until))
            .instant(format::exact(until))
            .ahead();
    }
    for event in &model.events {
        let title = frame.t(&format!("audit-{}", words::dashed(&event.name)));
        timeline = timeline
            .event(tone(&event.name), title, format::instant(frame, event.at))
            .instant(format::exact(event.at))
            .who(by(frame, &event.by));
        let paper = event.paper.as_ref();
        let paper = paper.map(|paper| frame.t(&format!("applications-paper-{}", words::dashed(paper))));
        let channel = event.channel.as_ref().map(|channel| words::wallet(frame, channel));
        if let Some(about) = paper.or(channel) {
            timeline = timeline.text(about);
        }
    }
    timeline
}

fn tone(event: &str) -> Tone {
    match event {
        "transfer.told_wrong" | "transfer.differed" => Tone::Wrong,
        "application.approved_by_desk" | "application.account_verified" | "application.signed" => Tone::Good,
        "application.rejected" | "application.account_failed" | "document.refused" | "document.rejected" => {
            Tone::Wrong
        }
        "application.changes_requested" | "document.redo_requested" => Tone::NeedsYou,
        _ => Tone::Neutral,
    }
}

fn by(frame: &Frame, by: &By) -> String {
    match by {
        By::You => frame.t("applications-timeline-by-you"),
        By::Merchant(who) => frame.ta("applications-timeline-by-merchant", &[("who", who.clone())]),
        By::Desk => frame.t("applications-timeline-by-desk"),
        By::System => frame.t("applications-timeline-by-system"),
    }
}

#[cfg(test)]
mod tests;
