//! `ThousandEyes`, versions 6 and 7, against its contract.

mod account_groups;
mod addresses;
mod calls;
mod create;
mod cross_origin;
mod delete;
mod faults;
mod formats;
mod lock;
mod permissions;
mod rate_limit;
mod read;
mod reset;
mod retirement;
mod secrets;
mod sign_in;
mod update_6;
mod update_7;
