//! The secret in `Authorization: Bearer …`.

use axum::http::{HeaderMap, header};

/// The presented secret; nothing where there is none, or more than one.
pub(super) fn presented(headers: &HeaderMap) -> Option<&str> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let (only, None) = (values.next()?, values.next()) else { return None };
    let (scheme, secret) = only.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim_start_matches(' '))
}

#[cfg(test)]
mod tests {
    use super::presented;
    use axum::http::{HeaderMap, HeaderValue, header};

    fn headers(values: &[&'static str]) -> HeaderMap {
        values.iter().map(|value| (header::AUTHORIZATION, HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn one_bearer_secret_and_nothing_else() {
        assert_eq!(presented(&headers(&["Bearer gw_test_x"])), Some("gw_test_x"));
        assert_eq!(presented(&headers(&["bearer   gw_test_x"])), Some("gw_test_x"));
        assert_eq!(presented(&headers(&[])), None);
        assert_eq!(presented(&headers(&["Bearer"])), None);
        assert_eq!(presented(&headers(&["Basic Z3c6"])), None);
        assert_eq!(presented(&headers(&["Bearer a", "Bearer b"])), None);
    }
}
