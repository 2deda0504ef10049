//! Rekey, a credential console in the browser: the reactive shell around [`rekey_core`].
//!
//! Nothing here decides anything. Pages assemble components, the runner drives operations of the core, the transport
//! is the only `fetch`. The element in `src/element.js` mounts it through [`embed`].

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]
#![allow(clippy::large_types_passed_by_value, reason = "a handle is a bundle of signals, made to be copied")]
#![allow(unreachable_pub, reason = "`pub` in a module says what it offers to the rest of the app")]

pub mod embed;

mod allocator;
mod app;
mod browsing;
mod clipboard;
mod clock;
mod common;
mod components;
mod console;
mod diagnosis;
mod display;
mod dom;
mod drafts;
mod exchange;
mod json;
mod language;
mod later;
mod leaving;
mod navigation;
mod pages;
mod random;
mod records;
mod runner;
mod scopes;
mod secret_check;
mod session;
mod session_watch;
mod shortcuts;
mod submission;
mod task;
mod text;
mod transport;
mod view;

use rekey_core::page;
