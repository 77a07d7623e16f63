//! A banner: something about the whole page that the reader should know or do.

use super::button::Button;
use super::icon::icon;
use super::tone::Tone;
use leptos::prelude::*;

/// A banner with a heading.
#[must_use]
pub struct Banner {
    tone: Tone,
    title: String,
    text: Option<String>,
    points: Vec<String>,
    more: Option<AnyView>,
    action: Option<Button>,
}

impl Banner {
    /// A banner by its meaning and heading.
    pub fn new(tone: Tone, title: impl Into<String>) -> Self {
        Self { tone, title: title.into(), text: None, points: Vec::new(), more: None, action: None }
    }

    /// A sentence or two below the heading.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// One point of a list below the text.
    pub fn point(mut self, point: impl Into<String>) -> Self {
        self.points.push(point.into());
        self
    }

    /// Whatever else belongs to it: a list that opens, links to what it speaks of.
    pub fn more(mut self, more: impl IntoView + 'static) -> Self {
        self.more = Some(more.into_any());
        self
    }

    /// What the reader can do about it.
    pub fn action(mut self, button: Button) -> Self {
        self.action = Some(button);
        self
    }

    /// The banner as a view.
    pub fn view(self) -> AnyView {
        let points = (!self.points.is_empty()).then(|| {
            let points: Vec<_> = self.points.into_iter().map(|point| view! { <li>{point}</li> }).collect();
            view! { <ul>{points}</ul> }
        });
        view! {
            <section class=format!("banner {}", self.tone.class())>
                {self.tone.icon().map(icon)}
                <div class="banner-words">
                    <p class="banner-title">{self.title}</p>
                    {self.text.map(|text| view! { <p>{text}</p> })}
                    {points}
                    {self.more}
                    {self.action.map(Button::view)}
                </div>
            </section>
        }
        .into_any()
    }
}

part!(Banner);
