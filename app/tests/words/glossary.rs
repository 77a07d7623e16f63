//! The trade's terms: which Chinese words are wrong, and what to write instead.

/// A wrong word, what stands in its place, and the files in which it is right all the same.
const WRONG: [(&str, &str, &[&str]); 7] = [
    ("四眼", "双人复核", &[]),
    ("驳回", "审核不通过", &[]),
    ("实益拥有人", "受益所有人", &[]),
    ("实际受益人", "受益所有人", &[]),
    ("索赔", "费率记录", &[]),
    // Before a merchant a tenant is its brand's name; the operator calls it what it is.
    ("租户", "the brand's name, or 品牌方", &["operator.ftl"]),
    ("网络钩子", "回调通知", &[]),
];

/// Where an English text speaks of the left, the Chinese one may not say the middle but must say the right.
const TERMS: [(&str, &str, &str); 3] =
    [("audit", "审核", "审计"), ("webhook", "钩子", "回调通知"), ("chargeback", "退单", "拒付")];

/// What is wrong with a text.
pub(crate) fn against(key: &str, en: &str, zh: &str, file: &str) -> Vec<String> {
    let mut wrong: Vec<String> = WRONG
        .iter()
        .filter(|(word, _, right_in)| zh.contains(word) && !right_in.contains(&file))
        .map(|(word, right, _)| format!("{file} {key}: {word} is wrong, write {right}"))
        .collect();
    let en = en.to_lowercase();
    for (word, never, right) in TERMS {
        if en.contains(word) && (zh.contains(never) || !zh.contains(right)) {
            wrong.push(format!("{file} {key}: {word} is {right}"));
        }
    }
    wrong
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' | '，' | '。' | '（' | '）' | '：' | '“' | '”')
}

/// The place of a half-width mark beside a Chinese character, blanks between left aside.
pub(crate) fn half_width(text: &str) -> Option<String> {
    let plain: Vec<char> = without_placeables(text).chars().collect();
    let beside = |at: usize, step: isize| {
        let mut at = at.checked_add_signed(step);
        while let Some(c) = at.and_then(|at| plain.get(at)) {
            if *c != ' ' {
                return is_han(*c);
            }
            at = at.and_then(|at| at.checked_add_signed(step));
        }
        false
    };
    plain.iter().enumerate().find_map(|(at, c)| {
        let wrong = match c {
            ',' | ';' | ':' | '!' | '?' | '"' | '(' | ')' => beside(at, -1) || beside(at, 1),
            // A point may end a Latin word before a Chinese one.
            '.' => beside(at, -1),
            _ => false,
        };
        wrong.then(|| plain.iter().skip(at.saturating_sub(6)).take(13).collect())
    })
}

/// Placeables stand for something unknown: they become a letter. Of those that choose a form the words stay.
fn without_placeables(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let inside = after.split('}').next().unwrap_or_default();
        if !inside.contains("->") {
            out.push('x');
        }
        rest = after.get(inside.len() + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}
