//! Reads, writes, conflicts and their answers under random schedules (F-01, F-08; invariants I1, I2, I4, I5, I6, I8, I9).
//!
//! A schedule is one person at one form: what they edit, when they press, stop, choose, check, send again or sign out;
//! what the network does to each request; and when another admin writes. [`server::Server`] remembers what really was
//! applied, also long after nobody waited for it, and knows the records as the vendors write them; none of it asks the
//! code under test. Each rule is held at the moment at which it could be broken.
//!
//! A schedule is made from one number. A failure prints it, and `REKEY_SCHEDULE=<number>` runs that one alone.

mod dice;
mod form;
mod person;
mod rules;
mod server;
mod weather;
mod wire;

use std::hash::{BuildHasher, RandomState};

use crate::dialect::Dialect;
use dice::Dice;
use person::Person;
use server::Server;

/// What happened, for the report of a failure.
type History = Vec<String>;

/// Puts a system through so many schedules; together there are 100,000. The larger its records, the longer each takes.
fn check(dialect: Dialect, schedules: u64) {
    let record = wire::first(dialect, &mut Dice::new(7));
    let loaded = dialect.interpret_look(Server::new(dialect, record.clone()).look(), wire::ID).unwrap().unwrap();
    let run = |schedule: u64, history: &mut Option<History>| {
        Person::at(dialect, &record, &loaded, Dice::new(schedule)).live(history)
    };
    let only = std::env::var("REKEY_SCHEDULE").ok().map(|text| text.parse::<u64>().expect("a number"));
    let first = only.unwrap_or_else(|| RandomState::new().hash_one(dialect.product()));
    // Mutants are many, and one that breaks a rule breaks it soon (`cargo xtask mutants`).
    let most = std::env::var("REKEY_SCHEDULES").ok().map_or(schedules, |text| text.parse().expect("a number"));
    let count = if only.is_some() { 1 } else { schedules.min(most) };
    for schedule in (0..count).map(|number| first.wrapping_add(number)) {
        if let Err(rule) = run(schedule, &mut None) {
            let mut history = Some(History::new());
            let again = run(schedule, &mut history);
            assert_eq!(again, Err(rule.clone()), "a schedule is always the same");
            let history = history.unwrap_or_default().join("\n  ");
            panic!("{rule}\n  {history}\nAgain: REKEY_SCHEDULE={schedule} cargo test -p rekey-core model");
        }
    }
}

#[test]
fn no_schedule_breaks_a_rule_with_apinizer() {
    check(Dialect::Apinizer, 15_000);
}

#[test]
fn no_schedule_breaks_a_rule_with_thousandeyes_v6() {
    check(Dialect::ThousandEyesV6, 30_000);
}

#[test]
fn no_schedule_breaks_a_rule_with_thousandeyes_v7() {
    check(Dialect::ThousandEyesV7, 30_000);
}

#[test]
fn no_schedule_breaks_a_rule_with_zstack() {
    check(Dialect::ZStack, 25_000);
}
