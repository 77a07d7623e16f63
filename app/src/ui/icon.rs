//! Icons of one family: 24 px, one line of 1.75, drawn for Gangway. Always beside a word.

use leptos::prelude::*;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A tick.
    Check,
    /// A cross.
    Cross,
    /// A tick in a circle: good.
    Good,
    /// A clock: waiting.
    Waiting,
    /// An exclamation mark in a triangle: needs you.
    NeedsYou,
    /// A cross in an octagon: wrong.
    Wrong,
    /// An i in a circle.
    Info,
    /// A plus.
    Plus,
    /// A minus.
    Minus,
    /// An arrow to the right.
    ArrowRight,
    /// An arrow to the left.
    ArrowLeft,
    /// A chevron down.
    ChevronDown,
    /// A chevron to the right.
    ChevronRight,
    /// A chevron up.
    ChevronUp,
    /// An arrow up into a tray.
    Upload,
    /// An arrow down into a tray.
    Download,
    /// A sheet of paper.
    Document,
    /// A picture.
    Picture,
    /// A camera.
    Camera,
    /// A person.
    Person,
    /// Two people.
    People,
    /// A shop front.
    Shop,
    /// A bank.
    Bank,
    /// A card.
    Card,
    /// A key.
    Key,
    /// A padlock.
    Lock,
    /// An eye.
    Eye,
    /// A magnifying glass.
    Search,
    /// A funnel.
    Filter,
    /// Two sheets.
    Copy,
    /// A pencil.
    Edit,
    /// A bin.
    Bin,
    /// An envelope.
    Mail,
    /// A bell.
    Bell,
    /// A cog.
    Settings,
    /// A shield.
    Shield,
    /// A list with ticks.
    Tasks,
    /// Bars of a chart.
    Chart,
    /// A flask: test mode.
    Flask,
    /// A globe: languages.
    Globe,
    /// A half-filled circle: theme.
    Theme,
    /// A question mark in a circle.
    Help,
    /// A door with an arrow.
    SignOut,
    /// An arrow round a circle.
    Again,
    /// Two arrows, up and down: sortable.
    Sort,
    /// A sheet with a line out of it: a link that leaves.
    External,
    /// A gangway: our own mark.
    Gangway,
}

