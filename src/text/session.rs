//! Why a session ended on this side.

use rekey_core::session::{SessionEnd, SessionLimits};

use super::{Phrase, catalogue as text};

/// The reason, with the limit that it has to do with.
pub fn session_over(end: SessionEnd, limits: SessionLimits) -> Phrase {
    match end {
        SessionEnd::Idle => text::signed_out_idle(&(limits.idle.as_secs() / 60).to_string()),
        SessionEnd::Lifetime => text::signed_out_lifetime(&(limits.lifetime.as_secs() / 3600).to_string()),
        SessionEnd::Elsewhere => text::signed_out_elsewhere().into(),
    }
}
