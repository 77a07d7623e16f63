//! What is taken in, and where each refusal points.

use super::*;
use serde_json::{Value, json};

fn request() -> Value {
    json!({
        "annual_rate": 50000,
        "mix": [{"count": 900, "amount": 12900, "cross_border": false, "foreign_currency": false, "failed": 30, "refunds": 20, "disputes": 1}],
        "claims": [{"id": "a", "channel": "paypal", "currency": "USD", "percent": 34900, "fixed": 49, "attempt_fee": 0,
            "min": null, "max": null, "cross_border": 15000, "fx": 30000,
            "refund": {"fee": 0, "returns_percent": false, "returns_fixed": false},
            "dispute": [{"up_to": null, "fee": 1500}],
            "monthly_fee": 0, "monthly_minimum": 0,
            "tiers": {"kind": "whole", "steps": [{"up_to": 5_000_000, "percent": 34900}, {"up_to": null, "percent": 29900}]},
            "tax": 0, "delay_days": 2, "rounding": "half_up"}]
    })
}

fn small() -> Value {
    json!({"mix": [{"count": 1, "amount": 100}], "claims": [{"id": "a", "currency": "USD", "percent": 10000}]})
}

fn read(request: &Value) -> Result<Comparison, Vec<Fault>> {
    Comparison::read(request.to_string().as_bytes())
}

fn answer(request: &Value) -> Value {
    let compared = read(request).unwrap().compare(|_| None).unwrap();
    serde_json::from_str(&serde_json::to_string(&compared).unwrap()).unwrap()
}

/// The path of the one fault that a request has after a change.
fn refused(change: impl FnOnce(&mut Value)) -> String {
    let mut request = request();
    change(&mut request);
    let faults = read(&request).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(!faults[0].what.is_empty());
    faults[0].path.clone()
}

#[test]
fn the_whole_example_is_answered() {
    let expected = json!({"results": [{"claim": "a", "volume": 11_610_000, "total": 393_000, "waiting": 3181,
        "effective_rate": 33850,
        "parts": {"percent": 347_400, "cross_border": 0, "fx": 0, "fixed": 44100, "clamp": 0, "attempts": 0,
            "refund_fees": 0, "refund_credits": 0, "disputes": 1500, "monthly": 0, "top_up": 0, "tax": 0}}]});
    assert_eq!(answer(&request()), expected);
}

#[test]
fn what_is_absent_is_zero_and_what_is_null_was_not_published() {
    let result = &answer(&small())["results"][0];
    assert_eq!((&result["total"], &result["waiting"]), (&json!(1), &json!(0)));
    let mut null = small();
    null["claims"][0]["fixed"] = Value::Null;
    assert_eq!(answer(&null), json!({"results": [{"claim": "a", "not_comparable": ["fixed"]}]}));
    let mut none = small();
    for name in ["min", "max", "tiers", "dispute"] {
        none["claims"][0][name] = Value::Null;
    }
    none["mix"][0]["disputes"] = json!(1);
    assert_eq!(answer(&none)["results"][0]["total"], json!(1));
    let mut percent = small();
    percent["claims"][0]["percent"] = Value::Null;
    assert_eq!(answer(&percent)["results"][0]["not_comparable"], json!(["percent"]));
}

#[test]
fn dimensions_are_taken_and_change_nothing() {
    let mut request = small();
    for name in ["product", "card_class", "country", "subject", "industry"] {
        request["claims"][0][name] = json!("x");
        request["mix"][0][name] = json!("y");
    }
    request["mix"][0]["currency"] = json!("CNY");
    assert_eq!(answer(&request), answer(&small()));
}

#[test]
fn a_known_claim_is_looked_up_and_another_is_not_known() {
    let mut request = small();
    request["claims"] = json!(["b"]);
    let asked = read(&request).unwrap();
    let known = Claim::of("b", "USD", Rate::new(20_000));
    let compared = asked.compare(|id| (id == "b").then_some(&known)).unwrap();
    assert_eq!(serde_json::to_value(&compared).unwrap()["results"][0]["total"], json!(2));
    assert_eq!(asked.compare(|_| None).unwrap_err().path, "claims[0]");
}

