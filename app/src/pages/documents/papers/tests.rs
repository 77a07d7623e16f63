use super::{File, Model, Paper, field, page};
use crate::{Frame, frame::Brand, ui::FormState};
use domain::{
    Lang, PersonId, VersionId,
    documents::{Media, Refusal, Version, life::Fault},
    review::{Reason, RedoReason},
};
use time::macros::datetime;
use uuid::Uuid;

fn frame(lang: Lang) -> Frame {
    let brand = Brand { slug: "harbour".into(), name: "Harbour".into(), css: "/x.css".into() };
    Frame { brand: Some(brand), zone: "Asia/Shanghai".into(), ..Frame::bare(lang) }
}

fn file(state: Version, pictures: u16) -> File {
    File {
        version: Uuid::from_u128(7),
        document: Uuid::from_u128(8),
        name: "营业执照<b>.pdf".into(),
        state,
        size: 1_400_000,
        pictures,
        remarks: vec![],
        at: datetime!(2026-11-23 02:00 UTC),
        redo: None,
        replaceable: true,
        removable: true,
        not_taken: None,
    }
}

fn model(files: Vec<File>) -> Model {
    let paper = Paper {
        code: "business_licence".into(),
        label: "applications-paper-business-licence".into(),
        number: None,
        hint: "applications-paper-business-licence-hint".into(),
        media: vec![Media::Jpeg, Media::Pdf],
        required: true,
        most: 1,
        open: true,
        not_needed: false,
        served: None,
        asked: None,
        changes: None,
        files,
    };
    Model {
        application: Uuid::from_u128(1),
        number: "GW-ABCDEFGH".into(),
        name: "海曼（上海）有限公司".into(),
        papers: vec![paper],
        form: FormState::default(),
    }
}

fn html(lang: Lang, model: &Model) -> String {
    page(&frame(lang), model).body
}

#[test]
fn an_empty_paper_has_one_plain_form() {
    let html = html(Lang::En, &model(vec![]));
    assert_eq!(html.matches("enctype=\"multipart/form-data\"").count(), 1, "{html}");
    assert!(html.contains("action=\"/t/harbour/applications/00000000-0000-0000-0000-000000000001/papers\""));
    assert!(html.contains("name=\"paper\" value=\"business_licence\""));
    assert!(html.contains("accept=\"image/jpeg,application/pdf\""), "{html}");
    let hidden = html.find("name=\"paper\"").unwrap();
    assert!(hidden < html.find("type=\"file\"").unwrap(), "the requirement comes before the file");
    assert!(html.contains("id=\"business_licence\""), "the task list links to it");
}

#[test]
fn a_checked_file_shows_our_pictures_and_can_be_replaced() {
    let html = html(Lang::ZhCn, &model(vec![file(Version::Scanned { pages: 2 }, 2)]));
    assert_eq!(html.matches("<img ").count(), 2);
    assert!(html.contains("/t/harbour/documents/00000000-0000-0000-0000-000000000007/pages/2"), "{html}");
    assert!(html.contains("第 2 页，共 2 页"));
    assert!(html.contains("/original"));
    assert!(html.contains("name=\"document\" value=\"00000000-0000-0000-0000-000000000008\""));
    assert!(html.contains("营业执照&lt;b&gt;.pdf"), "names stay text: {html}");
    assert_eq!(html.matches("enctype=").count(), 1, "one file is all there may be: it is replaced");
}

#[test]
fn a_refused_file_says_why_and_how_to_put_it_right() {
    let refused = Version::Rejected { fault: Fault::File(Refusal::Encrypted) };
    let html = html(Lang::ZhCn, &model(vec![file(refused, 0)]));
    assert!(html.contains("该 PDF 已加密"), "{html}");
    assert!(!html.contains("<img ") && !html.contains("/original"));
    let main = html.split("<main").nth(1).unwrap();
    let replace = main.split("<details").skip(1).find(|rest| rest.contains("multipart/form-data"));
    let details = replace.and_then(|rest| rest.split('>').next()).unwrap();
    assert!(details.contains("open"), "the way to replace it is open: {details}");
}

#[test]
fn what_was_just_refused_stands_at_its_own_form() {
    let mut model = model(vec![file(Version::Scanned { pages: 1 }, 1)]);
    let name = field("business_licence", Some(Uuid::from_u128(8)));
    model.form.refuse(&name, Refusal::Heic.message_key());
    let html = html(Lang::En, &model);
    assert!(html.contains("class=\"error-summary\""));
    // The uploaders' words hold it too.
    let said = html.matches("This is an HEIC photograph").count() - html.matches("data-props").count();
    assert_eq!(said, 2, "in the summary and at the field: {html}");
    assert!(html.contains("href=\"#file-business_licence-00000000-0000-0000-0000-000000000008\""), "{html}");
}

#[test]
fn a_paper_sent_back_says_why_in_the_reviewers_words() {
    let redo = Version::RedoRequested { pages: 1, by: PersonId(Uuid::nil()), reason: RedoReason::CutOff };
    let mut model = model(vec![file(redo, 1)]);
    model.papers[0].files[0].redo = Some((RedoReason::CutOff, "右上角没有拍到".into()));
    let html = html(Lang::ZhCn, &model);
    assert!(html.contains("四角未拍全") && html.contains("右上角没有拍到") && html.contains("需重新上传"));
}

#[test]
fn nothing_is_offered_where_nothing_can_be_sent() {
    let mut model = model(vec![file(Version::Rejected { fault: Fault::Paper(Reason::NamesDiffer) }, 1)]);
    model.papers[0].open = false;
    model.papers[0].files[0].replaceable = false;
    model.papers[0].files[0].removable = false;
    let html = html(Lang::En, &model);
    assert!(
        !html.contains("<input type=\"file\"") && !html.contains("method=\"post\" action=\"/t/"),
        "{html}"
    );
    assert!(html.contains("Not accepted"));
}

#[test]
fn a_check_under_way_is_said_with_the_way_to_look_again() {
    let waiting = Version::Quarantined { since: datetime!(2026-11-23 02:00 UTC) };
    let superseded = Version::Superseded { by: VersionId(Uuid::nil()) };
    assert!(html(Lang::En, &model(vec![file(waiting, 0)])).contains("Look again"));
    assert!(!html(Lang::En, &model(vec![file(superseded, 0)])).contains("Look again"));
}

#[test]
fn a_paper_is_called_missing_only_while_nothing_of_it_is_there() {
    let asked = |files| {
        let mut model = model(files);
        model.papers[0].asked = Some((RedoReason::Incomplete, String::new()));
        html(Lang::En, &model)
    };
    assert!(asked(vec![]).contains("This paper is needed as well"));
    let there = asked(vec![file(Version::Scanned { pages: 1 }, 1)]);
    assert!(there.contains("It is incomplete") && !there.contains("needed as well"), "{there}");
}
