//! A read: safe, so it is repeated by itself where that can help (reliability.md 4).

use std::time::Duration;

use crate::http::{BodyFault, Fault, Reply, Request};

/// The longest hint of a server that is waited for without asking, in seconds: a window of a minute, rounded up by the
/// server and by us.
const LONGEST_HINT: u32 = 61;

/// A read and its repeats.
#[derive(Debug)]
pub struct Read {
    request: Request,
    repeats: u32,
    seed: u64,
}

/// What a read wants after an answer.
#[derive(Debug)]
pub enum Verdict {
    /// Show this answer, or the reason that no repeat will mend.
    Settled,
    /// Wait this long, then send the same request again.
    Repeat(Duration),
}

impl Read {
    /// A read of one request. `seed` spreads the repeats of many readers (full jitter); any number will do.
    pub fn new(request: Request, seed: u64) -> Self {
        Self { request, repeats: 0, seed: seed | 1 }
    }

    /// The request, for the first time and each repeat.
    pub fn request(&self) -> Request {
        self.request.clone()
    }

    /// Whether the answer is final. Network errors, time-outs and 408, 502, 504 are repeated twice; 500 and a broken
    /// body once; 429 and 503 once after the server's hint.
    pub fn judge(&mut self, reply: &Reply) -> Verdict {
        let (allowed, hint) = match reply {
            Err(Fault::Unreachable | Fault::TimedOut) => (2, None),
            Err(Fault::Offline | Fault::BlockedByPolicy(_) | Fault::Withdrawn | Fault::Stopped | Fault::Redirected) => {
                (0, None)
            }
            Ok(response) => match (response.status, &response.body) {
                (408 | 502 | 504, _) => (2, None),
                (500, _) => (1, None),
                (429 | 503, _) => {
                    (u32::from(response.retry_after.is_some_and(|hint| hint <= LONGEST_HINT)), response.retry_after)
                }
                (_, Err(BodyFault::Cut | BodyFault::Stalled)) => (1, None),
                (_, Err(BodyFault::TooLarge(_)) | Ok(_)) => (0, None),
            },
        };
        if self.repeats >= allowed {
            return Verdict::Settled;
        }
        self.repeats += 1;
        Verdict::Repeat(hint.map_or_else(|| self.backoff(), |seconds| Duration::from_secs(seconds.into())))
    }

    /// `random(0, min(8 s, 0.5 s · 2ⁿ))`.
    fn backoff(&mut self) -> Duration {
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        let ceiling = (250_u64 << self.repeats.min(5)).min(8000);
        Duration::from_millis(self.seed % (ceiling + 1))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Read, Verdict};
    use crate::http::{BodyFault, Fault, Method, Patience, Reply, Request, Response};
    use crate::path::Path;
    use proptest::prelude::*;

    #[allow(clippy::unnecessary_wraps, reason = "a reply is what a read judges")]
    fn answer(status: u16, retry_after: Option<u32>) -> Reply {
        Ok(Response { status, content_type: None, retry_after, body: Ok(Vec::new()) })
    }

    fn request() -> Request {
        Request {
            method: Method::Get,
            path: Path::of("a"),
            accept: "application/json",
            authorization: None,
            body: None,
            patience: Patience::List,
        }
    }

    fn repeats(reply: &Reply, seed: u64) -> usize {
        let mut read = Read::new(request(), seed);
        (0..10).take_while(|_| matches!(read.judge(reply), Verdict::Repeat(wait) if wait.as_secs() <= 60)).count()
    }

    #[test]
    fn only_what_a_repeat_can_mend_is_repeated() {
        let cut = Ok(Response { status: 200, content_type: None, retry_after: None, body: Err(BodyFault::Cut) });
        let large =
            Ok(Response { status: 200, content_type: None, retry_after: None, body: Err(BodyFault::TooLarge(1)) });
        for (reply, expected) in [
            (answer(200, None), 0),
            (answer(400, None), 0),
            (answer(401, None), 0),
            (answer(404, None), 0),
            (answer(408, None), 2),
            (answer(429, None), 0),
            (answer(429, Some(3)), 1),
            (answer(429, Some(3600)), 0),
            (answer(500, None), 1),
            (answer(502, None), 2),
            (answer(503, None), 0),
            (answer(503, Some(1)), 1),
            (answer(504, None), 2),
            (cut, 1),
            (large, 0),
            (Err(Fault::Unreachable), 2),
            (Err(Fault::TimedOut), 2),
            (Err(Fault::Offline), 0),
            (Err(Fault::Redirected), 0),
            (Err(Fault::Stopped), 0),
            (Err(Fault::Withdrawn), 0),
            (Err(Fault::BlockedByPolicy(String::new())), 0),
        ] {
            assert_eq!(repeats(&reply, 7), expected, "{reply:?}");
        }
    }

    fn waits(reply: &Reply, seed: u64) -> Vec<Duration> {
        let mut read = Read::new(request(), seed);
        let wait = |_| match read.judge(reply) {
            Verdict::Repeat(wait) => Some(wait),
            Verdict::Settled => None,
        };
        (0..10).map_while(wait).collect()
    }

    #[test]
    fn a_hint_of_the_server_is_waited_for_and_a_minute_is_the_longest() {
        assert_eq!(waits(&answer(429, Some(7)), 1), [Duration::from_secs(7)]);
        assert_eq!(waits(&answer(503, Some(61)), 1), [Duration::from_secs(61)]);
        assert!(waits(&answer(503, Some(62)), 1).is_empty());
    }

    #[test]
    fn what_is_repeated_is_the_same_request() {
        let read = Read::new(request(), 1);
        assert_eq!((read.request().method, read.request().path), (request().method, request().path));
    }

    /// Two numbers of Marsaglia's xorshift64 with 13, 7 and 17, worked out apart from this program.
    #[test]
    fn a_wait_is_what_the_seed_makes_of_the_ceiling_and_the_ceiling_doubles() {
        let wanted = [15_860_402_102_123_842_989_u64 % 501, 7_273_575_876_580_499_574 % 1001];
        assert_eq!(waits(&Err(Fault::Unreachable), 0x9E37_79B9_7F4A_7C15), wanted.map(Duration::from_millis));
    }

    #[test]
    fn repeats_are_spread_over_half_a_second_and_then_over_a_whole_one() {
        let all: Vec<_> = (0..500).map(|seed| waits(&Err(Fault::Unreachable), seed * 7919)).collect();
        for (repeat, ceiling) in [(0, 500), (1, 1000)] {
            let waits: Vec<_> = all.iter().map(|waits| waits[repeat].as_millis()).collect();
            assert!(waits.iter().all(|wait| *wait <= ceiling), "{repeat}");
            // Full jitter: every quarter of the span is used.
            for quarter in 0..4 {
                let span = ceiling * quarter / 4..=ceiling * (quarter + 1) / 4;
                let within = waits.iter().filter(|wait| span.contains(wait)).count();
                assert!(within > 60, "{within} of 500 in {span:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_read_always_ends(status in 100_u16..600, hint in prop::option::of(any::<u32>()), seed in any::<u64>()) {
            prop_assert!(repeats(&answer(status, hint), seed) <= 2);
        }
    }
}
