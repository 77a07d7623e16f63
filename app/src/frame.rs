//! What every page gets beside its own model, and what every page is.

use domain::{Lang, permissions::Role};
use leptos::prelude::IntoView;

/// The theme a reader chose; the system's unless they did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Whatever the system says.
    #[default]
    System,
    /// Light, always.
    Light,
    /// Dark, always.
    Dark,
}

/// The tenant whose pages these are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brand {
    /// Its part of the address: `/t/{slug}`.
    pub slug: String,
    /// Its name in the reader's language.
    pub name: String,
    /// The address of its colours: `/t/{slug}/brand-{hash}.css`.
    pub css: String,
}

/// The signed-in reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Their mail address, shown in the account menu.
    pub email: String,
    /// Staff roles in this tenant (or operator).
    pub staff: Vec<Role>,
    /// What they are at merchants of this tenant, each role once.
    pub members: Vec<Role>,
}

/// A word after a redirect: said once, in a live region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A message key: `notice-saved`.
    pub key: String,
}

/// What every page gets beside its own model.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The language of the page.
    pub lang: Lang,
    /// The reader's theme.
    pub theme: Theme,
    /// Whether keys of single letters do something where the focus is in what listens for them.
    pub keys: bool,
    /// The policy's nonce, new for every answer.
    pub nonce: String,
    /// Path and query of this page, for the language and theme switches to return to.
    pub path: String,
    /// The tenant, on its pages.
    pub brand: Option<Brand>,
    /// The reader, where signed in.
    pub reader: Option<Reader>,
    /// A word after a redirect.
    pub notice: Option<Notice>,
    /// IANA zone in which instants are shown: the tenant's, or UTC.
    pub zone: String,
    /// Whether what is shown runs in the sandbox: a band and another accent say so.
    pub test: bool,
    /// The built files by their plain names, for [`Frame::asset`] and [`Frame::digest`].
    pub assets: std::sync::Arc<std::collections::HashMap<String, Built>>,
}

/// A built file as pages name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    /// Where it is served: `/assets/main.3f2a….css`.
    pub address: String,
    /// Of a script what a browser holds it against: `sha384-` and the digest in base64.
    pub digest: Option<String>,
}

impl Frame {
    /// A frame without tenant, reader and built files: the ground for pages outside tenants and for tests.
    pub fn bare(lang: Lang) -> Self {
        Self {
            lang,
            theme: Theme::System,
            keys: true,
            nonce: String::new(),
            path: "/".to_owned(),
            brand: None,
            reader: None,
            notice: None,
            zone: "UTC".to_owned(),
            test: false,
            assets: std::sync::Arc::default(),
        }
    }

    /// The served address of a built file: `main.css` → `/assets/main.3f2a….css`; the plain one where none was built.
    pub fn asset(&self, name: &str) -> String {
        self.assets.get(name).map_or_else(|| format!("/assets/{name}"), |built| built.address.clone())
    }

    /// What a browser holds a built script against before it runs it; nothing where none was built.
    pub fn digest(&self, name: &str) -> Option<String> {
        self.assets.get(name)?.digest.clone()
    }

    /// An address on this tenant's side: `/t/{slug}{rest}`; `rest` alone off it.
    pub fn at(&self, rest: &str) -> String {
        self.brand.as_ref().map_or_else(|| rest.to_owned(), |brand| format!("/t/{}{rest}", brand.slug))
    }

    /// A text in the reader's language.
    pub fn t(&self, key: &str) -> String {
        crate::i18n::t(self.lang, key)
    }

    /// A text with arguments, each already in its shown form: `frame.ta("mail-sent-to", &[("email", email)])`.
    pub fn ta(&self, key: &str, args: &[(&'static str, String)]) -> String {
        crate::i18n::ta(self.lang, key, args)
    }

    /// A text that counts: in it `$count` chooses between one and many, `$shown` is the number as it is read.
    pub fn tn(&self, key: &str, count: u64, args: &[(&'static str, String)]) -> String {
        crate::i18n::tn(self.lang, key, count, args)
    }
}

/// A page: its title (without the brand) and its rendered body.
///
/// ```ignore
/// pub fn page(frame: &Frame, model: &Model) -> Page {
///     Page::new(frame.t("accounts-sign-in-title"), || {
///         layout::merchant(frame, view! { <h1>{frame.t("accounts-sign-in-title")}</h1> })
///     })
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What the tab says, before the brand's name.
    pub title: String,
    /// Header, main and footer, as markup.
    pub body: String,
    /// Whether no script may stand beside it.
    pub alone: bool,
}

impl Page {
    /// Builds and renders the body at once, so it may borrow the frame and the model; its views must be built
    /// inside the closure, because islands need the owner that stands around it.
    pub fn new<V: IntoView>(title: impl Into<String>, body: impl FnOnce() -> V) -> Self {
        Self { title: title.into(), body: crate::document::markup(body), alone: false }
    }

    /// A page that shows a secret: no script stands beside it.
    #[must_use]
    pub fn alone(self) -> Self {
        Self { alone: true, ..self }
    }
}
