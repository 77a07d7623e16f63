use super::{Model, Onward, page};
use crate::{
    Frame,
    frame::{Brand, Reader},
};
use domain::{
    Lang,
    applications::{Choice, RuleSet, rules},
    channels::catalogue,
};
use time::macros::date;

fn frame(lang: Lang) -> Frame {
    let brand = Brand { slug: "harbour".into(), name: "Harbour Pay".into(), css: "/b.css".into() };
    Frame { brand: Some(brand), ..Frame::bare(lang) }
}

fn model(query: &[(&str, &str)]) -> Model {
    let book = rules::load_all().unwrap();
    let offered = book.offered(date!(2026 - 11 - 28));
    let pairs: Vec<_> = query.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    let choice = Choice::read(&pairs, &offered);
    Model {
        offered: offered.into_iter().cloned().collect::<Vec<RuleSet>>(),
        address: format!("https://pay.example/t/harbour{}", choice.query()),
        choice,
        onward: None,
        estimate: super::estimate::Model::default(),
    }
}

#[test]
fn nothing_is_needed_until_a_kind_is_chosen() {
    let html = page(&frame(Lang::En), &model(&[])).body;
    assert!(!html.contains("id=\"needs\""), "{html}");
    assert!(html.contains("name=\"country\"") && html.contains("/t/harbour/register\""), "{html}");
}

#[test]
fn what_a_choice_takes_stands_there_with_its_way_in() {
    let chosen = [("kind", "cn-enterprise"), ("channel", "alipay"), ("channel", "google_pay")];
    for lang in Lang::ALL {
        let frame = frame(lang);
        let html = page(&frame, &model(&chosen)).body;
        let way = "/t/harbour/register?kind=cn-enterprise&amp;channel=alipay\"";
        assert!(html.contains(way), "{html}");
        let back =
            "/account/sign-in?to=/t/harbour/applications/start%3Fkind%3Dcn-enterprise%26channel%3Dalipay";
        assert!(html.contains(back), "{html}");
        // Not open to it: no box, but the reason and its source with a date.
        assert!(!html.contains("value=\"google_pay\""), "{html}");
        let google = catalogue::get("google_pay").unwrap().offered("CN", "enterprise").unwrap();
        assert!(html.contains(google.note.unwrap().get(lang)), "{html}");
        assert!(html.contains(&google.source.unwrap().title) && html.contains("2026"), "{html}");
        for key in ["applications-paper-business-licence", "applications-section-bank", "documents-examples"]
        {
            assert!(html.contains(&frame.t(key)), "{key}: {html}");
        }
        assert!(!html.contains("style="), "{html}");
    }
}

#[test]
fn every_kind_of_every_country_can_be_shown() {
    let all = model(&[]).offered;
    for set in &all {
        let html = page(&frame(Lang::ZhCn), &model(&[("kind", &set.code())])).body;
        assert!(html.contains("id=\"needs\""), "{}", set.code());
        for source in &set.sources {
            let dated = crate::ui::format::date(Lang::ZhCn, source.date);
            assert!(
                html.contains(&source.title) && html.contains(&dated),
                "{}: {}",
                set.code(),
                source.title
            );
        }
        let missing = html.matches("front-").count() + html.matches(">applications-").count();
        assert_eq!(missing, 0, "{}: a key without words: {html}", set.code());
    }
}

#[test]
fn whoever_is_signed_in_goes_on() {
    let reader = Reader { email: "lin@haifeng.example".into(), staff: vec![], members: vec![] };
    let frame = Frame { reader: Some(reader), ..frame(Lang::En) };
    let chosen = model(&[("kind", "cn-enterprise"), ("channel", "alipay")]);
    let html = page(&frame, &chosen).body;
    assert!(html.contains("/t/harbour/applications/start?kind=cn-enterprise&amp;channel=alipay"), "{html}");
    let html = page(&frame, &Model { onward: Some(Onward::Desk), ..chosen }).body;
    assert!(html.contains("href=\"/t/harbour/desk\""), "{html}");
}
