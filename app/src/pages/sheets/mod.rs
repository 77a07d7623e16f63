//! Lists as files: what stands in each column of a list's CSV, in the reader's words.
//!
//! A sheet tells its columns and how a line fills them; streaming, quoting and the guard against formulas are the
//! server's, so that no list can do without them.

mod console;
mod desk;
mod fees;

pub use console::{APPLICATIONS, AUDIT, CREDENTIALS, RETENTION, SCREENING, STAFF, TENANTS};
pub use desk::{CASES, CHANNELS, HITS, RIGHTS};
pub use fees::{CLAIMS, MIXES, OFFERS, PRICES, RATES};

use crate::{
    Frame,
    ui::{Button, Icon},
};
use leptos::prelude::*;

/// A list's file.
#[derive(Debug)]
pub struct Sheet<L> {
    /// Its word: the file's name, and what the log calls it (`sheets-{name}`).
    pub name: &'static str,
    /// The message keys of its columns.
    pub head: &'static [&'static str],
    /// A line, a cell for each column.
    pub cells: fn(&Frame, &L) -> Vec<String>,
}

/// What of a page's address is no filter: its place in the list, what is ticked, and what was said after a form.
const NO_FILTERS: [&str; 4] = ["after", "before", "choose", "said"];

/// The way to a list's file: all of it with the filters of this page, from the top. `list` is the list's own address.
pub fn link(frame: &Frame, list: &str) -> AnyView {
    Button::quiet(frame.t("sheets-download")).icon(Icon::Download).link(address(frame, list)).view()
}

fn address(frame: &Frame, list: &str) -> String {
    let (path, query) = frame.path.split_once('?').unwrap_or((&frame.path, ""));
    let filters = query.split('&').filter(|pair| {
        let name = pair.split_once('=').map_or(*pair, |(name, _)| name);
        !name.is_empty() && !NO_FILTERS.contains(&name)
    });
    let filters = filters.collect::<Vec<_>>().join("&");
    // A form that comes back stands at its own address, whose filters aren't the list's.
    if path != list || filters.is_empty() { format!("{list}.csv") } else { format!("{list}.csv?{filters}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::has;
    use domain::Lang;

    #[test]
    fn a_file_keeps_the_filters_and_begins_at_the_top() {
        let at = |path: &str| address(&Frame { path: path.into(), ..Frame::bare(Lang::En) }, "/t/x/desk");
        assert_eq!(at("/t/x/desk"), "/t/x/desk.csv");
        assert_eq!(at("/t/x/desk?state=mine&after=1.2&choose=all&said=saved"), "/t/x/desk.csv?state=mine");
        assert_eq!(at("/t/x/desk?q=%E6%B5%B7&due=today"), "/t/x/desk.csv?q=%E6%B5%B7&due=today");
        assert_eq!(at("/t/x/desk/search?state=mine"), "/t/x/desk.csv");
    }

    #[test]
    fn every_column_and_every_file_has_its_words() {
        let all: [(&str, &[&str]); 16] = [
            (CASES.name, CASES.head),
            (CHANNELS.name, CHANNELS.head),
            (HITS.name, HITS.head),
            (RIGHTS.name, RIGHTS.head),
            (APPLICATIONS.name, APPLICATIONS.head),
            (AUDIT.name, AUDIT.head),
            (CREDENTIALS.name, CREDENTIALS.head),
            (RETENTION.name, RETENTION.head),
            (SCREENING.name, SCREENING.head),
            (STAFF.name, STAFF.head),
            (TENANTS.name, TENANTS.head),
            (CLAIMS.name, CLAIMS.head),
            (MIXES.name, MIXES.head),
            (OFFERS.name, OFFERS.head),
            (PRICES.name, PRICES.head),
            (RATES.name, RATES.head),
        ];
        for lang in Lang::ALL {
            for (name, head) in all {
                assert!(has(lang, &format!("sheets-{name}")), "{name}");
                for key in head {
                    assert!(has(lang, key), "{name}: {key}");
                }
            }
        }
    }
}
