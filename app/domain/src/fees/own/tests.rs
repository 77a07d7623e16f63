use super::*;
use crate::fees::{Minor, Rate, published::CURRENT_DAYS};
use time::macros::date;
use uuid::Uuid;

const TODAY: Date = date!(2026 - 11 - 27);

fn terms() -> Terms {
    Terms {
        claim: Claim {
            channel: Some("wechat_pay".into()),
            country: Some("CN".into()),
            ..Claim::of("", "CNY", Rate::new(3_800))
        },
        from: date!(2026 - 01 - 01),
        to: None,
        contract: "HB-2026-017".into(),
        page: "4".into(),
        address: None,
        read_on: date!(2026 - 11 - 01),
        note: None,
    }
}

fn own(terms: Terms) -> Own {
    let id = FeeClaimId(Uuid::from_u128(1));
    Own { id, terms, supersedes: None, superseded: None, answer: Some(Answer::Approved) }
}

fn wrong(change: impl FnOnce(&mut Terms)) -> Vec<&'static str> {
    let mut terms = terms();
    change(&mut terms);
    terms.faults(TODAY).into_iter().map(|(field, _)| field).collect()
}

#[test]
fn whatever_cannot_be_used_is_named_by_its_field() {
    assert_eq!(terms().faults(TODAY), []);
    assert_eq!(wrong(|terms| terms.claim.currency = "RMB".into()), ["currency"]);
    assert_eq!(wrong(|terms| terms.claim.industry = vec!["0000".into()]), ["industry"]);
    assert_eq!(wrong(|terms| (terms.claim.min, terms.claim.max) = (Minor::new(2), Minor::new(1))), ["min"]);
    assert_eq!(wrong(|terms| terms.from = date!(1999 - 12 - 31)), ["from"]);
    assert_eq!(wrong(|terms| terms.to = Some(date!(2025 - 12 - 31))), ["to"]);
    assert_eq!(wrong(|terms| terms.read_on = date!(2026 - 11 - 28)), ["read_on"]);
    assert_eq!(wrong(|terms| terms.contract = " ".into()), ["contract"]);
    assert_eq!(wrong(|terms| terms.contract = "9".repeat(101)), ["contract"]);
    assert_eq!(wrong(|terms| terms.page = "4\u{7}".into()), ["page"]);
    assert_eq!(wrong(|terms| terms.address = Some("javascript:alert(1)".into())), ["address"]);
    assert_eq!(wrong(|terms| terms.note = Some("字".repeat(501))), ["note"]);
    assert_eq!(wrong(|terms| terms.address = Some("https://example.com/contract".into())), [""; 0]);
}

#[test]
fn a_series_is_every_dimension_and_the_source() {
    let other_figures = Terms { claim: Claim { percent: Rate::new(1), ..terms().claim }, ..terms() };
    assert!(terms().is_of_series(&other_figures));
    let other_contract = Terms { contract: "HB-2026-018".into(), ..terms() };
    assert!(!terms().is_of_series(&other_contract) && terms().has_dimensions_of(&other_contract));
    let other_product = Terms { claim: Claim { product: Some("qr".into()), ..terms().claim }, ..terms() };
    assert!(!terms().has_dimensions_of(&other_product));
    let shuffled = Terms {
        claim: Claim { industry: vec!["5814".into(), "5812".into(), "5814".into()], ..terms().claim },
        ..terms()
    };
    assert_eq!(shuffled.in_order().claim.industry, ["5812", "5814"]);
}

