use super::*;
use crate::pages::review::Due;
use domain::{Lang, applications::StateKind, review::CaseState};
use time::macros::datetime;

fn case() -> Case {
    Case {
        id: "c1".into(),
        number: "GW-7K2M9QX4D".into(),
        name: "海曼（上海）供应链管理有限公司".into(),
        state: StateKind::SecondReview,
        desk: CaseState::Waiting,
        until: None,
        channels: vec!["alipay".into(), "wechat_pay".into()],
        submitted_at: Some(datetime!(2026-11-20 02:00 UTC)),
        due: Some(Due { at: datetime!(2026-11-23 02:00 UTC), minutes: -90 }),
        closed_at: None,
        holder: Holder::Nobody,
        claimable: true,
        givable: true,
        chosen: false,
    }
}

fn model(cases: Vec<Case>) -> Model {
    Model {
        shelves: vec![("waiting", "/desk".into(), true), ("mine", "/desk?state=mine".into(), false)],
        shelf: "waiting",
        search: FormState::default(),
        filters: Filters { clear: "/desk".into(), ..Filters::default() },
        lost: false,
        any: true,
        cases,
        by_due: ("/desk".into(), true),
        by_newest: ("/desk?order=newest".into(), false),
        first: None,
        next: None,
        give: None,
        choose: ("/desk?choose=all".into(), false),
    }
}

fn body(lang: Lang, model: &Model) -> String {
    page(&Frame::bare(lang), model).body
}

#[test]
fn an_overdue_case_stands_out_and_can_be_claimed() {
    for lang in Lang::ALL {
        let body = body(lang, &model(vec![case()]));
        assert!(body.contains("class=\"marked\"") && body.contains("/desk/cases/c1/claim"), "{body}");
        assert!(!body.contains("review-"), "a key without words: {body}");
        assert!(body.contains("aria-sort=\"ascending\"") && !body.contains("name=\"case\""), "{body}");
    }
}

#[test]
fn keys_are_named_where_they_press_and_nowhere_once_they_are_off() {
    let frame = Frame::bare(Lang::En);
    let html = page(&frame, &model(vec![case(), Case { claimable: false, ..case() }])).body;
    assert_eq!(
        (html.matches("<tr data-part").count(), html.matches("aria-keyshortcuts=\"c\"").count()),
        (2, 1)
    );
    assert!(html.contains("data-keys") && html.contains("role=\"search\" aria-keyshortcuts=\"/\""), "{html}");
    let off = page(&Frame { keys: false, ..frame }, &model(vec![case()])).body;
    assert!(
        !off.contains("aria-keyshortcuts") && !off.contains("data-keys") && off.contains("Switch keys on")
    );
}

#[test]
fn what_was_put_off_or_handed_up_says_so() {
    let off = Case { desk: CaseState::Snoozed, until: Some(datetime!(2026-11-24 01:00 UTC)), ..case() };
    assert!(body(Lang::En, &model(vec![off])).contains("Put off until 24 Nov 2026, 01:00"));
    let up = Case { desk: CaseState::Escalated, ..case() };
    assert!(body(Lang::En, &model(vec![up])).contains("With the senior reviewers"));
}

#[test]
fn every_shelf_says_why_it_is_empty() {
    for lang in Lang::ALL {
        for shelf in ["waiting", "mine", "claimed", "snoozed", "escalated", "open", "closed"] {
            let body = body(lang, &Model { shelf, ..model(vec![]) });
            assert!(
                body.contains("class=\"empty\"") && !body.contains("review-queue-none"),
                "{shelf}: {body}"
            );
        }
    }
    let first = body(Lang::En, &Model { any: false, ..model(vec![]) });
    assert!(first.contains("There has been no case yet"), "{first}");
}

#[test]
fn what_is_searched_for_is_posted_and_what_narrows_is_taken_away_one_by_one() {
    let on = vec![
        (Filter::Search("海曼".into()), "/desk?due=today".to_owned()),
        (Filter::Due("today"), "/desk?search=TOKEN".to_owned()),
    ];
    let filters = Filters {
        form: FormState::default().with("search", "TOKEN").with("due", "today"),
        on,
        clear: "/desk".into(),
        ..Filters::default()
    };
    let search = FormState::default().with("due", "today");
    let body = body(Lang::En, &Model { search, filters, ..model(vec![]) });
    assert!(body.contains("action=\"/desk/search\"") && body.contains("method=\"post\""), "{body}");
    assert!(body.contains("href=\"/desk?due=today\"") && body.contains("href=\"/desk?search=TOKEN\""));
    assert!(body.contains("No case fits") && body.contains("name=\"search\" value=\"TOKEN\""), "{body}");
}

#[test]
fn those_who_give_cases_choose_them_in_the_rows() {
    let colleagues = vec![("p1".to_owned(), "rui@harbour.example".to_owned())];
    let give = Some((FormState::default(), colleagues));
    let body = body(Lang::ZhCn, &Model { give, ..model(vec![Case { chosen: true, ..case() }]) });
    assert!(body.contains("form=\"give\"") && body.contains("id=\"give\""), "{body}");
    assert!(body.contains("rui@harbour.example") && body.contains("checked"), "{body}");
}

#[test]
fn whoever_gives_none_away_takes_several_at_once() {
    for lang in Lang::ALL {
        let give = Some((FormState::default(), vec![]));
        let body = body(lang, &Model { give, ..model(vec![case()]) });
        assert!(body.contains("name=\"do\"") && body.contains("value=\"claim\""), "{body}");
        assert!(!body.contains("for=\"to\"") && !body.contains("review-"), "{body}");
        assert!(body.contains("href=\"/desk?choose=all\""), "{body}");
    }
}

#[test]
fn every_state_has_its_word() {
    for lang in Lang::ALL {
        for kind in StateKind::ALL {
            let key = format!("review-state-{}", kind.word().replace('_', "-"));
            assert!(crate::i18n::has(lang, &key), "{key}");
        }
    }
}
