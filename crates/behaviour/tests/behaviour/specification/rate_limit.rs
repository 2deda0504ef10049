//! A rate limit …

use rekey_core::outcome::Outcome;

use crate::intent::NEW_SECRET;
use crate::proof::{assert_valid, assert_void};
use crate::row::{Limit, Row};
use crate::session::Session;
use crate::stage::Stage;
use crate::truth;

impl Limit {
    /// Brings it about, and says whether only time ends it.
    fn begin(&self, session: &Session<'_>) -> bool {
        let stage = session.stage;
        match self {
            Self::Played(settings) => {
                stage.control("settings", settings);
                // A write takes two requests, and the window has two: one of them is somebody else's.
                assert!(session.list().is_ok());
            }
            Self::Scripted(fault) => stage.script(&stage.row.new_secret, stage.row.known.id, fault),
        }
        matches!(self, Self::Played(_))
    }
}

pub(crate) fn of_a_short_time_is_waited_for_once(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let is_real = row.short_limit.begin(&session);
    let write = session.write(&base, session.new_secret(NEW_SECRET));
    let (ended, writes) =
        stage.writes_during(|| if is_real { session.run_patiently(write) } else { session.run(write) });
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{:?}", ended.outcome);
    let [wait] = ended.waits[..] else { panic!("{:?}", ended.waits) };
    assert!((1..=10).contains(&wait.as_secs()), "{wait:?}");
    let answers: Vec<_> = writes.iter().map(|write| (write.answered, write.applied)).collect();
    assert_eq!(answers, [(Some(429), false), (Some(200), true)]);
    assert_eq!(writes[0].body, writes[1].body);
    assert_valid(&stage, row.known.id, NEW_SECRET);
    assert_void(&stage, row.known.id, row.known.secret);
}

pub(crate) fn of_a_long_time_is_told_and_nothing_is_repeated(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    row.long_limit.begin(&session);
    let (ended, writes) = stage.writes_during(|| session.run(session.write(&base, session.new_secret(NEW_SECRET))));
    let Outcome::Rejected(problem) = &ended.outcome else { panic!("{:?}", ended.outcome) };
    assert!(problem.is_rate_limit() && problem.is_explained(), "{problem:?}");
    let told = problem.retry_after.expect("how long to wait");
    assert!((55..=61).contains(&told), "{told}");
    assert!(ended.waits.is_empty(), "{:?}", ended.waits);
    assert!(!truth::only(&writes).applied);
    assert_valid(&stage, row.known.id, row.known.secret);
}
