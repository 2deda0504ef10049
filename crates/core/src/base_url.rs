//! Where a vendor's API stands (N-03): an absolute `https:` address, or a path on the page's own origin.

use thiserror::Error;

use crate::path;

/// Why a base address is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BaseUrlProblem {
    /// Neither `https://…` nor a path that starts with one `/`.
    #[error("must be an https: address or a path that starts with /")]
    Scheme,
    /// `http:` sends a secret in the clear; only a loopback host may be reached so (UX-61).
    #[error("may use http: only for this computer (localhost, 127.0.0.1 or [::1])")]
    ClearText,
    /// User name or password in the address.
    #[error("must not contain a user name or password")]
    UserInfo,
    /// A query or a fragment.
    #[error("must not contain ? or #")]
    QueryOrFragment,
    /// The host is missing or not written in plain form.
    #[error("has no valid host name (international names are written in their xn-- form)")]
    Host,
    /// The port is not a number from 1 to 65535.
    #[error("has an invalid port")]
    Port,
    /// The path has empty or dot segments or characters that must be encoded.
    #[error("has an invalid path")]
    Path,
}

/// A validated base address. It ends without a slash, so that a [`path::Path`] can follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    origin: Option<String>,
    path: String,
}

impl BaseUrl {
    /// Reads an address as it stands in the configuration.
    ///
    /// # Errors
    /// One reason, the first found from left to right.
    pub fn parse(text: &str) -> Result<Self, BaseUrlProblem> {
        if text.contains(|c: char| c.is_control() || c.is_whitespace() || c == '\\') {
            return Err(BaseUrlProblem::Scheme);
        }
        if text.starts_with('/') {
            if text.starts_with("//") {
                return Err(BaseUrlProblem::Scheme);
            }
            return Ok(Self { origin: None, path: parse_path(text)? });
        }
        let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
        let (scheme, rest) = if lower.starts_with("https://") {
            ("https", text.get(8..).unwrap_or_default())
        } else if lower.starts_with("http://") {
            ("http", text.get(7..).unwrap_or_default())
        } else {
            return Err(BaseUrlProblem::Scheme);
        };
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let path = rest.strip_prefix(authority).unwrap_or_default();
        if authority.contains('@') {
            return Err(BaseUrlProblem::UserInfo);
        }
        let (host, port) = parse_authority(authority)?;
        if scheme == "http" && !is_loopback(&host) {
            return Err(BaseUrlProblem::ClearText);
        }
        let port = match (scheme, port) {
            ("https", Some(443)) | ("http", Some(80)) | (_, None) => String::new(),
            (_, Some(port)) => format!(":{port}"),
        };
        Ok(Self { origin: Some(format!("{scheme}://{host}{port}")), path: parse_path(path)? })
    }

    /// The origin that requests go to; nothing when it is the page's own.
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// The address of a path below this base.
    pub fn join(&self, path: &path::Path) -> String {
        format!("{self}{path}")
    }
}

impl std::fmt::Display for BaseUrl {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.origin.as_deref().unwrap_or_default())?;
        formatter.write_str(&self.path)
    }
}

fn parse_authority(authority: &str) -> Result<(String, Option<u16>), BaseUrlProblem> {
    let (host, port) = if let Some(rest) = authority.strip_prefix('[') {
        let (inside, after) = rest.split_once(']').ok_or(BaseUrlProblem::Host)?;
        if !is_ipv6(inside) {
            return Err(BaseUrlProblem::Host);
        }
        let port = match after {
            "" => None,
            after => Some(after.strip_prefix(':').ok_or(BaseUrlProblem::Host)?),
        };
        (format!("[{}]", inside.to_ascii_lowercase()), port)
    } else {
        let (host, port) = match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        };
        (parse_name(host)?, port)
    };
    let port = match port {
        None => None,
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(digits.parse::<u16>().ok().filter(|port| *port > 0).ok_or(BaseUrlProblem::Port)?)
        }
        Some(_) => return Err(BaseUrlProblem::Port),
    };
    Ok((host, port))
}

/// A DNS name or a dotted IPv4 address in lower case. Numeric hosts in other notations (`127.1`, `0x7f.1`) are refused:
/// URL parsers read them as addresses, people do not.
fn parse_name(host: &str) -> Result<String, BaseUrlProblem> {
    let name = host.to_ascii_lowercase();
    let labels = name.strip_suffix('.').unwrap_or(&name);
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if name.len() > 253 || !labels.split('.').all(is_label) {
        return Err(BaseUrlProblem::Host);
    }
    let last = labels.split('.').next_back().unwrap_or_default();
    let numeric = last.starts_with("0x") || last.bytes().all(|byte| byte.is_ascii_digit());
    if numeric && !is_ipv4(labels) {
        return Err(BaseUrlProblem::Host);
    }
    Ok(name)
}

fn is_loopback(host: &str) -> bool {
    let name = host.strip_suffix('.').unwrap_or(host);
    name == "localhost" || name == "[::1]" || (name.starts_with("127.") && is_ipv4(name))
}

/// Four numbers from 0 to 255. A zero before one is refused: some systems take what follows for an octal number.
///
/// The standard library reads addresses as well, and all of it would be 5 kB of the program's first part.
fn is_ipv4(text: &str) -> bool {
    let is_number = |part: &str| part.parse::<u8>().is_ok() && (part == "0" || !part.starts_with('0'));
    text.split('.').count() == 4 && text.split('.').all(is_number)
}

/// Eight groups of hexadecimal digits, or fewer and one `::` (RFC 4291, 2.2). The form that ends in an IPv4 address is
/// refused: browsers write it in another way.
fn is_ipv6(text: &str) -> bool {
    let is_group = |group: &str| (1..=4).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_hexdigit());
    let groups = |text: &str| match text {
        "" => Some(0),
        text => text.split(':').all(is_group).then(|| text.split(':').count()),
    };
    let Some(gap) = text.as_bytes().windows(2).position(|two| two == b"::") else { return groups(text) == Some(8) };
    let (before, after) = (text.get(..gap), text.get(gap + 2..));
    before.and_then(groups).zip(after.and_then(groups)).is_some_and(|(before, after)| before + after < 8)
}

fn parse_path(path: &str) -> Result<String, BaseUrlProblem> {
    if path.contains(['?', '#']) {
        return Err(BaseUrlProblem::QueryOrFragment);
    }
    let trimmed = path.strip_suffix('/').unwrap_or(path);
    let Some(segments) = trimmed.strip_prefix('/') else {
        return Ok(String::new());
    };
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%!$&'()*+,;=:@".contains(&byte);
    for segment in segments.split('/') {
        let decodes = path::decode(segment).is_some_and(|plain| path::encode(&plain).is_ok());
        if !segment.bytes().all(allowed) || !decodes {
            return Err(BaseUrlProblem::Path);
        }
    }
    Ok(trimmed.to_owned())
}

#[cfg(test)]
mod tests;
