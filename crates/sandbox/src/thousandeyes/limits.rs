//! The rate limit of the organisation and the block of an address that meets too many refusals (contract, 2.1, 2.2).
//!
//! The sandbox plays one organisation, and all its callers come from this machine: one window each is enough.

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use jiff::Timestamp;

use super::settings::Settings;
use super::window::{Rule, State, Window};

const LIMIT: HeaderName = HeaderName::from_static("x-organization-rate-limit-limit");
const REMAINING: HeaderName = HeaderName::from_static("x-organization-rate-limit-remaining");
const RESET: HeaderName = HeaderName::from_static("x-organization-rate-limit-reset");

const EXPOSED: HeaderValue = HeaderValue::from_static(
    "X-Organization-Rate-Limit-Limit, X-Organization-Rate-Limit-Remaining, X-Organization-Rate-Limit-Reset, \
     Retry-After",
);

/// The windows that run.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    windows: Mutex<Windows>,
}

#[derive(Debug, Default)]
struct Windows {
    requests: Window,
    refusals: Window,
}

impl Limits {
    /// Ends all windows.
    pub(crate) fn reset(&self) {
        *self.windows() = Windows::default();
    }

    /// Counts a request of somebody known, unless the organisation has none left.
    pub(super) fn admit(&self, settings: Settings) -> bool {
        self.windows().requests.take(request_rule(settings), Timestamp::now())
    }

    /// Counts a 401.
    pub(super) fn count_refusal(&self, settings: Settings) {
        self.windows().refusals.take(refusal_rule(settings), Timestamp::now());
    }

    /// Whether the address has met too many 401.
    pub(super) fn is_blocked(&self, settings: Settings) -> bool {
        self.refusals(settings).remaining == 0
    }

    /// Writes the headers every answer carries.
    pub(super) fn tell(&self, settings: Settings, response: &mut Response) {
        let State { remaining, resets_at } = self.windows().requests.state(request_rule(settings), Timestamp::now());
        let headers = response.headers_mut();
        headers.insert(LIMIT, settings.requests_per_window.into());
        headers.insert(REMAINING, remaining.into());
        headers.insert(RESET, resets_at.into());
        if settings.expose_rate_limit {
            headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }

    /// Writes how long to wait, for whatever reason there was to say 429.
    pub(super) fn tell_when_to_return(&self, settings: Settings, response: &mut Response) {
        let now = Timestamp::now();
        let over = if self.is_blocked(settings) {
            self.refusals(settings)
        } else {
            self.windows().requests.state(request_rule(settings), now)
        };
        response.headers_mut().insert(header::RETRY_AFTER, (over.resets_at - now.as_second()).max(1).into());
    }

    fn refusals(&self, settings: Settings) -> State {
        self.windows().refusals.state(refusal_rule(settings), Timestamp::now())
    }

    fn windows(&self) -> MutexGuard<'_, Windows> {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn request_rule(settings: Settings) -> Rule {
    Rule { allowance: settings.requests_per_window, seconds: settings.window_seconds }
}

fn refusal_rule(settings: Settings) -> Rule {
    Rule { allowance: settings.refusals_per_window, seconds: settings.window_seconds }
}
