//! What the merchant reads of where an application stands, for every state.

use super::{By, Happened, Head, Model, page};
use crate::Frame;
use domain::{
    Lang,
    applications::{
        Ball, Status,
        road::{Road, Stage},
    },
};
use time::{OffsetDateTime, macros::datetime};
use uuid::Uuid;

const NOW: OffsetDateTime = datetime!(2026-11-23 02:00 UTC);

fn model(status: Status, ball: Option<Ball>) -> Model {
    Model {
        head: Head {
            id: Uuid::nil(), number: "GW-7K2M9QX4D".into(), name: "深圳市海风贸易有限公司".into()
        },
        status,
        ball,
        until: Some(datetime!(2026-11-30 02:00 UTC)),
        now: NOW,
        road: None,
        usual_days: (1, 3),
        number: None,
        reasons: vec![],
        words: None,
        events: vec![Happened {
            at: NOW,
            name: "application.started".into(),
            by: By::You,
            paper: None,
            channel: None,
        }],
        account: true,
        channels: false,
        submit: true,
        credentials: true,
    }
}

fn read(lang: Lang, model: &Model) -> String {
    let frame = Frame { zone: "Asia/Shanghai".into(), ..Frame::bare(lang) };
    page(&frame, model).body
}

#[test]
fn every_state_has_its_words_in_both_languages() {
    for lang in Lang::ALL {
        for status in Status::ALL.iter().copied() {
            let html = read(lang, &model(status, None));
            assert!(!html.contains("applications-"), "{status} in {}: {html}", lang.tag());
        }
        for ball in Ball::ALL.iter().copied() {
            let html = read(lang, &model(Status::InReview, Some(ball)));
            assert!(!html.contains("applications-"), "{ball} in {}: {html}", lang.tag());
        }
    }
}

#[test]
fn a_term_is_told_with_its_day_and_what_comes_of_it() {
    let html = read(Lang::En, &model(Status::Draft, Some(Ball::Merchant)));
    assert!(html.contains("Kept until 30 Nov 2026, 10:00."), "{html}");
    let html = read(Lang::ZhCn, &model(Status::ChangesRequested, Some(Ball::Merchant)));
    assert!(html.contains("请在 2026年11月30日 10:00 前答复"), "{html}");
}

#[test]
fn what_is_late_with_us_is_told_without_a_day_that_is_past() {
    let late =
        Model { until: Some(datetime!(2026-11-20 02:00 UTC)), ..model(Status::InReview, Some(Ball::Us)) };
    let html = read(Lang::En, &late);
    assert!(html.contains("It takes longer than usual") && !html.contains("20 Nov 2026"), "{html}");
}

#[test]
fn the_steps_ahead_are_told_with_their_usual_time() {
    let stages = vec![Stage::HandIn, Stage::Review, Stage::Decision, Stage::Channels, Stage::Credentials];
    let draft = Model { road: Some(Road { stages: stages.clone(), here: 0 }), ..model(Status::Draft, None) };
    let html = read(Lang::En, &draft);
    assert!(html.contains("Usually 1 to 3 working days"), "{html}");
    assert_eq!(html.matches("aria-current=\"step\"").count(), 1, "{html}");
    let done = Model { road: Some(Road { stages, here: 4 }), ..model(Status::Approved, None) };
    assert!(!read(Lang::En, &done).contains("What comes next"));
}

#[test]
fn whoever_may_not_withdraw_is_not_sent_there() {
    let member = Model { submit: false, ..model(Status::InReview, Some(Ball::Us)) };
    assert!(!read(Lang::En, &member).contains("/withdraw"));
    assert!(read(Lang::En, &model(Status::InReview, Some(Ball::Us))).contains("/withdraw"));
    assert!(!read(Lang::En, &model(Status::Approved, None)).contains("/withdraw"));
}