#[test]
fn two_of_a_series_on_one_day_bar_each_other() {
    let standing = own(Terms { to: Some(date!(2026 - 12 - 31)), ..terms() });
    let next = |from, to| Terms { from, to, ..terms() };
    assert!(standing.bars(&next(date!(2026 - 12 - 31), None), None));
    assert!(!standing.bars(&next(date!(2027 - 01 - 01), None), None));
    assert!(standing.bars(&next(date!(2025 - 01 - 01), None), None), "around it");
    assert!(!standing.bars(&next(date!(2025 - 01 - 01), Some(date!(2025 - 12 - 31))), None));
    assert!(!standing.bars(&next(date!(2026 - 06 - 01), None), Some(standing.id)), "takes its place");
    let waiting = Own { answer: None, ..standing.clone() };
    assert!(waiting.bars(&next(date!(2026 - 06 - 01), None), None), "what waits counts too");
    let declined = Own { answer: Some(Answer::Declined), ..standing.clone() };
    assert!(!declined.bars(&terms(), None));
    let ended = Own { superseded: Some((FeeClaimId(Uuid::from_u128(2)), date!(2026 - 05 - 31))), ..standing };
    assert!(!ended.bars(&next(date!(2026 - 06 - 01), None), None));
}

#[test]
fn a_place_is_taken_by_a_later_claim_of_the_series_alone() {
    let standing = own(terms());
    let later = Terms { from: date!(2026 - 06 - 01), ..terms() };
    assert_eq!(standing.yields(&later), Ok(()));
    assert_eq!(standing.yields(&terms()).unwrap_err().0, "from");
    assert_eq!(
        standing.yields(&Terms { contract: "else".into(), ..later.clone() }).unwrap_err().0,
        "contract"
    );
    let gone =
        Own { superseded: Some((FeeClaimId(Uuid::from_u128(2)), date!(2026 - 05 - 31))), ..standing.clone() };
    assert_eq!(gone.yields(&later).unwrap_err().1, "fees-own-error-moved-on");
    assert_eq!(Own { answer: None, ..standing }.yields(&later).unwrap_err().1, "fees-own-error-moved-on");
}

#[test]
fn a_claim_ages_with_the_tenants_limit_and_ends_with_its_successor() {
    let claim = own(terms());
    let on = |day| claim.place(day, 30);
    assert_eq!(on(date!(2026 - 12 - 01)), Place::Current, "thirty days");
    assert_eq!(on(date!(2026 - 12 - 02)), Place::Aged);
    assert_eq!(claim.place(date!(2026 - 12 - 02), CURRENT_DAYS), Place::Current);
    assert_eq!(on(date!(2025 - 12 - 31)), Place::Coming);
    let gone =
        Own { superseded: Some((FeeClaimId(Uuid::from_u128(2)), date!(2026 - 11 - 30))), ..claim.clone() };
    assert_eq!(gone.place(date!(2026 - 11 - 30), 30), Place::Current, "until its last day");
    assert_eq!(gone.place(date!(2026 - 12 - 01), 30), Place::Superseded);
    let ended = own(Terms { to: Some(date!(2026 - 11 - 30)), ..terms() });
    assert_eq!(ended.place(date!(2026 - 12 - 01), 30), Place::Ended);
    assert_eq!(Own { answer: None, ..claim.clone() }.place(TODAY, 30), Place::Waiting);
    assert_eq!(Own { answer: Some(Answer::Declined), ..claim }.place(TODAY, 30), Place::Declined);
}

#[test]
fn the_second_word_is_another_persons_and_said_once() {
    assert_eq!(may_answer(None, &1, &2), Ok(()));
    assert_eq!(may_answer(None, &1, &1), Err(Why::Proposer));
    assert_eq!(may_answer(Some(Answer::Declined), &1, &2), Err(Why::Answered));
}

#[test]
fn a_price_stands_on_whatever_has_taken_its_claims_place() {
    let ids = [1, 2, 3].map(|number| FeeClaimId(Uuid::from_u128(number)));
    let ends = [date!(2026 - 03 - 31), date!(2026 - 11 - 26)];
    let chain = [
        Own { superseded: Some((ids[1], ends[0])), ..own(terms()) },
        Own { id: ids[1], superseded: Some((ids[2], ends[1])), ..own(terms()) },
        Own { id: ids[2], ..own(terms()) },
    ];
    let on = |day| heir(&chain[0], &chain, day).id;
    assert_eq!((on(date!(2026 - 03 - 31)), on(date!(2026 - 04 - 01))), (ids[0], ids[1]));
    assert_eq!((on(TODAY), heir(&chain[2], &chain, TODAY).id), (ids[2], ids[2]));
}
