//! Numbers that hold by their rules, and the same with one thing wrong.

use super::dice::Dice;
use time::Date;

const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const USCC_WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
const ID_WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// A unified social credit code of a class and a region; with another check in the organisation's code if `broken`.
pub(super) fn uscc(dice: &mut Dice, class: &str, region: &str, broken: bool) -> String {
    let mut organisation = format!("MA5{}", dice.digits(5));
    let sum: u32 =
        organisation.chars().zip(ORGANISATION_WEIGHTS).map(|(c, weight)| value36(c) * weight).sum();
    let check = (11 - sum % 11 + u32::from(broken)) % 11;
    organisation.push(if check == 10 { 'X' } else { char::from_digit(check, 10).expect("a digit") });
    let body = format!("{class}{region}{organisation}");
    let sum: u32 = body.chars().zip(USCC_WEIGHTS).map(|(c, weight)| value31(c) * weight).sum();
    let check = usize::try_from((31 - sum % 31) % 31).expect("a check");
    format!("{body}{}", ALPHABET.chars().nth(check).expect("a character"))
}

fn value36(c: char) -> u32 {
    c.to_digit(36).expect("a digit or a letter")
}

fn value31(c: char) -> u32 {
    u32::try_from(ALPHABET.find(c).expect("of the alphabet")).expect("a value")
}

/// A resident ID of a region and a birthday.
pub(super) fn resident_id(dice: &mut Dice, region: &str, birth: Date) -> String {
    let day = format!("{:04}{:02}{:02}", birth.year(), u8::from(birth.month()), birth.day());
    let body = format!("{region}{day}{}", dice.digits(3));
    let sum: u32 =
        body.chars().zip(ID_WEIGHTS).map(|(c, weight)| c.to_digit(10).expect("a digit") * weight).sum();
    format!(
        "{body}{}",
        "10X98765432".chars().nth(usize::try_from(sum % 11).expect("a check")).expect("a check")
    )
}

/// A branch code of a bank's prefix.
pub(super) fn cnaps(dice: &mut Dice, prefix: &str) -> String {
    let body = format!("{prefix}{}", dice.digits(8));
    let product = body.chars().fold(10, |product, c| {
        let sum = (c.to_digit(10).expect("a digit") + product) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    format!("{body}{}", (11 - product) % 10)
}

/// The same number with another last character.
pub(super) fn broken(number: &str) -> String {
    let (body, last) = number.split_at(number.len() - 1);
    format!("{body}{}", if last == "7" { "8" } else { "7" })
}

/// A German account.
pub(super) fn iban(dice: &mut Dice) -> String {
    let account = dice.digits(18);
    let rest = format!("{account}131400")
        .chars()
        .fold(0, |rest, c| (rest * 10 + c.to_digit(10).expect("a digit")) % 97);
    format!("DE{:02}{account}", 98 - rest)
}
