//! Records and values made of the samples.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::samples::{Oddity, Sample};
use crate::zstack::credential::Credential;
use crate::zstack::{health, identifier, instant, kind};

/// The credential the documentation shows, which has its published uuid.
pub(super) const MAIN: &str = "prod-db-password";
const MAIN_UUID: &str = "cred-a1b2c3d4-e5f6-7890-abcd-ef1234567890";
/// The one whose value has more than one line.
const MULTI_LINE: &str = "shop-tls-certificate";

pub(super) const ADMINISTRATOR: &str = "admin@example.com";
const NOT_A_DATE: &str = "example";

/// A credential with the two instants its dates tell of.
pub(super) struct Record {
    pub(super) credential: Credential,
    pub(super) created: Timestamp,
    /// `None` if nothing has happened since.
    pub(super) updated: Option<Timestamp>,
}

/// The record of a sample: the `position`-th of the list, as seen from `now`.
pub(super) fn record(sample: &Sample, position: i64, now: Timestamp) -> Record {
    let in_days = |days: i64| now.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(now);
    let created = in_days(10 * position - 400);
    let updated = (sample.oddity != Some(Oddity::LastOperation)).then(|| in_days(10 * position - 390));
    let mut credential = Credential {
        uuid: if sample.name == MAIN { MAIN_UUID.to_owned() } else { identifier::derived("cred", sample.name) },
        name: sample.name.to_owned(),
        description: sample.description.to_owned(),
        kind: sample.kind.into(),
        odd_health: None,
        expires_at: sample.expires_in_days.map(|days| instant::format(in_days(days))),
        created_by: ADMINISTRATOR.to_owned(),
        create_date: instant::format(created),
        last_op_date: updated.map(instant::format),
        component_uuid: sample.component.map(str::to_owned),
    };
    match sample.oddity {
        Some(Oddity::TypeAndHealth) => {
            credential.kind = json!({});
            credential.odd_health = Some(json!({}));
        }
        Some(Oddity::Dates) => {
            credential.expires_at = Some(NOT_A_DATE.to_owned());
            NOT_A_DATE.clone_into(&mut credential.create_date);
        }
        Some(Oddity::HealthUnspecified) => credential.odd_health = Some(health::UNSPECIFIED.into()),
        Some(Oddity::LastOperation) | None => {}
    }
    Record { credential, created, updated }
}

/// The value that is stored with it.
pub(super) fn value(name: &str) -> String {
    let value = format!("old-value-of-{name}");
    if name == MULTI_LINE {
        format!("-----BEGIN CERTIFICATE-----\n{value}\n-----END CERTIFICATE-----\n")
    } else {
        value
    }
}

/// The `number`-th credential of a large list.
pub(super) fn generated(number: u32, now: Timestamp) -> Credential {
    let name = format!("generated-{number:06}");
    Credential {
        uuid: identifier::derived("cred", &name),
        name,
        description: format!("Generated {number}"),
        kind: kind::API_KEY.into(),
        odd_health: None,
        expires_at: None,
        created_by: ADMINISTRATOR.to_owned(),
        create_date: instant::format(now),
        last_op_date: Some(instant::format(now)),
        component_uuid: None,
    }
}
