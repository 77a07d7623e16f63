//! A browser without JavaScript: keeps cookies, reads pages, posts their forms as they stand.

use crate::{
    forms::{self, Form, selector, words},
    proofs::Prover,
};
use reqwest::{
    Client, Method, Response, Url,
    cookie::{CookieStore as _, Jar},
    header, multipart,
    redirect::Policy,
};
use scraper::Html;
use std::sync::Arc;

/// One person's browser on one installation.
#[derive(Clone)]
pub struct Browser {
    client: Client,
    jar: Arc<Jar>,
    base: String,
    lang: &'static str,
    prover: Option<Prover>,
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

impl Browser {
    /// A new browser with no cookies.
    pub fn new(base: &str) -> Self {
        let jar = Arc::new(Jar::default());
        let client = Client::builder().cookie_provider(Arc::clone(&jar)).redirect(Policy::none());
        // A program whose store stalls leaves a body unread for longer than the client's own patience.
        let client = client.tcp_user_timeout(None).build().expect("a client");
        Self { client, jar, base: base.trim_end_matches('/').to_owned(), lang: "en", prover: None }
    }

    /// The same browser, which goes through second steps and proofs by itself.
    #[must_use]
    pub fn proving_by(self, prover: Prover) -> Self {
        Self { prover: Some(prover), ..self }
    }

    /// The same browser, which does nothing by itself: the test types codes and proofs.
    #[must_use]
    pub fn by_hand(self) -> Self {
        Self { prover: None, ..self }
    }

    /// Goes through what stands between an answer and what was asked for.
    async fn settled(&self, answer: Answer) -> Answer {
        match &self.prover {
            Some(prover) => prover.settle(self, answer).await,
            None => answer,
        }
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
            answer = self.settled(answer).await;
            match answer.location() {
                Some(next) => answer = self.send(self.request(Method::GET, &next)).await,
                None => return answer,
            }
        }
        panic!("{path} leads in circles")
    }

    /// Posts fields to a path, without following the redirect.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.settled(self.send(self.request(Method::POST, path).form(fields)).await).await
    }

    /// Fills in the form of a page (the first whose action or button matches `which`) as it stands, with these
    /// fields over it; posts it; doesn't follow the redirect.
    pub async fn submit(&self, page: &Answer, which: &str, fields: &[(&str, &str)]) -> Answer {
        self.send_form(page, &page.form(which), fields).await
    }

    /// The same with a form that was found on the page before.
    pub async fn send_form(&self, page: &Answer, form: &Form, fields: &[(&str, &str)]) -> Answer {
        let all = form.filled_in(fields);
        self.settled(self.send(self.request(Method::POST, form.address(page)).form(&all)).await).await
    }

    /// The same, and follows the redirect, which there must be.
    pub async fn send_form_and_go(&self, page: &Answer, form: &Form, fields: &[(&str, &str)]) -> Answer {
        let answer = self.send_form(page, form, fields).await;
        assert_eq!(answer.status, 303, "{:?} on {}: {}", form, page.path, answer.complaints());
        self.get(&answer.location().expect("a location")).await
    }

    /// Fills in a form and follows the redirect, which there must be.
    pub async fn submit_and_go(&self, page: &Answer, which: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.submit(page, which, fields).await;
        assert_eq!(answer.status, 303, "{which} on {}: {}", page.path, answer.complaints());
        self.get(&answer.location().expect("a location")).await
    }

    /// Sends a file through a form that asks for one, with its other fields as they stand.
    pub async fn send_file(&self, page: &Answer, form: &Form, name: &str, bytes: Vec<u8>) -> Answer {
        let mut parts = multipart::Form::new();
        for (known, value) in &form.fields {
            parts = parts.text(known.clone(), value.clone());
        }
        let field = form.asks.first().expect("a field for a file").clone();
        let file = multipart::Part::bytes(bytes).file_name(name.to_owned());
        let request = self.request(Method::POST, form.address(page));
        self.send(request.multipart(parts.part(field, file))).await
    }

    /// Looks at a path and gives the bytes as they came.
    pub async fn bytes(&self, path: &str) -> (u16, header::HeaderMap, Vec<u8>) {
        let answer = self.request(Method::GET, path).send().await.expect("an answer");
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        (status, headers, answer.bytes().await.expect("a body").to_vec())
    }

    /// The cookies as a request would send them, for requests of another make.
    pub fn cookies(&self) -> String {
        let url = Url::parse(&self.base).expect("an address");
        self.jar.cookies(&url).and_then(|value| value.to_str().ok().map(str::to_owned)).unwrap_or_default()
    }
}

impl Answer {
    /// Reads an answer to its end.
    pub async fn read(response: Response) -> Self {
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

    /// Every form of the page, in order.
    pub fn forms(&self) -> Vec<Form> {
        forms::of(&self.html())
    }

    /// The form whose action, id or button contains `which`.
    pub fn form(&self, which: &str) -> Form {
        let found = self.forms().into_iter().find(|form| {
            form.action.contains(which)
                || form.id == which
                || form.buttons.iter().any(|label| label.contains(which))
        });
        found.unwrap_or_else(|| panic!("no form {which} on {}:\n{}", self.path, self.words()))
    }

    /// The form that the page is for: the first of its main part that posts.
    pub fn main_form(&self) -> Form {
        let found = self.forms().into_iter().find(|form| form.in_main && form.posts);
        found.unwrap_or_else(|| panic!("no form of its own on {}:\n{}", self.path, self.words()))
    }
}
