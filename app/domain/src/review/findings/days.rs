//! The days that a paper's text tells, as papers of China, America and Europe write them, and what they are the days of.

use time::{Date, Month};
use unicode_normalization::UnicodeNormalization;

/// How far back before a day its label may stand, in characters without spaces.
const LABEL: usize = 40;

/// When something ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// On a day.
    Day(Date),
    /// Never: 长期.
    Open,
}

/// The days of a text. A day that can be read in two ways, like 3/4/2020, stands there in both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Every day.
    pub days: Vec<Date>,
    /// Those on which something is said to begin.
    pub from: Vec<Date>,
    /// When something is said to end.
    pub until: Vec<End>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Number { value: u32, digits: usize },
    Word(String),
    Sign(char),
}

use Token::{Number, Sign, Word};

/// Reads a text.
pub fn told(text: &str) -> Told {
    let tokens = tokens(text);
    let mut rest = tokens.as_slice();
    let (mut told, mut between, mut previous) = (Told::default(), String::new(), Vec::new());
    while let Some((first, after)) = rest.split_first() {
        let (days, used) = day(rest);
        if !days.is_empty() {
            told.note(&previous, &between, &days);
            (previous, rest) = (days, rest.get(used..).unwrap_or_default());
            between.clear();
        } else if let Some(used) = endless(rest) {
            if is_joint(&between)
                || ["期限", "有效", "valid", "term"].iter().any(|word| between.contains(word))
            {
                told.begin(&previous, is_joint(&between));
                told.until.push(End::Open);
            }
            rest = rest.get(used..).unwrap_or_default();
            between.clear();
        } else {
            push(&mut between, first);
            rest = after;
        }
    }
    told
}

impl Told {
    fn note(&mut self, previous: &[Date], between: &str, days: &[Date]) {
        self.days.extend(days);
        let label: String = {
            let skipped = between.chars().count().saturating_sub(LABEL);
            between.chars().skip(skipped).collect()
        };
        if !previous.is_empty() && is_joint(between) {
            self.begin(previous, true);
            self.until.extend(days.iter().copied().map(End::Day));
        } else if is_end(&label) {
            self.until.extend(days.iter().copied().map(End::Day));
        } else if is_begin(&label) {
            self.from.extend(days);
        }
    }

    fn begin(&mut self, days: &[Date], joined: bool) {
        let new = days.iter().filter(|day| joined && !self.from.contains(day)).copied().collect::<Vec<_>>();
        self.from.extend(new);
    }
}

/// What stands between the first and the last day of a term.
fn is_joint(between: &str) -> bool {
    const JOINTS: [&str; 16] = [
        "至", "到", "起至", "起到", "-", "–", "—", "―", "~", "to", "until", "through", "till", "bis", "起",
        "起,至",
    ];
    JOINTS.contains(&between.trim_matches(['(', ')', ':']))
}

fn is_end(label: &str) -> bool {
    const ENDS: [&str; 9] =
        ["有效期至", "期限至", "截止", "到期", "届满", "validuntil", "validto", "expir", "gültigbis"];
    label.ends_with('至') || ENDS.iter().any(|end| label.contains(end))
}

fn is_begin(label: &str) -> bool {
    const BEGINS: [&str; 17] = [
        "成立日期",
        "成立时间",
        "注册日期",
        "设立日期",
        "期限自",
        "有效期自",
        "有效期起",
        "validfrom",
        "incorporat",
        "formed",
        "formation",
        "establish",
        "registeredon",
        "dateofregistration",
        "registrationdate",
        "eintragung",
        "gegründet",
    ];
    label.ends_with('自') || BEGINS.iter().any(|begin| label.contains(begin))
}

