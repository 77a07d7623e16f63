//! The five meanings that have a colour. None is ever said by its colour alone.

use super::icon::Icon;

/// A meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    Neutral,
    /// Worth knowing.
    Info,
    /// Done, valid, in force.
    Good,
    /// Somebody else has the ball.
    Waiting,
    /// The reader has the ball.
    NeedsYou,
    /// Wrong, refused, ended.
    Wrong,
}

impl Tone {
    /// Every meaning.
    pub const ALL: [Self; 6] =
        [Self::Neutral, Self::Info, Self::Good, Self::Waiting, Self::NeedsYou, Self::Wrong];

    /// The class that colours it.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Info => "info",
            Self::Good => "good",
            Self::Waiting => "waiting",
            Self::NeedsYou => "needs-you",
            Self::Wrong => "wrong",
        }
    }

    /// Its icon; the neutral one has none.
    pub const fn icon(self) -> Option<Icon> {
        match self {
            Self::Neutral => None,
            Self::Info => Some(Icon::Info),
            Self::Good => Some(Icon::Good),
            Self::Waiting => Some(Icon::Waiting),
            Self::NeedsYou => Some(Icon::NeedsYou),
            Self::Wrong => Some(Icon::Wrong),
        }
    }
}
