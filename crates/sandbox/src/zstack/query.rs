//! Reading query strings: known parameters only, each once, none empty.

use std::collections::BTreeMap;
use std::str::FromStr;

use jiff::Timestamp;

use super::answer::Refusal;
use super::{instant, messages};

/// The parameters of a request.
#[derive(Debug)]
pub(super) struct Query(BTreeMap<String, String>);

impl Query {
    /// The parameters of `query`, if all of them are `known`.
    pub(super) fn read(query: Option<&str>, known: &[&str]) -> Result<Self, Refusal> {
        let mut parameters = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
            if !known.contains(&name.as_ref()) {
                return Err(Refusal::invalid(messages::unknown_parameter(&name)));
            }
            if value.is_empty() {
                return Err(unreadable(&name, "left out rather than empty"));
            }
            if parameters.insert(name.clone().into_owned(), value.into_owned()).is_some() {
                return Err(Refusal::invalid(messages::repeated_parameter(&name)));
            }
        }
        Ok(Self(parameters))
    }

    /// Any text.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// A member of an enumeration; its zero member filters nothing.
    pub(super) fn member(
        &self,
        name: &str,
        is_known: impl Fn(&str) -> bool,
        unspecified: &str,
    ) -> Result<Option<&str>, Refusal> {
        match self.text(name) {
            Some(text) if !is_known(text) => Err(Refusal::invalid(messages::unknown_member(name))),
            member => Ok(member.filter(|text| *text != unspecified)),
        }
    }

    /// A count.
    pub(super) fn count(&self, name: &str) -> Result<Option<usize>, Refusal> {
        self.parsed(name, "an integer that is not negative")
    }

    /// `true` or `false`.
    pub(super) fn flag(&self, name: &str) -> Result<Option<bool>, Refusal> {
        self.parsed(name, "true or false")
    }

    /// A date.
    pub(super) fn instant(&self, name: &str) -> Result<Option<Timestamp>, Refusal> {
        let Some(text) = self.text(name) else { return Ok(None) };
        instant::parse(text).map(Some).ok_or_else(|| Refusal::invalid(messages::instant_unreadable(name)))
    }

    fn parsed<Parsed: FromStr>(&self, name: &str, wanted: &str) -> Result<Option<Parsed>, Refusal> {
        self.text(name).map(|text| text.parse().map_err(|_| unreadable(name, wanted))).transpose()
    }
}

fn unreadable(name: &str, wanted: &str) -> Refusal {
    Refusal::invalid(messages::parameter_unreadable(name, wanted))
}
