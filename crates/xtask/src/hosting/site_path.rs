//! The folder of a host below which the console is served.

use std::str::FromStr;

use anyhow::{Error, bail};

/// A path that begins and ends with a slash: `/`, or such as `/console/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SitePath(String);

impl SitePath {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the console has the whole host for itself.
    pub(super) fn is_root(&self) -> bool {
        self.0 == "/"
    }
}

impl Default for SitePath {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl FromStr for SitePath {
    type Err = Error;

    /// Refuses what would need quotes or escapes in one of the files that it is written into.
    fn from_str(text: &str) -> Result<Self, Error> {
        let inside = text.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        let is_segment = |segment: &str| {
            !segment.is_empty() && segment.bytes().all(is_plain) && segment.bytes().any(|byte| byte != b'.')
        };
        if text != "/" && !inside.is_some_and(|inside| inside.split('/').all(is_segment)) {
            bail!("`{text}` is no path such as /console/, with a slash at both ends");
        }
        Ok(Self(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::SitePath;

    #[test]
    fn a_path_has_a_slash_at_both_ends_and_plain_names_between() {
        for path in ["/", "/console/", "/tools/re-key_1.0/"] {
            assert_eq!(path.parse::<SitePath>().unwrap().as_str(), path);
        }
        for path in ["", "console", "/console", "//", "/a//b/", "/../", "/a b/", "/a;b/", "/{x}/", "/$x/"] {
            assert!(path.parse::<SitePath>().is_err(), "{path}");
        }
    }
}
