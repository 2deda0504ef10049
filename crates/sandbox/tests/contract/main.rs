//! The sandbox against its contract, over real connections.
//!
//! The documented texts stand here once more, typed from the contract and not taken from the sandbox.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "clippy.toml allows these inside tests only, not in the functions tests share"
)]

mod authorization;
mod change_password;
mod client;
mod create;
mod cross_origin;
mod delete;
mod deployment;
mod environments;
mod faults;
mod faults_after_the_answer;
mod gateway;
mod large;
mod list;
mod openapi;
mod restart;
mod settings;
mod site;
mod stage;
mod thousandeyes;
mod token_endpoint;
mod truth_log;
mod update;
mod wire;
mod zstack;
