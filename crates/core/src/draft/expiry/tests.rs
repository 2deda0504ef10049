use super::super::{CredentialDraft, ExpiryEdit};
use super::{Clock, Moments, Pick};
use crate::credential::tests::api_user;
use crate::issue::{Input, Issue};
use crate::timestamp::{LocalDateTime, Timestamp};
use proptest::prelude::*;

const MINUTE: i64 = 60_000;

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn moved(moment: Timestamp, minutes: i64) -> Timestamp {
    Timestamp::from_milliseconds(moment.milliseconds() + minutes * MINUTE).unwrap()
}

fn wall(text: &str) -> LocalDateTime {
    let (date, time) = text.split_once(' ').unwrap();
    LocalDateTime::parse(date, time).unwrap()
}

fn draft(date: &str, time: &str) -> CredentialDraft {
    CredentialDraft { expiry_date: date.to_owned(), expiry_time: time.to_owned(), ..CredentialDraft::default() }
}

/// A zone with one change of its clocks: minutes ahead of UTC before it, and from it on.
#[derive(Debug, Clone, Copy)]
struct Zone {
    change: Timestamp,
    before: i64,
    after: i64,
}

impl Zone {
    fn local(self, moment: Timestamp) -> LocalDateTime {
        moved(moment, if moment < self.change { self.before } else { self.after }).utc()
    }

    /// As ECMAScript has it: of two moments the earlier one, and in a gap by the offset before it.
    fn resolve(self, local: LocalDateTime) -> Timestamp {
        let (early, late) = (moved(local.as_utc(), -self.before), moved(local.as_utc(), -self.after));
        if early < self.change || self.local(late) != local { early } else { late }
    }

