//! From a template and its facts to subject, text and HTML.

use super::{
    template::{Link, Template},
    texts::{Args, text},
};
use domain::Lang;

/// A mail's three forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

/// Writes a mail. Nothing where a text is missing, which a test refuses.
pub(super) fn compose(template: Template, lang: Lang, args: &Args, link: Option<&str>) -> Option<Written> {
    let form = template.form();
    let code = form.code;
    let subject = text(lang, &format!("mail-{code}-subject"), args)?;
    let body = text(lang, &format!("mail-{code}-body"), args)?;
    let action = match form.link {
        Link::None => None,
        _ => Some((text(lang, &format!("mail-{code}-action"), args)?, link?)),
    };
    let footer = text(lang, "mail-footer", args)?;
    let sender = text(lang, "mail-sender", args)?;
    Some(Written {
        text: as_text(&body, action.as_ref(), &sender, &footer),
        html: as_html(lang, &subject, &body, action.as_ref(), &sender, &footer),
        subject,
    })
}

fn paragraphs(body: &str) -> impl Iterator<Item = &str> {
    body.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
}

fn as_text(body: &str, action: Option<&(String, &str)>, sender: &str, footer: &str) -> String {
    let mut parts: Vec<String> = paragraphs(body).map(str::to_owned).collect();
    if let Some((label, link)) = action {
        parts.push(format!("{label}:\n{link}"));
    }
    // "-- " on a line of its own is the signature mark that mail programs know.
    parts.push(format!("-- \n{sender}\n{footer}"));
    parts.join("\n\n") + "\n"
}

const STYLE: &str = "body{margin:0;padding:24px;background:#f6f6f4;color:#1c1c1a;\
font:16px/1.6 system-ui,sans-serif}main{max-width:560px;margin:0 auto;padding:24px;background:#fff;\
border:1px solid #deded8;border-radius:8px}h1{font-size:20px;line-height:1.3;margin:0 0 16px}\
a.button{display:inline-block;padding:12px 20px;border-radius:6px;background:#1c1c1a;color:#fff;\
text-decoration:none}small{color:#5c5c57;overflow-wrap:anywhere}";

fn as_html(
    lang: Lang,
    subject: &str,
    body: &str,
    action: Option<&(String, &str)>,
    sender: &str,
    footer: &str,
) -> String {
    let body: Vec<String> =
        paragraphs(body).map(|paragraph| format!("<p>{}</p>\n", escape(paragraph))).collect();
    let body = body.concat();
    let action = action.map_or_else(String::new, |(label, link)| {
        let (label, link) = (escape(label), escape(link));
        format!("<p><a class=\"button\" href=\"{link}\">{label}</a></p>\n<p><small>{link}</small></p>\n")
    });
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{subject}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{subject}</h1>\n{body}{action}\
         <p><small>{sender}<br>{footer}</small></p>\n</main>\n</body>\n</html>\n",
        lang = lang.tag(),
        subject = escape(subject),
        sender = escape(sender),
        footer = escape(footer),
    )
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What every template may name. A template that names more needs it here and in `job.rs`.
    fn args(value: &str) -> Args {
        ["sender", "to", "email", "case", "name", "new", "roles", "merchant", "minutes", "hours", "until"]
            .map(|name| (name, value.to_owned()))
            .into()
    }

    #[test]
    fn every_template_is_written_in_both_languages() {
        for template in Template::ALL {
            for lang in Lang::ALL {
                let written = compose(template, lang, &args("VALUE"), Some("https://pay.example/x"))
                    .unwrap_or_else(|| panic!("{template:?} lacks a text in {}", lang.tag()));
                for form in [&written.subject, &written.text, &written.html] {
                    // An unfilled placeholder is written as it is named.
                    assert!(!form.contains("{$") && !form.contains("{ $"), "{template:?}: {form}");
                }
                assert_eq!(written.subject.lines().count(), 1);
                let has_link = template.form().link != Link::None;
                assert_eq!(written.text.contains("https://pay.example/x"), has_link);
                assert_eq!(written.html.contains("href=\"https://pay.example/x\""), has_link);
            }
        }
    }

    #[test]
    fn i04_i05_hostile_values_stay_text() {
        let hostile = "\r\n.\r\nMAIL FROM:<x@y>\n\n<script>alert('1')</script>\"&";
        for template in Template::ALL {
            let written =
                compose(template, Lang::En, &args(hostile), Some("https://pay.example/\"><b>")).unwrap();
            assert_eq!(written.subject.lines().count(), 1);
            assert!(!written.text.lines().any(|line| line.trim() == "."));
            assert!(!written.html.contains("<script") && !written.html.contains("<b>"));
            for outside in ["src=", "http-equiv", "@import", "url("] {
                assert!(!written.html.contains(outside), "{outside}");
            }
        }
    }
}
