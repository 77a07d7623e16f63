//! Where a merchant's channels stand, as it may know it: who holds the ball, and what comes next.

use super::words::{self, wallet};
use crate::{
    Frame, Page,
    pages::applications::{self, Head},
    ui::{Banner, Button, Empty, Icon, SummaryList, Tone, format, layout},
};
use domain::{applications::Ball, channels::CapabilityKind};
use leptos::prelude::*;
use time::OffsetDateTime;

/// One channel.
#[derive(Clone, Debug)]
pub struct Line {
    /// The channel's word.
    pub channel: String,
    /// Where it stands.
    pub state: CapabilityKind,
    /// Since when.
    pub since: OffsetDateTime,
    /// Who is to act next.
    pub ball: Option<Ball>,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Model {
    /// Which application.
    pub head: Head,
    /// Its merchant's channels.
    pub lines: Vec<Line>,
    /// Whether something is to be changed now: the way to the tasks stands on top.
    pub to_change: bool,
    /// Whether the reader may draw credentials.
    pub credentials: bool,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("channels-merchant-title");
    Page::new(title.clone(), || {
        let change = model.to_change.then(|| {
            Banner::new(Tone::NeedsYou, frame.t("channels-merchant-change"))
                .text(frame.t("channels-merchant-change-text"))
                .action(
                    Button::primary(frame.t("applications-next-changes"))
                        .link(model.head.at(frame, "/changes")),
                )
                .view()
        });
        let lines: Vec<_> = model.lines.iter().map(|line| channel(frame, line)).collect();
        let none = model.lines.is_empty().then(|| {
            Empty::new(Icon::Card, frame.t("channels-none"))
                .text(frame.t("channels-merchant-none-text"))
                .view()
        });
        let keys = model.credentials.then(|| {
            view! { <p><a href=frame.at("/credentials")>{frame.t("applications-next-keys")}</a></p> }
        });
        layout::merchant(
            frame,
            view! {
                {applications::back_to_status(frame, &model.head)}
                {model.head.caption(frame)}
                <h1>{title}</h1>
                <p>{frame.t("channels-merchant-text")}</p>
                {change}
                {none}
                {lines}
                {keys}
            },
        )
    })
}

fn channel(frame: &Frame, line: &Line) -> AnyView {
    let mut list = SummaryList::new(frame)
        .heading(wallet(frame, &line.channel))
        .row_of(frame.t("channels-state"), words::state(frame, line.state))
        .row(frame.t("channels-since"), format::day_of(frame, line.since));
    if let Some(ball) = line.ball {
        let whose = if ball == Ball::Merchant {
            frame.t("channels-ball-you")
        } else {
            words::ball(frame, Some(ball))
        };
        list = list.row(frame.t("channels-ball"), whose);
    }
    let next = match (line.state, line.ball) {
        (CapabilityKind::Objected, Some(Ball::Us)) => "channels-next-answered".to_owned(),
        (state, _) => format!("channels-next-{}", state.word()),
    };
    list.row(frame.t("channels-next"), frame.t(&next)).view()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;
    use time::macros::datetime;

    #[test]
    fn each_channel_says_who_holds_the_ball_and_what_is_next() {
        for lang in Lang::ALL {
            for state in CapabilityKind::ALL {
                for ball in [state.ball(), Some(Ball::Us)] {
                    let line = Line {
                        channel: "wechat_pay".into(),
                        state: *state,
                        since: datetime!(2026-11-27 02:00 UTC),
                        ball,
                    };
                    let model = Model {
                        head: Head { id: uuid::Uuid::nil(), number: "GW-1".into(), name: String::new() },
                        lines: vec![line],
                        to_change: true,
                        credentials: true,
                    };
                    let body = page(&Frame::bare(lang), &model).body;
                    assert!(!body.contains("channels-"), "a key without words: {body}");
                    let changes = format!("href=\"/applications/{}/changes\"", uuid::Uuid::nil());
                    assert!(body.contains(&changes), "the way to what is to be changed: {body}");
                    assert!(body.contains(&Frame::bare(lang).t("applications-next-keys")), "{body}");
                }
            }
        }
    }
}
