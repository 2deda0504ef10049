//! The credentials of `ZStack` Cloud, as strict as their contract (`contracts/zstack.md`; sections and questions
//! below are its).
//!
//! Little but the shape of a success is published. Where the contract is silent, the sandbox decides and says so; a
//! decision a client must survive either way is a setting (module [`conduct`]):
//!
//! | Question | Decision |
//! |---|---|
//! | which fields an update must have (Z1) | `name`, `description`, `operator`; `value` and `expiresAt` by setting |
//! | which fields a create must have | all five |
//! | an update without `value` (Z2) | keeps the secret, or is refused: by setting |
//! | `""` or `null` (Z3) | only `description` may be `""`; everything else is refused |
//! | an unknown key or query parameter | 400; `type` in an update and `operator` in a create are unknown |
//! | `operator` (Z4) | any text that is not blank; it stands in the audit log as it came |
//! | dates (Z6) | any RFC 3339; told in UTC, with seconds |
//! | an expiry in the past (Z7) | accepted |
//! | members of the enumerations (Z9) | names of our own ([`kind`], [`health`]): the literal ones are not published |
//! | `limit` (Z10) | absent or 0 is the default, too much becomes the maximum: both by setting; below 0 is 400 |
//! | order of the list | as the records were made |
//! | health | told from the expiry: gone, within 30 days, later, none to be read |
//! | a name in use | 409 |
//! | a viewer writes | 403 `PermissionDenied` |
//! | `lastOpDate` | moves by at least a second with each write |
//! | `options.force=true` | 403 `PermissionDenied`, as published; the other options are checked and change nothing |
//! | error status and shape (Z16) | section 6, and one of three shapes by setting |
//! | a wrong content type | 415 |
//! | the audit log | newest first; at most the maximum of `limit`, while `total` counts all |
//!
//! # Settings
//!
//! | Member of `/_sandbox/settings` | Values, the default first |
//! |---|---|
//! | `zstackValue` | `optional`, `required`: whether an update must carry the secret |
//! | `zstackExpiresAt` | `optional`, `required`: whether an update must carry an expiry |
//! | `zstackErrors` | `details`, `gateway`, `text`: the shape of a refusal |
//! | `zstackTotal` | `absent`, `present`: whether a list says how many there are |
//! | `zstackLimits` | `{"default":20,"maximum":100}`: how long a page is |
//! | `zstackStatistics` | `numbers`, `strings`, `off`: how the counters are told |
//!
//! # Demo data
//!
//! 27 credentials, more than one page holds. The value of each is `old-value-of-{name}`; that of
//! `shop-tls-certificate` stands between the two lines of a PEM frame and ends with a line end. Three records are as
//! odd as the published examples, see [`demonstration`].

mod answer;
mod audit;
mod authorization;
mod conduct;
mod credential;
mod credentials;
mod demonstration;
mod error_shape;
mod fields;
mod health;
mod identifier;
mod instant;
mod kind;
mod messages;
mod query;
mod schema;
mod statistics;
mod storage;
mod submission;
mod token;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::application::Application;

pub(crate) use conduct::{PageLimits, Presence, StatisticsForm, TotalForm};
pub(crate) use demonstration::insert as insert_demonstration;
pub(crate) use error_shape::ErrorShape;
pub(crate) use schema::SCHEMA;
pub(crate) use storage::stored_hash;
pub(crate) use token::{expire as expire_token, revoke as revoke_token};

/// The routes below `/api/v1`. `statistics` stands where a uuid would (section 4.5).
pub(crate) fn router() -> Router<Arc<Application>> {
    Router::new()
        .route("/credentials", get(credentials::list).post(credentials::create))
        .route("/credentials/statistics", get(statistics::count))
        .route("/credentials/{uuid}", get(credentials::read).put(credentials::update).delete(credentials::delete))
        .route("/credential-audit", get(audit::list))
        .route("/credential-audit/export", get(audit::export))
        .fallback(answer::unknown_address)
}
