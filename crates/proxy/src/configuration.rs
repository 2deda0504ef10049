//! `config.json` for the systems that the person has named.

use serde_json::{Value, json};

use crate::connection::Connection;
use crate::system;
use crate::target::FOLDER;

/// The configuration of the page.
pub(crate) fn text(connections: &[Connection]) -> String {
    json!({ "connections": connections.iter().map(entry).collect::<Vec<_>>() }).to_string()
}

fn entry(connection: &Connection) -> Value {
    let name = &connection.name;
    let (kind, version) = system::kind(connection.system);
    let mut entry =
        json!({ "id": name, "label": connection.label(), "kind": kind, "baseUrl": format!("{FOLDER}{name}") });
    if let (Some(version), Some(members)) = (version, entry.as_object_mut()) {
        members.insert("version".to_owned(), version.into());
    }
    entry
}

#[cfg(test)]
mod tests {
    use rekey_core::configuration::Configuration;
    use rekey_core::dialect::Dialect;

    use super::text;

    #[test]
    fn the_page_can_read_it_and_speaks_to_each_as_it_wants() {
        let connections = ["apinizer-live", "thousandeyes", "thousandeyes-v6", "zstack"];
        let connections = connections.map(|name| format!("{name}=https://one.example").parse().unwrap());
        let configuration = Configuration::parse(&text(&connections)).unwrap();
        let read: Vec<_> = configuration.connections.iter().map(|connection| connection.dialect).collect();
        assert_eq!(read, [Dialect::Apinizer, Dialect::ThousandEyesV7, Dialect::ThousandEyesV6, Dialect::ZStack]);
        let first = configuration.connection("apinizer-live").unwrap();
        assert_eq!(
            (first.base_url.to_string().as_str(), first.label.as_str()),
            ("/connect/apinizer-live", "Apinizer at one.example")
        );
    }
}
