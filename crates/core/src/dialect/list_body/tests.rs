use super::{ListBody, Record, Records};
use crate::credential::Entry;
use crate::http::{Reply, Response};
use crate::outcome::ReadFailure;
use proptest::prelude::*;
use serde_json::{Value, json};

fn body() -> ListBody {
    let read = |record: Record| Entry::Unreadable(record.into_value().to_string());
    ListBody::new(Records { member: "items", names: &["a", "name"], read })
}

#[allow(clippy::unnecessary_wraps, reason = "a reply is what the body is told")]
fn end() -> Reply {
    Ok(Response { status: 200, content_type: None, retry_after: None, body: Ok(Vec::new()) })
}

/// What is around the records and the records, of a text that comes in pieces of a size.
fn read(text: &str, size: usize) -> (Option<Value>, Vec<String>) {
    let mut body = body();
    for piece in text.as_bytes().chunks(size.max(1)) {
        body.push(piece);
    }
    let (reply, entries) = body.finish(end());
    let entries = entries.into_iter().map(|entry| match entry {
        Entry::Unreadable(raw) => raw,
        Entry::Readable(_) => String::new(),
    });
    (reply.unwrap().json(), entries.collect())
}

/// Any JSON value, with the characters in its texts that a careless reader takes for structure.
fn value() -> impl Strategy<Value = Value> {
    let text = r#"([]\[{},:"\\ üa]|items){0,6}"#;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(text, inner, 0..4).prop_map(|members| json!(members)),
        ]
    })
}

proptest! {
    #[test]
    fn any_list_in_pieces_of_any_size_gives_every_record_and_what_is_around(
        records in prop::collection::vec(value(), 0..6), before in value(), after in value(),
        size in 1..40_usize, pretty in any::<bool>(),
    ) {
        let whole = json!({"a": before, "items": records, "z": after});
        let text = if pretty { serde_json::to_string_pretty(&whole).unwrap() } else { whole.to_string() };
        let (around, entries) = read(&text, size);
        prop_assert_eq!(around, Some(json!({"a": before, "items": [], "z": after})));
        let records: Vec<String> = records.iter().map(Value::to_string).collect();
        prop_assert_eq!(entries, records);
    }

    #[test]
    fn what_is_no_list_stays_as_it_came(value in value(), size in 1..40_usize) {
        prop_assume!(value.get("items").is_none());
        let (around, entries) = read(&value.to_string(), size);
        prop_assert_eq!(around, Some(value));
        prop_assert!(entries.is_empty());
    }

    #[test]
    fn a_text_is_read_or_refused_as_it_would_be_whole(
        text in r#"[ ]?[{\[](("items"|"items\\u0073"|"x"|1|\{|\}|\[|\]|,|:| |"\\"|null){0,9})[}\]]?"#,
        size in 1..9_usize,
    ) {
        let whole: Option<Value> = serde_json::from_str(&text).ok();
        let (around, entries) = read(&text, size);
        prop_assert_eq!(around.is_some(), whole.is_some(), "{}", text);
        if let Some(Value::Array(items)) = whole.as_ref().and_then(|whole| whole.get("items"))
            && text.matches("items").count() == 1
        {
            prop_assert_eq!(entries.len(), items.len(), "{}", text);
        }
    }

    #[test]
    fn no_bytes_make_the_reader_fail_badly(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let mut body = body();
        body.push(&bytes);
        let _ = body.finish(end());
    }
}

#[test]
fn a_value_is_not_taken_for_the_name() {
    for text in [r#"["items",{"":[]}]"#, r#"{"a":"items","b":[1]}"#, r#"["items",[1]]"#, r#"["items"]"#] {
        let whole: Value = serde_json::from_str(text).unwrap();
        assert_eq!(read(text, 1), (Some(whole), Vec::new()), "{text}");
    }
}

#[test]
fn a_body_that_is_cut_is_no_list_however_much_of_it_came() {
    let text = json!({"items": [{"a": 1}, {"b": [2, "]"]}], "total": 2}).to_string();
    for length in 0..text.len() {
        assert_eq!(read(text.get(..length).unwrap(), 7).0, None, "{length}");
    }
}

#[test]
fn a_missing_list_and_two_lists_are_none_and_a_name_may_be_escaped() {
    let count = |text: &str| {
        let mut body = body();
        body.push(text.as_bytes());
        let (reply, entries) = body.finish(end());
        body.all(entries, &mut reply.unwrap().json().unwrap()).map(|entries| entries.len())
    };
    assert_eq!(count(r#"{"total": 0}"#), Err(ReadFailure::Unreadable));
    assert_eq!(count(r#"{"items": {}}"#), Err(ReadFailure::Unreadable));
    assert_eq!(count(r#"{"items": [1], "items": [2]}"#), Err(ReadFailure::Unreadable));
    assert_eq!(count(r#"{"items": [1], "items": null}"#), Err(ReadFailure::Unreadable));
    assert_eq!(count(r#"{"item\u0073": [1, 2]}"#), Ok(2));
    assert_eq!(count(r#"{"a": {"items": [3]}, "items": []}"#), Ok(0));
}

#[test]
fn a_record_is_bounded_in_depth_as_the_whole_is_h05() {
    for (depth, accepted) in [(62, true), (63, false)] {
        let text = format!(r#"{{"items":[{}{}]}}"#, "[".repeat(depth), "]".repeat(depth));
        assert_eq!(read(&text, 16).0.is_some(), accepted, "{depth}");
    }
}

#[test]
fn it_never_prints_what_it_holds() {
    let mut body = body();
    body.push(br#"{"items":[{"value":"canary"#);
    assert!(!format!("{body:?}").contains("canary"));
}
