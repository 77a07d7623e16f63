//! What staff type of a channel's answer.

use crate::{
    Result,
    error::{FieldError, Refusal},
};
use domain::{
    applications::{Fault, Item},
    channels::Answer,
    review::RedoReason,
};
use serde::Deserialize;
use store::channels::Verbatim;
use time::{Date, format_description::well_known::Iso8601};

const LONGEST_LINE: usize = 200;
const LONGEST_WORDS: usize = 4000;
const LONGEST_FOR_MERCHANT: usize = 1000;

/// A channel's answer as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct AnswerInput {
    /// The capability's version on the page.
    pub version: i32,
    /// A word of [`Answer`].
    pub answer: String,
    /// The channel's number.
    pub number: String,
    /// The channel's state.
    pub state: String,
    /// The channel's words.
    pub words: String,
    /// The day it is of: `2026-11-27`, or what was typed instead of one.
    pub on: String,
    /// What it wants changed: see [`Fault::token`].
    pub items: Vec<String>,
    /// Why: a word of [`RedoReason`].
    pub reason: String,
    /// Words for the merchant.
    pub say: String,
}

/// What an answer holds, once it is sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sound {
    pub(super) answer: Answer,
    pub(super) verbatim: Verbatim,
    pub(super) on: Date,
    pub(super) items: Vec<Item>,
}

impl AnswerInput {
    /// What was typed, where it is sound: of today at the latest, and an objection names what is to be changed among
    /// what there is.
    pub(super) fn checked(&self, offered: &[Fault], today: Date) -> Result<Sound> {
        let mut refusal = Refusal::default();
        let mut wrong = |field: &str, key: &str| refusal.fields.push(FieldError::new(field, key));
        let answer = Answer::from_word(&self.answer);
        if answer.is_none() {
            wrong("answer", "channels-error-answer");
        }
        let on = self.day(today).map_err(|key| wrong("on", key)).ok();
        let verbatim = Verbatim {
            number: self.number.trim().to_owned(),
            state: self.state.trim().to_owned(),
            words: self.words.trim().replace("\r\n", "\n"),
        };
        if verbatim.number.chars().count() > LONGEST_LINE {
            wrong("number", "channels-error-line-long");
        }
        match verbatim.state.chars().count() {
            0 => wrong("state", "channels-error-state"),
            1..=LONGEST_LINE => {}
            _ => wrong("state", "channels-error-line-long"),
        }
        if verbatim.words.chars().count() > LONGEST_WORDS {
            wrong("words", "channels-error-words-long");
        }
        let items = if answer == Some(Answer::Objections) { self.items(offered, &mut wrong) } else { vec![] };
        refusal.or_ok()?;
        match (answer, on) {
            (Some(answer), Some(on)) => Ok(Sound { answer, verbatim, on, items }),
            _ => Err(Refusal::at("answer", "channels-error-answer").into()),
        }
    }

    fn day(&self, today: Date) -> Result<Date, &'static str> {
        if self.on.is_empty() {
            return Err("channels-error-date-missing");
        }
        let day = Date::parse(&self.on, &Iso8601::DATE).map_err(|_| "channels-error-date")?;
        match day {
            day if day > today => Err("channels-error-date-future"),
            day if day.year() < 2000 => Err("channels-error-date"),
            day => Ok(day),
        }
    }

    fn items(&self, offered: &[Fault], wrong: &mut impl FnMut(&str, &str)) -> Vec<Item> {
        let chosen: Vec<&Fault> = offered.iter().filter(|what| self.items.contains(&what.token())).collect();
        if chosen.is_empty() {
            wrong("items", "channels-error-items");
        }
        let say = self.say.trim().replace("\r\n", "\n");
        let reason = RedoReason::from_word(&self.reason);
        match reason {
            None => wrong("reason", "channels-error-reason"),
            Some(RedoReason::Other) if say.is_empty() => wrong("say", "channels-error-say"),
            Some(_) => {}
        }
        if say.chars().count() > LONGEST_FOR_MERCHANT {
            wrong("say", "channels-error-say-long");
        }
        let reason = reason.unwrap_or(RedoReason::Other);
        chosen.into_iter().map(|what| Item { what: what.clone(), reason, words: say.clone() }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ServiceError;
    use time::macros::date;

    const TODAY: Date = date!(2026 - 11 - 27);

    fn offered() -> Vec<Fault> {
        vec![Fault::Field("bank".into(), "account_number".into()), Fault::Paper("business_licence".into())]
    }

    fn input() -> AnswerInput {
        AnswerInput {
            answer: "yes".into(),
            state: "APPLYMENT_STATE_FINISHED".into(),
            on: "2026-11-27".into(),
            ..AnswerInput::default()
        }
    }

    fn wrong(input: &AnswerInput) -> Vec<String> {
        match input.checked(&offered(), TODAY) {
            Err(ServiceError::Refused(refusal)) => {
                refusal.fields.into_iter().map(|error| error.field).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_answer_has_a_state_and_a_day_that_has_come() {
        assert!(input().checked(&offered(), TODAY).is_ok());
        assert_eq!(wrong(&AnswerInput::default()), ["answer", "on", "state"]);
        for day in ["2026-11-28", "2026-13-01", "27.11.2026", "1999-12-31"] {
            assert_eq!(wrong(&AnswerInput { on: day.into(), ..input() }), ["on"], "{day}");
        }
        let long = AnswerInput { number: "9".repeat(201), words: "字".repeat(4001), ..input() };
        assert_eq!(wrong(&long), ["number", "words"]);
    }

    #[test]
    fn an_objection_names_what_is_to_be_changed_and_why() {
        let objects = AnswerInput { answer: "objections".into(), ..input() };
        assert_eq!(wrong(&objects), ["items", "reason"]);
        let unknown =
            AnswerInput { items: vec!["paper:else".into()], reason: "expired".into(), ..objects.clone() };
        assert_eq!(wrong(&unknown), ["items"]);
        let items = vec!["paper:business_licence".to_owned(), "field:bank:account_number".to_owned()];
        let mute = AnswerInput { items: items.clone(), reason: "other".into(), ..objects.clone() };
        assert_eq!(wrong(&mute), ["say"]);
        let sound =
            AnswerInput { say: " Send it in colour ".into(), ..mute }.checked(&offered(), TODAY).unwrap();
        assert_eq!(sound.items.len(), 2);
        assert!(sound.items.iter().all(|item| item.words == "Send it in colour"));
    }

    #[test]
    fn items_beside_another_answer_are_left_aside() {
        let yes = AnswerInput { items: vec!["paper:business_licence".into()], ..input() };
        assert_eq!(yes.checked(&offered(), TODAY).unwrap().items, []);
    }
}