    fn with_clock<T>(self, now: &str, run: impl FnOnce(&Clock<'_>) -> T) -> T {
        let resolve = |local: LocalDateTime| Some(self.resolve(local));
        let local = |moment: Timestamp| self.local(moment);
        run(&Clock { now: at(now), resolve: &resolve, local: &local })
    }

    fn moments(self, text: &str) -> Moments {
        self.with_clock("2026-11-21T09:00:00Z", |clock| clock.moments(wall(text)))
    }

    fn second(self, date: &str, time: &str) -> Option<Timestamp> {
        self.with_clock("2026-11-21T09:00:00Z", |clock| draft(date, time).second_end(&api_user(), clock))
    }

    fn end(self, date: &str, time: &str) -> Result<ExpiryEdit, Issue> {
        self.with_clock("2026-11-21T09:00:00Z", |clock| draft(date, time).parse_expiry(&api_user(), clock))
    }
}

/// Berlin in spring and in autumn of 2027, Beirut in autumn, Apia at the end of 2011.
fn zones() -> [Zone; 4] {
    [
        Zone { change: at("2027-03-28T01:00:00Z"), before: 60, after: 120 },
        Zone { change: at("2027-10-31T01:00:00Z"), before: 120, after: 60 },
        Zone { change: at("2027-10-30T21:00:00Z"), before: 180, after: 120 },
        Zone { change: at("2011-12-30T10:00:00Z"), before: -600, after: 840 },
    ]
}

#[test]
fn a_time_that_the_clocks_jump_over_does_not_exist_ux46() {
    let [spring, ..] = zones();
    assert_eq!(spring.moments("2027-03-28 01:59:59"), Moments::One(at("2027-03-28T00:59:59Z")));
    assert_eq!(spring.moments("2027-03-28 02:00"), Moments::None);
    assert_eq!(spring.moments("2027-03-28 02:59:59"), Moments::None);
    assert_eq!(spring.moments("2027-03-28 03:00"), Moments::One(at("2027-03-28T01:00:00Z")));
    let skipped = Issue::ExpiryTimeSkipped("02:30".to_owned());
    assert_eq!(skipped.input(), Input::ExpiryTime);
    assert_eq!(spring.end("2027-03-28", "02:30"), Err(skipped));
}

#[test]
fn a_time_that_the_clocks_show_twice_is_the_first_of_the_two_ux46() {
    let [_, autumn, ..] = zones();
    assert_eq!(autumn.moments("2027-10-31 01:59"), Moments::One(at("2027-10-30T23:59:00Z")));
    assert_eq!(
        autumn.moments("2027-10-31 02:30"),
        Moments::Two(at("2027-10-31T00:30:00Z"), at("2027-10-31T01:30:00Z"))
    );
    assert_eq!(autumn.moments("2027-10-31 03:00"), Moments::One(at("2027-10-31T02:00:00Z")));
    assert_eq!(autumn.second("2027-10-31", "02:30"), Some(at("2027-10-31T01:30:00Z")));
    assert_eq!(autumn.second("2027-10-31", "03:30"), None);
    assert_eq!(autumn.end("2027-10-31", "02:30"), Ok(ExpiryEdit::At(at("2027-10-31T00:30:00Z"))));
}

#[test]
fn both_moments_are_found_whichever_of_them_the_browser_takes_ux46() {
    let [_, autumn, ..] = zones();
    let (early, late) = (at("2027-10-31T00:30:00Z"), at("2027-10-31T01:30:00Z"));
    for taken in [early, late] {
        let clock = Clock { now: early, resolve: &|_| Some(taken), local: &|moment| autumn.local(moment) };
        assert_eq!(clock.moments(wall("2027-10-31 02:30")), Moments::Two(early, late));
    }
}

#[test]
fn a_moment_between_two_changes_that_are_a_day_apart_exists_ux46() {
    let summer = at("2027-03-28T01:00:00Z")..at("2027-03-29T01:00:00Z");
    let local = |moment| moved(moment, if summer.contains(&moment) { 120 } else { 60 }).utc();
    let clock = Clock { now: summer.start, resolve: &|local| Some(moved(local.as_utc(), -120)), local: &local };
    assert_eq!(clock.moments(wall("2027-03-28 15:00")), Moments::One(at("2027-03-28T13:00:00Z")));
}

#[test]
fn what_the_browser_cannot_tell_is_no_date_ux46() {
    let clock = Clock { now: at("2026-11-21T09:00:00Z"), resolve: &|_| None, local: &|moment: Timestamp| moment.utc() };
    assert_eq!(clock.moments(wall("2027-03-28 15:00")), Moments::Unknown);
    assert_eq!(draft("2027-03-28", "15:00").parse_expiry(&api_user(), &clock), Err(Issue::ExpiryDateInvalid));
}

#[test]
fn a_day_without_a_time_ends_when_its_last_second_is_shown_for_the_last_time_ux46() {
    let [_, _, midnight, _] = zones();
    assert_eq!(midnight.end("2027-10-30", ""), Ok(ExpiryEdit::At(at("2027-10-30T21:59:59Z"))));
    assert_eq!(midnight.second("2027-10-30", ""), None);
    assert_eq!(midnight.end("2027-10-31", ""), Ok(ExpiryEdit::At(at("2027-10-31T21:59:59Z"))));
}

#[test]
fn a_day_that_a_zone_leaves_out_does_not_exist_ux46() {
    let [.., date_line] = zones();
    assert_eq!(date_line.end("2011-12-30", ""), Err(Issue::ExpiryDateInvalid));
    assert_eq!(date_line.end("2011-12-29", ""), Ok(ExpiryEdit::At(at("2011-12-30T09:59:59Z"))));
    assert_eq!(date_line.end("2011-12-31", ""), Ok(ExpiryEdit::At(at("2011-12-31T09:59:59Z"))));
}

#[test]
fn picks_are_days_of_the_calendar_of_the_person_ux46() {
    // In Berlin it is the next day already.
    let [zone, ..] = zones();
    let dates = |now| Pick::ALL.map(|pick| zone.with_clock(now, |clock| pick.date(clock)).unwrap());
    assert_eq!(dates("2026-11-21T23:30:00Z"), ["2026-12-22", "2027-02-20", "2027-05-21", "2027-11-22"]);
    assert_eq!(dates("2024-02-29T12:00:00Z")[3], "2025-02-28");
    assert_eq!(zone.with_clock("9999-12-20T12:00:00Z", |clock| Pick::Days(30).date(clock)), None);
}

proptest! {
    #[test]
    fn every_moment_is_among_those_at_which_the_clocks_show_it(
        zone in prop::sample::select(zones().to_vec()),
        minutes in -3_000_i64..3_000,
    ) {
        let moment = moved(zone.change, minutes);
        let shown = zone.local(moment);
        let found = zone.with_clock("2026-11-21T09:00:00Z", |clock| clock.moments(shown));
        let all: Vec<Timestamp> = (-3_000..3_000)
            .map(|minutes| moved(zone.change, minutes))
            .filter(|other| zone.local(*other) == shown)
            .collect();
        let expected = match all.as_slice() {
            [one] => Moments::One(*one),
            [first, second] => Moments::Two(*first, *second),
            other => panic!("{other:?}"),
        };
        prop_assert_eq!(found, expected);
    }
}
