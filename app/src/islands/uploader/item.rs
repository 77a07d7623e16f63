//! One chosen file and how far it is.

use super::UploadWords;
use leptos::prelude::*;
use web_sys::{File, XmlHttpRequest};

/// How far a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Its first bytes are looked at, here in the browser.
    Looking,
    /// In line.
    Waiting,
    /// On its way, so many percent of it.
    Sending(u32),
    /// All sent; the server looks at it.
    Checking,
    /// Taken.
    Done,
    /// Not taken, with the reason: the same bytes would be refused again.
    Refused(String),
    /// Not arrived: it may be sent again.
    Lost(String),
    /// Stopped by the reader.
    Cancelled,
}

impl State {
    /// The word beside the name.
    pub(super) fn words(&self, words: &UploadWords) -> String {
        match self {
            Self::Looking | Self::Waiting => words.waiting.clone(),
            Self::Sending(percent) => format!("{} {percent}%", words.sending),
            Self::Checking => words.checking.clone(),
            Self::Done => words.done.clone(),
            Self::Refused(why) | Self::Lost(why) => why.clone(),
            Self::Cancelled => words.cancelled.clone(),
        }
    }

    /// The meaning that colours it.
    pub(super) const fn class(&self) -> &'static str {
        match self {
            Self::Looking | Self::Waiting | Self::Cancelled => "upload neutral",
            Self::Sending(_) | Self::Checking => "upload waiting",
            Self::Done => "upload good",
            Self::Refused(_) | Self::Lost(_) => "upload wrong",
        }
    }

    /// Whether it is being sent now.
    pub(super) const fn is_under_way(&self) -> bool {
        matches!(self, Self::Sending(_) | Self::Checking)
    }
}

/// One chosen file. Cheap to copy but for its name: what can't leave its thread is held at arm's length.
#[derive(Clone)]
pub(super) struct Item {
    pub(super) id: u32,
    pub(super) name: String,
    pub(super) state: RwSignal<State>,
    pub(super) file: StoredValue<File, LocalStorage>,
    pub(super) request: StoredValue<Option<XmlHttpRequest>, LocalStorage>,
}

impl Item {
    pub(super) fn new(id: u32, file: File, refused: Option<String>) -> Self {
        Self {
            id,
            name: file.name(),
            state: RwSignal::new(refused.map_or(State::Looking, State::Refused)),
            file: StoredValue::new_local(file),
            request: StoredValue::new_local(None),
        }
    }

    /// Stops it, wherever it is.
    pub(super) fn stop(&self) {
        self.state.set(State::Cancelled);
        if let Some(request) = self.request.get_value() {
            // A request that has ended already can't be stopped, and needn't be.
            let _ = request.abort();
        }
    }
}
