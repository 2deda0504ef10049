//! The functional core of Rekey.
#![forbid(unsafe_code)]
