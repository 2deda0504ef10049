//! Every answer of a wrong shape, to what would believe it (X24, X35, H-05 to H-09).

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use rekey_core::credential::Entry;
use rekey_core::outcome::Outcome;
use rekey_hostile::answers::{DIALECTS, ID, SECRET, json_reply, list, record, reply};
use rekey_hostile::shapes::{Role, Sense, shapes};
use serde_json::Value;

#[test]
fn a_list_that_was_bent_is_read_or_refused_and_one_bad_record_leaves_the_other_h05_h08() {
    let mut count = 0;
    for shape in shapes().into_iter().filter(|shape| shape.role == Role::List) {
        count += 1;
        for size in [7, 4096] {
            let mut body = shape.dialect.list_body();
            shape.body.chunks(size).for_each(|piece| body.push(piece));
            let portion = shape.dialect.interpret_list(&mut body, reply(200, shape.content_type, Vec::new()), 0);
            let Ok(portion) = portion else {
                assert_eq!(shape.sense, Sense::Nothing, "{}", shape.name);
                continue;
            };
            let readable: Vec<bool> = portion.entries.iter().map(|entry| matches!(entry, Entry::Readable(_))).collect();
            match shape.sense {
                Sense::Same => assert_eq!(readable, [true, true], "{}", shape.name),
                Sense::OneLost => assert_eq!(readable, [false, true], "{}", shape.name),
                Sense::Nothing => panic!("{}: {portion:?}", shape.name),
            }
            assert!(!format!("{portion:?}").contains(SECRET), "{}", shape.name);
        }
    }
    assert!(count >= 200, "{count}");
}

#[test]
fn a_write_is_saved_by_an_answer_that_says_so_and_by_no_other_i1() {
    let mut count = 0;
    for shape in shapes().into_iter().filter(|shape| shape.role == Role::Written) {
        count += 1;
        for status in [200, 201, 202] {
            let answer = reply(status, shape.content_type, shape.body.clone());
            let outcome = shape.dialect.interpret_write(answer, ID);
            let is_saved = matches!(outcome, Outcome::Saved(_));
            assert_eq!(is_saved, shape.sense == Sense::Same, "{}: {outcome:?}", shape.name);
            let is_doubt = matches!(outcome, Outcome::SavedDetailsLost(_) | Outcome::Unknown(_));
            assert!(is_saved || is_doubt, "{}: {outcome:?}", shape.name);
        }
        for status in [302, 500, 503] {
            let answer = reply(status, shape.content_type, shape.body.clone());
            let outcome = shape.dialect.interpret_write(answer, ID);
            assert!(matches!(outcome, Outcome::Unknown(_)), "{} {status}: {outcome:?}", shape.name);
        }
    }
    assert!(count >= 200, "{count}");
}

#[test]
fn two_records_with_one_id_are_both_shown_h09() {
    for dialect in DIALECTS {
        let twice: Vec<Value> = ["a", "b"].map(|text| record(dialect, ID, text)).into();
        let portion =
            dialect.interpret_list(&mut dialect.list_body(), json_reply(200, &list(dialect, twice)), 0).unwrap();
        assert_eq!(portion.entries.len(), 2, "{dialect:?}");
    }
}
