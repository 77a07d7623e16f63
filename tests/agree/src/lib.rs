//! The fee engine as a browser runs it: a request in, the answer out, as `gangway fees compare` does it. The browser's
//! tests send the same requests to both.

use domain::fees::request::Comparison;
use serde_json::json;
use wasm_bindgen::prelude::wasm_bindgen;

/// The answer to a request, both in JSON; `{"errors": [{"path", "what"}]}` where it can't be used. No published claim is
/// known here.
#[wasm_bindgen]
pub fn compare(request: &str) -> String {
    let answer = Comparison::read(request.as_bytes())
        .and_then(|asked| asked.compare(|_| None).map_err(|fault| vec![fault]));
    match answer {
        Ok(compared) => serde_json::to_string(&compared).unwrap_or_default(),
        Err(faults) => {
            let told = faults.into_iter().map(|fault| json!({"path": fault.path, "what": fault.what}));
            json!({ "errors": told.collect::<Vec<_>>() }).to_string()
        }
    }
}
