//! The Apinizer Management API, as strict as its contract (`contracts/apinizer.md`; sections and rows below are its).
//!
//! Where the contract is silent, the sandbox decides and says so:
//!
//! | Question | Decision |
//! |---|---|
//! | `PUT` for an unknown username | row 6, as for `PATCH` |
//! | a bad address, role, e-mail or date | 400 with a text of our own ([`messages::undocumented`]) |
//! | `PUT` without one of the other five fields | 400, worded as in row 32 |
//! | `metadata` left out of a `PUT` (Q4) | generation B: wiped, the harsher reading; A and L do not know it: kept |
//! | a secret metadata entry sent without `value` | keeps the stored value |
//! | caller without `IDENTITY`+`DEPLOY_UNDEPLOY` | saved; every environment refuses with row 17 |
//! | a failed environment | overall flag false, unless the fault says otherwise; the outer flag stays true |
//! | a wrong content type | 415 with a text of our own |
//! | an expired token in A and L | row 20, any other bad token row 19 |
//! | a missing project in L | 400 with the text of row 11 |

mod authorization;
mod content;
mod credential;
mod credentials;
mod demonstration;
mod deployment;
mod envelope;
mod environments;
mod field_rules;
mod live;
mod messages;
mod metadata;
mod projects;
mod schema;
mod storage;
mod submission;
mod token;
mod token_endpoint;

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{any, get, patch, post};

use crate::application::Application;

pub(crate) use demonstration::{insert as insert_demonstration, insert_large};
pub(crate) use deployment::DeploymentShape;
pub use envelope::Generation;
pub(crate) use environments::ENVIRONMENTS;
pub(crate) use live::find as find_live;
pub(crate) use schema::SCHEMA;
pub(crate) use token::{expire as expire_token, revoke as revoke_token};

/// The routes below `/apiops`. The slash at the end belongs to the address; the form without it is 404 (section 1).
pub(crate) fn router() -> Router<Arc<Application>> {
    Router::new()
        .route("/auth/token", post(token_endpoint::issue))
        .route("/projects/", get(projects::list))
        .route("/environments/{project}", get(environments::list_as_in_a))
        .route("/projects/{project}/environments/", get(environments::list_as_in_b))
        .route(
            "/projects/{project}/credentials/",
            get(credentials::list).post(credentials::create).put(credentials::update),
        )
        .route(
            "/projects/{project}/credentials/{username}/",
            patch(credentials::change_password).delete(credentials::delete),
        )
        .route("/projects//credentials/", any(credentials::without_project))
        .fallback(|| async { StatusCode::NOT_FOUND })
}
