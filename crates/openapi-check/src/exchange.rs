//! One request and one answer, as they are on the wire.

/// A request.
#[derive(Debug, Clone)]
pub struct Request<'exchange> {
    pub(crate) method: &'exchange str,
    pub(crate) target: &'exchange str,
    headers: Vec<(&'exchange str, &'exchange str)>,
    pub(crate) body: &'exchange [u8],
}

impl<'exchange> Request<'exchange> {
    /// A request without headers and body. The target is path and query as they are sent, without the prefix below
    /// which a server may be mounted.
    pub fn new(method: &'exchange str, target: &'exchange str) -> Self {
        Self { method, target, headers: Vec::new(), body: &[] }
    }

    /// With one header more.
    #[must_use]
    pub fn header(mut self, name: &'exchange str, value: &'exchange str) -> Self {
        self.headers.push((name, value));
        self
    }

    /// With this body.
    #[must_use]
    pub fn body(self, body: &'exchange [u8]) -> Self {
        Self { body, ..self }
    }

    pub(crate) fn header_value(&self, name: &str) -> Option<&'exchange str> {
        find(&self.headers, name)
    }

    /// Path and query, both still encoded.
    pub(crate) fn parts(&self) -> (&'exchange str, &'exchange str) {
        self.target.split_once('?').unwrap_or((self.target, ""))
    }
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer<'exchange> {
    pub(crate) status: u16,
    headers: Vec<(&'exchange str, &'exchange str)>,
    pub(crate) body: &'exchange [u8],
}

impl<'exchange> Answer<'exchange> {
    /// An answer without headers and body.
    pub fn new(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: &[] }
    }

    /// With one header more.
    #[must_use]
    pub fn header(mut self, name: &'exchange str, value: &'exchange str) -> Self {
        self.headers.push((name, value));
        self
    }

    /// With this body.
    #[must_use]
    pub fn body(self, body: &'exchange [u8]) -> Self {
        Self { body, ..self }
    }

    pub(crate) fn header_value(&self, name: &str) -> Option<&'exchange str> {
        find(&self.headers, name)
    }
}

fn find<'exchange>(headers: &[(&str, &'exchange str)], name: &str) -> Option<&'exchange str> {
    headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
}
