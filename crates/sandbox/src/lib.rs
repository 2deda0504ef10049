//! The sandbox of Rekey: a local server that plays the vendors as strictly as their contracts say.
//!
//! One process, one port, one `SQLite` file (or memory). It serves three things:
//!
//! | Path | What |
//! |---|---|
//! | `/apinizer/apiops/…`, also `/apiops/…` | the Apinizer Management API, in the documented generation of choice |
//! | `/thousandeyes/v6/…`, `/thousandeyes/v7/…`, also `/v6/…`, `/v7/…` | the credentials of `ThousandEyes` |
//! | `/zstack/api/v1/…`, also `/api/v1/…` | the credentials of `ZStack` Cloud |
//! | `/apinizer/apiops/openapi.json`, `/thousandeyes/openapi/v6.json` and `v7.json`, `/zstack/openapi.json` | what of the above is played, as `OpenAPI` (module `openapi`) |
//! | `/_sandbox/…` | the stage machinery: reset, settings, tokens, faults, the truth log, the gateways, the vaults (module `control`) |
//! | everything else | the built page and its `config.json`, if a folder was given (module `site`) |
//!
//! It is a second, independent reading of the contracts: it does not depend on `rekey-core`, so that one wrong wire
//! type cannot hide in both.
//!
//! # Demo data
//!
//! Every credential's password is `old-password-of-{username}`. The project `retail` holds `api-user` and six others,
//! `wholesale` two, `empty` none; see the module `apinizer`. `ZStack` Cloud holds 27 credentials, each with the value
//! `old-value-of-{name}`; see the module `zstack`. `ThousandEyes` holds six in the account group 75 `Retail operations`,
//! 405 `Checkout login` among them, two in 1234 `Wholesale operations` and one in 9001, to which nobody is assigned; each
//! has the value `old-value-of-{id}`.
//!
//! With `--records 10000` there is a fourth Apinizer project, `large`, with as many generated credentials. They share one
//! password, `old-password-of-large`.
//!
//! | Who | Secret | May |
//! |---|---|---|
//! | user `admin` | password `rekey-demo-password` | everything, with a token that lives one hour |
//! | token | `rekey-demo-token` | everything |
//! | token | `rekey-viewer-token` | read only: at Apinizer it lacks `IDENTITY`+`MANAGE` |
//! | token | `rekey-nodeploy-token` | write, but lacks `IDENTITY`+`DEPLOY_UNDEPLOY`: every deployment fails |
//! | `ThousandEyes` user `admin@example.com` | API token `rekey-demo-api-token` (HTTP Basic, v6 only) | as `rekey-demo-token`: everything but see values |
//! | `ThousandEyes` user `viewer@example.com` | API token `rekey-viewer-api-token` (HTTP Basic, v6 only) | as `rekey-viewer-token`: read only |
//! | `ThousandEyes` token | `rekey-sensitive-token` | everything, and see values |
//!
//! # Where things stand
//!
//! A vendor is one module (`apinizer`) with its tables, its rules, its demo data and one `router`. The next vendor
//! becomes a sibling of it, and is mounted in `application`. `exchange` wraps every vendor: it writes the truth
//! log and plays the faults, so a vendor knows nothing of either.
#![forbid(unsafe_code)]

mod apinizer;
mod application;
mod basic_authentication;
pub mod command_line;
mod connection;
mod control;
mod cross_origin;
mod database;
mod exchange;
mod fault;
mod fingerprint;
mod gateway;
mod openapi;
mod options;
mod password_hash;
mod server;
mod settings;
mod site;
mod thousandeyes;
mod timestamp;
mod truth_log;
mod vault;
mod wire;
mod zstack;

pub use apinizer::Generation;
pub use options::{Options, Storage, Systems};
pub use server::Sandbox;
