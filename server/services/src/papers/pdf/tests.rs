use super::{MAX_PAGES, examine};
use crate::papers::{FONT_PLACES, Refusal, Remark, Sound};
use image::{ImageFormat, RgbImage};
use pdf_writer::{
    Content, Finish, Name, Pdf, Rect, Ref, Str,
    types::{CidFontType, SystemInfo, TextRenderingMode},
};
use std::{fmt::Write, path::PathBuf, process::Command};
use time::macros::date;

/// What Chinese papers ask of the reader's system: font, encoding, and the text in that encoding.
const CHINESE: [(&str, &str, &[u8]); 4] = [
    // 营业执照
    ("STSong-Light", "UniGB-UCS2-H", b"\x84\x25\x4e\x1a\x62\x67\x71\x67"),
    ("STSong-Light", "GBK-EUC-H", b"\xd3\xaa\xd2\xb5\xd6\xb4\xd5\xd5"),
    ("SimSun", "UniGB-UCS2-H", b"\x84\x25\x4e\x1a\x62\x67\x71\x67"),
    ("SimSun", "GBK-EUC-H", b"\xd3\xaa\xd2\xb5\xd6\xb4\xd5\xd5"),
];

/// Where the stand-in for missing Chinese fonts may be. These tests prove nothing without it: then they fail.
fn fonts() -> Vec<PathBuf> {
    let places: Vec<PathBuf> = FONT_PLACES.iter().map(PathBuf::from).collect();
    let there = places.iter().any(|place| place.exists());
    assert!(there, "no stand-in font on this machine; server/scripts/toolchain.sh test installs one");
    places
}

/// A document of so many pages, each drawn by `content` with the font `F`.
fn document(pages: usize, content: impl Fn(&mut Content), font: impl FnOnce(&mut Pdf, Ref)) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let (catalog, tree, font_id) = (Ref::new(1), Ref::new(2), Ref::new(3));
    let ids: Vec<Ref> = (0..pages).map(|i| Ref::new(100 + i32::try_from(i).unwrap() * 2)).collect();
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree).kids(ids.iter().copied()).count(i32::try_from(pages).unwrap());
    for id in &ids {
        let body = Ref::new(id.get() + 1);
        let mut page = pdf.page(*id);
        page.media_box(Rect::new(0.0, 0.0, 300.0, 150.0)).parent(tree).contents(body);
        page.resources().fonts().pair(Name(b"F"), font_id);
        page.finish();
        let mut drawing = Content::new();
        content(&mut drawing);
        pdf.stream(body, &drawing.finish());
    }
    font(&mut pdf, font_id);
    pdf.finish()
}

fn helvetica(pdf: &mut Pdf, id: Ref) {
    pdf.type1_font(id).base_font(Name(b"Helvetica"));
}

fn show(text: &[u8]) -> impl Fn(&mut Content) {
    move |content| {
        content.begin_text().set_font(Name(b"F"), 48.0).next_line(30.0, 60.0).show(Str(text)).end_text();
    }
}

/// A font that is named but not carried, as Chinese office programs and tax offices write it.
fn named_only(name: &'static str, encoding: &'static str) -> impl FnOnce(&mut Pdf, Ref) {
    move |pdf, id| {
        let (descendant, descriptor) = (Ref::new(4), Ref::new(5));
        pdf.type0_font(id)
            .base_font(Name(name.as_bytes()))
            .encoding_predefined(Name(encoding.as_bytes()))
            .descendant_font(descendant);
        pdf.cid_font(descendant)
            .subtype(CidFontType::Type0)
            .base_font(Name(name.as_bytes()))
            .system_info(SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"GB1"), supplement: 2 })
            .font_descriptor(descriptor)
            .default_width(1000.0);
        pdf.font_descriptor(descriptor)
            .name(Name(name.as_bytes()))
            .bbox(Rect::new(0.0, -200.0, 1000.0, 900.0))
            .italic_angle(0.0)
            .ascent(880.0)
            .descent(-120.0)
            .cap_height(700.0)
            .stem_v(90.0);
    }
}

fn page(sound: &Sound, number: usize) -> RgbImage {
    image::load_from_memory_with_format(&sound.pages[number].jpeg, ImageFormat::Jpeg).unwrap().to_rgb8()
}

