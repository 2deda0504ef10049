//! The configuration that a folder is made for. It is read as the console reads it, so that what would stop the page
//! stops the build, and in the same words.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use rekey_core::configuration::{self, Connection};

/// A valid `config.json`.
pub(crate) struct Configuration {
    /// The file as it was, which is shipped.
    pub(crate) text: String,
    /// The systems.
    pub(crate) connections: Vec<Connection>,
    /// The origins that may embed the console.
    pub(crate) portals: Vec<String>,
}

impl Configuration {
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(text).with_context(|| path.display().to_string())
    }

    fn parse(text: String) -> Result<Self> {
        let configuration::Configuration { connections, portals, .. } = configuration::Configuration::parse(&text)?;
        Ok(Self { text, connections, portals: portals.iter().map(ToString::to_string).collect() })
    }

    /// The origins of the connections, without the page's own.
    pub(crate) fn origins(&self) -> Vec<String> {
        let origins = self.connections.iter().filter_map(|connection| connection.base_url.origin());
        let mut origins: Vec<String> = origins.map(str::to_owned).collect();
        origins.sort();
        origins.dedup();
        origins
    }
}

#[cfg(test)]
mod tests {
    use super::Configuration;

    fn parse(text: &str) -> anyhow::Result<Configuration> {
        Configuration::parse(text.to_owned())
    }

    const WITH_PORTALS: &str = r#"{"portals": PORTALS, "connections": [
        {"id": "a", "kind": "apinizer", "baseUrl": "https://Manager.example:8443/manager/"},
        {"id": "b", "kind": "thousandeyes", "baseUrl": "/api/thousandeyes"},
        {"id": "c", "kind": "zstack", "baseUrl": "https://manager.example:8443"},
        {"id": "d", "kind": "zstack", "baseUrl": "http://127.0.0.1:9000"}]}"#;

    #[test]
    fn origins_are_named_once_and_paths_are_the_own_origin() {
        let configuration = parse(&WITH_PORTALS.replace("PORTALS", r#"["https://portal.example"]"#)).unwrap();
        assert_eq!(configuration.origins(), ["http://127.0.0.1:9000", "https://manager.example:8443"]);
        assert_eq!(configuration.portals, ["https://portal.example"]);
    }

    #[test]
    fn what_would_stop_the_console_stops_the_build() {
        for (text, problem) in [
            ("{", "not valid JSON"),
            (r#"{"conections": []}"#, "conections is not a known setting"),
            (
                r#"{"connections": [{"id": "a", "kind": "zstack", "baseUrl": "https://a; script-src *"}]}"#,
                "connections[0].baseUrl must be an https: address",
            ),
        ] {
            let error = format!("{:#}", parse(text).err().unwrap());
            assert!(error.contains(problem), "{error}");
        }
    }
}