#[test]
fn what_is_too_large_negative_or_no_integer_is_refused_where_it_stands() {
    for (field, most) in
        [("count", 1_000_000_000_u64), ("failed", 1_000_000_000), ("amount", 1_000_000_000_000)]
    {
        assert_eq!(refused(|r| r["mix"][0][field] = json!(most + 1)), format!("mix[0].{field}"));
        let mut largest = request();
        largest["mix"][0][field] = json!(most);
        assert!(read(&largest).is_ok(), "{field}");
    }
    for field in ["percent", "cross_border", "fx", "tax"] {
        assert_eq!(refused(|r| r["claims"][0][field] = json!(1_000_001)), format!("claims[0].{field}"));
    }
    for field in ["fixed", "attempt_fee", "min", "max", "monthly_fee", "monthly_minimum"] {
        assert_eq!(
            refused(|r| r["claims"][0][field] = json!(1_000_000_000_001_u64)),
            format!("claims[0].{field}")
        );
    }
    assert_eq!(refused(|r| r["annual_rate"] = json!(1_000_001)), "annual_rate");
    assert_eq!(refused(|r| r["annual_rate"] = Value::Null), "annual_rate");
    assert_eq!(refused(|r| r["claims"][0]["delay_days"] = json!(10_001)), "claims[0].delay_days");
    assert_eq!(refused(|r| r["claims"][0]["refund"]["fee"] = json!(-1)), "claims[0].refund.fee");
    assert_eq!(
        refused(|r| r["claims"][0]["tiers"]["steps"][1]["percent"] = json!(0.5)),
        "claims[0].tiers.steps[1].percent"
    );
    assert_eq!(refused(|r| r["claims"][0]["dispute"][0]["fee"] = json!("15")), "claims[0].dispute[0].fee");
    assert_eq!(refused(|r| r["claims"][0]["rounding"] = json!("nearest")), "claims[0].rounding");
    assert_eq!(refused(|r| r["mix"][0]["cross_border"] = json!(1)), "mix[0].cross_border");
    assert_eq!(refused(|r| r["claims"][0]["currency"] = json!("XXX")), "claims[0].currency");
    assert_eq!(refused(|r| r["claims"][0]["currency"] = json!("usd")), "claims[0].currency");
}

#[test]
fn longer_integers_than_the_machine_has_are_refused_too() {
    let text = small().to_string();
    for (from, to) in
        [("\"count\":1", "\"count\":100000000000000000000000000000"), ("\"count\":1", "\"count\":1e3")]
    {
        let changed = text.replace(from, to);
        assert_ne!(changed, text);
        assert_eq!(Comparison::read(changed.as_bytes()).unwrap_err()[0].path, "mix[0].count");
    }
}

#[test]
fn a_field_that_is_missing_or_not_named_here_is_refused_by_name() {
    for field in ["id", "currency", "percent"] {
        let path = refused(|r| {
            r["claims"][0].as_object_mut().unwrap().remove(field);
        });
        assert_eq!(path, format!("claims[0].{field}"));
    }
    for field in ["count", "amount"] {
        let path = refused(|r| {
            r["mix"][0].as_object_mut().unwrap().remove(field);
        });
        assert_eq!(path, format!("mix[0].{field}"));
    }
    assert_eq!(refused(|r| r["claims"][0]["colour"] = json!(1)), "claims[0].colour");
    assert_eq!(refused(|r| r["claims"][0]["refund"]["colour"] = json!(1)), "claims[0].refund.colour");
    assert_eq!(refused(|r| r["mix"][0]["colour"] = json!(1)), "mix[0].colour");
    assert_eq!(refused(|r| r["colour"] = json!(1)), "colour");
    let text = small().to_string().replace("\"count\":1", "\"count\":1,\"count\":2");
    assert_eq!(Comparison::read(text.as_bytes()).unwrap_err()[0].path, "mix[0].count");
    for field in ["mix", "claims"] {
        let path = refused(|r| {
            r.as_object_mut().unwrap().remove(field);
        });
        assert_eq!(path, field);
    }
}

#[test]
fn what_contradicts_itself_is_refused() {
    assert_eq!(refused(|r| r["mix"][0]["refunds"] = json!(901)), "mix[0].refunds");
    assert_eq!(refused(|r| r["mix"][0]["disputes"] = json!(901)), "mix[0].disputes");
    assert_eq!(refused(|r| r["mix"] = json!([])), "mix");
    assert_eq!(refused(|r| r["mix"] = json!([{"count": 0, "amount": 1}])), "mix");
    assert_eq!(refused(|r| r["claims"] = json!([])), "claims");
    let limits = |min: u64, max: u64| {
        refused(move |r| {
            r["claims"][0]["min"] = json!(min);
            r["claims"][0]["max"] = json!(max);
        })
    };
    assert_eq!(limits(2, 1), "claims[0].min");
    let steps = |steps: Value| refused(|r| r["claims"][0]["tiers"]["steps"] = steps);
    assert_eq!(steps(json!([])), "claims[0].tiers.steps");
    assert_eq!(steps(json!([{"up_to": 5, "percent": 1}])), "claims[0].tiers.steps[0].up_to");
    assert_eq!(
        steps(json!([{"percent": 1}])),
        "claims[0].tiers.steps[0].up_to",
        "absent is zero, not without limit"
    );
    assert_eq!(
        steps(json!([{"up_to": null, "percent": 1}, {"up_to": null, "percent": 1}])),
        "claims[0].tiers.steps[0].up_to"
    );
    assert_eq!(
        steps(json!([{"up_to": 5, "percent": 1}, {"up_to": 5, "percent": 1}, {"up_to": null, "percent": 1}])),
        "claims[0].tiers.steps[1].up_to"
    );
    let dispute = |steps: Value| refused(|r| r["claims"][0]["dispute"] = steps);
    assert_eq!(dispute(json!([])), "claims[0].dispute");
    assert_eq!(dispute(json!([{"up_to": 9999, "fee": 1}])), "claims[0].dispute[0].up_to");
}