/// How much of a picture is dark, in a grid of 12 × 6 cells, in tenths of a percent.
fn ink(picture: &RgbImage) -> Vec<u64> {
    let (width, height) = (picture.width(), picture.height());
    let mut cells = vec![(0u64, 0u64); 72];
    for (x, y, pixel) in picture.enumerate_pixels() {
        let cell = &mut cells[(y * 6 / height * 12 + x * 12 / width) as usize];
        cell.0 += u64::from(pixel.0[0] < 128);
        cell.1 += 1;
    }
    cells.into_iter().map(|(dark, all)| dark * 1000 / all.max(1)).collect()
}

/// The same page drawn by poppler, where it is installed.
fn by_poppler(document: &[u8]) -> Option<RgbImage> {
    let folder = std::env::temp_dir().join(format!("gangway-poppler-{}", std::process::id()));
    std::fs::create_dir_all(&folder).ok()?;
    std::fs::write(folder.join("in.pdf"), document).ok()?;
    let done = Command::new("pdftoppm")
        .args(["-png", "-r", "216", "-singlefile", "in.pdf", "out"])
        .current_dir(&folder)
        .status()
        .ok()?;
    let drawn = image::open(folder.join("out.png")).ok();
    let _ = std::fs::remove_dir_all(&folder);
    done.success().then_some(drawn?.to_rgb8())
}

#[test]
fn chinese_without_its_fonts_is_drawn_as_poppler_draws_it_and_said_to_be_so() {
    for (font, encoding, text) in CHINESE {
        let document = document(1, show(text), named_only(font, encoding));
        let sound = examine(&document, fonts()).unwrap();
        assert_eq!(sound.remarks, [Remark::FallbackFont], "{font} {encoding}");
        let ours = ink(&page(&sound, 0));
        assert!(ours.iter().sum::<u64>() > 500, "{font} {encoding}: nothing drawn");
        let Some(theirs) = by_poppler(&document) else { continue };
        let theirs = ink(&theirs);
        let (total, expected) = (ours.iter().sum::<u64>(), theirs.iter().sum::<u64>());
        assert!(
            total * 10 > expected * 6 && total * 6 < expected * 10,
            "{font} {encoding}: {total} against {expected}"
        );
        // Where one has ink the other has some: the characters stand in the same cells.
        for (at, (ours, theirs)) in ours.iter().zip(&theirs).enumerate() {
            assert!(
                (*ours > 60) <= (*theirs > 0) && (*theirs > 60) <= (*ours > 0),
                "{font} {encoding}: cell {at}"
            );
        }
    }
}

#[test]
fn the_characters_are_the_right_ones() {
    // One horizontal stroke, and two one above the other: 一 and 二.
    let rows = |text: &[u8]| {
        let document = document(1, show(text), named_only("SimSun", "UniGB-UCS2-H"));
        let picture = page(&examine(&document, fonts()).unwrap(), 0);
        let dark = |y: u32| (0..picture.width()).any(|x| picture.get_pixel(x, y).0[0] < 100);
        (1..picture.height()).filter(|y| dark(*y) && !dark(y - 1)).count()
    };
    assert_eq!(rows(b"\x4e\x00"), 1);
    assert_eq!(rows(b"\x4e\x8c"), 2);
    assert_eq!(rows(b"\x4e\x09"), 3);
}

#[test]
fn the_text_is_read_as_it_stands_on_the_page() {
    for (font, encoding, text) in CHINESE {
        let sound = examine(&document(1, show(text), named_only(font, encoding)), fonts()).unwrap();
        assert_eq!(sound.reading.text.trim(), "营业执照", "{font} {encoding}");
    }
    let lines = |content: &mut Content| {
        for (x, y, text) in [(160.0, 60.0, "right"), (30.0, 20.0, "last line"), (30.0, 60.0, "left")] {
            content
                .begin_text()
                .set_font(Name(b"F"), 12.0)
                .next_line(x, y)
                .show(Str(text.as_bytes()))
                .end_text();
        }
    };
    let read = |pages| examine(&document(pages, lines, helvetica), fonts()).unwrap().reading.text;
    assert_eq!(read(1), "left\tright\nlast line\n", "from the top, from the left");
    assert_eq!(read(6).lines().count(), 8, "the first four pages");
}

#[test]
fn text_that_is_only_there_to_be_searched_is_read_too() {
    let hidden = |content: &mut Content| {
        content.begin_text().set_text_rendering_mode(TextRenderingMode::Invisible);
        content.set_font(Name(b"F"), 12.0).next_line(30.0, 60.0).show(Str(b"recognised")).end_text();
    };
    let sound = examine(&document(1, hidden, helvetica), fonts()).unwrap();
    assert_eq!(
        (sound.reading.text.trim(), sound.remarks.as_slice()),
        ("recognised", &[Remark::BlankPage][..])
    );
}

