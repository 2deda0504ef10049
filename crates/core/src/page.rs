//! The pages and their addresses (design.md 5). One enum, read and written here and nowhere else.

use std::fmt;

use crate::credential::Scope;
use crate::path;
use crate::roster::Order;

/// What the console shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Page {
    /// The list of connections; with a single one, straight to it.
    Connections,
    /// What a connection opens with: its projects, its default account group, or its credentials where nothing holds
    /// them.
    Connection {
        /// The connection's id.
        id: String,
    },
    /// The credentials of a scope; made by [`Place::credentials`].
    Credentials(Place),
    /// The edit form.
    Edit(Place, String),
    /// The form that changes the secret.
    Secret(Place, String),
    /// An address that names nothing.
    Unknown,
}

/// A scope of a connection.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The connection's id.
    pub connection: String,
    /// The scope.
    pub scope: Scope,
}

impl Page {
    /// Reads the fragment of an address, with or without its `#`. Every segment is data (H-14): one that does not
    /// decode, or that could not be an address of the API, makes the page unknown.
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        // Behind a question mark stands how a list is put in order: see [`order`].
        let fragment = fragment.split_once('?').map_or(fragment, |(path, _)| path);
        let Some(path) = fragment.strip_prefix('/').or(fragment.is_empty().then_some("")) else {
            return Self::Unknown;
        };
        let path = path.strip_suffix('/').unwrap_or(path);
        if path.is_empty() {
            return Self::Connections;
        }
        let decoded: Option<Vec<String>> = path.split('/').map(segment).collect();
        let Some(segments) = decoded else { return Self::Unknown };
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        if let [connection] = segments.as_slice() {
            return Self::Connection { id: (*connection).to_owned() };
        }
        let Some((place, rest)) = Place::parse(&segments) else { return Self::Unknown };
        match rest {
            [] => Self::Credentials(place),
            ["credentials", id, "edit"] => Self::Edit(place, (*id).to_owned()),
            ["credentials", id, "password"] => Self::Secret(place, (*id).to_owned()),
            _ => Self::Unknown,
        }
    }

    /// The connection a page belongs to.
    pub fn connection(&self) -> Option<&str> {
        match self {
            Self::Connections | Self::Unknown => None,
            Self::Connection { id } => Some(id),
            Self::Credentials(place) | Self::Edit(place, _) | Self::Secret(place, _) => Some(&place.connection),
        }
    }

    /// The scope that a page is in.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Connections | Self::Connection { .. } | Self::Unknown => None,
            Self::Credentials(place) | Self::Edit(place, _) | Self::Secret(place, _) => Some(place),
        }
    }

    /// The address without what every address begins with.
    pub fn path(&self) -> String {
        let address = self.to_string();
        address.strip_prefix("#/").unwrap_or(&address).to_owned()
    }
}

impl fmt::Display for Page {
    /// The fragment, from `#` on.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let encode = |value: &str| path::encode(value).unwrap_or_default();
        match self {
            Self::Connections | Self::Unknown => formatter.write_str("#/"),
            Self::Connection { id } => write!(formatter, "#/{}", encode(id)),
            Self::Credentials(place) => write!(formatter, "#/{place}"),
            Self::Edit(place, id) => write!(formatter, "#/{place}/credentials/{}/edit", encode(id)),
            Self::Secret(place, id) => write!(formatter, "#/{place}/credentials/{}/password", encode(id)),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let encode = |value: &str| path::encode(value).unwrap_or_default();
        let connection = encode(&self.connection);
        match &self.scope {
            Scope::Project(project) => write!(formatter, "{connection}/projects/{}", encode(project)),
            Scope::AccountGroup(aid) => write!(formatter, "{connection}/account-groups/{}", encode(aid)),
            Scope::System => formatter.write_str(&connection),
        }
    }
}

impl Place {
    /// The place at the beginning of an address, and the segments after it.
    fn parse<'a>(segments: &'a [&'a str]) -> Option<(Self, &'a [&'a str])> {
        let (connection, scope, rest) = match segments {
            [connection, "projects", project, rest @ ..] => (connection, Scope::Project((*project).to_owned()), rest),
            [connection, "account-groups", aid, rest @ ..] => {
                (connection, Scope::AccountGroup((*aid).to_owned()), rest)
            }
            [connection, rest @ ..] if rest.first() == Some(&"credentials") => (connection, Scope::System, rest),
            _ => return None,
        };
        Some((Self { connection: (*connection).to_owned(), scope }, rest))
    }

    /// The page with the credentials of this place. Those of a system that has no scopes are its first page.
    pub fn credentials(&self) -> Page {
        match self.scope {
            Scope::System => Page::Connection { id: self.connection.clone() },
            Scope::Project(_) | Scope::AccountGroup(_) => Page::Credentials(self.clone()),
        }
    }
}

/// How the list of an address is put in order. It is no part of the page: the list is the same.
pub fn order(fragment: &str) -> Option<Order> {
    let (_, query) = fragment.split_once('?')?;
    query.split('&').find_map(|member| member.strip_prefix("sort=")).and_then(Order::parse)
}

fn segment(text: &str) -> Option<String> {
    path::decode(text).filter(|value| path::encode(value).is_ok())
}

#[cfg(test)]
mod tests {
    use super::{Page, Place};
    use crate::credential::Scope;
    use crate::path;
    use proptest::prelude::*;

