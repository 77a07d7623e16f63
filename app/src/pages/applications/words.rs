//! What codes of the rules and the states are called, and how an answer reads.

use crate::{
    Frame,
    ui::{Tone, format},
};
use domain::{
    applications::{
        Answer, Ball, Field, Finding, Paper, Section, Status, Values,
        kinds::iso_date,
        lists, places,
        tasks::{PaperStatus, SectionStatus},
    },
    channels::catalogue,
};

/// A word as message keys write it: `in_review` → `in-review`.
pub fn dashed(word: &str) -> String {
    word.replace(['_', '.'], "-")
}

/// A status with its meaning.
pub fn status(frame: &Frame, status: Status) -> (Tone, String) {
    let tone = match status {
        Status::Draft | Status::ChangesRequested | Status::Signing => Tone::NeedsYou,
        Status::InReview | Status::AccountVerification => Tone::Waiting,
        Status::Approved => Tone::Good,
        Status::Rejected => Tone::Wrong,
        Status::Withdrawn | Status::Expired | Status::Ended => Tone::Neutral,
    };
    (tone, frame.t(&format!("applications-status-{}", dashed(status.word()))))
}

/// Whose turn it is.
pub fn ball(frame: &Frame, ball: Ball) -> String {
    frame.t(&format!("applications-ball-{}", dashed(ball.word())))
}

/// How a section stands, with its meaning.
pub fn section_status(frame: &Frame, status: SectionStatus, doubtful: bool) -> (Tone, String) {
    let (tone, word) = match status {
        SectionStatus::Done if doubtful => (Tone::Info, "doubtful".to_owned()),
        SectionStatus::Done => (Tone::Good, dashed(status.word())),
        SectionStatus::Wrong => (Tone::Wrong, dashed(status.word())),
        SectionStatus::InProgress => (Tone::NeedsYou, dashed(status.word())),
        SectionStatus::NotStarted => (Tone::Neutral, dashed(status.word())),
    };
    (tone, frame.t(&format!("applications-section-status-{word}")))
}

/// How a paper stands, with its meaning.
pub fn paper_status(frame: &Frame, status: PaperStatus) -> (Tone, String) {
    let tone = match status {
        PaperStatus::Due => Tone::NeedsYou,
        PaperStatus::Optional => Tone::Neutral,
        PaperStatus::Checking => Tone::Waiting,
        PaperStatus::Given => Tone::Good,
        PaperStatus::Wrong => Tone::Wrong,
    };
    (tone, frame.t(&format!("applications-paper-status-{}", dashed(status.word()))))
}

/// What a section is called; the how many-eth it is where there are several.
pub fn section(frame: &Frame, section: &Section) -> String {
    numbered(frame, &section.label, section.instance.as_ref().map(|one| one.place))
}

/// What a paper is called; for the how many-eth it is where there are several.
pub fn paper(frame: &Frame, paper: &Paper) -> String {
    numbered(frame, &paper.label, paper.instance.as_ref().map(|one| one.place))
}

/// The words with which one more of a section that repeats is begun.
pub fn more(frame: &Frame, section: &Section) -> String {
    let family = section.instance.as_ref().map_or(section.code.as_str(), |one| one.family.as_str());
    frame.t(&more_key(family))
}

fn more_key(family: &str) -> String {
    format!("applications-more-{}", dashed(family))
}

/// A label, with its number where it is one of several.
pub(in crate::pages) fn numbered(frame: &Frame, label: &str, place: Option<u8>) -> String {
    match place {
        None => frame.t(label),
        Some(place) => {
            let words = [("what", frame.t(label)), ("number", place.to_string())];
            frame.ta("applications-numbered", &words)
        }
    }
}

/// A wallet by its stored word.
pub fn wallet(frame: &Frame, word: &str) -> String {
    catalogue::name(word, frame.lang).to_owned()
}

/// What a finding says.
pub fn finding(frame: &Frame, finding: &Finding) -> String {
    frame.ta(&finding.key, &finding.args)
}

/// An answer as people read it; empty where there is none.
pub fn answer(frame: &Frame, field: &Field, values: &Values) -> String {
    let value = |input: &str| values.get(input).map(String::as_str).unwrap_or_default();
    let own = value(&field.code);
    match &field.answer {
        Answer::Validity => {
            let part = |which: &str| format!("{}_{which}", field.code);
            let from = day(frame, value(&part("from")));
            let open = !value(&part("open")).is_empty();
            let until =
                if open { frame.t("applications-validity-open") } else { day(frame, value(&part("until"))) };
            if from.is_empty() && until.is_empty() {
                return String::new();
            }
            frame.ta("applications-validity-span", &[("from", from), ("until", until)])
        }
        Answer::PastDate => day(frame, own),
        Answer::Choices(choices) => {
            let chosen = choices.iter().filter(|choice| own.split(',').any(|word| word == choice.code));
            listed(frame, chosen.map(|choice| frame.t(&choice.label)))
        }
        Answer::Listed(list) => {
            let entry = lists::get(list).and_then(|list| list.entry(own));
            entry.map_or_else(|| own.to_owned(), |entry| entry.name(frame.lang).to_owned())
        }
        Answer::Place => {
            let part = |which: &str| value(&format!("{}_{which}", field.code));
            places::cn().written(part("city"), part("district")).unwrap_or_default()
        }
        Answer::Percent { .. } if !own.is_empty() => format!("{own}%"),
        Answer::Choice(choices) => choices
            .iter()
            .find(|choice| choice.code == own)
            .map(|choice| frame.t(&choice.label))
            .unwrap_or_default(),
        Answer::Channels => {
            let wanted = own.split(',').filter(|word| !word.is_empty());
            listed(frame, wanted.map(|word| wallet(frame, word)))
        }
        Answer::Accept { .. } if !own.is_empty() => frame.t("common-yes"),
        Answer::Identifier(kind) => kind.written(own),
        _ => own.to_owned(),
    }
}

