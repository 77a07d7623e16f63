use super::*;
use domain::fees::{Minor, Rate};

const HEAD: &str = "channel,currency,contract,page,read_on,from,percent";
const LINE: &str = "alipay,CNY,HB-1,4,2026-11-01,2026-01-01,3800";

fn faults(text: &str) -> Vec<(u64, String, &'static str)> {
    let sheet = read(text.as_bytes(), Kind::Csv);
    sheet.faults.into_iter().map(|fault| (fault.line, fault.column, fault.key)).collect()
}

fn one(columns: &str, cells: &str) -> Vec<(u64, String, &'static str)> {
    faults(&format!("{HEAD},{columns}\n{LINE},{cells}\n"))
}

#[test]
fn a_line_is_a_claim_and_what_is_left_out_costs_nothing() {
    let sheet = read(format!("\u{feff}{HEAD}\r\n{LINE}\r\n").as_bytes(), Kind::Csv);
    assert_eq!(sheet.faults, []);
    let (line, terms) = &sheet.claims[0];
    assert_eq!((*line, terms.claim.percent, terms.claim.fixed), (2, Rate::new(3_800), Some(Minor::ZERO)));
    assert_eq!((terms.contract.as_str(), terms.page.as_str(), terms.to), ("HB-1", "4", None));
}

#[test]
fn every_lines_fault_names_line_and_column() {
    let line = |column: &str, key| vec![(2, column.to_owned(), key)];
    assert_eq!(one("fixed", "-1"), line("fixed", "fees-import-error-formula"));
    assert_eq!(one("fixed", "1.5"), line("fixed", "fees-import-error-number"));
    assert_eq!(one("fx", "1000001"), line("fx", "fees-import-error-number"));
    assert_eq!(one("delay_days", "10001"), line("delay_days", "fees-import-error-number"));
    assert_eq!(one("returns_fixed", "yes"), line("returns_fixed", "fees-import-error-answer"));
    assert_eq!(one("rounding", "never"), line("rounding", "fees-own-error-unknown"));
    assert_eq!(one("to", "31.12.2026"), line("to", "fees-import-error-date"));
    assert_eq!(one("tiers", "1:2"), line("tiers_kind", "fees-import-error-tiers"));
    assert_eq!(one("dispute", "1500"), line("dispute", "fees-import-error-steps"));
    assert_eq!(one("fixed", "1,2"), line("", "fees-import-error-cells"));
    for formula in ["=1+1", "+1", "@SUM(A1)", "\"\t1\"", "\"\r1\""] {
        assert_eq!(one("note", formula), line("note", "fees-import-error-formula"), "{formula:?}");
    }
    let two = faults(&format!("{HEAD}\n{LINE}\nalipay,CNY,HB-1,4,soon,2026-01-01,\n{LINE},1\n"));
    let told: Vec<_> = two.iter().map(|(line, column, _)| (*line, column.as_str())).collect();
    assert_eq!(told, [(3, "percent"), (3, "read_on"), (4, "")]);
}

#[test]
fn a_file_that_cannot_be_read_says_where() {
    assert_eq!(faults(""), [(1, String::new(), "fees-import-error-empty")]);
    assert_eq!(faults(HEAD), [(1, String::new(), "fees-import-error-empty")]);
    assert_eq!(
        faults(&format!("{HEAD},colour\n{LINE},red")),
        [(1, "colour".into(), "fees-import-error-unknown-column")]
    );
    assert_eq!(
        faults(&format!("{HEAD},percent\n{LINE},1")),
        [(1, "percent".into(), "fees-import-error-twice-column")]
    );
    let short = HEAD.replace("channel,", "");
    assert_eq!(faults(&short), [(1, "channel".into(), "fees-import-error-missing-column")]);
    let broken = [HEAD.as_bytes(), b"\n", LINE.as_bytes(), b"\nalipay,CNY,\xff"].concat();
    let sheet = read(&broken, Kind::Csv);
    assert_eq!((sheet.faults[0].line, sheet.faults[0].key), (3, "fees-import-error-utf8"));
    let many = format!("{HEAD}\n{}", format!("{LINE}\n").repeat(MOST + 1));
    assert_eq!(read(many.as_bytes(), Kind::Csv).faults[0].key, "fees-import-error-many");
}

#[test]
fn steps_and_what_is_unknown_come_back_as_they_left() {
    let columns = "fixed,fx,min,refund_fee,returns_percent,returns_fixed,dispute,tiers_kind,tiers,rounding,industry,note";
    let cells = "null,15000,7,12,true,null,9999:1500 null:null,graduated,5000000:34900 null:29900,up,5812 5814,'=not reckoned";
    let sheet = read(format!("{HEAD},{columns}\n{LINE},{cells}\n").as_bytes(), Kind::Csv);
    assert_eq!(sheet.faults, []);
    let terms = sheet.claims[0].1.clone();
    assert_eq!(terms.note.as_deref(), Some("=not reckoned"));
    assert_eq!(terms.claim.fixed, None);
    for kind in [Kind::Csv, Kind::Json] {
        let claims = std::slice::from_ref(&terms);
        let text = if kind == Kind::Csv { write_csv(claims) } else { write_json(claims) };
        let back = read(text.as_bytes(), kind);
        assert_eq!((back.faults, back.claims[0].1.clone()), (vec![], terms.clone()), "{text}");
    }
    assert!(write_csv(&[terms]).contains("'=not reckoned"), "no spreadsheet reckons it");
}

#[test]
fn objects_of_another_shape_name_their_place_and_field() {
    let fault = |text: &str| {
        let sheet = read(text.as_bytes(), Kind::Json);
        let fault = &sheet.faults[0];
        (fault.line, fault.column.clone(), fault.key)
    };
    assert_eq!(fault("{").2, "fees-import-error-json");
    let twice =
        fault("{\"fee_claims\": [\n{\"from\": \"2026-01-01\", \"contract\": \"1\",\n\"contract\": \"2\"}]}");
    assert_eq!((twice.0, twice.2), (3, "fees-import-error-json-twice"));
    assert_eq!(fault("[]").2, "fees-import-error-list");
    assert_eq!(fault(r#"{"fee_claims": [], "more": 1}"#).2, "fees-import-error-list");
    let claim = r#"{"claim": {"channel": "alipay", "currency": "CNY", "percent": 1}, "from": "2026-01-01",
        "contract": "HB-1", "page": "4", "read_on": "2026-01-01"}"#;
    let list = |claims: &[&str]| format!("{{\"fee_claims\": [{}]}}", claims.join(","));
    assert_eq!(read(list(&[claim]).as_bytes(), Kind::Json).faults, []);
    let wrong = |from: &str, to: &str| fault(&list(&[claim, &claim.replace(from, to)]));
    assert_eq!(
        wrong("\"percent\": 1", "\"percent\": -1"),
        (2, "claim.percent".into(), "fees-import-error-field")
    );
    assert_eq!(wrong("\"percent\": 1", "\"percent\": 1, \"colour\": 2").1, "claim.colour");
    assert_eq!(wrong("\"from\"", "\"form\"").1, "form");
    assert_eq!(wrong("\"page\": \"4\",", "").1, "page");
    assert_eq!(wrong("2026-01-01\",\n", "soon\",\n").1, "from");
}
