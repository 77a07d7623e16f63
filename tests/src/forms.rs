//! Forms as they stand on a page, and what a browser would send of them.

use crate::browser::Answer;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;

/// A form as it stands on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Where it goes; empty for the page's own address.
    pub action: String,
    /// Its id; empty where it has none.
    pub id: String,
    /// Whether it posts.
    pub posts: bool,
    /// Whether it stands in the page's main part.
    pub in_main: bool,
    /// The fields a browser would send as it stands, in order, less its buttons and files.
    pub fields: Vec<(String, String)>,
    /// The names of everything that can be filled in: what is hidden and buttons are left out.
    pub asks: BTreeSet<String>,
    /// The names of its password fields.
    pub passwords: BTreeSet<String>,
    /// What its buttons say.
    pub buttons: Vec<String>,
}

impl Form {
    /// The fields as it stands with these over them.
    pub fn filled_in(&self, fields: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut all = self.fields.clone();
        all.retain(|(known, _)| !fields.iter().any(|(name, _)| name == known));
        all.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        all
    }

    /// Where it goes from this page.
    pub fn address<'a>(&'a self, page: &'a Answer) -> &'a str {
        if self.action.is_empty() { &page.path } else { &self.action }
    }
}

pub(crate) fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}

pub(crate) fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every form of a page, in order.
pub(crate) fn of(html: &Html) -> Vec<Form> {
    html.select(&selector("form")).map(form).collect()
}

fn form(element: ElementRef<'_>) -> Form {
    let attribute = |name: &str| element.attr(name).unwrap_or_default().to_owned();
    let all = |css: &str| element.select(&selector(css)).collect::<Vec<_>>();
    let names = |css: &str| all(css).into_iter().filter_map(|e| e.attr("name")).map(str::to_owned).collect();
    Form {
        action: attribute("action"),
        id: attribute("id"),
        posts: attribute("method").eq_ignore_ascii_case("post"),
        in_main: element.ancestors().filter_map(ElementRef::wrap).any(|e| e.value().name() == "main"),
        fields: fields(element),
        asks: names("input:not([type=hidden]), select, textarea"),
        passwords: names("input[type=password]"),
        buttons: all("button").into_iter().map(words).collect(),
    }
}

/// The fields a browser would send as the form stands, less its buttons and files.
fn fields(form: ElementRef<'_>) -> Vec<(String, String)> {
    let named = selector("input[name], select[name], textarea[name]");
    form.select(&named).filter(|element| element.attr("disabled").is_none()).filter_map(field).collect()
}

fn field(element: ElementRef<'_>) -> Option<(String, String)> {
    let name = element.attr("name").unwrap_or_default().to_owned();
    match (element.value().name(), element.attr("type").unwrap_or("text")) {
        ("input", "checkbox" | "radio") if element.attr("checked").is_none() => None,
        ("input", "file" | "submit" | "button" | "image" | "reset") => None,
        ("input", kind) => {
            let default = if matches!(kind, "checkbox" | "radio") { "on" } else { "" };
            Some((name, element.attr("value").unwrap_or(default).to_owned()))
        }
        ("select", _) => {
            let options: Vec<_> = element.select(&selector("option")).collect();
            let chosen = options.iter().find(|o| o.attr("selected").is_some()).or(options.first())?;
            Some((name, chosen.attr("value").map_or_else(|| words(*chosen), str::to_owned)))
        }
        _ => Some((name, element.text().collect())),
    }
}
