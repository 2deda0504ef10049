//! Who may use the proxy: the page that it serves, in a browser on this computer.
//!
//! Any site that is open in the same browser can send requests here, and a foreign name can be pointed at this computer
//! to look like the same origin. So the name that was asked for has to be one of this computer's (`Host`), and the
//! browser has to say that the page itself asks (`Sec-Fetch-*`, which no script can set).

use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, Uri, header};
use thiserror::Error;

use crate::target::FOLDER;

/// Where the proxy is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Admission {
    hosts: Vec<String>,
}

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(crate) enum Refusal {
    #[error("this proxy is asked for by 127.0.0.1, localhost or [::1] and its port, and by no other name")]
    Host,
    #[error("only the page of this proxy may call a system through it, and the browser did not say that it does")]
    Foreign,
}

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
const DESTINATION: HeaderName = HeaderName::from_static("sec-fetch-dest");

impl Admission {
    /// For a proxy that listens on this port.
    pub(crate) fn on(port: u16) -> Self {
        let names = ["127.0.0.1", "localhost", "[::1]"];
        // The port of the scheme is left out by browsers.
        let plain = names.iter().filter(|_| port == 80).map(|name| (*name).to_owned());
        Self { hosts: names.iter().map(|name| format!("{name}:{port}")).chain(plain).collect() }
    }

    /// Whether a request may be answered.
    pub(crate) fn check(&self, address: &Uri, headers: &HeaderMap) -> Result<(), Refusal> {
        let mut named = headers.get_all(header::HOST).iter().map(|host| host.to_str().unwrap_or_default());
        let first = named.next().ok_or(Refusal::Host)?;
        let authority = address.authority().map(Authority::as_str);
        if ![first].into_iter().chain(named).chain(authority).all(|host| self.is_own(host)) {
            return Err(Refusal::Host);
        }
        let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
        let (site, mode, destination) = (text(&SITE), text(&MODE), text(&DESTINATION));
        let is_admitted = if address.path().starts_with(FOLDER) {
            // What a script of the page asks for. A document would be one of this origin, whatever the system answers.
            site == Some("same-origin")
                && matches!(mode, Some("cors" | "no-cors" | "same-origin"))
                && destination == Some("empty")
        } else {
            // Anybody may link to the page, and nobody else may have it in a frame or load parts of it.
            let is_visit = mode == Some("navigate") && destination == Some("document");
            matches!(site, None | Some("none" | "same-origin")) || is_visit
        };
        if is_admitted { Ok(()) } else { Err(Refusal::Foreign) }
    }

    fn is_own(&self, host: &str) -> bool {
        self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host))
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    use super::{Admission, Refusal};

    fn check(address: &str, headers: &[(&str, &str)]) -> Result<(), Refusal> {
        let pairs = headers
            .iter()
            .map(|(name, value)| (name.parse::<HeaderName>().unwrap(), HeaderValue::from_str(value).unwrap()));
        Admission::on(8080).check(&address.parse().unwrap(), &pairs.collect::<HeaderMap>())
    }

    const HOST: (&str, &str) = ("host", "127.0.0.1:8080");
    const API: &str = "/connect/apinizer/apiops/";

    fn fetched(site: &str, mode: &str, destination: &str) -> Result<(), Refusal> {
        check(API, &[HOST, ("sec-fetch-site", site), ("sec-fetch-mode", mode), ("sec-fetch-dest", destination)])
    }

    #[test]
    fn a_foreign_name_that_points_here_is_refused() {
        for host in ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080", "[::1]:8080"] {
            assert_eq!(check("/", &[("host", host)]), Ok(()), "{host}");
        }
        for host in
            ["rebound.example:8080", "127.0.0.1:9000", "127.0.0.1", "127.0.0.1:8080.example", "127.0.0.2:8080", ""]
        {
            assert_eq!(check("/", &[("host", host)]), Err(Refusal::Host), "{host}");
        }
        assert_eq!(check("/", &[]), Err(Refusal::Host));
        assert_eq!(check("http://rebound.example:8080/", &[HOST]), Err(Refusal::Host));
        assert_eq!(check("/", &[HOST, ("host", "rebound.example:8080")]), Err(Refusal::Host));
    }

    #[test]
    fn browsers_leave_the_usual_port_out() {
        let headers = HeaderMap::from_iter([(axum::http::header::HOST, HeaderValue::from_static("localhost"))]);
        assert_eq!(Admission::on(80).check(&"/".parse().unwrap(), &headers), Ok(()));
    }

    #[test]
    fn a_system_is_called_by_a_script_of_the_page_alone() {
        for mode in ["cors", "no-cors", "same-origin"] {
            assert_eq!(fetched("same-origin", mode, "empty"), Ok(()), "{mode}");
        }
        for (site, mode, destination) in [
            ("cross-site", "cors", "empty"),
            ("same-site", "cors", "empty"),
            ("none", "navigate", "document"),
            ("same-origin", "navigate", "document"),
            ("same-origin", "navigate", "iframe"),
            ("same-origin", "no-cors", "script"),
            ("same-origin", "websocket", "empty"),
        ] {
            assert_eq!(fetched(site, mode, destination), Err(Refusal::Foreign), "{site} {mode} {destination}");
        }
        assert_eq!(check(API, &[HOST]), Err(Refusal::Foreign), "what is no browser");
    }

    #[test]
    fn the_page_may_be_visited_from_anywhere_and_used_from_nowhere_else() {
        let page = |site, mode, destination| {
            check("/", &[HOST, ("sec-fetch-site", site), ("sec-fetch-mode", mode), ("sec-fetch-dest", destination)])
        };
        assert_eq!(page("none", "navigate", "document"), Ok(()));
        assert_eq!(page("cross-site", "navigate", "document"), Ok(()));
        assert_eq!(page("same-origin", "cors", "script"), Ok(()));
        assert_eq!(page("cross-site", "navigate", "iframe"), Err(Refusal::Foreign));
        assert_eq!(page("cross-site", "cors", "script"), Err(Refusal::Foreign));
        assert_eq!(page("same-site", "no-cors", "image"), Err(Refusal::Foreign));
    }
}
