//! The viewer of a file: a page of it, turned and enlarged by links, beside the version before where that is asked for.
//! Everything of how it is looked at stands in the address. Keys and dragging come with `public/keys.js`.

use super::{case::File, keys};
use crate::{
    Frame,
    ui::{Button, Icon, format, live},
};
use leptos::prelude::*;

/// How a file is looked at: everything of it stands in the address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The place of the version among the document's, newest first.
    pub version: usize,
    /// The page, counted from 1.
    pub page: u16,
    /// Quarter turns to the right, 0 to 3.
    pub turn: u8,
    /// How large, 0 to 2: as wide as the pane, as large as it is, and twice that.
    pub zoom: u8,
    /// Whether the version before stands beside it.
    pub beside: bool,
}

/// The largest zoom.
pub const MOST_ZOOM: u8 = 2;

/// Where the viewer stands on its page, for links to it.
pub const ANCHOR: &str = "viewer";

/// A file in the viewer.
pub struct Viewed<'a> {
    /// The address of the page that it stands on.
    pub path: String,
    /// What the paper is called.
    pub label: String,
    /// The versions, newest first.
    pub files: &'a [File],
    /// How it is looked at.
    pub look: Look,
    /// What this page calls itself to the pictures that it shows.
    pub id: &'a str,
}

/// The address of our picture of a page. `look` is what the page that shows it calls itself: its pictures of one file
/// are one look at it.
pub fn picture(frame: &Frame, file: &str, page: u16, look: &str, turn: u8) -> String {
    let address = frame.at(&format!("/documents/{file}/pages/{page}"));
    let parts = [("look", look.to_owned()), ("turn", turn.to_string())];
    let asked = parts.into_iter().filter(|(_, value)| !value.is_empty() && value != "0");
    let query: Vec<String> = asked.map(|(name, value)| format!("{name}={value}")).collect();
    if query.is_empty() { address } else { format!("{address}?{}", query.join("&")) }
}

impl Look {
    /// The address of a page with the viewer, looked at so.
    pub fn at(self, path: &str) -> String {
        let beside = if self.beside { "&beside=yes" } else { "" };
        let Self { version, page, turn, zoom, .. } = self;
        format!("{path}?version={version}&page={page}&turn={turn}&zoom={zoom}{beside}#{ANCHOR}")
    }
}

/// The viewer.
pub fn viewer(frame: &Frame, viewed: &Viewed<'_>) -> AnyView {
    let Some(file) = viewed.files.get(viewed.look.version).or(viewed.files.first()) else {
        return ().into_any();
    };
    let content = if file.pictures == 0 {
        view! { <p class="hint">{frame.t("review-file-no-pictures")}</p> }.into_any()
    } else {
        let look = Look { page: viewed.look.page.clamp(1, file.pictures), ..viewed.look };
        view! {
            <div class="cluster">{pages(frame, viewed, file, look)}{turn(frame, viewed, look)}{beside(frame, viewed, look)}{original(frame, file)}</div>
            {zooms(frame, viewed, look)}
            {panes(frame, viewed, file, look)}
        }
        .into_any()
    };
    let content = view! {
        {versions(frame, viewed)}
        {content}
        {(file.pictures > 0).then(|| keys(frame))}
    };
    live::viewer(frame, content)
}

fn versions(frame: &Frame, viewed: &Viewed<'_>) -> Option<AnyView> {
    let look = viewed.look;
    let links: Vec<_> = viewed
        .files
        .iter()
        .enumerate()
        .map(|(place, version)| {
            let args = [("at", format::instant(frame, version.at))];
            let key = if place == 0 { "review-viewer-latest" } else { "review-viewer-earlier" };
            let current = (place == look.version).then_some("page");
            let href = Look { version: place, page: 1, ..look }.at(&viewed.path);
            view! { <li><a href=href aria-current=current>{frame.ta(key, &args)}</a></li> }
        })
        .collect();
    (links.len() > 1).then(|| {
        view! { <ul class="viewer-links" aria-label=frame.t("review-viewer-versions")>{links}</ul> }
            .into_any()
    })
}

/// A link of the viewer that a key leads along too; without a way on, a button that is out of use.
fn link(frame: &Frame, viewed: &Viewed<'_>, key: &str, icon: Icon, keys: &str, to: Option<Look>) -> AnyView {
    let button = Button::secondary(frame.t(key)).icon(icon).small();
    match to {
        Some(to) => button.link(to.at(&viewed.path)).keys(keys).view(),
        None => button.disabled(true).view(),
    }
}

fn pages(frame: &Frame, viewed: &Viewed<'_>, file: &File, look: Look) -> Option<AnyView> {
    // Enlarged, the arrows move the picture.
    let (back, on) = if look.zoom == 0 { ("k ArrowLeft", "j ArrowRight") } else { ("k", "j") };
    let place = [("page", look.page.to_string()), ("pages", file.pictures.to_string())];
    let to = |page: u16| (1..=file.pictures).contains(&page).then_some(Look { page, ..look });
    (file.pictures > 1).then(|| {
        view! {
            {link(frame, viewed, "review-viewer-previous", Icon::ArrowLeft, back, to(look.page - 1))}
            <span>{frame.ta("documents-page", &place)}</span>
            {link(frame, viewed, "review-viewer-next", Icon::ArrowRight, on, to(look.page + 1))}
        }
        .into_any()
    })
}

