//! Files that are taken, files that aren't, and that nothing is lost in between.

mod laws;

use super::*;
use crate::{
    fees::{
        Segment,
        stored::{Group, MOST_GROUPS},
    },
    money::Currency,
};

/// A mapping of fields to headings of their own names, for a file of dollars.
fn mapping(fields: &[Field]) -> Mapping {
    let headings = fields.iter().map(|field| (*field, field.word().to_owned())).collect();
    Mapping { headings, currency: Currency::get("USD") }
}

fn read_as(mapping: &Mapping, file: &[u8]) -> Result<Stored, Refused> {
    let mut intake = Intake::new(mapping.clone());
    intake.feed(file);
    intake.finish()
}

/// A file with an amount in each line, and a currency.
fn read(file: impl AsRef<[u8]>) -> Result<Stored, Refused> {
    read_as(&mapping(&[Field::Amount, Field::Currency]), file.as_ref())
}

fn counts(stored: &Stored) -> Vec<(i128, u32)> {
    stored.groups.iter().map(|group| (group.amount.get(), group.paid)).collect()
}

/// The one bad line of a file.
fn bad(result: Result<Stored, Refused>) -> (u64, Option<String>, Reason) {
    match result {
        Err(Refused::Lines(1, told)) => {
            let line = told.into_iter().next().unwrap();
            (line.line, line.column, line.reason)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn payments_that_are_alike_are_counted_together_in_ascending_order() {
    let stored = read("amount,currency\n12.00,USD\n3.5,usd\n12,USD\n500,JPY\n").unwrap();
    assert_eq!(counts(&stored), [(350, 1), (500, 1), (1200, 2)]);
    assert_eq!((stored.rows, stored.currencies()), (4, vec!["JPY".to_owned(), "USD".to_owned()]));
}

#[test]
fn every_column_that_is_mapped_is_told_by_the_group() {
    let file = "amount;currency;status;refunded;disputed;cross_border;foreign_currency;product;card_class;country;\
                subject;industry;note\r\n\
                10.00;EUR;paid;no;;yes;1;Web;premium;de;enterprise;5814;-\r\n\
                10.00;EUR;Refunded;;y;yes;true;web;premium;DE;enterprise;5814;\"a;\r\nb\"\r\n\
                10.00;EUR;失败;;;yes;true;web;premium;DE;enterprise;5814;-3.20";
    let stored = read_as(&mapping(Field::ALL), file.as_bytes()).unwrap();
    let [group] = stored.groups.as_slice() else { panic!("{stored:?}") };
    assert_eq!((group.paid, group.failed, group.refunds, group.disputes), (2, 1, 1, 1));
    let otherwise =
        Segment { country: Some("CN".into()), ..Segment::of(crate::fees::Count::ZERO, group.amount) };
    let [segment] = stored.segments(&otherwise).try_into().unwrap();
    let told = [segment.product, segment.card_class, segment.country, segment.subject, segment.industry];
    assert_eq!(told.map(Option::unwrap), ["web", "premium", "DE", "enterprise", "5814"]);
    assert_eq!(
        (segment.currency.as_deref(), segment.cross_border, segment.foreign_currency),
        (Some("EUR"), true, true)
    );
}

#[test]
fn what_the_file_does_not_tell_is_as_the_question_has_it() {
    let stored = read_as(&mapping(&[Field::Amount, Field::Product]), b"amount,product\n1,qr\n2,\n").unwrap();
    let plain = Segment::of(crate::fees::Count::ZERO, crate::fees::Minor::ZERO);
    let segments = stored.segments(&Segment { product: Some("web".into()), ..plain });
    let products: Vec<_> = segments.iter().map(|one| one.product.as_deref()).collect();
    assert_eq!((products, segments[0].currency.as_deref()), (vec![Some("qr"), Some("web")], Some("USD")));
}

#[test]
fn a_mark_of_order_either_end_of_line_and_any_delimiter_are_taken() {
    let expected = read("amount,currency\n1.00,USD\n2.00,USD\n").unwrap();
    for file in [
        "\u{feff}amount,currency\n1.00,USD\n2.00,USD\n",
        "amount,currency\r\n1.00,USD\r\n2.00,USD\r\n",
        "amount,currency\r1.00,USD\r2.00,USD",
        "Amount;Currency\n1.00;USD\n2.00;USD",
        "amount\tcurrency\n1.00\tUSD\n2.00\tUSD\n",
        "\"amount\",\"currency\"\n\"1.00\",\"USD\"\n\n\"2.00\",\"USD\"\n\n",
        "\n\nnote,amount,currency\n\"one, two\",1.00,USD\n\"say \"\"so\"\"\",2.00,USD",
    ] {
        assert_eq!(read(file), Ok(expected.clone()), "{file:?}");
    }
}

#[test]
fn each_thing_wrong_is_told_with_its_line_and_column() {
    for (cell, reason) in [
        ("12.345,USD", Reason::Decimals(2)),
        ("12.5,JPY", Reason::Decimals(0)),
        ("-1.00,USD", Reason::Negative),
        ("\"1,000.00\",USD", Reason::Separators),
        ("1 000,USD", Reason::Separators),
        ("10000000000.01,USD", Reason::TooLarge),
        ("99999999999999999999999999,USD", Reason::TooLarge),
        ("1e3,USD", Reason::NoNumber),
        ("¥5,USD", Reason::NoNumber),
        (",USD", Reason::Missing),
        ("=1+1,USD", Reason::Formula),
        ("@A1,USD", Reason::Formula),
        ("+1+1,USD", Reason::Formula),
        ("-1-1,USD", Reason::Formula),
        ("\"\t1\",USD", Reason::Formula),
        ("\"\r1\",USD", Reason::Formula),
        ("\"1\n.00\",USD", Reason::NoNumber),
    ] {
        let file = format!("amount,currency\n1.00,USD\n{cell}\n2.00,USD\n");
        assert_eq!(bad(read(file)), (3, Some("amount".to_owned()), reason), "{cell:?}");
    }
    for (cell, reason) in [("XXX", Reason::Currency), ("", Reason::Missing), ("=A1", Reason::Formula)] {
        let told = bad(read(format!("amount,currency\n1.00,{cell}\n")));
        assert_eq!(told, (2, Some("currency".to_owned()), reason), "{cell:?}");
    }
    for (line, reason) in [
        ("1.00", Reason::Columns(1)),
        ("1.00,USD,", Reason::Columns(3)),
        ("1.00,\"USD", Reason::Quote),
        ("1.00,US\"D", Reason::Quote),
    ] {
        assert_eq!(bad(read(format!("amount,currency\n\n{line}"))), (3, None, reason), "{line:?}");
    }
}

#[test]
fn words_that_are_not_known_are_refused() {
    let all = mapping(Field::ALL);
    let header = Field::ALL.iter().map(|field| field.word()).collect::<Vec<_>>().join(",");
    let good = ["1", "USD", "ok", "", "", "", "", "", "", "", "", ""];
    for (place, cell, reason) in [
        (2, "pending", Reason::Unknown),
        (2, "", Reason::Unknown),
        (3, "perhaps", Reason::Unknown),
        (5, "2", Reason::Unknown),
        (7, "fax", Reason::Unknown),
        (8, "gold card", Reason::Unknown),
        (9, "ZZ", Reason::Unknown),
        (10, "ghost", Reason::Unknown),
        (11, "0001", Reason::Unknown),
    ] {
        let mut cells = good;
        cells[place] = cell;
        let told = bad(read_as(&all, format!("{header}\n{}\n", cells.join(",")).as_bytes()));
        assert_eq!(told, (2, Some(Field::ALL[place].word().to_owned()), reason), "{cell:?}");
    }
    let failed = format!("{header}\n1,USD,failed,yes,,,,,,,,\n");
    assert_eq!(bad(read_as(&all, failed.as_bytes())).2, Reason::Contradiction);
}

#[test]
fn what_is_not_utf8_is_told_with_its_line() {
    let told = bad(read(b"amount,currency,name\n1.00,USD,ok\n1.00,USD,caf\xe9\n"));
    assert_eq!(told, (3, Some("name".to_owned()), Reason::NotUtf8));
    // A letter's bytes don't go together over the end of a cell.
    assert_eq!(bad(read(b"amount,currency,a,b\n1,USD,\xe4,\xbd\xa0\n")).2, Reason::NotUtf8);
    assert_eq!(bad(read(b"\xff\xfea\0m\0o\0u\0n\0t\0\n\0")), (1, None, Reason::NotUtf8));
    assert_eq!(bad(read(b"amount,currency,\"a\nb\"\n1,USD,\n")), (1, None, Reason::Control));
    assert_eq!(bad(read(b"amount,currency,=A1\n1,USD,\n")), (1, None, Reason::Formula));
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    let file = "amount,currency,note\r\n\r\n1,USD,\"over\r\nthree\r\nlines\"\r\nx,USD,\r\n";
    assert_eq!(bad(read(file)), (6, Some("amount".to_owned()), Reason::NoNumber));
}

#[test]
fn a_file_without_payments_is_refused() {
    for empty in ["", "\n\n", "\u{feff}", "\r\n"] {
        assert_eq!(read(empty), Err(Refused::Empty), "{empty:?}");
    }
    assert_eq!(read("amount,currency"), Err(Refused::NoRows));
    assert_eq!(read("amount,currency\n\n"), Err(Refused::NoRows));
    let failed = read_as(&mapping(&[Field::Amount, Field::Status]), b"amount,status\n1,failed\n");
    assert_eq!(failed, Err(Refused::NothingPaid));
}

#[test]
fn columns_that_are_not_in_the_header_are_named_beside_it() {
    let missing = |file: &str| match read(file) {
        Err(Refused::Columns(faults, header)) => (faults, header),
        other => panic!("{other:?}"),
    };
    let (faults, header) = missing("Betrag,currency\n1,USD\n");
    assert_eq!(faults, [(Field::Amount, NoColumn::NotThere)]);
    assert_eq!(header, ["Betrag", "currency"]);
    assert_eq!(missing("amount,currency,Amount").0, [(Field::Amount, NoColumn::Twice)]);
    let nothing = Mapping::default().columns(vec!["a".into()]).unwrap_err();
    let faults = vec![(Field::Amount, NoColumn::NotNamed), (Field::Currency, NoColumn::NotNamed)];
    assert_eq!(nothing, Refused::Columns(faults, vec!["a".into()]));
}

#[test]
fn one_bad_line_is_enough_and_all_are_counted() {
    let mut file = "amount,currency\n1,USD\n".to_owned();
    file.extend(std::iter::repeat_n("x,USD\n", MOST_TOLD + 5));
    let Err(Refused::Lines(bad, told)) = read(file) else { panic!("taken") };
    assert_eq!((bad as usize, told.len(), told[0].line), (MOST_TOLD + 5, MOST_TOLD, 3));
    let pair = read("amount,currency\nx,USD\n1,USD\n=1,USD\n");
    let Err(Refused::Lines(2, told)) = pair else { panic!("{pair:?}") };
    assert_eq!(told.iter().map(|bad| bad.line).collect::<Vec<_>>(), [2, 4]);
}

#[test]
fn what_is_endless_is_read_over_and_not_kept() {
    let long = format!("amount,currency,note\n1,USD,{}\n2,USD,\n", "x".repeat(3 * LONGEST_LINE));
    assert_eq!(bad(read(long)), (2, None, Reason::TooLong));
    let wide = format!("amount,currency\n1,USD{}\n2,USD\n", ",".repeat(5_000));
    assert_eq!(bad(read(wide)), (2, None, Reason::TooLong));
    assert_eq!(read("x".repeat(2 * LONGEST_LINE)), Err(Refused::LongHeader));
    assert_eq!(read(format!("a{}\n1", ",".repeat(5_000))), Err(Refused::LongHeader));
    let name = format!("amount,currency,{}\n1,USD,\n", "x".repeat(300));
    assert_eq!(bad(read(name)), (1, None, Reason::TooLong));
}

/// A file of so many lines, with so many different amounts.
fn many(rows: u32, amounts: u32) -> Result<Stored, Refused> {
    let mut intake = Intake::new(mapping(&[Field::Amount]));
    intake.feed(b"amount\n");
    for row in 0..rows {
        if !intake.feed(format!("{}\n", row % amounts).as_bytes()) {
            break;
        }
    }
    intake.finish()
}

#[test]
fn a_million_rows_are_taken_and_not_one_more() {
    let stored = many(MOST_ROWS, 10).unwrap();
    assert_eq!(stored.rows, MOST_ROWS);
    assert!(stored.groups.iter().all(|group| group.paid == MOST_ROWS / 10));
    assert_eq!(many(MOST_ROWS + 1, 10), Err(Refused::TooManyRows));
}

#[test]
fn a_hundred_thousand_groups_are_taken_and_not_one_more() {
    let most = u32::try_from(MOST_GROUPS).unwrap();
    assert_eq!(many(most, most).unwrap().groups.len(), MOST_GROUPS);
    assert_eq!(many(most + 1, most + 1), Err(Refused::TooManyGroups));
}

#[test]
fn a_stored_mix_is_kept_as_compact_json_and_read_back_the_same() {
    let stored = read("amount,currency\n12.00,USD\n3.5,EUR\n").unwrap();
    let json = serde_json::to_string(&stored).unwrap();
    let groups = "[[350,0,[0,0,0,0,0,1],[1,0,0,0]],[1200,0,[0,0,0,0,0,2],[1,0,0,0]]]";
    assert_eq!(json, format!(r#"{{"rows":2,"words":["EUR","USD"],"groups":{groups}}}"#));
    assert_eq!(serde_json::from_str::<Stored>(&json).unwrap(), stored);
    let beyond = r"[1000000000001,0,[0,0,0,0,0,0],[1,0,0,0]]";
    assert!(serde_json::from_str::<Group>(beyond).is_err(), "an amount above what is taken");
}
