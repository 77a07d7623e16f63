//! A line of text.

use super::around::{Around, around};
use domain::Lang;
use leptos::prelude::*;

/// A field for a line of text.
#[derive(Clone, Debug)]
#[must_use]
pub struct Field {
    around: Around,
    kind: &'static str,
    value: String,
    autocomplete: Option<&'static str>,
    inputmode: Option<&'static str>,
    lang: Option<&'static str>,
    maxlength: Option<u32>,
    width: &'static str,
    plain: bool,
    readonly: bool,
    prefix: Option<String>,
    suffix: Option<String>,
    offered: Vec<String>,
}

impl Field {
    pub(super) fn new(around: Around, value: &str) -> Self {
        Self {
            around,
            kind: "text",
            value: value.to_owned(),
            autocomplete: None,
            inputmode: None,
            lang: None,
            maxlength: None,
            width: "",
            plain: false,
            readonly: false,
            prefix: None,
            suffix: None,
            offered: Vec::new(),
        }
    }

    pub(super) fn password(around: Around) -> Self {
        let mut field = Self::new(around, "");
        field.kind = "password";
        field.plain = true;
        field
    }

    /// A mail address: its keyboard, its autofill, no spelling.
    pub fn email(mut self) -> Self {
        self.kind = "email";
        self.autocomplete = self.autocomplete.or(Some("email"));
        self.plain = true;
        self
    }

    /// A telephone number.
    pub fn tel(mut self) -> Self {
        self.kind = "tel";
        self.autocomplete = self.autocomplete.or(Some("tel"));
        self.plain = true;
        self
    }

    /// A web address.
    pub fn url(mut self) -> Self {
        self.kind = "url";
        self.plain = true;
        self
    }

    /// A search.
    pub fn search(mut self) -> Self {
        self.kind = "search";
        self
    }

    /// A number or code of digits: the keyboard of digits, still text.
    pub fn digits(mut self) -> Self {
        self.inputmode = Some("numeric");
        self.plain = true;
        self
    }

    /// A code of letters and digits: no spelling, no capitals by themselves, digits of one width.
    pub fn code(mut self) -> Self {
        self.plain = true;
        self
    }

    /// What a browser may fill in: a token of HTML's `autocomplete`.
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    /// The keyboard that a phone offers.
    pub fn inputmode(mut self, mode: &'static str) -> Self {
        self.inputmode = Some(mode);
        self
    }

    /// The language of what is typed, where it isn't the page's.
    pub fn lang(mut self, lang: Lang) -> Self {
        self.lang = Some(lang.tag());
        self
    }

    /// The most characters that fit.
    pub fn maxlength(mut self, characters: u32) -> Self {
        self.maxlength = Some(characters);
        self
    }

    /// As wide as a code or a number.
    pub fn short(mut self) -> Self {
        self.width = "short";
        self
    }

    /// Can be read and copied, not changed.
    pub fn readonly(mut self) -> Self {
        self.readonly = true;
        self
    }

    /// A word inside the frame, before what is typed.
    pub fn prefix(mut self, word: impl Into<String>) -> Self {
        self.prefix = Some(word.into());
        self
    }

    /// A word inside the frame, after what is typed.
    pub fn suffix(mut self, word: impl Into<String>) -> Self {
        self.suffix = Some(word.into());
        self
    }

    /// What was typed elsewhere and may be meant here too: to be chosen instead of typed.
    pub fn offering(mut self, known: Vec<String>) -> Self {
        self.offered = known;
        self
    }

    /// The list of what is offered, by its id.
    fn list(&self) -> Option<(String, AnyView)> {
        let id = format!("{}-known", self.around.id);
        let options = self.offered.iter().map(|known| view! { <option value=known.clone()></option> });
        let list = view! { <datalist id=id.clone()>{options.collect::<Vec<_>>()}</datalist> };
        (!self.offered.is_empty()).then(|| (id, list.into_any()))
    }

    fn input(&self) -> AnyView {
        let around = &self.around;
        let (list, offered) = self.list().unzip();
        let plain = self.plain.then_some("off");
        let spelling = self.plain.then_some("false");
        let value = (self.kind != "password").then(|| self.value.clone());
        view! {
            <input
                class=format!("input {}", self.width)
                type=self.kind
                id=around.id.clone()
                name=around.name.clone()
                value=value
                autocomplete=self.autocomplete
                autocapitalize=plain
                spellcheck=spelling
                inputmode=self.inputmode
                lang=self.lang
                maxlength=self.maxlength.map(|characters| characters.to_string())
                readonly=self.readonly
                list=list
                aria-required=around.required()
                aria-invalid=around.invalid()
                aria-describedby=around.described_by()
            />
            {offered}
        }
        .into_any()
    }

    /// The field as a view.
    pub fn view(self) -> AnyView {
        let input = self.input();
        let control = if self.prefix.is_none() && self.suffix.is_none() {
            input
        } else {
            let word = |word: Option<String>| {
                word.map(|word| view! { <span class="affix" aria-hidden="true">{word}</span> })
            };
            view! { <div class=format!("affixed {}", self.width)>{word(self.prefix)}{input}{word(self.suffix)}</div> }.into_any()
        };
        self.around.field(control)
    }
}

around!(Field);
