//! What holds for every file: nothing is lost, in whatever order its lines stand and wherever its pieces end.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

const HEADER: &str = "status,amount,currency,cross_border,product,refunded\n";

#[derive(Clone, Debug)]
struct Line {
    status: &'static str,
    cents: u32,
    currency: &'static str,
    abroad: bool,
    product: &'static str,
    refunded: bool,
}

impl Line {
    fn written(&self) -> String {
        let Self { status, cents, currency, abroad, product, refunded } = self;
        let amount = format!("{}.{:02}", cents / 100, cents % 100);
        let refunded = *refunded && *status != "failed";
        format!("{status},\"{amount}\",{currency},{abroad},{product},{refunded}\r\n")
    }
}

fn line() -> impl Strategy<Value = Line> {
    let status = prop::sample::select(vec!["ok", "ok", "failed", "refunded", "disputed"]);
    let currency = prop::sample::select(vec!["USD", "EUR", "CNY"]);
    let product = prop::sample::select(vec!["", "qr", "web"]);
    (status, 0_u32..40, currency, any::<bool>(), product, any::<bool>()).prop_map(
        |(status, cents, currency, abroad, product, refunded)| Line {
            status,
            cents: cents * 50,
            currency,
            abroad,
            product,
            refunded,
        },
    )
}

fn file(lines: &[Line]) -> Vec<u8> {
    // One that succeeds, so that it is no mix of nothing.
    let first = Line { status: "ok", cents: 0, currency: "USD", abroad: false, product: "", refunded: false };
    let lines = lines.iter().chain([&first]).map(Line::written);
    std::iter::once(HEADER.to_owned()).chain(lines).collect::<String>().into_bytes()
}

fn stored(file: &[u8]) -> Stored {
    let fields =
        [Field::Status, Field::Amount, Field::Currency, Field::CrossBorder, Field::Product, Field::Refunded];
    read_as(&mapping(&fields), file).unwrap()
}

proptest! {
    #[test]
    fn grouping_loses_nothing(lines in prop::collection::vec(line(), 0..80)) {
        let stored = stored(&file(&lines));
        let mut expected: BTreeMap<(&str, bool), [i128; 4]> = BTreeMap::new();
        expected.entry(("USD", false)).or_default()[0] += 1;
        for line in &lines {
            let sum = expected.entry((line.currency, line.abroad)).or_default();
            let paid = line.status != "failed";
            sum[0] += i128::from(paid);
            sum[1] += if paid { i128::from(line.cents) } else { 0 };
            sum[2] += i128::from(!paid);
            sum[3] += i128::from(line.status == "refunded" || (line.refunded && paid));
        }
        let told: BTreeMap<_, _> = stored.sums().into_iter().map(|((currency, abroad, _), sum)| {
            ((currency, abroad), [sum.paid.into(), sum.volume, sum.failed.into(), sum.refunds.into()])
        }).collect();
        prop_assert_eq!(told, expected);
        prop_assert_eq!(stored.rows as usize, lines.len() + 1);
        prop_assert!(stored.groups.is_sorted_by(|a, b| a < b), "ascending, and each kind once");
        prop_assert!(stored.groups.iter().all(|group| group.refunds <= group.paid && group.disputes <= group.paid));
    }

    #[test]
    fn the_order_of_lines_does_not_matter(
        (lines, mixed) in prop::collection::vec(line(), 0..40)
            .prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle())),
    ) {
        prop_assert_eq!(stored(&file(&lines)), stored(&file(&mixed)));
    }

    #[test]
    fn neither_does_where_its_pieces_end(
        lines in prop::collection::vec(line(), 0..20),
        pieces in prop::collection::vec(1_usize..40, 1..20),
    ) {
        let file = file(&lines);
        let whole = stored(&file);
        let fields = [Field::Status, Field::Amount, Field::Currency, Field::CrossBorder, Field::Product, Field::Refunded];
        let mut intake = Intake::new(mapping(&fields));
        let mut rest = file.as_slice();
        for length in pieces.iter().cycle() {
            let (piece, left) = rest.split_at((*length).min(rest.len()));
            prop_assert!(intake.feed(piece));
            rest = left;
            if rest.is_empty() {
                break;
            }
        }
        prop_assert_eq!(intake.finish().unwrap(), whole);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), cut in 0_usize..300) {
        let mut file = b"amount,currency\n".to_vec();
        file.truncate(16 - bytes.first().map_or(0, |byte| usize::from(*byte % 17)).min(16));
        file.extend_from_slice(&bytes);
        let (first, second) = file.split_at(cut.min(file.len()));
        let mut intake = Intake::new(mapping(&[Field::Amount, Field::Currency]));
        intake.feed(first);
        intake.feed(second);
        let pieces = intake.finish();
        prop_assert_eq!(pieces, read(&file));
    }
}
