//! The one table that every server's file is written from: which addresses there are, and with which headers each of
//! them is answered (W-01). The first rule that fits counts.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::api::Api;
use super::{policy, preloads};
use crate::dist::{Configuration, account};
use crate::releases;

/// Addresses below the path of the site, or those of an API.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Place {
    /// The page, by the folder that it stands in and by its name.
    Start,
    /// Files by their names, in the order of the alphabet.
    Files(Vec<String>),
    /// The files whose names change with what is in them.
    Assets,
    /// What is passed on.
    Api(Api),
    /// Everything else, which is not there.
    Rest,
}

/// What a header says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Always the same, whatever the status.
    Fixed(String),
    /// Always the same for what was found, and no header for a refusal.
    OfFound(String),
    /// How long to keep what was found; what was not found is kept by nobody (M15).
    Lasting,
    /// The portal that asks; no header if it is none of the configuration.
    AskingPortal,
}

/// A header by its name.
pub(super) type Header = (&'static str, Value);

/// One row of the table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rule {
    pub(super) place: Place,
    /// All of them, in the order in which they are written.
    pub(super) headers: Vec<Header>,
}

/// For what never changes under its name, when it was found.
pub(super) const LASTING: &str = "public, max-age=31536000, immutable";
/// For everything else.
pub(super) const NEVER_STORED: &str = "no-store";

const PAGE: &str = "index.html";
/// The page for frames of other origins.
const EMBED: &str = "embed.html";

const POLICY: &str = "Content-Security-Policy";
const FRAMES: &str = "X-Frame-Options";
const READERS: &str = "Cross-Origin-Resource-Policy";

/// What every answer says, whatever it is (3.1).
const EVERYWHERE: [(&str, &str); 8] = [
    ("Integrity-Policy", "blocked-destinations=(script)"),
    ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Origin-Agent-Cluster", "?1"),
    ("X-DNS-Prefetch-Control", "off"),
    ("X-Robots-Tag", "noindex, nofollow"),
];

/// What the page has no use for. Copying is the one thing that it asks a browser for.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
    fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
    publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=(), clipboard-read=(), \
    clipboard-write=(self)";

/// The table for what is in a folder.
pub(super) fn rules(folder: &Path, configuration: &Configuration, apis: Vec<Api>) -> Result<Vec<Rule>> {
    let everywhere = everywhere(configuration);
    let rule = |place, own: Vec<Header>| Rule { place, headers: [everywhere.clone(), own].concat() };
    let read = |page: &str| fs::read_to_string(folder.join(page)).with_context(|| format!("cannot read {page}"));
    let policy_of = |page: &str, ancestors: &[String]| policy::of_page(page).map(|own| policy::header(own, ancestors));
    let (mut files, portals) = (files(folder)?, &configuration.portals);
    files.retain(|file| file != EMBED);
    let start = read(PAGE)?;
    let page = policy_of(&start, &[])?;
    let unframed = |policy: &str| vec![fixed(POLICY, policy), fixed(FRAMES, "DENY")];
    let unshared = || vec![fixed(READERS, "same-origin")];
    let shared = || if portals.is_empty() { unshared() } else { shared_with_portals() };

    let early = preloads::header(&start).map(|links| ("Link", Value::OfFound(links)));
    let of_start = [unframed(&page), unshared(), vec![never_stored()], early.into_iter().collect()].concat();

    let mut rules = vec![rule(Place::Start, of_start)];
    if !portals.is_empty() && folder.join(EMBED).is_file() {
        let framed = fixed(POLICY, &policy_of(&read(EMBED)?, portals)?);
        let isolated = fixed("Cross-Origin-Embedder-Policy", "require-corp");
        let headers = vec![framed, fixed(READERS, "cross-origin"), isolated, never_stored()];
        rules.push(rule(Place::Files(vec![EMBED.to_owned()]), headers));
    }
    rules.push(rule(Place::Files(files), [unframed(&page), shared(), vec![never_stored()]].concat()));
    rules.push(rule(Place::Assets, [unframed(&page), shared(), vec![("Cache-Control", Value::Lasting)]].concat()));
    for api in apis {
        rules.push(rule(Place::Api(api), [unframed(policy::CLOSED), unshared(), vec![never_stored()]].concat()));
    }
    rules.push(rule(Place::Rest, [unframed(&page), unshared(), vec![never_stored()]].concat()));
    Ok(rules)
}

/// The headers that are the same in all of some rules, so that they need be written once.
pub(super) fn common<'rule>(rules: impl Iterator<Item = &'rule Rule>) -> Vec<Header> {
    let mut rules = rules;
    let mut common = rules.next().map(|rule| rule.headers.clone()).unwrap_or_default();
    for rule in rules {
        common.retain(|header| rule.headers.contains(header));
    }
    common
}

/// The headers of a rule that are not in `common`.
pub(super) fn own(rule: &Rule, common: &[Header]) -> Vec<Header> {
    rule.headers.iter().filter(|header| !common.contains(header)).cloned().collect()
}

fn everywhere(configuration: &Configuration) -> Vec<Header> {
    let mut headers: Vec<Header> = EVERYWHERE.iter().map(|(name, value)| fixed(name, value)).collect();
    headers.push(fixed("Permissions-Policy", &permissions(&configuration.origins())));
    headers
}

/// A browser asks before a page of the open network reaches into a private one (M12). Only a page that calls other
/// addresses can need that, and which of them are private is not known here.
fn permissions(origins: &[String]) -> String {
    let is_loopback = |origin: &String| origin.starts_with("http:");
    let who = |may: bool| if may { "(self)" } else { "()" };
    let (network, loopback) = (who(!origins.iter().all(is_loopback)), who(origins.iter().any(is_loopback)));
    let any = who(!origins.is_empty());
    format!("{PERMISSIONS}, local-network={network}, local-network-access={any}, loopback-network={loopback}")
}

/// A portal's page reads these files itself: the element runs in it (3.3).
fn shared_with_portals() -> Vec<Header> {
    let asking = ("Access-Control-Allow-Origin", Value::AskingPortal);
    vec![fixed(READERS, "cross-origin"), asking, fixed("Vary", "Origin")]
}

fn fixed(name: &'static str, value: &str) -> Header {
    (name, Value::Fixed(value.to_owned()))
}

fn never_stored() -> Header {
    fixed("Cache-Control", NEVER_STORED)
}

/// The files beside the page that it, a portal or a browser asks for, and the licences that go along with them: not the
/// page itself, nor what is for a host, for whoever writes a configuration or looks into a release, or a compressed copy.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().into_string().ok().filter(|name| is_plain(name));
        let unserved = [&[PAGE, "404.html", "config.example.json", releases::NOTE][..], &account::UNSERVED].concat();
        let is_asked_for = |name: &String| !unserved.contains(&name.as_str());
        if entry.file_type()?.is_file() {
            files.extend(name.filter(is_asked_for));
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a name is one of ours and means itself in every file that it is written into.
fn is_plain(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-.".contains(&byte);
    let has_type = super::MEDIA_TYPES.iter().any(|(extension, _)| name.ends_with(&format!(".{extension}")));
    has_type && !name.starts_with('.') && name.bytes().all(is_plain)
}

#[cfg(test)]
mod tests;
