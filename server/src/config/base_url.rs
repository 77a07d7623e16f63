//! The address under which people reach this installation.

use std::net::IpAddr;

/// Scheme, host and port as people type them; every link in a mail starts with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    text: String,
    host: String,
    secure: bool,
}

impl BaseUrl {
    /// Reads `http(s)://host[:port]`, with or without a slash at its end and nothing behind it.
    ///
    /// # Errors
    /// Says what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, String> {
        let trimmed = text.strip_suffix('/').unwrap_or(text);
        let uri: axum::http::Uri = trimmed.parse().map_err(|_| format!("is no address: {text}"))?;
        let secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err("must start with https:// or http://".to_owned()),
        };
        let authority = uri.authority().ok_or("names no host")?.clone();
        if authority.as_str().contains('@') {
            return Err("must not carry a user name".to_owned());
        }
        if trimmed.len() != uri.scheme_str().map_or(0, str::len) + "://".len() + authority.as_str().len() {
            return Err("must end after host and port: paths belong to Gangway".to_owned());
        }
        Ok(Self { text: trimmed.to_ascii_lowercase(), host: authority.host().to_ascii_lowercase(), secure })
    }

    /// The address without a slash at its end, as `Origin` spells it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether people come over https.
    pub fn secure(&self) -> bool {
        self.secure
    }

    /// Whether the host is this very machine.
    pub fn on_loopback(&self) -> bool {
        let bare = self.host.trim_start_matches('[').trim_end_matches(']');
        bare == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

impl std::fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_an_origin() {
        let url = BaseUrl::parse("https://Pay.Example:8443/").unwrap();
        assert_eq!(url.as_str(), "https://pay.example:8443");
        assert!(url.secure());
        assert!(!url.on_loopback());
        assert!(BaseUrl::parse("http://[::1]:3000").unwrap().on_loopback());
        assert!(BaseUrl::parse("http://localhost:3000").unwrap().on_loopback());
    }

    #[test]
    fn refuses_what_is_no_origin() {
        for wrong in ["ftp://a", "example.com", "https://a/b", "https://a?x=1", "https://u:p@a", "https://"] {
            assert!(BaseUrl::parse(wrong).is_err(), "{wrong}");
        }
    }
}
