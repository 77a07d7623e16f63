//! What every page gets beside its own model, and what every page is.

use domain::{Lang, permissions::Role};
use leptos::prelude::AnyView;

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
    /// Whether they belong to any merchant of this tenant.
    pub merchant: bool,
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
    /// Hashed addresses of the built files: (plain name, served address), for [`Frame::asset`].
    pub assets: std::sync::Arc<std::collections::HashMap<String, String>>,
}

impl Frame {
    /// The served address of a built file: `main.css` → `/assets/main.3f2a….css`; the plain one where none was built.
    pub fn asset(&self, name: &str) -> String {
        self.assets.get(name).cloned().unwrap_or_else(|| format!("/assets/{name}"))
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
}

/// A page: its title (without the brand) and its body, laid out by one of [`crate::ui`]'s layouts.
pub struct Page {
    /// What the tab says, before the brand's name.
    pub title: String,
    /// Header, main and footer.
    pub body: AnyView,
}
