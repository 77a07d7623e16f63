//! The desk's lists.

use super::Sheet;
use crate::{
    pages::{
        applications::words::{dashed, listed, wallet},
        channels::waiting,
        credentials::rights::Right,
        review::{
            queue::{Case, Holder},
            state_word,
        },
        screening::{hits, list_name, role},
    },
    ui::format::plain,
};

/// The queue.
pub const CASES: Sheet<Case> = Sheet {
    name: "cases",
    head: &[
        "review-queue-column-case",
        "review-queue-column-name",
        "review-queue-column-state",
        "review-queue-column-channels",
        "review-queue-column-submitted",
        "review-queue-column-due",
        "review-queue-column-closed",
        "review-queue-column-holder",
    ],
    cells: |frame, case| {
        let at = |at: Option<_>| at.map(|at| plain(frame, at)).unwrap_or_default();
        vec![
            case.number.clone(),
            case.name.clone(),
            state_word(frame, case.state),
            listed(frame, case.channels.iter().map(|word| wallet(frame, word))),
            at(case.submitted_at),
            at(case.due.map(|due| due.at)),
            at(case.closed_at),
            match &case.holder {
                Holder::Nobody => String::new(),
                Holder::You => frame.t("review-queue-you"),
                Holder::Other(email) => email.clone(),
            },
        ]
    },
};

/// Who waits for a channel.
pub const CHANNELS: Sheet<waiting::Line> = Sheet {
    name: "waiting",
    head: &[
        "sheets-merchant-number",
        "credentials-merchant",
        "channels-channel",
        "channels-state",
        "channels-ball",
        "channels-since",
    ],
    cells: |frame, line| {
        vec![
            line.number.clone(),
            line.merchant.clone(),
            wallet(frame, &line.channel),
            frame.t(&format!("channels-state-{}", line.state.word())),
            line.state
                .ball()
                .map(|ball| frame.t(&format!("channels-ball-{}", ball.word())))
                .unwrap_or_default(),
            plain(frame, line.since),
        ]
    },
};

/// The open hits.
pub const HITS: Sheet<hits::Line> = Sheet {
    name: "hits",
    head: &[
        "screening-case",
        "review-queue-column-name",
        "screening-party",
        "screening-list",
        "screening-meaning",
        "screening-said",
        "screening-found-at",
    ],
    cells: |frame, line| {
        vec![
            line.number.clone(),
            line.name.clone(),
            role(frame, line.role),
            list_name(frame, line.list.0, &line.list.1),
            frame.t(&format!("screening-meaning-{}", dashed(line.meaning.word()))),
            line.said.to_string(),
            plain(frame, line.at),
        ]
    },
};

/// Rights to live credentials.
pub const RIGHTS: Sheet<Right> = Sheet {
    name: "live",
    head: &[
        "sheets-merchant-number",
        "credentials-merchant",
        "credentials-state",
        "credentials-rights-proposed-by",
        "sheets-proposed-at",
        "credentials-rights-opened-by",
        "sheets-opened-at",
    ],
    cells: |frame, right| {
        let state =
            if right.opened.is_some() { "credentials-right-open" } else { "credentials-right-proposed" };
        let (by, at) = right.opened.clone().map(|(by, at)| (by, plain(frame, at))).unwrap_or_default();
        vec![
            right.number.clone(),
            right.merchant.clone(),
            frame.t(state),
            right.proposed_by.clone(),
            plain(frame, right.proposed_at),
            by,
            at,
        ]
    },
};
