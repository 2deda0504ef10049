//! The configuration a build is made for: the page's policy then names its origins exactly (W-06).

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

/// A `config.json` and the origins it talks to.
pub(super) struct Configuration {
    /// The file as it was, which is shipped.
    pub(super) text: String,
    /// The origins of the connections, without the page's own.
    pub(super) origins: Vec<String>,
}

impl Configuration {
    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        let origins = origins(&text).with_context(|| path.display().to_string())?;
        Ok(Self { text, origins })
    }
}

fn origins(text: &str) -> Result<Vec<String>> {
    let configuration: Value = serde_json::from_str(text).context("is not JSON")?;
    let connections =
        configuration.get("connections").and_then(Value::as_array).context("has no list `connections`")?;
    let mut origins = Vec::new();
    for connection in connections {
        let base_url = connection.get("baseUrl").and_then(Value::as_str).context("a connection has no `baseUrl`")?;
        origins.extend(origin(base_url)?);
    }
    origins.sort();
    origins.dedup();
    Ok(origins)
}

/// The origin of a base URL, or none for a path on the page's own origin.
fn origin(base_url: &str) -> Result<Option<String>> {
    if base_url.starts_with('/') && !base_url.starts_with("//") {
        return Ok(None);
    }
    let Some((scheme @ ("https" | "http"), rest)) = base_url.split_once("://") else {
        bail!("`{base_url}` is neither a path nor an `https:` address");
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // The value stands in a policy, where a semicolon or a space would end the directive or the source.
    let is_plain = |character: char| character.is_ascii_alphanumeric() || ".-:[]".contains(character);
    if authority.is_empty() || !authority.chars().all(is_plain) {
        bail!("`{base_url}` has no plain host");
    }
    Ok(Some(format!("{scheme}://{}", authority.to_ascii_lowercase())))
}

#[cfg(test)]
mod tests {
    use super::{origin, origins};

    #[test]
    fn origins_are_named_once_and_paths_are_the_own_origin() {
        let text = r#"{"connections": [
            {"baseUrl": "https://Manager.example:8443/manager/"}, {"baseUrl": "/api/thousandeyes"},
            {"baseUrl": "https://manager.example:8443"}, {"baseUrl": "http://127.0.0.1:9000"}]}"#;
        assert_eq!(origins(text).unwrap(), ["http://127.0.0.1:9000", "https://manager.example:8443"]);
    }

    #[test]
    fn an_address_that_would_change_the_policy_is_refused() {
        for base_url in
            ["https://a; script-src *", "https://user@a", "https:///", "//a", "ftp://a", "data:x", "a.example"]
        {
            assert!(origin(base_url).is_err(), "{base_url}");
        }
    }
}