/// Several names one after the other, as the language puts them.
pub(in crate::pages) fn listed(frame: &Frame, names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join(&frame.t("common-comma"))
}

fn day(frame: &Frame, stored: &str) -> String {
    iso_date::parse(stored).map_or_else(|| stored.to_owned(), |day| format::date(frame.lang, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::has;
    use domain::{
        Lang,
        applications::{event::Why, rules},
        review::Reason,
    };

    fn everywhere(key: &str) {
        for lang in Lang::ALL {
            assert!(has(lang, key), "{key} in {}", lang.tag());
        }
    }

    #[test]
    fn everything_the_rules_name_has_words() {
        for set in rules::load_all().unwrap().all() {
            everywhere(&set.label);
            everywhere(&format!("{}-hint", set.label));
            for section in &set.sections {
                everywhere(&section.label);
                everywhere(&format!("{}-intro", section.label));
                if section.repeat.is_some() {
                    everywhere(&more_key(&section.code));
                }
                for field in &section.fields {
                    everywhere(&field.label);
                    for key in field.hint.iter().chain(&field.group).chain(&field.why) {
                        everywhere(key);
                    }
                    if field.answer == Answer::Place {
                        everywhere(&format!("{}-city", field.label));
                        everywhere(&format!("{}-district", field.label));
                    }
                    if let Answer::Choice(choices) | Answer::Choices(choices) = &field.answer {
                        for choice in choices {
                            everywhere(&choice.label);
                        }
                    }
                    if let Answer::Accept { text, version } = &field.answer {
                        everywhere(&format!("applications-{text}-{version}"));
                        everywhere(&format!("applications-{text}-heading"));
                    }
                }
            }
            for paper in &set.papers {
                everywhere(&paper.label);
                everywhere(&paper.hint);
            }
        }
    }

    #[test]
    fn every_state_and_ground_has_words() {
        let words = |prefix: &str, words: Vec<&str>| {
            for word in words {
                everywhere(&format!("{prefix}-{}", dashed(word)));
            }
        };
        words("applications-status", Status::ALL.iter().map(|status| status.word()).collect());
        words("applications-what", Status::ALL.iter().map(|status| status.word()).collect());
        words("applications-ball", Ball::ALL.iter().map(|ball| ball.word()).collect());
        words("applications-section-status", SectionStatus::ALL.iter().map(|status| status.word()).collect());
        words("applications-paper-status", PaperStatus::ALL.iter().map(|status| status.word()).collect());
        words("applications-why", Why::ALL.iter().map(|why| why.word()).collect());
        let sayable = Reason::ALL.iter().filter(|reason| reason.is_sayable());
        words("applications-said", sayable.map(|reason| reason.word()).collect());
    }

    #[test]
    fn every_verdict_on_an_identifier_we_ask_for_has_words() {
        let no = ["length", "alphabet", "check-digit"];
        for (kind, words) in [
            ("cn-uscc", &["length", "alphabet", "region", "check-digit"][..]),
            ("cn-resident-id", &["length", "alphabet", "check-digit", "date", "future"][..]),
            ("us-ein", &["length", "alphabet", "prefix"][..]),
            ("us-aba", &["length", "alphabet", "check-digit"][..]),
            ("us-zip", &["length", "alphabet"][..]),
            ("iban", &["length", "country", "structure", "check-digit"][..]),
            ("sg-uen", &["length", "structure", "alphabet", "check-digit", "future"][..]),
            ("de-vat", &["length", "alphabet", "check-digit"][..]),
            ("gb-vat", &["length", "alphabet", "check-digit"][..]),
            ("hk-brn", &["length", "alphabet"][..]),
            ("gb-crn", &["length", "structure"][..]),
            ("de-hrb", &["register", "structure"][..]),
        ] {
            for word in words {
                everywhere(&format!("error-{kind}-{word}"));
            }
        }
        for word in no {
            everywhere(&format!("warn-cnaps-{word}"));
        }
        for key in [
            "warn-cn-uscc-region",
            "warn-cn-uscc-organisation-code",
            "warn-cn-resident-id-region",
            "warn-sg-uen-type",
            "warn-de-vat-leading-zero",
        ] {
            everywhere(key);
        }
        for key in
            ["uscc-class", "uscc-province", "cnaps-bank", "id-before-birth", "id-term", "validity-ends-soon"]
        {
            everywhere(&format!("warn-{key}"));
        }
    }

    #[test]
    fn answers_read_in_the_readers_language() {
        let book = rules::load_all().unwrap();
        let set = book.get("CN", "enterprise", "2026-11").unwrap();
        let values: Values = [
            ("licence_from", "2019-03-07"),
            ("licence_open", "yes"),
            ("wanted", "alipay,wechat_pay"),
            ("id_kind", "resident_id"),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
        let zh = Frame::bare(Lang::ZhCn);
        let read = |path: &str| answer(&zh, set.field(path).unwrap(), &values);
        assert_eq!(read("business.licence"), "2019年3月7日 至 长期");
        assert_eq!(read("channels.wanted"), "支付宝、微信支付");
        assert_eq!(read("representative.id_kind"), "中华人民共和国居民身份证");
        assert_eq!(read("bank.bank_name"), "");
    }
}