/// The words for what never ends, and how many tokens they take.
fn endless(rest: &[Token]) -> Option<usize> {
    const SIGNS: [&str; 5] = ["长期", "長期", "永久", "无固定期限", "不约定期限"];
    const WORDS: [&str; 6] =
        ["indefinite", "unlimited", "perpetual", "permanent", "perpetuity", "unbefristet"];
    if let [Word(word), ..] = rest {
        return WORDS.contains(&word.as_str()).then_some(1);
    }
    let begins = |signs: &&&str| {
        let mut tokens = rest.iter();
        signs.chars().all(|sign| tokens.next() == Some(&Sign(sign)))
    };
    SIGNS.iter().find(begins).map(|signs| signs.chars().count())
}

/// The day that begins here in every way it can be read, and how many tokens it takes; empty where none does.
fn day(rest: &[Token]) -> (Vec<Date>, usize) {
    match rest {
        [
            Number { value: y, digits: 4 },
            Sign('年'),
            Number { value: m, .. },
            Sign('月'),
            Number { value: d, .. },
            Sign('日' | '号'),
            ..,
        ] => (days(&[(*y, *m, *d)]), 6),
        [
            Number { value: y, digits: 4 },
            Sign(first @ ('-' | '/' | '.')),
            Number { value: m, digits: 1 | 2 },
            Sign(second),
            Number { value: d, digits: 1 | 2 },
            ..,
        ] if first == second => (days(&[(*y, *m, *d)]), 5),
        [
            Number { value: a, digits: 1 | 2 },
            Sign(first @ ('-' | '/' | '.')),
            Number { value: b, digits: 1 | 2 },
            Sign(second),
            Number { value: y, digits: 4 },
            ..,
        ] if first == second => {
            // With points the day comes first everywhere; else it depends on where the paper is from.
            let other = if *first == '.' { (0, 0, 0) } else { (*y, *a, *b) };
            (days(&[(*y, *b, *a), other]), 5)
        }
        _ => spelled(rest),
    }
}

/// `7 March 2019`, `the 7th day of March, 2019`, `March 7, 2019`, `7. März 2019`.
fn spelled(rest: &[Token]) -> (Vec<Date>, usize) {
    let filling = |token: &Token| match token {
        Word(word) => ["st", "nd", "rd", "th", "day", "of"].contains(&word.as_str()),
        Sign(sign) => matches!(sign, ',' | '.'),
        Number { .. } => false,
    };
    let mut said = rest.iter().enumerate().take(8).filter(|(place, token)| *place == 0 || !filling(token));
    let (Some((_, first)), Some((_, second)), Some((last, Number { value: y, digits: 4 }))) =
        (said.next(), said.next(), said.next())
    else {
        return (vec![], 0);
    };
    let (Number { value: d, digits: 1 | 2 }, Word(word)) = (match first {
        Word(_) => (second, first),
        _ => (first, second),
    }) else {
        return (vec![], 0);
    };
    month(word).map_or((vec![], 0), |m| (days(&[(*y, m, *d)]), last + 1))
}

fn month(word: &str) -> Option<u32> {
    const NAMES: [(&str, u32); 27] = [
        ("january", 1),
        ("januar", 1),
        ("february", 2),
        ("februar", 2),
        ("march", 3),
        ("märz", 3),
        ("april", 4),
        ("may", 5),
        ("mai", 5),
        ("june", 6),
        ("juni", 6),
        ("july", 7),
        ("juli", 7),
        ("august", 8),
        ("september", 9),
        ("october", 10),
        ("oktober", 10),
        ("november", 11),
        ("december", 12),
        ("dezember", 12),
        ("sept", 9),
        ("mrz", 3),
        ("okt", 10),
        ("dez", 12),
        ("jän", 1),
        ("jänner", 1),
        ("febr", 2),
    ];
    let whole = NAMES.iter().find(|(name, _)| *name == word);
    let short = || NAMES.iter().find(|(name, _)| word.len() == 3 && name.starts_with(word));
    whole.or_else(short).map(|(_, number)| *number)
}

