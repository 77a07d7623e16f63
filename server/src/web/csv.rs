//! Lists as CSV: page after page from the store straight to the reader, never a whole list in memory.
//!
//! As RFC 4180 has it, in UTF-8 with its mark, without which Excel takes Chinese for something else. No cell begins so
//! that a spreadsheet reckons it. What leaves as a file is noted first.

use super::{Fault, PageResult, Visit};
use app::pages::sheets::Sheet;
use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::IntoResponse,
};
use bytes::Bytes;
use futures::stream;
use std::sync::Arc;

/// What tells a spreadsheet that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// A page of a list, and where it goes on.
pub type Leaf<L, K> = Result<(Vec<L>, Option<K>), Fault>;

/// Whether a list's lines are somebody's: whoever takes such a list is noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Names, addresses, what somebody did.
    Persons,
    /// Figures alone.
    Figures,
}

/// The list as a file. The first page is asked for before anything is answered, so that whoever may not see it is told
/// so; should a later one fail, the file breaks off and no browser takes it for whole.
pub async fn file<L, K, F, Next>(visit: Visit, sheet: &'static Sheet<L>, holds: Holds, leaf: F) -> PageResult
where
    L: Send + 'static,
    K: Send + 'static,
    F: Fn(Arc<Visit>, Option<K>) -> Next + Send + Sync + 'static,
    Next: Future<Output = Leaf<L, K>> + Send + 'static,
{
    let visit = Arc::new(visit);
    let (lines, next) = leaf(Arc::clone(&visit), None).await?;
    if holds == Holds::Persons {
        services::audit::list_taken(&visit.app.services, &visit.actor, sheet.name).await?;
    }
    let head = line(sheet.head.iter().map(|key| visit.frame.t(key)));
    let begun = format!("{MARK}{head}{}", written(&visit, sheet, &lines));
    let headers = headers(&visit, sheet.name)?;
    let first = stream::once(async move { Ok::<_, std::io::Error>(Bytes::from(begun)) });
    let rest = stream::try_unfold((visit, leaf, next), move |(visit, leaf, next)| async move {
        let Some(key) = next else { return Ok(None) };
        let (lines, next) = leaf(Arc::clone(&visit), Some(key)).await.map_err(|fault| {
            tracing::warn!(list = sheet.name, fault = ?fault, "a list broke off");
            std::io::Error::other("a list broke off")
        })?;
        let text = written(&visit, sheet, &lines);
        Ok(Some((Bytes::from(text), (visit, leaf, next))))
    });
    let body = Body::from_stream(futures::StreamExt::chain(first, rest));
    Ok((headers, body).into_response())
}

/// A list that is short enough to be read at once.
pub async fn whole<L>(visit: Visit, sheet: &'static Sheet<L>, holds: Holds, lines: Vec<L>) -> PageResult
where
    L: Send + Sync + 'static,
{
    let lines = std::sync::Mutex::new(lines);
    file(visit, sheet, holds, move |_, _: Option<()>| {
        let lines = lines.lock().map(|mut lines| std::mem::take(&mut *lines)).unwrap_or_default();
        async move { Ok((lines, None)) }
    })
    .await
}

fn headers(visit: &Visit, name: &str) -> Result<[(header::HeaderName, HeaderValue); 4], Fault> {
    let day = visit.app.services.now().date();
    let attached = format!("attachment; filename=\"{name}-{day}.csv\"");
    Ok([
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8; header=present")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&attached).map_err(|_| Fault::bad_request())?),
        (header::VARY, HeaderValue::from_static("cookie, accept-language")),
        (header::CONTENT_LANGUAGE, HeaderValue::from_static(visit.frame.lang.tag())),
    ])
}

fn written<L>(visit: &Visit, sheet: &Sheet<L>, lines: &[L]) -> String {
    lines.iter().map(|one| line((sheet.cells)(&visit.frame, one))).collect()
}

/// A text that no spreadsheet takes for a formula, not even one of full width.
pub(crate) fn text(text: &str) -> String {
    const BEGIN: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if text.starts_with(BEGIN) { format!("'{text}") } else { text.to_owned() }
}

/// A line of cells, each as [`text`] has it.
fn line(cells: impl IntoIterator<Item = String>) -> String {
    quoted(cells.into_iter().map(|cell| text(&cell)))
}

/// A line of cells as they are, in quotes where they need some.
pub(crate) fn quoted(cells: impl IntoIterator<Item = String>) -> String {
    let quoted = cells.into_iter().map(|cell| {
        let plain = !cell.contains(['"', ',', '\r', '\n']);
        if plain { cell } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
    });
    let mut line = quoted.collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

#[cfg(test)]
mod tests {
    use super::{line, text};

    #[test]
    fn i04_no_cell_is_a_formula_and_each_stays_in_its_cell() {
        for wicked in ["=1+1", "+1", "-1", "@a", "\tx", "\rx", "＝1", "＋1", "－1", "＠a"] {
            assert_eq!(text(wicked), format!("'{wicked}"));
        }
        let cells = ["a,b", "say \"so\"", "two\r\nlines", "=cmd()", "海风"].map(str::to_owned);
        assert_eq!(line(cells), "\"a,b\",\"say \"\"so\"\"\",\"two\r\nlines\",'=cmd(),海风\r\n");
    }
}
