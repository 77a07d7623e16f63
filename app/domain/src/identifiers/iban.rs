//! International bank account numbers, ISO 13616.

use super::{Verdict, iso7064};

/// A run of characters of one class: `n` digits, `a` upper-case letters, `c` either.
type Run = (usize, char);

/// How each country builds its part after the four leading characters.
/// Source: SWIFT IBAN Registry, release 101; neighbouring runs of one class are merged.
#[rustfmt::skip]
const COUNTRIES: &[(&str, &[Run])] = &[
    ("AD", &[(8, 'n'), (12, 'c')]),
    ("AE", &[(19, 'n')]),
    ("AL", &[(8, 'n'), (16, 'c')]),
    ("AT", &[(16, 'n')]),
    ("AZ", &[(4, 'a'), (20, 'c')]),
    ("BA", &[(16, 'n')]),
    ("BE", &[(12, 'n')]),
    ("BG", &[(4, 'a'), (6, 'n'), (8, 'c')]),
    ("BH", &[(4, 'a'), (14, 'c')]),
    ("BI", &[(23, 'n')]),
    ("BR", &[(23, 'n'), (1, 'a'), (1, 'c')]),
    ("BY", &[(4, 'c'), (4, 'n'), (16, 'c')]),
    ("CH", &[(5, 'n'), (12, 'c')]),
    ("CR", &[(18, 'n')]),
    ("CY", &[(8, 'n'), (16, 'c')]),
    ("CZ", &[(20, 'n')]),
    ("DE", &[(18, 'n')]),
    ("DJ", &[(23, 'n')]),
    ("DK", &[(14, 'n')]),
    ("DO", &[(4, 'c'), (20, 'n')]),
    ("EE", &[(16, 'n')]),
    ("EG", &[(25, 'n')]),
    ("ES", &[(20, 'n')]),
    ("FI", &[(14, 'n')]),
    ("FK", &[(2, 'a'), (12, 'n')]),
    ("FO", &[(14, 'n')]),
    ("FR", &[(10, 'n'), (11, 'c'), (2, 'n')]),
    ("GB", &[(4, 'a'), (14, 'n')]),
    ("GE", &[(2, 'a'), (16, 'n')]),
    ("GI", &[(4, 'a'), (15, 'c')]),
    ("GL", &[(14, 'n')]),
    ("GR", &[(7, 'n'), (16, 'c')]),
    ("GT", &[(24, 'c')]),
    ("HN", &[(4, 'a'), (20, 'n')]),
    ("HR", &[(17, 'n')]),
    ("HU", &[(24, 'n')]),
    ("IE", &[(4, 'a'), (14, 'n')]),
    ("IL", &[(19, 'n')]),
    ("IQ", &[(4, 'a'), (15, 'n')]),
    ("IS", &[(22, 'n')]),
    ("IT", &[(1, 'a'), (10, 'n'), (12, 'c')]),
    ("JO", &[(4, 'a'), (4, 'n'), (18, 'c')]),
    ("KW", &[(4, 'a'), (22, 'c')]),
    ("KZ", &[(3, 'n'), (13, 'c')]),
    ("LB", &[(4, 'n'), (20, 'c')]),
    ("LC", &[(4, 'a'), (24, 'c')]),
    ("LI", &[(5, 'n'), (12, 'c')]),
    ("LT", &[(16, 'n')]),
    ("LU", &[(3, 'n'), (13, 'c')]),
    ("LV", &[(4, 'a'), (13, 'c')]),
    ("LY", &[(21, 'n')]),
    ("MC", &[(10, 'n'), (11, 'c'), (2, 'n')]),
    ("MD", &[(20, 'c')]),
    ("ME", &[(18, 'n')]),
    ("MK", &[(3, 'n'), (10, 'c'), (2, 'n')]),
    ("MN", &[(16, 'n')]),
    ("MR", &[(23, 'n')]),
    ("MT", &[(4, 'a'), (5, 'n'), (18, 'c')]),
    ("MU", &[(4, 'a'), (19, 'n'), (3, 'a')]),
    ("NI", &[(4, 'a'), (20, 'n')]),
    ("NL", &[(4, 'a'), (10, 'n')]),
    ("NO", &[(11, 'n')]),
    ("OM", &[(3, 'n'), (16, 'c')]),
    ("PK", &[(4, 'a'), (16, 'c')]),
    ("PL", &[(24, 'n')]),
    ("PS", &[(4, 'a'), (21, 'c')]),
    ("PT", &[(21, 'n')]),
    ("QA", &[(4, 'a'), (21, 'c')]),
    ("RO", &[(4, 'a'), (16, 'c')]),
    ("RS", &[(18, 'n')]),
    ("RU", &[(14, 'n'), (15, 'c')]),
    ("SA", &[(2, 'n'), (18, 'c')]),
    ("SC", &[(4, 'a'), (20, 'n'), (3, 'a')]),
    ("SD", &[(14, 'n')]),
    ("SE", &[(20, 'n')]),
    ("SI", &[(15, 'n')]),
    ("SK", &[(20, 'n')]),
    ("SM", &[(1, 'a'), (10, 'n'), (12, 'c')]),
    ("SO", &[(19, 'n')]),
    ("ST", &[(21, 'n')]),
    ("SV", &[(4, 'a'), (20, 'n')]),
    ("TL", &[(19, 'n')]),
    ("TN", &[(20, 'n')]),
    ("TR", &[(6, 'n'), (16, 'c')]),
    ("UA", &[(6, 'n'), (19, 'c')]),
    ("VA", &[(18, 'n')]),
    ("VG", &[(4, 'a'), (16, 'n')]),
    ("XK", &[(16, 'n')]),
    ("YE", &[(4, 'a'), (4, 'n'), (18, 'c')]),
];