    fn place(connection: &str, project: &str) -> Place {
        Place { connection: connection.to_owned(), scope: Scope::Project(project.to_owned()) }
    }

    fn group(aid: &str) -> Place {
        Place { connection: "monitoring".to_owned(), scope: Scope::AccountGroup(aid.to_owned()) }
    }

    fn system(connection: &str) -> Place {
        Place { connection: connection.to_owned(), scope: Scope::System }
    }

    #[test]
    fn the_credentials_of_a_system_without_scopes_are_its_first_page() {
        assert_eq!(system("cloud").credentials(), Page::Connection { id: "cloud".to_owned() });
    }

    #[test]
    fn documented_addresses_name_their_pages() {
        for (address, page) in [
            ("", Page::Connections),
            ("#", Page::Connections),
            ("#/", Page::Connections),
            ("#/gateway", Page::Connection { id: "gateway".to_owned() }),
            ("#/gateway/", Page::Connection { id: "gateway".to_owned() }),
            ("#/cloud/credentials/cred-1/edit", Page::Edit(system("cloud"), "cred-1".to_owned())),
            ("#/cloud/credentials/cred-1/password", Page::Secret(system("cloud"), "cred-1".to_owned())),
            ("#/monitoring/account-groups/75", Page::Credentials(group("75"))),
            ("#/monitoring/account-groups/75/credentials/405/edit", Page::Edit(group("75"), "405".to_owned())),
            ("#/gateway/projects/My%20Project", Page::Credentials(place("gateway", "My Project"))),
            (
                "#/gateway/projects/retail/credentials/a%2Fb/edit",
                Page::Edit(place("gateway", "retail"), "a/b".to_owned()),
            ),
            (
                "#/gateway/projects/retail/credentials/u/password",
                Page::Secret(place("gateway", "retail"), "u".to_owned()),
            ),
        ] {
            assert_eq!(Page::parse(address), page, "{address}");
        }
    }

    #[test]
    fn an_order_behind_the_page_changes_no_page() {
        for (address, order) in [
            ("#/gateway/projects/retail?sort=name", Some("name")),
            ("#/gateway/projects/retail?sort=-expires", Some("-expires")),
            ("#/gateway/projects/retail/?sort=state&x=1", Some("state")),
            ("#/gateway/projects/retail?sort=password", None),
            ("#/gateway/projects/retail?", None),
            ("#/gateway/projects/retail", None),
        ] {
            assert_eq!(Page::parse(address), Page::Credentials(place("gateway", "retail")), "{address}");
            assert_eq!(super::order(address).map(|order| order.to_string()).as_deref(), order, "{address}");
        }
        assert_eq!(Page::parse("#/gateway/projects/a%3Fb"), Page::Credentials(place("gateway", "a?b")));
    }

    #[test]
    fn anything_else_is_no_page() {
        for address in [
            "#gateway",
            "#/gateway/projects",
            "#/gateway//x",
            "#/gateway/projects/..",
            "#/gateway/projects/%2e%2e",
            "#/gateway/projects/%ff",
            "#/gateway/projects/%4",
            "#/gateway/projects/a/credentials/u/delete",
            "#/gateway/account-groups",
            "#/gateway/credentials",
            "#/gateway/credentials/u",
            "#/gateway/projects/a/credentials/u/edit/x",
            "javascript:alert(1)",
        ] {
            assert_eq!(Page::parse(address), Page::Unknown, "{address}");
        }
    }

    proptest! {
        #[test]
        fn a_page_and_its_address_are_the_same_thing(connection in "[a-z0-9-]{1,9}", project in ".{1,20}", id in ".{1,20}") {
            prop_assume!(path::encode(&project).is_ok() && path::encode(&id).is_ok());
            prop_assert_eq!(Page::parse(&format!("#/{connection}")), Page::Connection { id: connection.clone() });
            let scopes = [Scope::Project(project.clone()), Scope::AccountGroup(project), Scope::System];
            for scope in scopes {
                let place = Place { connection: connection.clone(), scope };
                let credentials = place.credentials();
                for page in [credentials, Page::Edit(place.clone(), id.clone()), Page::Secret(place, id.clone())] {
                    prop_assert_eq!(Page::parse(&page.to_string()), page);
                }
            }
        }

        #[test]
        fn no_address_makes_the_reader_fail_badly(address in ".{0,60}") {
            let _ = Page::parse(&address);
        }
    }
}
