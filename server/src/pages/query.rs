//! Filters in the address.

use std::fmt::Write;

/// The names and values of an address's query, in their order.
pub(super) type Pairs = Vec<(String, String)>;

/// The first value of a name, without the space around it; nothing where it is empty.
pub(super) fn given<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs
        .iter()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.trim())
        .filter(|value| !value.is_empty())
}

/// A path with a query of these names and values.
pub(super) fn address(path: &str, pairs: &[(&str, &str)]) -> String {
    let mut out = path.to_owned();
    for (at, (name, value)) in pairs.iter().enumerate() {
        out.push(if at == 0 { '?' } else { '&' });
        out.push_str(name);
        out.push('=');
        escape(value, &mut out);
    }
    out
}

fn escape(value: &str, out: &mut String) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_was_typed_stays_one_value() {
        assert_eq!(address("/desk", &[]), "/desk");
        assert_eq!(
            address("/desk", &[("q", "海 &曼#"), ("state", "mine")]),
            "/desk?q=%E6%B5%B7%20%26%E6%9B%BC%23&state=mine"
        );
    }

    #[test]
    fn empty_values_are_none() {
        let pairs = vec![("q".to_owned(), "  ".to_owned()), ("state".to_owned(), " mine ".to_owned())];
        assert_eq!(given(&pairs, "q"), None);
        assert_eq!(given(&pairs, "state"), Some("mine"));
        assert_eq!(given(&pairs, "other"), None);
    }
}