fn days(parts: &[(u32, u32, u32)]) -> Vec<Date> {
    let date = |(year, month, day): (u32, u32, u32)| {
        let year = i32::try_from(year).ok().filter(|year| (1850..2200).contains(year))?;
        let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
        Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
    };
    let mut days: Vec<Date> = parts.iter().filter_map(|part| date(*part)).collect();
    days.dedup();
    days
}

fn tokens(text: &str) -> Vec<Token> {
    let is_latin = |c: char| c.is_alphabetic() && u32::from(c) < 0x2e80;
    let mut tokens: Vec<Token> = Vec::new();
    let mut glued = false;
    for c in text.nfkc() {
        match (tokens.last_mut().filter(|_| glued), c.to_digit(10)) {
            (Some(Number { value, digits }), Some(digit)) => {
                *value = value.saturating_mul(10).saturating_add(digit);
                *digits += 1;
            }
            (_, Some(digit)) => tokens.push(Number { value: digit, digits: 1 }),
            (Some(Word(word)), None) if is_latin(c) => word.extend(c.to_lowercase()),
            (_, None) if is_latin(c) => tokens.push(Word(c.to_lowercase().collect())),
            (_, None) if !c.is_whitespace() => tokens.push(Sign(c)),
            _ => {}
        }
        glued = !c.is_whitespace();
    }
    tokens
}

fn push(between: &mut String, token: &Token) {
    match token {
        Number { value, .. } => between.push_str(&value.to_string()),
        Word(word) => between.push_str(word),
        Sign(sign) => between.push(*sign),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    const START: Date = date!(2019 - 03 - 07);
    const END: Date = date!(2039 - 03 - 06);

    #[test]
    fn a_day_is_read_as_offices_write_it() {
        for text in [
            "2019年3月7日",
            "2019 年 03 月 07 日",
            "２０１９年３月７日",
            "2019-03-07",
            "2019/3/7",
            "2019.03.07",
            "7 March 2019",
            "the 7th day of March, 2019",
            "March 7, 2019",
            "Mar 7 2019",
            "07.03.2019",
            "7. März 2019",
        ] {
            assert_eq!(told(text).days, [START], "{text}");
        }
        assert_eq!(told("3/7/2019").days, [date!(2019 - 07 - 03), START], "in both ways");
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in
            ["0755-8888-6666", "2019年13月7日", "91440300708461136T", "1.2.3", "May I", "2019年3月", ""]
        {
            assert_eq!(told(text), Told::default(), "{text}");
        }
    }

    #[test]
    fn a_term_has_two_ends() {
        for text in [
            "营业期限\t2019年3月7日至2039年3月6日",
            "营业期限自2019年03月07日至2039年03月06日",
            "2019.03.07-2039.03.06",
            "2019年3月7日 至\n2039年3月6日",
            "valid 7 March 2019 to 6 March 2039",
        ] {
            let told = told(text);
            assert_eq!((told.from, told.until), (vec![START], vec![End::Day(END)]), "{text}");
        }
    }

    #[test]
    fn what_never_ends_says_so() {
        for text in [
            "2019年3月7日至长期",
            "2019.03.07-长期",
            "营业期限：2019年3月7日 起至 长期",
            "2019年3月7日起长期",
        ] {
            let told = told(text);
            assert_eq!((told.from, told.until), (vec![START], vec![End::Open]), "{text}");
        }
        assert_eq!(told("经营期限\t长期").until, [End::Open]);
        assert_eq!(told("经营范围 长期投资").until, []);
    }

    #[test]
    fn a_label_says_which_day_it_is() {
        assert_eq!(told("成立日期\t2019年3月7日\n核准日期 2020年1月2日").from, [START]);
        assert_eq!(told("Date of incorporation: 7 March 2019. Printed 1 June 2020").from, [START]);
        assert_eq!(told("有效期至 2039年3月6日").until, [End::Day(END)]);
        assert_eq!(told("Printed 7 March 2019").from, []);
    }
}
