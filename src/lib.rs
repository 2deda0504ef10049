//! Rekey, a credential console in the browser.

pub mod embed;
