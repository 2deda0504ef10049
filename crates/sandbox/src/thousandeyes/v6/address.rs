//! The addresses of version 6.

/// A suffix that chooses the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Suffix {
    Json,
    Xml,
}

/// What an address is for; ids as they were sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Endpoint<'path> {
    AccountGroups,
    Credentials,
    Credential(&'path str),
    New,
    Update(&'path str),
    Delete(&'path str),
}

impl Endpoint<'_> {
    /// The one verb it knows.
    pub(super) fn verb(self) -> &'static str {
        match self {
            Self::AccountGroups | Self::Credentials | Self::Credential(_) => "GET",
            Self::New | Self::Update(_) | Self::Delete(_) => "POST",
        }
    }
}

/// An address below `/v6`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Address<'path> {
    pub(super) endpoint: Endpoint<'path>,
    pub(super) suffix: Option<Suffix>,
}

impl<'path> Address<'path> {
    /// Reads a path; `None` for one that does not exist.
    pub(super) fn parse(path: &'path str) -> Option<Self> {
        let (bare, suffix) = match path.rsplit_once('.') {
            Some((bare, "json")) => (bare, Some(Suffix::Json)),
            Some((bare, "xml")) => (bare, Some(Suffix::Xml)),
            Some(_) => return None,
            None => (path, None),
        };
        let segments: Vec<&str> = bare.strip_prefix('/')?.split('/').collect();
        let endpoint = match segments.as_slice() {
            ["account-groups"] => Endpoint::AccountGroups,
            ["credentials"] => Endpoint::Credentials,
            ["credentials", "new"] => Endpoint::New,
            ["credentials", id] if is_number(id) => Endpoint::Credential(id),
            ["credentials", id, "update"] if is_number(id) => Endpoint::Update(id),
            ["credentials", id, "delete"] if is_number(id) => Endpoint::Delete(id),
            _ => return None,
        };
        Some(Self { endpoint, suffix })
    }
}

/// Ids of v6 are integers (contract, 3).
fn is_number(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_documented_address_is_read() {
        for (path, endpoint) in [
            ("/account-groups", Endpoint::AccountGroups),
            ("/credentials", Endpoint::Credentials),
            ("/credentials/new", Endpoint::New),
            ("/credentials/405", Endpoint::Credential("405")),
            ("/credentials/405/update", Endpoint::Update("405")),
            ("/credentials/405/delete", Endpoint::Delete("405")),
        ] {
            for (ending, suffix) in [("", None), (".json", Some(Suffix::Json)), (".xml", Some(Suffix::Xml))] {
                let whole = format!("{path}{ending}");
                assert!(Address::parse(&whole) == Some(Address { endpoint, suffix }), "{whole}");
            }
        }
    }

    #[test]
    fn nothing_else_is() {
        for path in [
            "",
            "/",
            "/credentials/",
            "/credentials/abc.json",
            "/credentials/.json",
            "/credentials/405.JSON",
            "/credentials/405.yaml",
            "/credentials.json/405",
            "/credentials/405/update/now.json",
        ] {
            assert!(Address::parse(path).is_none(), "{path}");
        }
    }
}
