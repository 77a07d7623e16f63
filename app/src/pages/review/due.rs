//! When the desk owes its answer, in words and working time.

use crate::{
    Frame,
    ui::{Tone, badge, format},
};
use leptos::prelude::*;
use time::OffsetDateTime;

/// Working minutes that are left, below zero where they are overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// When the answer is owed.
    pub at: OffsetDateTime,
    /// Working minutes from now until then; negative where it is past.
    pub minutes: i64,
}

/// Less than this many working hours left asks for attention.
const SOON: i64 = 4 * 60;

impl Due {
    /// Whether it is past.
    pub const fn is_overdue(self) -> bool {
        self.minutes < 0
    }

    fn words(self, frame: &Frame) -> String {
        let minutes = self.minutes.unsigned_abs();
        let (unit, count) = if minutes < 60 { ("minutes", minutes) } else { ("hours", minutes / 60) };
        let side = if self.is_overdue() { "overdue" } else { "in" };
        frame.tn(&format!("review-due-{side}-{unit}"), count, &[])
    }

    const fn tone(self) -> Tone {
        if self.is_overdue() {
            Tone::Wrong
        } else if self.minutes < SOON {
            Tone::NeedsYou
        } else {
            Tone::Neutral
        }
    }
}

/// The due date as a badge, with its exact time beside it.
pub(super) fn due(frame: &Frame, due: Option<Due>) -> AnyView {
    let Some(due) = due else {
        return view! { <span class="hint">{frame.t("review-due-none")}</span> }.into_any();
    };
    view! {
        <span class="due">
            {badge(due.tone(), due.words(frame))}
            <span class="hint">{format::time(frame, due.at)}</span>
        </span>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;

    #[test]
    fn time_left_is_rounded_down_and_told_in_working_time() {
        let words = |lang, minutes| Due { at: OffsetDateTime::UNIX_EPOCH, minutes }.words(&Frame::bare(lang));
        assert_eq!(words(Lang::En, 359), "Due in 5 working hours");
        assert_eq!(words(Lang::En, 1), "Due in 1 working minute");
        assert_eq!(words(Lang::En, -61), "Overdue by 1 working hour");
        assert_eq!(words(Lang::ZhCn, 300), "剩余 5 工作小时");
    }
}