fn turn(frame: &Frame, viewed: &Viewed<'_>, look: Look) -> AnyView {
    let to = Look { turn: (look.turn + 1) % 4, ..look };
    link(frame, viewed, "review-viewer-turn", Icon::Again, "r", Some(to))
}

/// The way to see the version before beside this one, and back.
fn beside(frame: &Frame, viewed: &Viewed<'_>, look: Look) -> Option<AnyView> {
    let before = before(viewed)?;
    (before.pictures > 0).then(|| {
        let key = if look.beside { "review-viewer-alone" } else { "review-viewer-beside" };
        link(frame, viewed, key, Icon::Document, "v", Some(Look { beside: !look.beside, ..look }))
    })
}

fn before<'a>(viewed: &Viewed<'a>) -> Option<&'a File> {
    viewed.files.get(viewed.look.version + 1)
}

fn original(frame: &Frame, file: &File) -> AnyView {
    Button::quiet(frame.t("documents-original"))
        .icon(Icon::Download)
        .small()
        .link(frame.at(&format!("/documents/{}/original", file.id)))
        .view()
}

fn zooms(frame: &Frame, viewed: &Viewed<'_>, look: Look) -> AnyView {
    let links: Vec<_> = (0..=MOST_ZOOM)
        .map(|zoom| {
            let plus = (zoom == look.zoom + 1).then_some("Plus");
            let minus = (zoom + 1 == look.zoom).then_some("-");
            let fit = (zoom == 0).then_some("0");
            let keys: Vec<&str> = [plus, minus, fit].into_iter().flatten().collect();
            let keys = (!keys.is_empty()).then(|| keys.join(" "));
            let word = frame.t(&format!("review-viewer-zoom-{zoom}"));
            let current = (zoom == look.zoom).then_some("true");
            let href = Look { zoom, ..look }.at(&viewed.path);
            view! { <li><a href=href aria-current=current aria-keyshortcuts=keys>{word}</a></li> }
        })
        .collect();
    view! { <ul class="viewer-links" aria-label=frame.t("review-viewer-zoom")>{links}</ul> }.into_any()
}

fn panes(frame: &Frame, viewed: &Viewed<'_>, file: &File, look: Look) -> AnyView {
    let now = pane(frame, viewed, file, look, Some(ANCHOR));
    match before(viewed).filter(|before| look.beside && before.pictures > 0) {
        None => now,
        Some(before) => view! {
            <div class="viewer-pair">
                <figure><figcaption>{frame.t("review-before")}</figcaption>{pane(frame, viewed, before, look, None)}</figure>
                <figure><figcaption>{frame.t("review-now")}</figcaption>{now}</figure>
            </div>
        }
        .into_any(),
    }
}

fn pane(frame: &Frame, viewed: &Viewed<'_>, file: &File, look: Look, id: Option<&'static str>) -> AnyView {
    let page = look.page.clamp(1, file.pictures);
    let src = picture(frame, &file.id, page, viewed.id, look.turn);
    let args =
        [("paper", viewed.label.clone()), ("page", page.to_string()), ("pages", file.pictures.to_string())];
    let alt = frame.ta("review-file-page-of", &args);
    let name = if id.is_some() { frame.t("review-item-file") } else { frame.t("review-before") };
    view! {
        <div class=format!("viewer zoom-{}", look.zoom) id=id tabindex="0" role="group" aria-label=name>
            <img src=src alt=alt decoding="async"/>
        </div>
    }
    .into_any()
}

/// Which keys there are, and how to be rid of them.
fn keys(frame: &Frame) -> AnyView {
    let switch = keys::switch(frame);
    let help = frame.keys.then(|| view! { <p class="hint">{frame.t("review-viewer-keys")}</p> });
    view! { <div class="viewer-keys">{help}{switch}</div> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::{Look, picture};
    use crate::Frame;
    use domain::Lang;

    #[test]
    fn an_address_says_only_what_is_asked() {
        let frame = Frame::bare(Lang::En);
        assert_eq!(picture(&frame, "v1", 2, "", 0), "/documents/v1/pages/2");
        assert_eq!(picture(&frame, "v1", 2, "L", 0), "/documents/v1/pages/2?look=L");
        assert_eq!(picture(&frame, "v1", 2, "L", 3), "/documents/v1/pages/2?look=L&turn=3");
        let look = Look { page: 2, ..Look::default() };
        assert_eq!(look.at("/i"), "/i?version=0&page=2&turn=0&zoom=0#viewer");
        assert_eq!(
            Look { beside: true, ..look }.at("/i"),
            "/i?version=0&page=2&turn=0&zoom=0&beside=yes#viewer"
        );
    }
}
