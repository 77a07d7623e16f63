//! Invented papers: what a form prints is the same on all of them, what is filled in is not.

use super::ink::{Dice, Page};

/// A form by its name: drawn from what it prints and what is filled in.
type Form = (&'static str, fn(&mut Dice, &mut Dice) -> Page);

/// Kinds of papers.
pub const FORMS: [Form; 10] = [
    ("licence, across", licence_across),
    ("licence, upright", licence_upright),
    ("slip of a bank", bank_slip),
    ("extract of a register", extract),
    ("identity card, back", card_back),
    ("identity card, front", card_front),
    ("letter", letter),
    ("card on a table", photographed),
    ("shop", shop),
    ("pages of a shop", screen),
];

/// The paper of this kind that is filled in like this.
pub fn paper(form: usize, filled_in: u64) -> Page {
    let form_dice = &mut Dice::new(9000 + form as u64);
    FORMS[form].1(form_dice, &mut Dice::new(filled_in * 131 + form as u64 * 7 + 5))
}

fn licence_across(form: &mut Dice, own: &mut Dice) -> Page {
    let mut page = licence_sheet(form, own, (1000, 707));
    for row in 0..4 {
        let y = 250 + row * 46;
        page.line(&form.han(4), (80, y), 18, 70);
        match row {
            0 => page.line(&own.some_han(8, 18), (190, y), 18, 25),
            // One of three kinds of companies, as most are.
            1 => page.line(&Dice::new(77 + own.below(3)).han(12), (190, y), 18, 25),
            2 => page.line(&own.some_han(2, 4), (190, y), 18, 25),
            _ => {
                page.lines(&own.some_han(20, 56), (190, y), 14, 330);
                0
            }
        };
        page.line(&form.han(4), (560, y), 18, 70);
        if row == 3 {
            page.lines(&own.some_han(12, 34), (660, y), 15, 260);
        } else {
            page.line(&own.digits(9), (660, y), 18, 25);
        }
    }
    page
}

fn licence_upright(form: &mut Dice, own: &mut Dice) -> Page {
    let mut page = licence_sheet(form, own, (707, 1000));
    for row in 0..7 {
        let y = 250 + row * 74;
        page.line(&form.han(4), (80, y), 18, 70);
        match row {
            1 => page.lines(&Dice::new(77 + own.below(3)).han(12), (190, y), 18, 430),
            2 => page.lines(&own.some_han(2, 4), (190, y), 18, 430),
            3 => page.lines(&own.some_han(20, 90), (190, y), 14, 430),
            _ => page.lines(&own.some_han(6, 22), (190, y), 18, 430),
        }
    }
    page
}

/// What both have: frames, emblem, title, number, seal, date, a square code.
fn licence_sheet(form: &mut Dice, own: &mut Dice, (width, height): (i32, i32)) -> Page {
    let mut page = Page::new(width, height, 248);
    page.frame((20, 20), (width - 40, height - 40), 6, 120);
    page.frame((32, 32), (width - 64, height - 64), 2, 150);
    page.ring((width / 2, 80), 34, 0, 150);
    page.ring((width / 2, 80), 20, 0, 220);
    page.line(&form.han(4), (width / 2 - 150, 130), 64, 20);
    page.line(&form.han(8), (70, 120), 13, 40);
    page.line(&own.digits(18), (70, 140), 15, 30);
    page.ring((width - 180, height - 150), 70, 5, 110);
    page.line(&form.han(7), (width - 235, height - 160), 15, 110);
    page.line(&own.digits(8), (width - 260, height - 70), 18, 40);
    page.line(&form.han(24), (80, height - 60), 11, 110);
    for square in 0..18 * 18 {
        if own.below(2) == 0 {
            page.bar((90 + square % 18 * 5, height - 200 + square / 18 * 5), (5, 5), 10);
        }
    }
    page
}

fn bank_slip(form: &mut Dice, own: &mut Dice) -> Page {
    let mut page = Page::new(707, 1000, 252);
    page.line(&form.han(9), (180, 60), 34, 20);
    page.frame((50, 140), (607, 420), 2, 60);
    page.bar((200, 140), (1, 420), 90);
    for row in 0..7 {
        let y = 160 + row * 60;
        page.bar((50, y - 20), (607, 1), 90);
        page.line(&form.han(5), (65, y), 18, 60);
        let filled_in = match row {
            0 | 2 => own.some_han(8, 18),
            1 => own.digits(19),
            3 => own.some_han(2, 3),
            // A branch that others bank with too.
            4 => Dice::new(500 + own.below(6)).han(12),
            _ => own.digits(11),
        };
        page.line(&filled_in, (215, y), 18, 25);
    }
    page.lines(&form.han(160), (60, 600), 14, 580);
    page.ring((520, 860), 65, 5, 120);
    page
}

fn extract(form: &mut Dice, own: &mut Dice) -> Page {
    let mut page = Page::new(707, 1000, 255);
    page.bar((60, 60), (120, 40), 90);
    page.line(&form.words(4), (230, 70), 26, 30);
    page.bar((50, 125), (607, 2), 60);
    for row in 0..9 {
        let y = 160 + row * 52;
        page.line(&form.words(2), (60, y), 15, 80);
        let words = own.within(2, if row == 4 { 9 } else { 4 });
        let filled_in = if row % 3 == 1 { own.digits(8) } else { own.words(words) };
        page.lines(&filled_in, (270, y), 15, 380);
    }
    page.lines(&form.words(90), (60, 680), 12, 590);
    page.line(&own.digits(8), (60, 940), 14, 40);
    page
}

/// Little but the form: an office and two dates are all that differs.
fn card_back(form: &mut Dice, own: &mut Dice) -> Page {
    let mut page = Page::new(856, 540, 225);
    for line in 0..60 {
        page.bar((0, line * 9), (856, 1), form.shade(205, 219));
    }
    page.ring((150, 150), 75, 0, 150);
    page.ring((150, 150), 50, 0, 190);
    page.line(&form.han(7), (270, 70), 52, 40);
    page.line(&form.han(5), (300, 150), 70, 30);
    page.line(&form.han(4), (180, 370), 26, 60);
    page.line(&own.some_han(6, 11), (320, 370), 26, 20);
    page.line(&form.han(4), (180, 440), 26, 60);
    page.line(&own.digits(16), (320, 440), 28, 20);
    page
}

fn card_front(form: &mut Dice, own: &mut Dice) -> Page {
    let mut page = Page::new(856, 540, 228);
    card(&mut page, form, own, (0, 0), 100);
    page
}

/// A card with a face, of this size in per cent.
fn card(page: &mut Page, form: &mut Dice, own: &mut Dice, (x, y): (i32, i32), size: i32) {
    let at = |right: i32, down: i32| (x + right * size / 100, y + down * size / 100);
    let sized = |length: i32| length * size / 100;
    for (row, down) in [60, 130, 200, 270].into_iter().enumerate() {
        page.line(&form.han(2), at(50, down), sized(24), 90);
        match row {
            0 => drop(page.line(&own.some_han(2, 4), at(140, down), sized(32), 20)),
            1 => {
                page.line(&Dice::new(40 + own.below(2)).han(1), at(140, down), sized(26), 20);
                page.line(&Dice::new(50 + own.below(3)).han(1), at(300, down), sized(26), 20);
            }
            2 => drop(page.line(&own.digits(8), at(140, down), sized(26), 20)),
            _ => page.lines(&own.some_han(14, 32), at(140, down), sized(26), sized(360)),
        }
    }
    page.line(&form.han(6), at(50, 460), sized(24), 90);
    page.line(&own.digits(18), at(290, 455), sized(34), 20);
    let (hair, skin, coat) = (own.shade(10, 70), own.shade(150, 205), own.shade(20, 160));
    let head = own.within(60, 78);
    page.bar(at(570, 70), (sized(220), sized(280)), 238);
    page.ring(at(680, 170), sized(head + 12), 0, hair);
    page.ring(at(680 + own.within(-6, 6), 185), sized(head), 0, skin);
    page.bar(at(580, 270), (sized(200), sized(80)), coat);
    let eyes = own.within(165, 185);
    page.bar(at(645, eyes), (sized(18), sized(7)), 40);
    page.bar(at(698, eyes), (sized(18), sized(7)), 40);
    page.bar(at(665, 210 + own.within(0, 14)), (sized(30), sized(6)), 100);
}

fn letter(form: &mut Dice, own: &mut Dice) -> Page {
    let mut page = Page::new(707, 1000, 255);
    page.line(&form.words(3), (60, 60), 24, 30);
    for part in 0..6 {
        let words = own.within(12, 26);
        page.lines(&own.words(words), (60, 150 + part * 120), 14, 590);
    }
    page.line(&own.words(2), (400, 920), 22, 50);
    page
}

fn photographed(form: &mut Dice, own: &mut Dice) -> Page {
    let mut page = Page::new(1000, 750, own.shade(60, 190));
    for plank in 0..own.within(5, 12) {
        page.bar((0, plank * 75), (1000, own.within(20, 60)), own.shade(60, 190));
    }
    let size = own.within(75, 99);
    let corner = (own.within(10, 980 - 856 * size / 100), own.within(10, 740 - 540 * size / 100));
    page.bar(corner, (856 * size / 100, 540 * size / 100), own.shade(200, 240));
    card(&mut page, form, own, corner, size);
    page
}

fn shop(_: &mut Dice, own: &mut Dice) -> Page {
    let mut page = Page::new(1000, 750, 200);
    for line in 0..750 {
        page.bar((0, line), (1000, 1), (230 - line / 6) as u8);
    }
    for _ in 0..own.within(14, 30) {
        let place = (own.within(-50, 900), own.within(0, 700));
        let (width, height, shade) = (own.within(30, 400), own.within(20, 300), own.shade(0, 254));
        match own.below(3) {
            0 => page.ring(place, width / 3, 0, shade),
            1 => page.frame(place, (width, height), 6, shade),
            _ => page.bar(place, (width, height), shade),
        }
    }
    let place = (own.within(50, 400), own.within(50, 300));
    page.line(&own.some_han(4, 9), place, own.within(40, 80), own.shade(0, 254));
    for pixel in &mut page.pixels {
        *pixel = pixel.saturating_add(own.shade(0, 9)).saturating_sub(own.shade(0, 9));
    }
    page
}

fn screen(form: &mut Dice, own: &mut Dice) -> Page {
    let mut page = Page::new(460, 1000, 250);
    page.bar((0, 0), (460, 70), 60);
    page.line(&form.han(6), (130, 25), 24, 240);
    for row in 0..7 {
        let y = 100 + row * 118;
        page.bar((20, y), (90, 90), own.shade(0, 219));
        page.line(&own.some_han(5, 14), (125, y + 8), 20, 40);
        page.line(&own.some_han(4, 15), (125, y + 40), 14, 120);
        page.line(&own.digits(5), (125, y + 66), 18, 80);
    }
    for at in 0..4 {
        page.line(&form.han(2), (40 + at * 110, 960), 18, 90);
    }
    page
}
