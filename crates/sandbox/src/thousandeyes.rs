//! The `ThousandEyes` API in its versions 6 and 7, as strict as its contract (`contracts/thousandeyes.md`; sections and
//! T numbers below are its).
//!
//! Where the contract is silent, the sandbox decides and says so:
//!
//! | Question | Decision |
//! |---|---|
//! | `value` for who may see it (T6) | one fixed text that looks encrypted: what is stored is a hash nobody can read |
//! | an empty `name` or `value` (T4) | 400 |
//! | `{}`, an unknown field, a field that is no text | 400, in both versions |
//! | create without `name` or without `value` | 400, also in v7, where neither is marked as required |
//! | `PUT` of v7 without a field (T3) | keeps it, or, by setting, loses the value and refuses a missing name |
//! | a name that is taken | allowed: no page speaks of it |
//! | an id that is unknown, or of another account group (T9) | 404 in both versions |
//! | `aid` of a group the caller is not assigned to | v6 400 `Invalid aid`; v7 403, as the group is there |
//! | `aid` of a group that does not exist | v6 the same; v7 404 |
//! | XML in v6 | 406 with a note: the sandbox plays JSON |
//! | no format chosen in v6 | JSON |
//! | `Accept` of a deletion in v7 | anything: there is nothing to accept |
//! | which requests count against the rate limit | those with a valid token, whatever their answer |
//! | how many failed sign-ins lock an account | 20 in a row with HTTP Basic; a wrong Bearer token belongs to nobody |
//! | what a lock locks | every token of the account, until `/_sandbox/reset` |
//! | `WWW-Authenticate` on 401 | sent, as HTTP demands |
//! | where 301 leads to | the same address in v7, on this server |
//! | links and `Location` | of `https://api.thousandeyes.com`, as in the published examples |

mod account_groups;
mod call;
mod caller;
mod credential;
mod demonstration;
mod gate;
mod limits;
mod media_type;
mod messages;
mod operations;
mod refusal;
mod retirement;
mod schema;
mod settings;
mod storage;
mod submission;
mod success;
mod token;
mod v6;
mod v7;
mod version;
mod window;

use std::sync::Arc;

use axum::extract::OriginalUri;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use axum::{Router, middleware};

use crate::application::Application;
use gate::Gate;
use version::Version;

pub(crate) use demonstration::insert as insert_demonstration;
pub(crate) use limits::Limits;
pub(crate) use schema::SCHEMA;
pub(crate) use settings::{Settings, SettingsChange};
pub(crate) use storage::value_hash as stored_hash;
pub(crate) use token::revoke as revoke_token;

/// The routes below the host of the API: both versions, and 301 for those that do not exist (2.3).
pub(crate) fn router(application: &Arc<Application>) -> Router<Arc<Application>> {
    Router::new().nest("/v6", version_6(application)).nest("/v7", version_7(application)).fallback(other_version)
}

/// The routes below `/v6`.
pub(crate) fn version_6(application: &Arc<Application>) -> Router<Arc<Application>> {
    let gate = || Gate { application: Arc::clone(application), version: Version::Six };
    Router::new()
        .fallback(v6::answer)
        .layer(middleware::from_fn_with_state(gate(), gate::admit))
        .route("/status.json", any(v6::status))
        .layer(middleware::from_fn_with_state(gate(), gate::meter))
}

/// The routes below `/v7`.
pub(crate) fn version_7(application: &Arc<Application>) -> Router<Arc<Application>> {
    let gate = || Gate { application: Arc::clone(application), version: Version::Seven };
    Router::new()
        .fallback(v7::answer)
        .layer(middleware::from_fn_with_state(gate(), gate::admit))
        .layer(middleware::from_fn_with_state(gate(), gate::meter))
}

async fn other_version(OriginalUri(address): OriginalUri, below: Uri) -> Response {
    let version = below.path().split('/').nth(1).unwrap_or_default();
    let number = version.strip_prefix('v').unwrap_or_default();
    if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
        retirement::moved(&address, version)
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}
