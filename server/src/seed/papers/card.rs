//! Both sides of a resident ID as somebody photographs it on a table.

use super::canvas::{Canvas, Colour};
use crate::seed::people::Representative;
use time::Date;

const PICTURE: (u32, u32) = (1280, 900);
const CORNER: (u32, u32) = (100, 110);
const CARD: (u32, u32) = (1080, 680);

const INK: Colour = [40, 44, 60];
const PALE: Colour = [120, 150, 190];

/// The side with the portrait and the number.
pub(in crate::seed) fn id_front(person: &Representative, number: usize) -> anyhow::Result<Vec<u8>> {
    let mut canvas = card(number);
    for (line, width) in (0..).zip([240, 170, 420, 480, 300]) {
        canvas.fill((170, 180 + line * 82), (70, 18), PALE, 256);
        canvas.fill((270, 172 + line * 82), (width, 34), INK, 200);
    }
    portrait(&mut canvas, number);
    canvas.fill((170, 690), (150, 20), PALE, 256);
    canvas.write((380, 676), 7, &person.id_number, INK, 256);
    specimen(&mut canvas);
    canvas.jpeg()
}

/// The side with the validity.
pub(in crate::seed) fn id_back(person: &Representative, number: usize) -> anyhow::Result<Vec<u8>> {
    let mut canvas = card(number + 500);
    canvas.disc((270, 270), 85, [190, 40, 40]);
    canvas.disc((270, 270), 62, [232, 190, 90]);
    canvas.fill((410, 200), (620, 46), INK, 220);
    canvas.fill((470, 290), (500, 60), INK, 220);
    canvas.fill((170, 600), (140, 20), PALE, 256);
    canvas.fill((360, 592), (420, 36), INK, 200);
    canvas.fill((170, 690), (140, 20), PALE, 256);
    let validity = format!("{}-{}", dotted(person.id_from), dotted(person.id_until));
    canvas.write((360, 680), 6, &validity, INK, 256);
    specimen(&mut canvas);
    canvas.jpeg()
}

/// A shop from the street; no two are alike.
pub(in crate::seed) fn shop(number: usize) -> anyhow::Result<Vec<u8>> {
    let mut canvas = card(number + 900);
    let shade = u8::try_from(number * 43 % 120).unwrap_or_default();
    canvas.fill((160, 180), (960, 90), [90 + shade, 60, 50], 256);
    canvas.fill((200, 300), (380, 400), [180, 205, 220], 256);
    canvas.fill((680, 300), (380, 400), [180, 205, 220], 256);
    canvas.fill((600, 330), (60, 370), [70, 60, 50], 256);
    specimen(&mut canvas);
    canvas.jpeg()
}

/// A table with a card on it; no two tables are alike.
fn card(number: usize) -> Canvas {
    let shade = u8::try_from(number * 29 % 90).unwrap_or_default();
    let seed = u32::try_from(number * 7919 + 13).unwrap_or(1);
    let mut canvas = Canvas::new(
        PICTURE.0,
        PICTURE.1,
        [110 + shade, 90 + shade / 2, 70],
        [70 + shade / 2, 60, 52 + shade / 3],
        seed,
    );
    canvas.fill((CORNER.0 + 10, CORNER.1 + 14), CARD, [20, 20, 20], 120);
    canvas.fill(CORNER, CARD, [236, 241, 247], 256);
    canvas.fill(CORNER, (CARD.0, 8), [190, 205, 224], 256);
    for line in 0..34 {
        canvas.fill((CORNER.0, CORNER.1 + line * 20), (CARD.0, 6), [214, 226, 240], 110);
    }
    canvas
}

fn portrait(canvas: &mut Canvas, number: usize) {
    let hair: Colour = [35, 30, 28];
    let coat = [60 + u8::try_from(number * 31 % 120).unwrap_or_default(), 70, 95];
    canvas.fill((850, 190), (270, 360), [222, 228, 232], 256);
    canvas.disc((985, 320), 88, hair);
    canvas.disc((985, 345), 74, [226, 188, 160]);
    canvas.fill((890, 440), (190, 110), coat, 256);
    canvas.disc((985, 450), 60, coat);
}

/// Nobody is to take it for a real one.
fn specimen(canvas: &mut Canvas) {
    canvas.write((240, 400), 16, "SPECIMEN", [200, 60, 60], 90);
}

fn dotted(date: Date) -> String {
    format!("{}.{:02}.{:02}", date.year(), u8::from(date.month()), date.day())
}