#[test]
fn no_text_is_longer_than_a_paper() {
    let endless = |content: &mut Content| {
        for line in 0..400 {
            let y = 140.0 - f32::from(u16::try_from(line).unwrap()) * 0.3;
            let text = Str(b"a line of many words that nobody needs to read");
            content.begin_text().set_font(Name(b"F"), 0.3).next_line(10.0, y).show(text).end_text();
        }
    };
    let sound = examine(&document(2, endless, helvetica), fonts()).unwrap();
    assert!(sound.reading.is_bounded() && sound.reading.text.len() > 5_000);
}

#[test]
fn what_looks_the_same_to_the_dot_is_known_by_it() {
    let look = |text: &[u8], made: u8| {
        let dated = |pdf: &mut Pdf, id: Ref| {
            helvetica(pdf, id);
            pdf.document_info(Ref::new(90)).creation_date(pdf_writer::Date::new(2019).month(3).day(made));
        };
        examine(&document(1, show(text), dated), fonts()).unwrap().reading
    };
    let (one, other) = (look(b"Licence", 7), look(b"Licence", 8));
    assert_eq!((one.made, other.made), (Some(date!(2019 - 03 - 07)), Some(date!(2019 - 03 - 08))));
    assert_eq!(one.look, other.look);
    assert_ne!(one.look, look(b"License", 7).look);
}

#[test]
fn without_a_stand_in_the_reviewer_is_told() {
    let (font, encoding, text) = CHINESE[0];
    let document = document(1, show(text), named_only(font, encoding));
    let sound = examine(&document, vec!["/nonexistent".into()]).unwrap();
    assert!(sound.remarks.contains(&Remark::MissingText), "{:?}", sound.remarks);
    assert!(sound.remarks.contains(&Remark::BlankPage));
}

#[test]
fn every_page_is_drawn_no_larger_than_ours_are() {
    let sound = examine(&document(3, show(b"Licence"), helvetica), fonts()).unwrap();
    assert_eq!(sound.pages.len(), 3);
    assert!(sound.remarks.is_empty(), "{:?}", sound.remarks);
    // 300 × 150 points, enlarged three times.
    assert_eq!((sound.pages[2].width, sound.pages[2].height), (900, 450));
    assert!(ink(&page(&sound, 2)).iter().sum::<u64>() > 300);
}

#[test]
fn pages_are_counted() {
    assert!(examine(&document(MAX_PAGES as usize, show(b"x"), helvetica), fonts()).is_ok());
    let more = document(MAX_PAGES as usize + 1, show(b"x"), helvetica);
    assert_eq!(examine(&more, fonts()), Err(Refusal::TooManyPages));
    assert_eq!(examine(&document(0, show(b"x"), helvetica), fonts()), Err(Refusal::NoPages));
}

#[test]
fn a_blank_page_is_remarked() {
    let sound = examine(&document(1, |_| {}, helvetica), fonts()).unwrap();
    assert_eq!(sound.remarks, [Remark::BlankPage]);
}

/// Objects as written, with a table that says where they stand.
fn by_hand(objects: &[&str], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", bytes.len()).unwrap();
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = bytes.len();
    bytes.extend(table.bytes());
    let size = objects.len() + 1;
    bytes.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n").bytes(),
    );
    bytes
}

const PAGES: &str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const PAGE: &str = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 150] >>";

#[test]
fn what_acts_by_itself_is_remarked_and_never_runs() {
    let catalogs = [
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
        "/OpenAction << /S /Launch /F (cmd.exe) >>",
        "/OpenAction << /S /URI /URI (http://example.com/) >>",
        "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>",
        "/AA << /WC << /S /JavaScript /JS (1) >> >>",
    ];
    for entry in catalogs {
        let document = by_hand(&[&format!("<< /Type /Catalog /Pages 2 0 R {entry} >>"), PAGES, PAGE], "");
        let sound = examine(&document, fonts()).unwrap();
        assert!(sound.remarks.contains(&Remark::ActiveContent), "{entry}: {:?}", sound.remarks);
    }
    let quiet = "<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >>";
    assert_eq!(examine(&by_hand(&[quiet, PAGES, PAGE], ""), fonts()).unwrap().remarks, [Remark::BlankPage]);
    let carries = "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [] >> >> >>";
    let sound = examine(&by_hand(&[carries, PAGES, PAGE], ""), fonts()).unwrap();
    assert!(sound.remarks.contains(&Remark::Attachment));
}

