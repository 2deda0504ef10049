//! The records as the vendors write them, read by nothing of the program.

use serde_json::{Map, Value, json};

use super::dice::Dice;
use crate::capabilities::Field;
use crate::dialect::Dialect;
use crate::timestamp::Timestamp;

/// A record without its secret.
pub(super) type Record = Map<String, Value>;

/// What everybody's record is found by.
pub(super) const ID: &str = "7";

/// The members that a person may edit, with their fields.
pub(super) fn members(dialect: Dialect) -> &'static [(&'static str, Field)] {
    match dialect {
        Dialect::Apinizer => &[
            ("fullName", Field::FullName),
            ("email", Field::Email),
            ("description", Field::Description),
            ("roleNameList", Field::Roles),
            ("ipList", Field::Addresses),
            ("enabled", Field::Enabled),
            ("expireDate", Field::Expiry),
        ],
        Dialect::ThousandEyesV6 | Dialect::ThousandEyesV7 => &[("name", Field::Name)],
        Dialect::ZStack => &[("name", Field::Name), ("description", Field::Description), ("expiresAt", Field::Expiry)],
    }
}

/// The member that carries the secret.
pub(super) fn secret_member(dialect: Dialect) -> &'static str {
    if dialect == Dialect::Apinizer { "password" } else { "value" }
}

/// The record at the beginning.
pub(super) fn first(dialect: Dialect, dice: &mut Dice) -> Record {
    let (id, more) = match dialect {
        Dialect::Apinizer => ("username", ("metadata", json!(["a"]))),
        Dialect::ThousandEyesV6 | Dialect::ThousandEyesV7 => ("id", ("id", json!(ID))),
        Dialect::ZStack => ("uuid", ("lastOpDate", json!("0"))),
    };
    let mut record = Record::new();
    record.insert(id.to_owned(), json!(ID));
    record.insert(more.0.to_owned(), more.1);
    for (member, field) in members(dialect) {
        record.insert((*member).to_owned(), value(dialect, *field, dice));
    }
    record
}

/// A value of a field, of few, so that people often meet.
pub(super) fn value(dialect: Dialect, field: Field, dice: &mut Dice) -> Value {
    match field {
        Field::Name | Field::FullName => json!(dice.pick(&["a", "b", "c"])),
        Field::Email => json!(dice.pick(&["a@b", "c@d", "e@f"])),
        Field::Description => json!(dice.pick(&["", "one", "two"])),
        Field::Roles => list(&["read", "write", "audit"], dice),
        Field::Addresses => list(&["::1", "::2", "::/9"], dice),
        Field::Enabled => json!(dice.happens(50)),
        // ZStack documents no way to take an end away, so nobody tries (Z3).
        Field::Expiry if dialect == Dialect::Apinizer && dice.happens(25) => Value::Null,
        Field::Expiry => {
            json!(dice.pick(&["2027-01-05T09:00:00.000Z", "2027-02-05T09:00:00Z"]))
        }
    }
}

/// Some of the entries, in any order.
fn list(entries: &[&str], dice: &mut Dice) -> Value {
    let mut chosen: Vec<&str> = entries.iter().copied().filter(|_| dice.happens(60)).collect();
    if dice.happens(50) {
        chosen.reverse();
    }
    json!(chosen)
}

/// Whether two values of a member mean the same: a list in any order, an end by its moment.
pub(super) fn same(field: Field, one: &Value, other: &Value) -> bool {
    match field {
        Field::Roles | Field::Addresses => sorted(one) == sorted(other),
        Field::Expiry => moment(one) == moment(other),
        Field::Name | Field::FullName | Field::Email | Field::Description | Field::Enabled => one == other,
    }
}

pub(super) fn sorted(value: &Value) -> Vec<&str> {
    let mut entries: Vec<&str> = value.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    entries.sort_unstable();
    entries
}

pub(super) fn moment(value: &Value) -> Option<Timestamp> {
    Timestamp::parse(value.as_str()?)
}

/// What brings together two changes of a list: every addition, no removal.
pub(super) fn both(was: &Value, one: &Value, other: &Value) -> Value {
    let (was, one, other) = (sorted(was), sorted(one), sorted(other));
    let mut entries: Vec<&str> = one.iter().chain(&other).copied().collect();
    entries.sort_unstable();
    entries.dedup();
    entries.retain(|entry| if was.contains(entry) { one.contains(entry) && other.contains(entry) } else { true });
    json!(entries)
}
