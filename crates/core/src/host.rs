//! The page around a console: what it is told, which pages it may name, when it is asked for a token, and when the
//! console may take the focus from it (design.md 10, reliability.md 1.6).

mod event;
mod sign_in;

#[cfg(test)]
mod tests;

use crate::configuration::Configuration;
use crate::page::Page;

pub use event::{Detail, Event, Member, Operation, Written};
pub use sign_in::{Entrance, HostSignIn, PATIENCE, Reason, Situation, Vacancy};

/// The page that a host names: an address as it stands behind `#`, with or without `#/`. Nothing for an address that the
/// console with this configuration has no page for.
pub fn page(configuration: &Configuration, address: &str) -> Option<Page> {
    let address = address.strip_prefix('#').unwrap_or(address);
    let address = address.strip_prefix('/').unwrap_or(address);
    let page = Page::parse(&["/", address].concat());
    let kind = match page.connection() {
        None => return (page == Page::Connections).then_some(page),
        Some(id) => configuration.connection(id)?.dialect.capabilities().scope,
    };
    let is_of_kind = page.place().is_none_or(|place| place.scope.kind() == kind);
    is_of_kind.then_some(page)
}

/// Where the focus is when the console would take it, for a heading or a result to be read out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// In the console.
    Inside,
    /// Nowhere: what had it is gone, or nothing ever had it.
    Nowhere,
    /// In the page around it.
    Outside,
}

/// Whether the console may take the focus. `was_inside` is whether it ever had it, or has the page to itself: who uses
/// the console loses the focus with every page that goes away, and who uses the page around it keeps it (E-06).
pub fn may_take_focus(focus: Focus, was_inside: bool) -> bool {
    match focus {
        Focus::Inside => true,
        Focus::Nowhere => was_inside,
        Focus::Outside => false,
    }
}