/// Two letters of country, two check digits, and the country's own part.
pub(super) fn iban(number: &[u8]) -> Verdict {
    let (Some(country), Some(check), Some(own)) = (number.get(..2), number.get(2..4), number.get(4..)) else {
        return Verdict::No("length");
    };
    let Ok(found) = COUNTRIES.binary_search_by_key(&country, |(code, _)| code.as_bytes()) else {
        return Verdict::No("country");
    };
    let Some((_, runs)) = COUNTRIES.get(found) else { return Verdict::No("country") };
    if own.len() != runs.iter().map(|(length, _)| length).sum::<usize>() {
        return Verdict::No("length");
    }
    let classes = runs.iter().flat_map(|(length, class)| std::iter::repeat_n(*class, *length));
    if !check.iter().all(u8::is_ascii_digit)
        || !own.iter().zip(classes).all(|(byte, class)| fits(*byte, class))
    {
        return Verdict::No("structure");
    }
    // 00, 01 and 99 leave the same remainders as 97, 98 and 02, but are never given.
    if matches!(check, b"00" | b"01" | b"99") {
        return Verdict::No("check-digit");
    }
    let turned = own.iter().chain(country).chain(check);
    if iso7064::mod_97_10(turned) == Some(1) { Verdict::Ok } else { Verdict::No("check-digit") }
}

const fn fits(byte: u8, class: char) -> bool {
    match class {
        'n' => byte.is_ascii_digit(),
        'a' => byte.is_ascii_uppercase(),
        _ => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::COUNTRIES;

    #[test]
    fn the_table_can_be_searched() {
        assert!(COUNTRIES.is_sorted_by(|(a, _), (b, _)| a < b));
        assert!(COUNTRIES.iter().all(|(_, runs)| runs.iter().map(|(n, _)| n).sum::<usize>() <= 30));
        assert!(
            COUNTRIES.iter().all(|(_, runs)| runs.iter().all(|(_, class)| matches!(class, 'n' | 'a' | 'c')))
        );
    }
}
