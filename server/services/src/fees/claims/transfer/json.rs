//! JSON: an object with the list `fee_claims`, each as the API writes a claim, with its days and its source beside it.

mod unique;

use self::unique::Unique;
use super::{LineFault, Sheet, cells};
use domain::fees::own::Terms;
use serde_json::{Value, json};

const LIST: &str = "fee_claims";

/// Reads a text.
pub(super) fn read(text: &str) -> Sheet {
    let mut sheet = Sheet::default();
    let found = match serde_json::from_str(text) {
        Ok(Unique(found)) => found,
        Err(error) => {
            let line = error.line() as u64;
            let key = if error.is_data() { "fees-import-error-json-twice" } else { "fees-import-error-json" };
            sheet.faults.push(LineFault::new(line, "", key));
            return sheet;
        }
    };
    let list = found.as_object().filter(|object| object.len() == 1).and_then(|object| object.get(LIST));
    let Some(list) = list.and_then(Value::as_array) else {
        sheet.faults.push(LineFault::new(1, LIST, "fees-import-error-list"));
        return sheet;
    };
    for (place, one) in (1_u64..).zip(list) {
        match terms(one) {
            Ok(terms) => sheet.claims.push((place, terms)),
            Err(path) => sheet.faults.push(LineFault::new(place, path, "fees-import-error-field")),
        }
    }
    sheet
}

/// What an object says; where it isn't of the right shape, the way to the field.
fn terms(one: &Value) -> Result<Terms, String> {
    let mut one = one.clone();
    if let Some(claim) = one.get_mut("claim").and_then(Value::as_object_mut)
        && claim.insert("id".into(), json!("")).is_some()
    {
        return Err("claim.id".into());
    }
    let terms: Terms = serde_path_to_error::deserialize(one).map_err(|error| {
        let (path, inner) = (error.path().to_string(), error.inner().to_string());
        let named = ["missing field `", "unknown field `", "duplicate field `"];
        let named = named.iter().find_map(|start| inner.strip_prefix(start)?.split('`').next());
        match named {
            Some(field) if !path.ends_with(field) && path == "." => field.to_owned(),
            Some(field) if !path.ends_with(field) => format!("{path}.{field}"),
            _ => path,
        }
    })?;
    Ok(terms.in_order())
}

/// Writes claims, in an order of their own that says nothing of when they were proposed.
pub fn write(claims: &[Terms]) -> String {
    let mut lines: Vec<_> = claims.iter().map(|terms| (cells::write(terms), terms)).collect();
    lines.sort_by(|a, b| a.0.cmp(&b.0));
    let list: Vec<Value> = lines
        .into_iter()
        .map(|(_, terms)| {
            let mut one = serde_json::to_value(terms).unwrap_or_default();
            if let Some(claim) = one.get_mut("claim").and_then(Value::as_object_mut) {
                claim.remove("id");
            }
            one
        })
        .collect();
    serde_json::to_string_pretty(&json!({ LIST: list })).unwrap_or_default()
}
