//! Figures that nobody published, where a mix needs them and where it doesn't.

use super::*;

fn missing(claim: &Claim, mix: &[Segment]) -> Vec<String> {
    match price(claim, mix, Rate::new(50_000).unwrap()) {
        Outcome::NotComparable { not_comparable, .. } => not_comparable,
        Outcome::Priced(_) => vec![],
    }
}

#[test]
fn a_figure_that_was_not_published_is_named_where_it_is_needed() {
    let unpublished = Claim {
        percent: None,
        fixed: None,
        attempt_fee: None,
        cross_border: None,
        fx: None,
        refund: Some(Refund { fee: None, returns_percent: None, returns_fixed: None }),
        dispute: Some(vec![DisputeStep { up_to: None, fee: None }]),
        monthly_fee: None,
        monthly_minimum: None,
        tax: None,
        delay_days: None,
        rounding: None,
        ..claim(0)
    };
    let every = [
        "percent",
        "fixed",
        "attempt_fee",
        "rounding",
        "monthly_fee",
        "monthly_minimum",
        "tax",
        "delay_days",
    ];
    assert_eq!(missing(&unpublished, &[payments(1, 1)]), every);
    let everything = Segment {
        cross_border: true,
        foreign_currency: true,
        refunds: count(1),
        disputes: count(1),
        ..payments(1, 1)
    };
    let named = missing(&unpublished, std::slice::from_ref(&everything));
    for path in [
        "cross_border",
        "fx",
        "refund.fee",
        "refund.returns_percent",
        "refund.returns_fixed",
        "dispute[0].fee",
    ] {
        assert!(named.iter().any(|name| name == path), "{path}");
    }
    assert_eq!(named.len(), every.len() + 6);
    let one = Claim { fixed: None, ..claim(1) };
    assert_eq!(missing(&one, &[payments(1, 1)]), ["fixed"]);
    let terms = Claim { refund: None, ..claim(1) };
    assert_eq!(
        (missing(&terms, &[everything]), missing(&terms, &[payments(1, 1)])),
        (vec!["refund".into()], vec![])
    );
    let free = Claim { percent: None, delay_days: None, ..claim(1) };
    assert_eq!(missing(&free, &[payments(5, 0)]), Vec::<String>::new(), "no volume, no share and no waiting");
}

#[test]
fn a_step_that_was_not_published_is_needed_only_where_volume_falls_into_it() {
    let tiers = |kind| {
        let steps = vec![
            Tier { up_to: Minor::new(100), percent: Rate::new(1) },
            Tier { up_to: Minor::new(200), percent: None },
            Tier { up_to: None, percent: Rate::new(1) },
        ];
        Claim { percent: None, tiers: Some(Tiers { kind, steps }), ..claim(0) }
    };
    let needs = |kind, volume| missing(&tiers(kind), &[payments(1, volume)]);
    let second = vec!["tiers.steps[1].percent".to_owned()];
    assert_eq!(needs(TierKind::Whole, 100), Vec::<String>::new());
    assert_eq!(needs(TierKind::Whole, 101), second);
    assert_eq!(needs(TierKind::Whole, 201), Vec::<String>::new());
    assert_eq!(needs(TierKind::Graduated, 100), Vec::<String>::new());
    assert_eq!((needs(TierKind::Graduated, 101), needs(TierKind::Graduated, 900)), (second.clone(), second));
}
