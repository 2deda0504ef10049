//! Which request may go where, and under which path: byte for byte as it came, so that a slash within a name stays one.

use axum::http::Uri;
use axum::http::uri::PathAndQuery;
use thiserror::Error;

use crate::connection::Connection;
use crate::system;

/// Where the systems stand in the addresses of the proxy.
pub(crate) const FOLDER: &str = "/connect/";

/// Where a request goes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Target<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) address: PathAndQuery,
}

/// Why a request goes nowhere.
#[derive(Debug, PartialEq, Eq, Error)]
pub(crate) enum NoTarget {
    #[error("there is no connection of this name")]
    Name,
    #[error("of {product}, only what begins with {prefix} is passed on")]
    Path { product: &'static str, prefix: &'static str },
    #[error("a path that climbs is not passed on")]
    Climbs,
    #[error("{product} is not called with this method")]
    Method { product: &'static str, allowed: &'static [&'static str] },
}

impl<'a> Target<'a> {
    /// Where a request for `address` goes, which begins with [`FOLDER`].
    pub(crate) fn find(connections: &'a [Connection], method: &str, address: &Uri) -> Result<Self, NoTarget> {
        let rest = address.path().strip_prefix(FOLDER).ok_or(NoTarget::Name)?;
        let (name, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let connection = connections.iter().find(|connection| connection.name == name).ok_or(NoTarget::Name)?;
        let (product, prefix) = (connection.system.product(), system::prefix(connection.system));
        if climbs(path) {
            return Err(NoTarget::Climbs);
        }
        if !path.starts_with(prefix) {
            return Err(NoTarget::Path { product, prefix });
        }
        let allowed = system::methods(connection.system);
        if !allowed.contains(&method) {
            return Err(NoTarget::Method { product, allowed });
        }
        let query = address.query().map(|query| format!("?{query}")).unwrap_or_default();
        let address = format!("{}{path}{query}", connection.upstream.path);
        Ok(Self { connection, address: address.parse().map_err(|_| NoTarget::Climbs)? })
    }
}

/// Whether a server may read a segment of the path as the folder above, or as this one: written plainly, encoded, with a
/// parameter behind it or between backslashes. The console sends no such path.
fn climbs(path: &str) -> bool {
    let is_dots = |segment: &str| {
        let name = segment.split(';').next().unwrap_or(segment).to_ascii_lowercase().replace("%2e", ".");
        name == "." || name == ".."
    };
    path.contains('\\') || path.split('/').any(is_dots)
}

#[cfg(test)]
mod tests {
    use axum::http::Uri;
    use rekey_core::access::Access;
    use rekey_core::base_url::BaseUrl;
    use rekey_core::credential::{Credential, Scope};
    use rekey_core::dialect::{Change, Dialect};
    use rekey_core::secret::Secret;

    use super::{Connection, NoTarget, Target};

    fn connections() -> Vec<Connection> {
        let all = [
            "apinizer=https://manager.example/gateways/1",
            "thousandeyes=https://api.example",
            "thousandeyes-v6=https://api.example",
            "zstack=https://zstack.example",
        ];
        all.map(|text| text.parse().unwrap()).to_vec()
    }

    fn find(method: &str, address: &str) -> Result<String, NoTarget> {
        let connections = connections();
        let target = Target::find(&connections, method, &address.parse::<Uri>().unwrap())?;
        Ok(format!("{}{}", target.connection.upstream.origin, target.address))
    }

    #[test]
    fn a_path_goes_on_byte_for_byte_below_that_of_the_system() {
        for (address, expected) in [
            ("/connect/apinizer/apiops/projects/", "https://manager.example/gateways/1/apiops/projects/"),
            (
                "/connect/apinizer/apiops/projects/a%2Fb/credentials/%2e%2E%2f50%25;%20+/?a=%2F&b",
                "https://manager.example/gateways/1/apiops/projects/a%2Fb/credentials/%2e%2E%2f50%25;%20+/?a=%2F&b",
            ),
            ("/connect/zstack/api/v1/credentials?limit=2", "https://zstack.example/api/v1/credentials?limit=2"),
        ] {
            assert_eq!(find("GET", address).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn nothing_else_of_the_host_is_reached() {
        for address in ["/connect/", "/connect/other/apiops/", "/connect/apinizer2/apiops/"] {
            assert_eq!(find("GET", address), Err(NoTarget::Name), "{address}");
        }
        for path in ["", "/", "/apiops", "/apiops2/", "/manager/apiops/", "/v7/credentials", "/%61piops/"] {
            let found = find("GET", &format!("/connect/apinizer{path}"));
            assert!(matches!(found, Err(NoTarget::Path { prefix: "/apiops/", .. })), "{path}: {found:?}");
        }
        for path in ["..", "a/../..", ".", "%2e%2e", "%2E.", "..;a=b", "..\\..", "%2e;/a"] {
            let found = find("GET", &format!("/connect/apinizer/apiops/{path}"));
            assert_eq!(found, Err(NoTarget::Climbs), "{path}");
        }
        for method in ["DELETE", "HEAD", "OPTIONS", "TRACE", "get"] {
            let found = find(method, "/connect/apinizer/apiops/projects/");
            assert!(matches!(found, Err(NoTarget::Method { .. })), "{method}: {found:?}");
        }
    }

    /// What the console asks for is what is passed on.
    #[test]
    fn every_read_and_every_change_of_the_console_goes_through() {
        let access = Access::Proxy;
        let credential = Credential { id: "1 / a".to_owned(), ..Credential::default() };
        let secret = || Change::secret(Secret::new("new".to_owned()), Some("ops@example.com".to_owned()));
        for (name, dialect, scope) in [
            ("apinizer", Dialect::Apinizer, Scope::Project("retail / one".to_owned())),
            ("thousandeyes", Dialect::ThousandEyesV7, Scope::AccountGroup("75".to_owned())),
            ("thousandeyes-v6", Dialect::ThousandEyesV6, Scope::AccountGroup("75".to_owned())),
            ("zstack", Dialect::ZStack, Scope::System),
        ] {
            let base = BaseUrl::parse(&format!("/connect/{name}")).unwrap();
            let some = [dialect.scopes(&access), dialect.statistics(&access)].into_iter().flatten();
            let list = dialect.list(&access, &scope, 0).unwrap();
            let look = dialect.look(&access, &scope, "1").unwrap();
            let change = dialect.write(&access, &scope, &credential, &secret()).unwrap();
            for request in some.chain([dialect.probe(), list, look, change]) {
                let url = request.url(&base);
                assert!(find(request.method.name(), &url).is_ok(), "{url}");
            }
        }
    }
}