#[test]
fn f03_page_trees_that_bite_their_tail_end() {
    let catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    let biting = "<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 3 >>";
    assert_eq!(examine(&by_hand(&[catalog, biting, PAGE], ""), fonts()).unwrap().pages.len(), 1);
    let endless = "<< /Type /Pages /Kids [2 0 R] /Count 1 >>";
    assert_eq!(examine(&by_hand(&[catalog, endless], ""), fonts()), Err(Refusal::NoPages));
}

#[test]
fn strange_sizes_of_pages_are_survived() {
    let catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    for size in [
        "0 0 0 0",
        "0 0 1 14400",
        "0 0 1000000000 1000000000",
        "-999999999999 -999999999999 999999999999 9",
        "300 150 0 0",
        "0 0 0.001 0.001",
    ] {
        let page = format!("<< /Type /Page /Parent 2 0 R /MediaBox [{size}] >>");
        match examine(&by_hand(&[catalog, PAGES, &page], ""), fonts()) {
            Ok(sound) => {
                let page = &sound.pages[0];
                assert!((1..=1600).contains(&page.width) && (1..=1600).contains(&page.height), "{size}");
            }
            Err(fault) => assert_eq!(fault, Refusal::Broken, "{size}"),
        }
    }
}

#[test]
fn whatever_is_protected_is_refused_whether_or_not_it_asks_for_a_password() {
    let catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    // RC4 with 40 bits under the empty password, which every reader tries unasked; and under another.
    let own = "2a".repeat(32);
    let protection = |user: &str| format!("<< /Filter /Standard /V 1 /R 2 /O <{own}> /U <{user}> /P -4 >>");
    let empty = protection("9f981af63c29870a2cbc698c143e08fa1de3d144aaa4e3972b0ffa5cd7ae73ea");
    let known = protection(&"2b".repeat(32));
    let other = "<< /Filter /Adobe.PubSec /V 4 >>";
    let unknown = "<< >>";
    for protection in [&empty, &known, other, unknown] {
        let document = by_hand(
            &[catalog, PAGES, PAGE, protection],
            "/Encrypt 4 0 R /ID [<0102030405060708090a0b0c0d0e0f10> <01>]",
        );
        assert_eq!(examine(&document, fonts()), Err(Refusal::Encrypted), "{protection}");
    }
    let readable = by_hand(
        &[catalog, PAGES, PAGE, &empty],
        "/Encrypt 4 0 R /ID [<0102030405060708090a0b0c0d0e0f10> <01>]",
    );
    assert!(hayro::hayro_syntax::Pdf::new(readable).is_ok(), "the test's own password is the empty one");
}

#[test]
fn damaged_documents_are_refused() {
    assert_eq!(examine(b"", fonts()), Err(Refusal::Broken));
    assert_eq!(examine(b"%PDF-1.7\nnothing\nstartxref\n0\n%%EOF", fonts()), Err(Refusal::Broken));
    let whole = document(1, show(b"Licence"), helvetica);
    // A missing table is mended, a missing page is not.
    assert!(examine(&whole[..whole.len() - 30], fonts()).is_ok());
    assert!(examine(&whole[..60], fonts()).is_err());
}

/// Two pages with a missing font and one between them without: each tells for itself.
#[test]
fn each_page_that_needed_another_font_says_so() {
    let mut pdf = Pdf::new();
    let (catalog, tree, carried, named) = (Ref::new(1), Ref::new(2), Ref::new(3), Ref::new(30));
    let ids = [Ref::new(100), Ref::new(102), Ref::new(104)];
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree).kids(ids).count(3);
    for (number, id) in ids.into_iter().enumerate() {
        let body = Ref::new(id.get() + 1);
        let mut page = pdf.page(id);
        page.media_box(Rect::new(0.0, 0.0, 300.0, 150.0)).parent(tree).contents(body);
        page.resources().fonts().pair(Name(b"F"), if number == 1 { carried } else { named });
        page.finish();
        let mut drawing = Content::new();
        show(if number == 1 { b"abc" } else { b"\xd3\xaa\xd2\xb5" })(&mut drawing);
        pdf.stream(body, &drawing.finish());
    }
    helvetica(&mut pdf, carried);
    named_only("STSong-Light", "GBK-EUC-H")(&mut pdf, named);
    let sound = examine(&pdf.finish(), fonts()).unwrap();
    let pages: Vec<bool> = sound.pages.iter().map(|page| page.substitute_font).collect();
    assert_eq!(pages, [true, false, true]);
    assert!(sound.remarks.contains(&Remark::FallbackFont));
}