#[test]
fn no_more_than_the_most() {
    let many = |count: usize| (0..count).map(|n| format!("c{n}")).collect::<Vec<_>>();
    assert_eq!(refused(|r| r["claims"] = json!(many(1001))), "claims");
    let segment = json!({"count": 1, "amount": 1});
    assert_eq!(refused(|r| r["mix"] = json!(vec![segment.clone(); 1001])), "mix");
    let mut most = request();
    most["mix"] = json!(vec![segment; 1000]);
    most["claims"] = json!(many(1000));
    assert!(read(&most).is_ok());
    let steps = |count: u64| {
        let mut steps: Vec<_> = (1..count).map(|n| json!({"up_to": n, "percent": 1})).collect();
        steps.push(json!({"up_to": null, "percent": 1}));
        json!(steps)
    };
    assert_eq!(refused(|r| r["claims"][0]["tiers"]["steps"] = steps(101)), "claims[0].tiers.steps");
    let mut hundred = request();
    hundred["claims"][0]["tiers"]["steps"] = steps(100);
    assert!(read(&hundred).is_ok());
}

#[test]
fn a_claim_stands_once() {
    assert_eq!(refused(|r| r["claims"] = json!(["b", "b"])), "claims[1]");
    let path = refused(|r| {
        let claim = r["claims"][0].clone();
        r["claims"] = json!(["a", claim]);
    });
    assert_eq!(path, "claims[1].id");
}

#[test]
fn what_is_no_json_is_refused_whole() {
    for text in ["", "{", "[]", "null", "{} {}", "{\"mix\": [}", "\u{feff}{}"] {
        let faults = Comparison::read(text.as_bytes()).unwrap_err();
        assert_eq!(faults.len(), 1, "{text}");
    }
    assert_eq!(Comparison::read(&[0xff, 0xfe]).unwrap_err()[0].path, "");
    let deep = "[".repeat(100_000);
    assert!(Comparison::read(deep.as_bytes()).is_err());
}

#[test]
fn lists_are_no_objects_and_objects_no_words() {
    let list = json!([50000, [[900, 12900]], [{"id": "a", "currency": "USD", "percent": 1}]]);
    assert_eq!(read(&list).unwrap_err()[0].path, "");
    assert_eq!(refused(|request| request["mix"][0] = json!([900, 12900])), "mix[0]");
    for (path, value) in [
        ("refund", json!([500, true, true])),
        ("refund", json!([])),
        ("dispute[0]", json!([null, 7])),
        ("tiers", json!(["whole", [[null, 7]]])),
        ("tiers.steps[0]", json!([null, 7])),
        ("tiers.kind", json!({"whole": null})),
        ("rounding", json!({"up": null})),
    ] {
        let pointer = format!("/claims/0/{}", path.replace('.', "/").replace("[0]", "/0"));
        let at = refused(|request| *request.pointer_mut(&pointer).unwrap() = value.clone());
        assert_eq!(at, format!("claims[0].{path}"), "{value}");
    }
}

#[test]
fn numbers_of_any_length_are_refused_at_their_place() {
    let of = |digits: usize| format!("1{}", "0".repeat(digits));
    let numbers =
        [13, 20, 30, 308, 309, 400].into_iter().flat_map(|digits| [of(digits), format!("-{}", of(digits))]);
    for number in numbers.chain(["1e400".to_owned()]) {
        let text = request().to_string().replace("12900", &number);
        let faults = Comparison::read(text.as_bytes()).unwrap_err();
        assert_eq!((faults.len(), faults[0].path.as_str()), (1, "mix[0].amount"), "{number}");
    }
}

#[test]
fn a_segments_currency_is_known_and_a_claim_has_a_name() {
    assert_eq!(refused(|request| request["mix"][0]["currency"] = json!("XXX")), "mix[0].currency");
    assert_eq!(refused(|request| request["claims"][0]["id"] = json!("")), "claims[0].id");
}

#[test]
fn a_step_that_no_volume_falls_into_needs_no_figure() {
    let mut request = small();
    request["claims"][0]["tiers"] = json!({"kind": "graduated", "steps": [{"up_to": 0, "percent": null}, {"up_to": null, "percent": 10000}]});
    assert_eq!(answer(&request)["results"][0]["total"], json!(1));
}
