use super::*;
use domain::{
    Lang,
    fees::intake::{Field, NoColumn, Reason, Refused},
};

fn shown(model: &Model, lang: Lang) -> String {
    page(&Frame::bare(lang), model).body
}

fn with(upload: Upload) -> Model {
    Model { upload: Some(upload), ..Model::default() }
}

#[test]
fn whoever_may_not_upload_sees_no_form() {
    let html = shown(&Model::default(), Lang::En);
    assert!(!html.contains("multipart/form-data") && html.contains("No past payments yet"), "{html}");
    assert!(shown(&with(Upload::default()), Lang::ZhCn).contains("multipart/form-data"));
}

#[test]
fn a_heading_that_is_not_there_is_chosen_from_those_that_are() {
    let mut upload = Upload { header: vec!["Betrag".into(), "Datum".into()], ..Upload::default() };
    upload.form.set("column_amount", "Amount");
    refuse(&mut upload.form, &Refused::Columns(vec![(Field::Amount, NoColumn::NotThere)], Vec::new()));
    let html = shown(&with(upload), Lang::En);
    assert!(html.contains("<option value=\"Betrag\">") && html.contains("“Amount” isn’t in"), "{html}");
}

#[test]
fn bad_lines_are_told_with_number_column_and_reason() {
    let bad = BadLine { line: 17, column: Some("Betrag".into()), reason: Reason::Decimals(2) };
    let mut upload = Upload { bad: Some((1_200, vec![bad.clone()])), ..Upload::default() };
    refuse(&mut upload.form, &Refused::Lines(1_200, vec![bad]));
    for (lang, why) in [(Lang::En, "at most 2"), (Lang::ZhCn, "最多 2 位")] {
        let html = shown(&with(upload.clone()), lang);
        assert!(html.contains("17") && html.contains("Betrag") && html.contains(why), "{html}");
        assert!(html.contains("1,200"), "{html}");
    }
}
