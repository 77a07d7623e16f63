//! A timeline: what happened, who did it, who holds the ball and until when.

use super::icon::{Icon, icon};
use super::tone::Tone;
use leptos::prelude::*;

#[derive(Clone, Debug)]
struct Event {
    tone: Tone,
    title: String,
    text: Option<String>,
    when: String,
    instant: Option<String>,
    who: Option<String>,
    ahead: bool,
}

/// A timeline, in the order in which it is read.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Timeline {
    events: Vec<Event>,
}

impl Timeline {
    /// An empty timeline.
    pub fn new() -> Self {
        Self::default()
    }

    /// One event: what happened and when, in its shown form.
    pub fn event(mut self, tone: Tone, title: impl Into<String>, when: impl Into<String>) -> Self {
        self.events.push(Event {
            tone,
            title: title.into(),
            text: None,
            when: when.into(),
            instant: None,
            who: None,
            ahead: false,
        });
        self
    }

    /// The exact instant of the event just added, for machines: RFC 3339.
    pub fn instant(self, instant: impl Into<String>) -> Self {
        let instant = instant.into();
        self.last(|event| event.instant = Some(instant))
    }

    /// More words about the event just added.
    pub fn text(self, text: impl Into<String>) -> Self {
        let text = text.into();
        self.last(|event| event.text = Some(text))
    }

    /// Who did what was just added.
    pub fn who(self, who: impl Into<String>) -> Self {
        let who = who.into();
        self.last(|event| event.who = Some(who))
    }

    /// The event just added is still to come.
    pub fn ahead(self) -> Self {
        self.last(|event| event.ahead = true)
    }

    fn last(mut self, change: impl FnOnce(&mut Event)) -> Self {
        if let Some(event) = self.events.last_mut() {
            change(event);
        }
        self
    }

    /// The timeline as a view.
    pub fn view(self) -> AnyView {
        let events: Vec<_> = self.events.into_iter().map(event).collect();
        view! { <ol class="timeline">{events}</ol> }.into_any()
    }
}

part!(Timeline);

fn event(event: Event) -> AnyView {
    let class = format!("event {}{}", event.tone.class(), if event.ahead { " ahead" } else { "" });
    let sign = if event.ahead { Icon::Minus } else { event.tone.icon().unwrap_or(Icon::Check) };
    let when = match event.instant {
        Some(instant) => view! { <time datetime=instant>{event.when}</time> }.into_any(),
        None => event.when.into_any(),
    };
    let who = event.who.map(|who| view! { <span class="event-who">{who}</span> });
    view! {
        <li class=class>
            <span class="event-sign">{icon(sign)}</span>
            <div class="event-words">
                <p class="event-title">{event.title}</p>
                <p class="event-when">{when}{who}</p>
                {event.text.map(|text| view! { <p>{text}</p> })}
            </div>
        </li>
    }
    .into_any()
}
