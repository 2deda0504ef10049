use std::cell::Cell;

use super::{Item, LONGEST, Reader};
use proptest::prelude::*;
use serde_json::{Value, json};

const NAMES: &[&str] = &["id", "value"];

thread_local! {
    /// How many bytes a parser has looked at; tests have threads of their own.
    static WORK: Cell<usize> = const { Cell::new(0) };
}

/// Counts what a parser has looked at.
pub(super) fn count_work(bytes: usize) {
    WORK.set(WORK.get() + bytes);
}

/// The values of an array that comes in pieces of a size, and what is around them.
fn read(text: &str, size: usize) -> (Vec<Value>, String) {
    let mut reader = Reader::new("items", NAMES);
    let mut values = Vec::new();
    let mut give = |item| {
        values.push(match item {
            Item::Record(record) => record.into_value(),
            Item::Other(value) => value,
        });
    };
    for piece in text.as_bytes().chunks(size) {
        reader.push(piece, &mut give);
    }
    let around = reader.finish(&mut give);
    (values, String::from_utf8(around).unwrap())
}

#[test]
fn a_record_is_given_with_the_sign_behind_it_and_not_later() {
    let mut reader = Reader::new("items", NAMES);
    let mut count = 0;
    for (piece, expected) in [
        (r#"{"items":[{"id":1"#, 0),
        ("}", 0),
        // Twice as much as was there when it was tried.
        (r#",{"id":2},{"id":33},"#, 3),
        (r#"{"id":4}]"#, 4),
        (r#","total":4}"#, 4),
    ] {
        reader.push(piece.as_bytes(), &mut |_| count += 1);
        assert_eq!(count, expected, "{piece}");
    }
    assert_eq!(reader.finish(&mut |_| ()), br#"{"items":[],"total":4}"#);
}

#[test]
fn what_is_around_the_records_is_bounded_whatever_comes_h04() {
    let flood = |reader: &mut Reader, byte: u8| {
        let piece = vec![byte; 64 * 1024];
        (0..64).for_each(|_| reader.push(&piece, &mut |_| ()));
    };
    let begun = |text: &str| {
        let mut reader = Reader::new("items", NAMES);
        reader.push(text.as_bytes(), &mut |_| ());
        reader
    };
    for text in [r#"{"items":[1]}"#, "{"] {
        let mut blank = begun(text);
        flood(&mut blank, b' ');
        assert!(blank.around.len() < 1000, "{text}");
    }
    for text in [r#"{"items":[1],"more":""#, r#"{"more":[0"#] {
        let mut full = begun(text);
        flood(&mut full, b'1');
        assert!(full.is_broken && full.around.is_empty(), "{text}");
        assert_eq!(full.finish(&mut |_| ()), b"");
    }
}

#[test]
fn blanks_part_what_they_stand_between_wherever_a_piece_ends() {
    for size in 1..12 {
        let (values, around) = read("{\"items\":[1]  ,  \"total\" :  1  }   ", size);
        assert_eq!(values, [json!(1)]);
        assert_eq!(serde_json::from_str::<Value>(&around).unwrap(), json!({"items": [], "total": 1}));
        let (_, around) = read("{\"items\":[],\"total\":1 2}", size);
        assert!(serde_json::from_str::<Value>(&around).is_err(), "{around}");
    }
}

#[test]
fn blanks_at_the_end_of_a_text_stay_wherever_a_piece_ends() {
    for text in [r#"["  "]"#, r#"{"items":[],"a  ":"b  "}"#, r#"{"x":"  "  ,"items":[]}"#] {
        for size in 1..12 {
            let (_, around) = read(text, size);
            let whole: Value = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::from_str::<Value>(&around).unwrap(), whole, "{text} by {size}");
        }
    }
}

#[test]
fn a_member_that_is_known_and_named_twice_is_told_h05() {
    let doubled = |text: &str| {
        let mut found = Vec::new();
        Reader::new("items", NAMES).push(text.as_bytes(), &mut |item| {
            found.push(matches!(item, Item::Record(record) if record.is_damaged()));
        });
        found
    };
    let list = r#"{"items":[{"id":1,"x":1,"x":2},{"id":1,"value":"a","id":1},{"id":2}]}"#;
    assert_eq!(doubled(list), [false, true, false]);
}

#[test]
fn what_is_no_list_of_values_is_none() {
    for array in ["[,]", "[1,]", "[1 2]", "[1,,2]", "[1;2]", r#"[{"id":1}{"id":2}]"#, "[tru e]", "[01]", "[}", "[{]}]"]
    {
        for size in 1..5 {
            assert_eq!(read(&format!(r#"{{"items":{array}}}"#), size).1, "", "{array}");
        }
    }
}

#[test]
fn a_record_with_half_a_character_is_lost_alone_h08() {
    let list = r#"{"items":[{"id":1},{"id":2,"x":"\ud800"},"\udfff",{"id":3,"value":"\ud83d\udd11"}]}"#;
    for size in [1, 7, 1000] {
        let mut found = Vec::new();
        let mut give = |item| {
            found.push(match item {
                Item::Record(record) => record.is_damaged(),
                Item::Other(value) => value == "\u{fffd}",
            });
        };
        let mut reader = Reader::new("items", NAMES);
        list.as_bytes().chunks(size).for_each(|piece| reader.push(piece, &mut give));
        assert_eq!(reader.finish(&mut give), br#"{"items":[]}"#);
        assert_eq!(found, [false, true, true, false], "in pieces of {size}");
    }
}

#[test]
fn a_record_that_is_too_long_to_be_shown_is_damaged_h10() {
    let record = |length: usize| format!(r#"{{"id":"{}"}}"#, "x".repeat(length - 9));
    let list = format!(r#"{{"items":[{},{},{{"id":1}}]}}"#, record(LONGEST), record(LONGEST + 1));
    let mut found = Vec::new();
    Reader::new("items", NAMES).push(list.as_bytes(), &mut |item| {
        found.push(matches!(item, Item::Record(record) if record.is_damaged()));
    });
    assert_eq!(found, [false, true, false]);
}

/// However the bytes are cut, each is looked at a few times at most: counted, because a clock says another thing on
/// every machine.
#[test]
fn the_work_grows_as_the_bytes_do_h10() {
    let long = format!(r#"{{"items":[{{"id":"{}"}}]}}"#, "x".repeat(400_000));
    let many = format!(r#"{{"items":[{}{{"id":1}}]}}"#, r#"{"id":1,"x":[[],{}]},"#.repeat(20_000));
    let damaged = format!(r#"{{"items":[{}{{"id":1}}]}}"#, r#"{"id":"\ud800"},"#.repeat(20_000));
    let numbers = format!(r#"{{"items":[{}1]}}"#, "1,".repeat(200_000));
    let brackets = format!(r#"{{"items":[{}{}]}}"#, "[".repeat(60), "]".repeat(60));
    for text in [long, many, damaged, numbers, brackets] {
        for size in [1, 64, 16_384] {
            WORK.set(0);
            read(&text, size);
            let times = WORK.get() / text.len();
            assert!(times <= 6, "{} bytes in pieces of {size}: {times} times", text.len());
        }
    }
}

proptest! {
    #[test]
    fn a_value_that_is_cut_anywhere_is_one_value(
        id in any::<i64>(), text in r#"[a-z\[\]{},:"\\ üñ🔑]{0,40}"#, size in 1..30_usize, blanks in "[ \t\r\n]{0,3}",
    ) {
        let values = vec![json!({"id": id, "other": [text.clone()]}), json!(id), json!(text), json!({"value": {"a": text}})];
        let all: Vec<String> = values.iter().map(|value| format!("{blanks}{value}{blanks}")).collect();
        let (found, around) = read(&format!(r#"{{"items": [{}] }}"#, all.join(",")), size);
        prop_assert_eq!(found, values);
        prop_assert_eq!(around, r#"{"items": [] }"#);
    }
}
