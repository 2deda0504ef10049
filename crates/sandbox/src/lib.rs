//! The sandbox of Rekey: a local server that plays the vendors as strictly as their contracts say.
//!
//! One process, one port, one `SQLite` file (or memory). It serves three things:
//!
//! | Path | What |
//! |---|---|
//! | `/apinizer/apiops/…`, also `/apiops/…` | the Apinizer Management API, in the documented generation of choice |
//! | `/_sandbox/…` | the stage machinery: reset, settings, tokens, faults, the truth log, the gateways (module `control`) |
//! | everything else | the built page and its `config.json`, if a folder was given (module `site`) |
//!
//! It is a second, independent reading of the contracts: it does not depend on `rekey-core`, so that one wrong wire
//! type cannot hide in both.
//!
//! # Demo data
//!
//! Every credential's password is `old-password-of-{username}`. The project `retail` holds `api-user` and six others,
//! `wholesale` two, `empty` none; see the module `apinizer`.
//!
//! | Who | Secret | May |
//! |---|---|---|
//! | user `admin` | password `rekey-demo-password` | everything, with a token that lives one hour |
//! | token | `rekey-demo-token` | everything |
//! | token | `rekey-viewer-token` | read only: lacks `IDENTITY`+`MANAGE` |
//! | token | `rekey-nodeploy-token` | write, but lacks `IDENTITY`+`DEPLOY_UNDEPLOY`: every deployment fails |
//!
//! # Where things stand
//!
//! A vendor is one module (`apinizer`) with its tables, its rules, its demo data and one `router`. The next vendor
//! becomes a sibling of it, and is mounted in `application`. `exchange` wraps every vendor: it writes the truth
//! log and plays the faults, so a vendor knows nothing of either.
#![forbid(unsafe_code)]

mod apinizer;
mod application;
pub mod command_line;
mod connection;
mod control;
mod cross_origin;
mod database;
mod exchange;
mod fault;
mod fingerprint;
mod gateway;
mod options;
mod password_hash;
mod server;
mod settings;
mod site;
mod timestamp;
mod truth_log;

pub use apinizer::Generation;
pub use options::{Options, Storage};
pub use server::Sandbox;
