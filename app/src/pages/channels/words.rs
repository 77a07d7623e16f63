//! What states and answers of channels are called.

use crate::{
    Frame,
    ui::{Tone, badge},
};
use domain::{
    applications::Ball,
    channels::{Answer, CapabilityKind},
};
use leptos::prelude::*;

pub(super) use crate::pages::applications::words::wallet;

/// Where a capability stands, in a word and an icon.
pub(super) fn state(frame: &Frame, state: CapabilityKind) -> AnyView {
    let tone = match state {
        CapabilityKind::Requested | CapabilityKind::Verified => Tone::Waiting,
        CapabilityKind::Objected => Tone::NeedsYou,
        CapabilityKind::Effective => Tone::Good,
        CapabilityKind::Suspended | CapabilityKind::Refused => Tone::Wrong,
        CapabilityKind::Withdrawn => Tone::Neutral,
    };
    badge(tone, frame.t(&format!("channels-state-{}", state.word())))
}

/// As what we read an answer.
pub(super) fn answer(frame: &Frame, answer: Answer) -> String {
    frame.t(&format!("channels-answer-{}", answer.word()))
}

/// Who is to act next, as the desk says it.
pub(super) fn ball(frame: &Frame, ball: Option<Ball>) -> String {
    ball.map_or_else(|| "–".to_owned(), |ball| frame.t(&format!("channels-ball-{}", ball.word())))
}

#[cfg(test)]
mod tests {
    use crate::i18n::has;
    use domain::{
        Lang,
        applications::Ball,
        channels::{Answer, CapabilityKind},
    };

    #[test]
    fn everything_has_words_for_the_desk_and_for_the_merchant() {
        for lang in Lang::ALL {
            for state in CapabilityKind::ALL {
                for prefix in ["channels-state", "channels-next"] {
                    assert!(has(lang, &format!("{prefix}-{}", state.word())), "{prefix} {state}");
                }
            }
            for answer in Answer::ALL {
                assert!(has(lang, &format!("channels-answer-{}", answer.word())), "{answer}");
                assert!(has(lang, &format!("channels-answer-{}-hint", answer.word())), "{answer}");
            }
            for ball in Ball::ALL {
                assert!(has(lang, &format!("channels-ball-{}", ball.word())), "{ball}");
            }
        }
    }
}
