//! A browser without JavaScript: keeps cookies, reads pages, posts their forms as they stand.

use reqwest::{Client, Method, Response, header, redirect::Policy};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;

/// One person's browser on one installation.
#[derive(Clone)]
pub struct Browser {
    client: Client,
    base: String,
    lang: &'static str,
}

/// An answer, read to its end.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: header::HeaderMap,
    /// The body as text.
    pub body: String,
    /// The address it came from.
    pub path: String,
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}

impl Browser {
    /// A new browser with no cookies.
    pub fn new(base: &str) -> Self {
        let client = Client::builder().cookie_store(true).redirect(Policy::none()).build().expect("a client");
        Self { client, base: base.trim_end_matches('/').to_owned(), lang: "en" }
    }

    /// The same browser, asking for Chinese.
    #[must_use]
    pub fn in_chinese(mut self) -> Self {
        self.lang = "zh-CN";
        self
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) }
    }

    /// A request with what a browser sends from one of our own pages.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.client
            .request(method, self.url(path))
            .header(header::ACCEPT_LANGUAGE, self.lang)
            .header(header::ORIGIN, &self.base)
            .header("sec-fetch-site", "same-origin")
    }

    /// Sends, without following redirects.
    pub async fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        Answer::read(request.send().await.expect("an answer")).await
    }

    /// Looks at a page, following redirects.
    pub async fn get(&self, path: &str) -> Answer {
        let mut answer = self.send(self.request(Method::GET, path)).await;
        for _ in 0..10 {
            match answer.location() {
                Some(next) => answer = self.send(self.request(Method::GET, &next)).await,
                None => return answer,
            }
        }
        panic!("{path} leads in circles")
    }

    /// Posts fields to a path, without following the redirect.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(self.request(Method::POST, path).form(fields)).await
    }

    /// Fills in the form of a page (the first whose action or button matches `which`) as it stands, with these
    /// fields over it; posts it; doesn't follow the redirect.
    pub async fn submit(&self, page: &Answer, which: &str, fields: &[(&str, &str)]) -> Answer {
        let form = page.form(which);
        let mut all = form.fields;
        for (name, value) in fields {
            all.retain(|(known, _)| known != name);
            all.push(((*name).to_owned(), (*value).to_owned()));
        }
        let action = if form.action.is_empty() { page.path.clone() } else { form.action };
        self.send(self.request(Method::POST, &action).form(&all)).await
    }

    /// The same, and follows the redirect, which there must be.
    pub async fn submit_and_go(&self, page: &Answer, which: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.submit(page, which, fields).await;
        assert_eq!(answer.status, 303, "{which} on {}: {}", page.path, answer.complaints());
        self.get(&answer.location().expect("a location")).await
    }

    /// Posts a file through a form of a page, with its other fields as they stand.
    pub async fn upload(
        &self,
        page: &Answer,
        which: &str,
        field: &str,
        name: &str,
        bytes: Vec<u8>,
    ) -> Answer {
        let form = page.form(which);
        let mut parts = reqwest::multipart::Form::new();
        for (known, value) in form.fields {
            if known != field {
                parts = parts.text(known, value);
            }
        }
        let file = reqwest::multipart::Part::bytes(bytes).file_name(name.to_owned());
        self.send(self.request(Method::POST, &form.action).multipart(parts.part(field.to_owned(), file)))
            .await
    }

    /// The cookie jar's client, for requests of another make.
    pub const fn client(&self) -> &Client {
        &self.client
    }
}

/// A form as it stands on a page.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// Its fields, in order.
    pub fields: Vec<(String, String)>,
}

impl Answer {
    async fn read(response: Response) -> Self {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let url = response.url();
        let path =
            url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
        let body = String::from_utf8_lossy(&response.bytes().await.expect("a body")).into_owned();
        Self { status, headers, body, path }
    }

    /// Where a redirect leads.
    pub fn location(&self) -> Option<String> {
        let redirect = (300..400).contains(&self.status);
        self.headers
            .get(header::LOCATION)
            .filter(|_| redirect)
            .and_then(|to| to.to_str().ok())
            .map(str::to_owned)
    }

    /// The parsed page.
    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// The text of the first element that matches.
    pub fn text(&self, css: &str) -> Option<String> {
        let html = self.html();
        html.select(&selector(css)).next().map(|found| words(found))
    }

    /// The texts of all elements that match.
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.html().select(&selector(css)).map(words).collect()
    }

    /// An attribute of the first element that matches.
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.html().select(&selector(css)).next().and_then(|found| found.attr(name)).map(str::to_owned)
    }

    /// The words of the whole page, as a reader sees them.
    pub fn words(&self) -> String {
        self.text("body").unwrap_or_default()
    }

    /// The first link whose address contains this.
    pub fn link(&self, part: &str) -> String {
        self.attribute(&format!("a[href*='{part}']"), "href")
            .unwrap_or_else(|| panic!("no link to {part} on {}:\n{}", self.path, self.words()))
    }

    /// What a refused form complains of.
    pub fn complaints(&self) -> String {
        let said = self.texts(".error-summary, [role=alert], .field-error").join(" | ");
        if said.is_empty() { self.words().chars().take(600).collect() } else { said }
    }

    /// The form whose action, id or button contains `which`.
    pub fn form(&self, which: &str) -> Form {
        let html = self.html();
        let found = html.select(&selector("form")).find(|form| {
            form.attr("action").unwrap_or_default().contains(which)
                || form.attr("id").unwrap_or_default() == which
                || form.select(&selector("button")).any(|button| words(button).contains(which))
        });
        let form = found.unwrap_or_else(|| panic!("no form {which} on {}:\n{}", self.path, self.words()));
        Form { action: form.attr("action").unwrap_or_default().to_owned(), fields: fields(form) }
    }
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The fields a browser would send as the form stands, less its buttons and files.
fn fields(form: ElementRef<'_>) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for element in form.select(&selector("input[name], select[name], textarea[name]")) {
        let name = element.attr("name").unwrap_or_default().to_owned();
        if element.attr("disabled").is_some() {
            continue;
        }
        match (element.value().name(), element.attr("type").unwrap_or("text")) {
            ("input", "checkbox" | "radio") if element.attr("checked").is_none() => {}
            ("input", "file" | "submit" | "button" | "image" | "reset") => {}
            ("input", kind) => {
                let default = if matches!(kind, "checkbox" | "radio") { "on" } else { "" };
                fields.push((name, element.attr("value").unwrap_or(default).to_owned()));
            }
            ("select", _) => {
                let options: Vec<_> = element.select(&selector("option")).collect();
                let chosen =
                    options.iter().find(|option| option.attr("selected").is_some()).or(options.first());
                if let Some(option) = chosen {
                    fields.push((name, option.attr("value").map_or_else(|| words(*option), str::to_owned)));
                }
            }
            _ => fields.push((name, element.text().collect())),
        }
    }
    fields
}

/// Fields by name, for comparing.
pub fn by_name(fields: &[(String, String)]) -> BTreeMap<&str, &str> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
