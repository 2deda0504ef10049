//! `healthStatus`. Only the zero member is published; the others are named after the counters (section 2.1), and no
//! client may rely on them.

use jiff::{SignedDuration, Timestamp};

use super::instant;

/// Not set, and as a filter: any.
pub(super) const UNSPECIFIED: &str = "CREDENTIAL_HEALTH_STATUS_UNSPECIFIED";

/// How long before its expiry a credential is expiring.
const WARNING: SignedDuration = SignedDuration::from_hours(24 * 30);

/// How a credential is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Health {
    Ok,
    Expiring,
    Expired,
    /// There is no expiry to tell it from.
    Unknown,
}

impl Health {
    const ALL: [Self; 4] = [Self::Ok, Self::Expiring, Self::Expired, Self::Unknown];

    /// The health of what expires then.
    pub(super) fn of(expires_at: Option<&str>, now: Timestamp) -> Self {
        match expires_at.and_then(instant::parse) {
            None => Self::Unknown,
            Some(expires) if expires <= now => Self::Expired,
            Some(expires) if expires.duration_since(now) <= WARNING => Self::Expiring,
            Some(_) => Self::Ok,
        }
    }

    /// As it is told.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ok => "CREDENTIAL_HEALTH_STATUS_OK",
            Self::Expiring => "CREDENTIAL_HEALTH_STATUS_EXPIRING",
            Self::Expired => "CREDENTIAL_HEALTH_STATUS_EXPIRED",
            Self::Unknown => "CREDENTIAL_HEALTH_STATUS_UNKNOWN",
        }
    }
}

/// Whether `text` is a member.
pub(super) fn is_known(text: &str) -> bool {
    text == UNSPECIFIED || Health::ALL.iter().any(|health| health.name() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn health_follows_the_expiry() {
        let now = instant::parse("2026-01-15T08:00:00Z").unwrap();
        for (expires_at, health) in [
            (Some("2026-01-15T08:00:00Z"), Health::Expired),
            (Some("2026-01-15T08:00:01Z"), Health::Expiring),
            (Some("2026-02-14T08:00:00Z"), Health::Expiring),
            (Some("2026-02-14T08:00:01Z"), Health::Ok),
            (Some("example"), Health::Unknown),
            (None, Health::Unknown),
        ] {
            assert_eq!(Health::of(expires_at, now), health, "{expires_at:?}");
        }
    }
}
