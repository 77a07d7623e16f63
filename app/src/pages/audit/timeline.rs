//! What happened to one application, as far as its reader may know.

use super::words;
use crate::{
    Frame,
    ui::{Timeline, Tone, format},
};
use domain::audit::Audience;
use leptos::prelude::*;
use time::OffsetDateTime;
use uuid::Uuid;

/// Who did it, as the reader may know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// The reader.
    You,
    /// Somebody by their address.
    Person(String),
    /// Somebody of the desk, unnamed.
    Desk,
    /// Nobody: a job of ours.
    System,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: OffsetDateTime,
    /// The event's dotted name.
    pub name: String,
    /// Who.
    pub by: By,
    /// Who may read it; told to the desk alone.
    pub audience: Audience,
    /// Codes and field names.
    pub details: Vec<(String, String)>,
}

/// The timeline, newest first. With `audiences`, what merchants don't read is marked: for the desk.
pub fn timeline(frame: &Frame, entries: &[Entry], audiences: bool) -> AnyView {
    let mut line = Timeline::new();
    for entry in entries {
        line = line
            .event(tone(entry), words::event(frame, &entry.name), format::instant(frame, entry.at))
            .instant(format::exact(entry.at))
            .who(who(frame, &entry.by));
        // Ids are for the log; here they would only be noise.
        let told: Vec<_> =
            entry.details.iter().filter(|(_, value)| value.parse::<Uuid>().is_err()).cloned().collect();
        let mut text: Vec<String> = words::details(frame, &told).into_iter().collect();
        if audiences && entry.audience != Audience::Merchant {
            text.push(frame.t(&format!("audit-audience-{}", entry.audience.word())));
        }
        if !text.is_empty() {
            line = line.text(text.join(" · "));
        }
    }
    line.view()
}

fn who(frame: &Frame, by: &By) -> String {
    match by {
        By::You => frame.t("audit-by-you"),
        By::Person(email) => email.clone(),
        By::Desk => {
            let brand = frame.brand.as_ref().map(|brand| brand.name.clone()).unwrap_or_default();
            frame.ta("audit-by-desk", &[("brand", brand)])
        }
        By::System => frame.t("audit-by-system"),
    }
}

/// What the name's end says of it; everything else is neutral.
fn tone(entry: &Entry) -> Tone {
    if entry.audience == Audience::Confidential {
        return Tone::NeedsYou;
    }
    match entry.name.rsplit('.').next().unwrap_or_default() {
        "approved_by_desk" | "taken_aboard" => Tone::Good,
        "rejected" | "refused" => Tone::Wrong,
        "changes_requested" => Tone::NeedsYou,
        _ => Tone::Neutral,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::markup;
    use domain::Lang;

    fn entry(audience: Audience) -> Entry {
        Entry {
            at: OffsetDateTime::UNIX_EPOCH,
            name: "application.rejected".into(),
            by: By::Desk,
            audience,
            details: vec![("section".into(), "bank".into())],
        }
    }

    #[test]
    fn a_merchants_timeline_names_no_audience() {
        let frame = Frame::bare(Lang::En);
        let plain = markup(|| timeline(&frame, &[entry(Audience::Merchant)], false));
        assert!(!plain.contains("audience") && !plain.to_lowercase().contains("confidential"), "{plain}");
        let marked = markup(|| timeline(&frame, &[entry(Audience::Confidential)], true));
        assert!(marked.contains("Confidential"), "{marked}");
    }
}
