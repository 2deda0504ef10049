//! Configurations, base addresses, the console's own addresses, and lists of networks.

use rekey_core::address::review::{Finding, any_of, review};
use rekey_core::address::{is_address_or_range, split_list};
use rekey_core::base_url::BaseUrl;
use rekey_core::configuration::Configuration;
use rekey_core::page::{self, Page};
use rekey_core::path::{Path, decode, encode};

use super::as_text;
use crate::bytes::Bytes;

/// What is taken has a connection, each with an id of its own and an address that N-03 allows.
pub(super) fn configuration(data: &[u8]) {
    let text = as_text(Bytes::new(data));
    let Ok(configuration) = Configuration::parse(&text) else { return };
    assert!(!configuration.connections.is_empty());
    for (at, connection) in configuration.connections.iter().enumerate() {
        assert!(configuration.connections[..at].iter().all(|other| other.id != connection.id));
        assert_eq!(Page::parse(&format!("#/{}", connection.id)), Page::Connection { id: connection.id.clone() });
        assert!(!connection.label.trim().is_empty());
        check_base(&connection.base_url);
        for entry in connection.scopes.iter().flatten() {
            assert!(entry.scope.key().is_empty() || encode(entry.scope.key()).is_ok());
        }
    }
    assert!((8..=256).contains(&configuration.password.minimum_length));
}

/// What is taken is written in one form, which is taken again (N-03).
pub(super) fn base_url(data: &[u8]) {
    if let Ok(base) = BaseUrl::parse(&as_text(Bytes::new(data))) {
        check_base(&base);
    }
}

fn check_base(base: &BaseUrl) {
    let written = base.to_string();
    if !written.is_empty() {
        assert_eq!(BaseUrl::parse(&written).as_ref(), Ok(base), "{written}");
    }
    assert!(!written.ends_with('/') && !written.contains(['?', '#', '\\', '@']) || written.matches('@').count() > 0);
    let Some(origin) = base.origin() else {
        assert!(written.is_empty() || written.starts_with('/') && !written.starts_with("//"), "{written}");
        return;
    };
    let host = origin.strip_prefix("https://").or_else(|| {
        let host = origin.strip_prefix("http://")?;
        let name = host.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok()).map_or(host, |(name, _)| name);
        let is_loopback = name == "[::1]" || name.trim_end_matches('.') == "localhost" || name.starts_with("127.");
        is_loopback.then_some(host)
    });
    let host = host.unwrap_or_else(|| panic!("{origin}"));
    assert!(host.is_ascii() && !host.is_empty() && !host.contains(['@', '/', '%']), "{origin}");
    let joined = base.join(&Path::of("a"));
    assert!(joined.starts_with(origin) && joined[origin.len()..].starts_with('/'), "{joined}");
}

/// An address names a page, whose own address names the same page; and what is in it is data (H-14, N-04).
pub(super) fn page(data: &[u8]) {
    let text = as_text(Bytes::new(data));
    let page = Page::parse(&text);
    if page != Page::Unknown {
        let address = page.to_string();
        assert_eq!(Page::parse(&address), page, "{address}");
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"#/-._~%".contains(&byte);
        assert!(address.starts_with("#/") && address.bytes().all(is_plain), "{address}");
    }
    if let Some(order) = page::order(&text) {
        assert_eq!(page::order(&format!("#/a?sort={order}")), Some(order));
    }
    if let Ok(segment) = encode(&text) {
        assert_eq!(decode(&segment).as_deref(), Some(text.as_str()));
        assert!(!matches!(segment.as_str(), "" | "." | ".."));
        let whole = Path::of("a").value(&text).unwrap().then("b");
        assert_eq!(whole.as_str().split('/').count(), 4, "{whole}");
    }
    if let Some(plain) = decode(&text)
        && let Ok(again) = encode(&plain)
    {
        assert_eq!(decode(&again), Some(plain));
    }
}

/// Every mend leaves a list that can be read, and after as many as there are entries nothing is left to mend.
pub(super) fn addresses(data: &[u8]) {
    let text = as_text(Bytes::new(data));
    let mut entries: Vec<String> = split_list(&text).map(str::to_owned).take(64).collect();
    let is_empty = entries.is_empty();
    assert!(entries.iter().all(|entry| !entry.contains(char::is_whitespace)));
    for _ in 0..=entries.len() * 3 {
        let Some(mend) = review(&entries).iter().find_map(Finding::mend) else { break };
        let before = entries.clone();
        mend.apply(&mut entries);
        assert_ne!(entries, before, "{mend:?} mends nothing");
    }
    assert!(review(&entries).iter().all(|finding| finding.mend().is_none()), "it never ends: {entries:?}");
    assert_eq!(entries.is_empty(), is_empty, "mended to nothing, which lets in any address: {text:?}");
    assert!(entries.iter().all(|entry| any_of(entry).is_none() || is_address_or_range(entry)));
}
