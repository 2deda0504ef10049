//! The parts that pages are made of.

pub mod changes;
pub mod chips;
pub mod conflict;
pub mod deployment;
pub mod field;
pub mod frame;
pub mod icon;
pub mod link;
pub mod missing;
pub mod problem;
pub mod progress;
pub mod refusal;
pub mod result;
pub mod review;
pub mod said;
pub mod secret_field;
pub mod sign_in_again;
pub mod sign_in_form;
pub mod state;
pub mod target;
pub mod write_form;
