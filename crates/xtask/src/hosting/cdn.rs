//! `_headers`, for hosts that read such a file: Cloudflare, Netlify and others.
//!
//! Where several of its rules fit, hosts join the values of one header with a comma, and not all of them know a sign to
//! take one back. So what differs between addresses stands at each address, by its name, and only what is the same
//! everywhere stands at `/*`. A rule knows no status: an asset is named in full, so that none that is missing is told to
//! be kept (M15).

use anyhow::{Result, ensure};

use super::lines::Lines;
use super::rules::{Header, LASTING, Place, Rule, Value, common, own};
use super::{Site, WRITTEN_BY};

/// Further rules are not read, and longer lines refused, by Cloudflare.
const RULES: usize = 100;
const LINE: usize = 2000;

/// The file. Assets of earlier releases come last, and may lose their rule if there are many.
pub(super) fn headers(site: &Site) -> Result<String> {
    let common = common(site.files());
    let path = site.path.as_str();
    let mut lines = Lines::new("");
    lines.add(&format!("# {WRITTEN_BY}"));
    if !site.path.is_root() {
        lines.add("# It has to stand in the uppermost folder of the host.");
    }
    let mut rules = vec![(format!("{path}*"), common.clone())];
    for rule in site.files() {
        let own = own(rule, &common);
        rules.extend(addresses(rule, site).into_iter().map(|address| (format!("{path}{address}"), own.clone())));
    }
    for (address, headers) in rules.into_iter().take(RULES) {
        lines.gap();
        lines.add(&address);
        for header in &headers {
            let line = format!("  {}: {}", header.0, value(header, &site.portals));
            ensure!(line.len() <= LINE, "{} has more than {LINE} signs; there are too many origins in it", header.0);
            lines.add(&line);
        }
    }
    Ok(lines.text())
}

/// The addresses of a rule below the path of the site. Such hosts know a page also without the end of its name.
fn addresses(rule: &Rule, site: &Site) -> Vec<String> {
    match &rule.place {
        Place::Start => vec![String::new(), "index".to_owned(), "index.html".to_owned()],
        Place::Files(names) => {
            let shorter = names.iter().filter_map(|name| name.strip_suffix(".html")).map(str::to_owned);
            names.iter().cloned().chain(shorter).collect()
        }
        Place::Assets => site.assets.iter().map(|name| format!("assets/{name}")).collect(),
        Place::Api(_) | Place::Rest => Vec::new(),
    }
}

/// A file cannot ask who asks. With several portals, what everybody may fetch anyway may be read by every page; nothing
/// goes with such a request that would tell one visitor from another.
fn value<'text>((_, value): &'text Header, portals: &'text [String]) -> &'text str {
    match (value, portals) {
        (Value::Fixed(value) | Value::OfFound(value), _) => value,
        (Value::Lasting, _) => LASTING,
        (Value::AskingPortal, [portal]) => portal,
        (Value::AskingPortal, _) => "*",
    }
}