impl Icon {
    const fn paths(self) -> &'static str {
        match self {
            Self::Check => r#"<path d="m5 12.5 4.5 4.5L19 7.5"/>"#,
            Self::Cross => r#"<path d="m6.5 6.5 11 11m0-11-11 11"/>"#,
            Self::Good => r#"<circle cx="12" cy="12" r="8.5"/><path d="m8 12.3 2.8 2.8L16 9.6"/>"#,
            Self::Waiting => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>"#,
            Self::NeedsYou => r#"<path d="M12 4 3.5 19h17L12 4Z"/><path d="M12 10v4m0 2.4v.1"/>"#,
            Self::Wrong => {
                r#"<path d="M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7l5-5Z"/><path d="m9.2 9.2 5.6 5.6m0-5.6-5.6 5.6"/>"#
            }
            Self::Info => r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 11.2v5M12 7.6v.1"/>"#,
            Self::Plus => r#"<path d="M12 5.5v13M5.5 12h13"/>"#,
            Self::Minus => r#"<path d="M5.5 12h13"/>"#,
            Self::ArrowRight => r#"<path d="M5 12h14m-5.5-5.5L19 12l-5.5 5.5"/>"#,
            Self::ArrowLeft => r#"<path d="M19 12H5m5.5-5.5L5 12l5.5 5.5"/>"#,
            Self::ChevronDown => r#"<path d="m6.5 9.5 5.5 5.5 5.5-5.5"/>"#,
            Self::ChevronRight => r#"<path d="m9.5 6.5 5.5 5.5-5.5 5.5"/>"#,
            Self::ChevronUp => r#"<path d="m6.5 14.5 5.5-5.5 5.5 5.5"/>"#,
            Self::Upload => {
                r#"<path d="M12 15.5v-11M7.5 9 12 4.5 16.5 9M4.5 15v3.5a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1V15"/>"#
            }
            Self::Download => {
                r#"<path d="M12 4.5v11M7.5 11l4.5 4.5 4.5-4.5M4.5 15v3.5a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1V15"/>"#
            }
            Self::Document => {
                r#"<path d="M6 3.5h8l4.5 4.5v12a.5.5 0 0 1-.5.5H6a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5Z"/><path d="M13.5 3.5v5h5M8.5 12.5h7m-7 3.5h5"/>"#
            }
            Self::Picture => {
                r#"<rect x="3.5" y="5" width="17" height="14" rx="1"/><circle cx="8.5" cy="9.5" r="1.5"/><path d="m4 17 5-4.5 3.5 3 3-2.5 4.5 4"/>"#
            }
            Self::Camera => {
                r#"<path d="M4 7.5h3.5L9 5h6l1.5 2.5H20a.5.5 0 0 1 .5.5v10.5a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5V8a.5.5 0 0 1 .5-.5Z"/><circle cx="12" cy="13" r="3.5"/>"#
            }
            Self::Person => r#"<circle cx="12" cy="8" r="3.75"/><path d="M4.5 20a7.5 7.5 0 0 1 15 0"/>"#,
            Self::People => {
                r#"<circle cx="9" cy="8.5" r="3.25"/><path d="M2.5 19.5a6.5 6.5 0 0 1 13 0M15.5 5.5a3.25 3.25 0 0 1 0 6M18 13.7a6.5 6.5 0 0 1 3.5 5.8"/>"#
            }
            Self::Shop => {
                r#"<path d="M4.5 10.5v9h15v-9M3 9l2-4.5h14L21 9c0 2-3 2.5-4.5 1-1 1.5-3.5 1.5-4.5 0-1 1.5-3.5 1.5-4.5 0C6 11.5 3 11 3 9Z"/><path d="M10 19.5v-5h4v5"/>"#
            }
            Self::Bank => {
                r#"<path d="M3.5 9 12 4l8.5 5v.5h-17V9ZM6 9.5V17m4-7.5V17m4-7.5V17m4-7.5V17M3.5 17.5h17v2h-17z"/>"#
            }
            Self::Card => {
                r#"<rect x="3" y="5.5" width="18" height="13" rx="1.5"/><path d="M3 10h18M6.5 14.5H10"/>"#
            }
            Self::Key => {
                r#"<circle cx="8" cy="15.5" r="4"/><path d="m11 12.5 8-8m-2.5 2.5 2.5 2.5m-5 0 1.5 1.5"/>"#
            }
            Self::Lock => {
                r#"<rect x="5" y="10.5" width="14" height="9.5" rx="1"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5M12 14v2.5"/>"#
            }
            Self::Eye => {
                r#"<path d="M2.5 12C4.7 8 8 6 12 6s7.3 2 9.5 6c-2.2 4-5.5 6-9.5 6s-7.3-2-9.5-6Z"/><circle cx="12" cy="12" r="2.75"/>"#
            }
            Self::Search => r#"<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>"#,
            Self::Filter => r#"<path d="M4 5h16l-6.2 7.5V18l-3.6 2v-7.5L4 5Z"/>"#,
            Self::Copy => {
                r#"<rect x="8.5" y="8.5" width="11" height="11" rx="1"/><path d="M15.5 8.5V5a.5.5 0 0 0-.5-.5H5a.5.5 0 0 0-.5.5v10a.5.5 0 0 0 .5.5h3.5"/>"#
            }
            Self::Edit => r#"<path d="M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5l-4.5 1ZM13.5 7l3.5 3.5"/>"#,
            Self::Bin => {
                r#"<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12a.5.5 0 0 0 .5.5h8.4a.5.5 0 0 0 .5-.5l.8-12M10 10.5V16m4-5.5V16"/>"#
            }
            Self::Mail => {
                r#"<rect x="3" y="5.5" width="18" height="13" rx="1"/><path d="m3.5 7 8.5 6.5L20.5 7"/>"#
            }
            Self::Bell => {
                r#"<path d="M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1H5l1.5-1ZM10 20h4M12 5.5V4"/>"#
            }
            Self::Settings => {
                r#"<path d="M4 7.5h8m4 0h4M4 16.5h4m4 0h8"/><circle cx="14" cy="7.5" r="2"/><circle cx="10" cy="16.5" r="2"/>"#
            }
            Self::Shield => {
                r#"<path d="M12 3.5 5 6v5.5c0 4 2.8 7.2 7 9 4.2-1.8 7-5 7-9V6l-7-2.5Z"/><path d="m9 11.8 2.2 2.2 3.8-4"/>"#
            }
            Self::Tasks => r#"<path d="m3.5 6.5 1.5 1.5L7.5 5.5M3.5 16.5 5 18l2.5-2.5M11 7h9.5M11 17h9.5"/>"#,
            Self::Chart => r#"<path d="M4 4v16h16M8.5 16v-4m4 4V7.5m4 8.5v-6"/>"#,
            Self::Flask => {
                r#"<path d="M9 3.5h6M10 3.5V10l-5 8.5a1 1 0 0 0 .9 1.5h12.2a1 1 0 0 0 .9-1.5L14 10V3.5M7.5 15h9"/>"#
            }
            Self::Globe => {
                r#"<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c3 2.5 4 5.5 4 8.5s-1 6-4 8.5c-3-2.5-4-5.5-4-8.5s1-6 4-8.5Z"/>"#
            }
            Self::Theme => {
                r#"<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17Z" fill="currentColor"/>"#
            }
            Self::Help => {
                r#"<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.6a2.5 2.5 0 1 1 3.7 2.2c-.8.4-1.2 1-1.2 1.9m0 2.6v.1"/>"#
            }
            Self::SignOut => {
                r#"<path d="M13.5 4.5h-8a.5.5 0 0 0-.5.5v14a.5.5 0 0 0 .5.5h8M10 12h10m-3.5-3.5L20 12l-3.5 3.5"/>"#
            }
            Self::Again => r#"<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4M17.5 3v4h-4"/>"#,
            Self::Sort => r#"<path d="m8.5 9.5 3.5-3.5 3.5 3.5m-7 5 3.5 3.5 3.5-3.5"/>"#,
            Self::External => {
                r#"<path d="M10.5 5H5.5a.5.5 0 0 0-.5.5v13a.5.5 0 0 0 .5.5h13a.5.5 0 0 0 .5-.5v-5M14 4.5h5.5V10M19 5l-8 8"/>"#
            }
            Self::Gangway => r#"<path d="M3 18.5h18M5.5 15.5 18.5 7m-9.7 2.8v6m3.9-8.5v8.5m3.9-11v8.5"/>"#,
        }
    }

    /// Every icon, in the order they are declared.
    pub const ALL: [Self; 47] = [
        Self::Check,
        Self::Cross,
        Self::Good,
        Self::Waiting,
        Self::NeedsYou,
        Self::Wrong,
        Self::Info,
        Self::Plus,
        Self::Minus,
        Self::ArrowRight,
        Self::ArrowLeft,
        Self::ChevronDown,
        Self::ChevronRight,
        Self::ChevronUp,
        Self::Upload,
        Self::Download,
        Self::Document,
        Self::Picture,
        Self::Camera,
        Self::Person,
        Self::People,
        Self::Shop,
        Self::Bank,
        Self::Card,
        Self::Key,
        Self::Lock,
        Self::Eye,
        Self::Search,
        Self::Filter,
        Self::Copy,
        Self::Edit,
        Self::Bin,
        Self::Mail,
        Self::Bell,
        Self::Settings,
        Self::Shield,
        Self::Tasks,
        Self::Chart,
        Self::Flask,
        Self::Globe,
        Self::Theme,
        Self::Help,
        Self::SignOut,
        Self::Again,
        Self::Sort,
        Self::External,
        Self::Gangway,
    ];
}

/// The icon as it stands beside its word; hidden from those who listen. How it is drawn is in the style sheet: a page
/// may have hundreds.
pub fn icon(icon: Icon) -> AnyView {
    view! {
        <svg
            class="icon"
            viewBox="0 0 24 24"
            aria-hidden="true"
            inner_html=icon.paths()
        ></svg>
    }
    .into_any()
}
