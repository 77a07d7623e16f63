//! What the pages say and hold, rendered from models.

use super::{
    change_email, change_password, confirm, forgotten, hub, link_gone, new_password, register, sent,
    sessions, sign_in, unconfirmed,
};
use crate::frame::{Brand, Frame, Page};
use crate::ui::FormState;
use domain::Lang;
use time::macros::datetime;

const EMAIL: &str = "wang.xiaomei+<b>@haven.example";

fn frame(lang: Lang) -> Frame {
    Frame {
        brand: Some(Brand { slug: "harbour".into(), name: "Harbour Pay".into(), css: "/b.css".into() }),
        ..Frame::bare(lang)
    }
}

fn refused() -> FormState {
    let mut form = FormState::default()
        .with("email", EMAIL)
        .with("to", "/t/harbour/home")
        .with("password", "must never be shown")
        .with("current_password", "must never be shown");
    form.refuse("password", "accounts-error-password-common");
    form.refuse("current_password", "accounts-error-password-wrong");
    form.refuse("email", "accounts-error-email-long");
    form
}

fn session(current: bool) -> sessions::Session {
    sessions::Session {
        id: "0192-a".into(),
        agent: "Mozilla/5.0 (iPhone) MicroMessenger/8.0 Safari/604".into(),
        address: "203.0.113.9".into(),
        created_at: datetime!(2026-11-23 09:00 UTC),
        last_seen_at: datetime!(2026-11-23 09:58 UTC),
        current,
    }
}

fn all(frame: &Frame, form: &FormState) -> Vec<Page> {
    let place = hub::Place { name: "海湾".into(), side: hub::Side::Desk, href: "/t/harbour/desk".into() };
    let mut pages = vec![
        register::page(frame, &register::Model { form: form.clone() }),
        sign_in::page(frame, &sign_in::Model { form: form.clone(), can_passkey: true }),
        unconfirmed::page(frame, &unconfirmed::Model { email: EMAIL.into() }),
        confirm::page(frame, &confirm::Model { email: EMAIL.into(), change: false, form: form.clone() }),
        confirm::page(frame, &confirm::Model { email: EMAIL.into(), change: true, form: form.clone() }),
        confirm::again(frame, form),
        forgotten::page(frame, form),
        new_password::page(frame, &new_password::Model { email: EMAIL.into(), form: form.clone() }),
        hub::page(frame, &hub::Model { email: EMAIL.into(), places: vec![place] }),
        hub::page(frame, &hub::Model::default()),
        change_password::page(frame, EMAIL, form),
        change_email::page(frame, EMAIL, form),
        sessions::page(
            frame,
            &sessions::Model {
                sessions: vec![session(true), session(false)],
                now: datetime!(2026-11-23 10:00 UTC),
            },
        ),
    ];
    pages.extend(sent::Mail::ALL.map(|mail| sent::page(frame, mail)));
    for gone in [link_gone::Gone::Confirmation, link_gone::Gone::Reset, link_gone::Gone::Change] {
        pages.push(link_gone::page(frame, gone));
    }
    pages
}

#[test]
fn every_word_has_a_text_in_both_languages() {
    for lang in Lang::ALL {
        for page in all(&frame(lang), &refused()).iter().chain(&all(&frame(lang), &FormState::default())) {
            for text in [&page.title, &page.body] {
                assert!(!text.contains("accounts-") && !text.contains("form-error-"), "{lang:?}: {text}");
            }
        }
    }
}

#[test]
fn passwords_never_come_back_and_the_rest_does_escaped() {
    let frame = frame(Lang::En);
    for page in all(&frame, &refused()) {
        assert!(!page.body.contains("must never be shown"), "{}", page.body);
        assert!(!page.body.contains("<b>@"), "{}", page.body);
    }
    let page = sign_in::page(&frame, &sign_in::Model { form: refused(), can_passkey: true });
    assert!(page.body.contains("name=\"to\" value=\"/t/harbour/home\""), "{}", page.body);
    assert!(page.body.contains("+&lt;b&gt;@haven.example\""), "{}", page.body);
    assert!(page.title.starts_with("Error: "), "{}", page.title);
}

#[test]
fn browsers_and_password_managers_know_each_field() {
    let (frame, form) = (frame(Lang::En), FormState::default());
    let wanted = [
        (register::page(&frame, &register::Model::default()), vec!["email", "new-password"]),
        (sign_in::page(&frame, &sign_in::Model::default()), vec!["username", "current-password"]),
        (change_password::page(&frame, EMAIL, &form), vec!["username", "current-password", "new-password"]),
        (change_email::page(&frame, EMAIL, &form), vec!["email", "current-password"]),
    ];
    for (page, tokens) in wanted {
        for token in tokens {
            assert!(page.body.contains(&format!("autocomplete=\"{token}\"")), "{token}: {}", page.body);
        }
        assert!(!page.body.contains("onpaste") && !page.body.contains("maxlength"), "{}", page.body);
    }
}

#[test]
fn the_session_at_hand_has_no_button_to_end_it() {
    let frame = frame(Lang::ZhCn);
    let now = datetime!(2026-11-23 10:00 UTC);
    let one = sessions::page(&frame, &sessions::Model { sessions: vec![session(true)], now });
    assert!(!one.body.contains("/end"), "{}", one.body);
    assert!(one.body.contains("iPhone 上的 WeChat"), "{}", one.body);
    let two = sessions::page(&frame, &sessions::Model { sessions: vec![session(true), session(false)], now });
    assert!(two.body.contains("/account/sessions/0192-a/end"), "{}", two.body);
    assert!(two.body.contains("/account/sessions/end-others"), "{}", two.body);
}
