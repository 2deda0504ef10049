//! What a proxy passes on for a connection on the page's own origin: the requests that the console makes, and no others.

use anyhow::{Result, bail};
use rekey_core::configuration::{Auth, Connection};
use rekey_core::dialect::Dialect;

use super::upstream::Upstream;

/// One segment of a path as the console encodes it, so that `;`, which some servers cut away, is not in it.
const SEGMENT: &str = "[A-Za-z0-9._~%-]+";

/// A climbing segment, in whatever way it is written. A server behind the proxy may decode what the proxy did not.
pub(super) const CLIMBING: &str = "(?:/|%2f|%5c)(?:\\.|%2e){1,2}(?:/|%2f|%5c|\\?|$)";

/// What an upstream may not say to a browser on the page's own origin, besides what the proxy says itself: cookies, who
/// else may read, and orders to the browser.
pub(super) const HIDDEN: [&str; 12] = [
    "Access-Control-Allow-Credentials",
    "Access-Control-Allow-Origin",
    "Alt-Svc",
    "Clear-Site-Data",
    "Cross-Origin-Embedder-Policy",
    "Link",
    "NEL",
    "Refresh",
    "Report-To",
    "Reporting-Endpoints",
    "Service-Worker-Allowed",
    "Set-Cookie",
];

/// Requests of one shape; `{}` stands for a segment.
struct Route {
    methods: &'static str,
    path: &'static str,
}

/// The addresses of a system on the page's own origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Api {
    /// The connection, which the files of the operator name.
    pub(super) connection: String,
    /// What the page's address has in front of that of the API; nothing, or such as `/apinizer`.
    pub(super) base: String,
    /// What all addresses of the system begin with.
    prefix: &'static str,
    dialect: Dialect,
    /// Whether the proxy adds the header `Authorization`.
    pub(super) holds_token: bool,
    pub(super) upstream: Upstream,
}

impl Api {
    /// The API of a connection; none if the browser calls it at its own address.
    fn of(connection: &Connection, upstreams: &[(String, Upstream)]) -> Result<Option<Self>> {
        let named = upstreams.iter().find(|(id, _)| *id == connection.id).map(|(_, upstream)| upstream.clone());
        let id = &connection.id;
        if let Some(origin) = connection.base_url.origin() {
            if named.is_some() || connection.auth == Auth::Proxy {
                bail!("`{id}` is called at {origin} and by no proxy; give it a path as its baseUrl");
            }
            return Ok(None);
        }
        let base = connection.base_url.to_string();
        if !base.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte)) {
            bail!("the baseUrl of `{id}` has signs that are not the same to every server: {base}");
        }
        Ok(Some(Self {
            connection: id.clone(),
            base,
            prefix: prefix(connection.dialect),
            dialect: connection.dialect,
            holds_token: connection.auth == Auth::Proxy,
            upstream: named.unwrap_or_else(|| Upstream::unnamed(id)),
        }))
    }

    /// What every address of it begins with.
    pub(super) fn place(&self) -> String {
        format!("{}{}", self.base, self.prefix)
    }

    /// The connection as part of a name in a server's file.
    pub(super) fn name(&self) -> String {
        self.connection.replace('-', "_")
    }

    /// What is passed on: methods, and a pattern for the address behind `base` with its query.
    pub(super) fn routes(&self) -> Vec<(&'static str, String)> {
        let wanted = routes(self.dialect).iter().filter(|route| !(self.holds_token && is_sign_in(route)));
        wanted.map(|route| (route.methods, pattern(route.path))).collect()
    }

    /// A path of the page as a pattern.
    pub(super) fn base_pattern(&self) -> String {
        escape(&self.base)
    }
}

/// The APIs of the connections on the page's own origin.
pub(super) fn apis(connections: &[Connection], upstreams: &[(String, Upstream)]) -> Result<Vec<Api>> {
    if let Some((id, _)) = upstreams.iter().find(|(id, _)| !connections.iter().any(|known| known.id == *id)) {
        bail!("there is no connection `{id}` for --upstream");
    }
    let mut apis: Vec<Api> = Vec::new();
    for connection in connections {
        let Some(api) = Api::of(connection, upstreams)? else { continue };
        match apis.iter().find(|other| other.place() == api.place()) {
            None => apis.push(api),
            // Two connections may show parts of one system; the proxy cannot tell them apart.
            Some(other) if (&other.upstream, other.holds_token) == (&api.upstream, api.holds_token) => {}
            Some(other) => bail!(
                "`{}` and `{}` share {}; give each a baseUrl, or both the same upstream and auth",
                other.connection,
                api.connection,
                api.place()
            ),
        }
    }
    Ok(apis)
}

fn prefix(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Apinizer => "/apiops/",
        Dialect::ThousandEyesV6 => "/v6/",
        Dialect::ThousandEyesV7 => "/v7/",
        Dialect::ZStack => "/api/v1/",
    }
}

fn routes(dialect: Dialect) -> &'static [Route] {
    const fn route(methods: &'static str, path: &'static str) -> Route {
        Route { methods, path }
    }
    const APINIZER: [Route; 4] = [
        route("POST", SIGN_IN),
        route("GET", "/apiops/projects/"),
        route("GET|PUT", "/apiops/projects/{}/credentials/"),
        route("PATCH", "/apiops/projects/{}/credentials/{}/"),
    ];
    const THOUSAND_EYES_6: [Route; 3] = [
        route("GET", "/v6/account-groups.json"),
        route("GET", "/v6/credentials.json"),
        route("POST", "/v6/credentials/{}/update.json"),
    ];
    const THOUSAND_EYES_7: [Route; 3] =
        [route("GET", "/v7/account-groups"), route("GET", "/v7/credentials"), route("PUT", "/v7/credentials/{}")];
    const ZSTACK: [Route; 2] = [route("GET", "/api/v1/credentials"), route("GET|PUT", "/api/v1/credentials/{}")];
    match dialect {
        Dialect::Apinizer => &APINIZER,
        Dialect::ThousandEyesV6 => &THOUSAND_EYES_6,
        Dialect::ThousandEyesV7 => &THOUSAND_EYES_7,
        Dialect::ZStack => &ZSTACK,
    }
}

/// Where Apinizer gives a token for a name and a password.
const SIGN_IN: &str = "/apiops/auth/token";

/// Who has no form for it needs no way to it.
fn is_sign_in(route: &Route) -> bool {
    route.path == SIGN_IN
}

fn pattern(path: &str) -> String {
    format!("{}(?:\\?.*)?", escape(path).replace("{}", SEGMENT))
}

/// The one sign of a plain path that means something else in a pattern.
fn escape(path: &str) -> String {
    path.replace('.', "\\.")
}

#[cfg(test)]
mod tests;
