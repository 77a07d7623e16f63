//! The embedded run's mailbox: what was sent to whom, for trying the program without a mail server.

use crate::{
    Frame, Page,
    ui::{
        SummaryList,
        empty::Empty,
        format,
        icon::Icon,
        layout,
        link::back_link,
        table::{Column, Table},
    },
};
use leptos::prelude::*;
use time::OffsetDateTime;

/// One mail in the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its number.
    pub number: u64,
    /// To whom.
    pub to: String,
    /// About what.
    pub subject: String,
    /// When it was written.
    pub at: Option<OffsetDateTime>,
}

/// One mail, opened.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its line.
    pub line: Line,
    /// From whom.
    pub from: String,
    /// The text form.
    pub text: String,
    /// What this installation's links begin with.
    pub base_url: String,
}

/// The list, newest first.
pub fn list(frame: &Frame, lines: &[Line]) -> Page {
    let title = frame.t("mailbox-title");
    Page::new(title.clone(), || {
        let empty = Empty::new(Icon::Mail, frame.t("mailbox-empty")).text(frame.t("mailbox-empty-text"));
        let table = lines.iter().fold(
            Table::new(title.clone())
                .column(Column::new(frame.t("mailbox-subject")))
                .column(Column::new(frame.t("mailbox-to")))
                .column(Column::new(frame.t("mailbox-at")))
                .empty(empty),
            |table, line| table.row(cells(frame, line)),
        );
        layout::front(
            frame,
            view! { <h1>{title.clone()}</h1> <p class="lead">{frame.t("mailbox-lead")}</p> {table} },
        )
    })
}

fn cells(frame: &Frame, line: &Line) -> Vec<AnyView> {
    let href = format!("/mailbox/{}", line.number);
    vec![
        view! { <a href=href>{line.subject.clone()}</a> }.into_any(),
        line.to.clone().into_any(),
        line.at.map_or_else(|| "".into_any(), |at| format::time(frame, at)),
    ]
}

/// One mail.
pub fn letter(frame: &Frame, letter: &Letter) -> Page {
    Page::new(letter.line.subject.clone(), || {
        let facts = SummaryList::new(frame)
            .row(frame.t("mailbox-from"), letter.from.clone())
            .row(frame.t("mailbox-to"), letter.line.to.clone())
            .row_of(
                frame.t("mailbox-at"),
                letter.line.at.map_or_else(|| "".into_any(), |at| format::time(frame, at)),
            );
        let lines: Vec<_> = letter.text.lines().map(|line| paragraph(line, &letter.base_url)).collect();
        layout::merchant(
            frame,
            view! {
                {back_link(frame, "/mailbox")}
                <h1>{letter.line.subject.clone()}</h1>
                {facts}
                <article class="flow">{lines}</article>
            },
        )
    })
}

/// A line of the text; an address of ours in it can be followed.
fn paragraph(line: &str, base_url: &str) -> AnyView {
    let line = line.trim();
    if line.is_empty() {
        return ().into_any();
    }
    let Some(at) = line.find(&format!("{base_url}/")) else {
        return view! { <p>{line.to_owned()}</p> }.into_any();
    };
    let (before, rest) = line.split_at(at);
    let (address, after) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
    let href = address.get(base_url.len()..).unwrap_or("/").to_owned();
    view! { <p>{before.to_owned()}<a href=href>{address.to_owned()}</a>{after.to_owned()}</p> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;

    fn shown(text: &str) -> String {
        let line = Line { number: 1, to: "a@b.example".into(), subject: "S".into(), at: None };
        let base_url = "http://localhost:3000".to_owned();
        letter(&Frame::bare(Lang::En), &Letter { line, from: "x".into(), text: text.into(), base_url }).body
    }

    #[test]
    fn our_own_links_can_be_followed_and_no_others() {
        let body = shown("Confirm: http://localhost:3000/account/confirm/abc now\nhttps://evil.example/x");
        assert!(body.contains("href=\"/account/confirm/abc\""), "{body}");
        assert!(!body.contains("href=\"https://evil"), "{body}");
    }

    #[test]
    fn what_a_mail_says_is_text() {
        assert!(!shown("<script>alert(1)</script>").contains("<script>"));
    }
}
