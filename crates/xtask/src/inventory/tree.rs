//! What `cargo tree --prefix depth` prints: a line for each package, deeper than the one that needs it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, bail};

use super::Identity;

/// Packages, and which others each of them needs.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tree(BTreeMap<Identity, BTreeSet<Identity>>);

impl Tree {
    /// Reads it. What a package needs is printed once, where the package is met first.
    pub(super) fn parse(printed: &str) -> Result<Self> {
        let mut tree = Self::default();
        let mut above: Vec<Identity> = Vec::new();
        for line in printed.lines() {
            let (depth, identity) = read(line).with_context(|| format!("`cargo tree` printed `{line}`"))?;
            if depth > above.len() {
                bail!("`cargo tree` printed `{line}` below nothing");
            }
            above.truncate(depth);
            if let Some(parent) = above.last() {
                tree.0.entry(parent.clone()).or_default().insert(identity.clone());
            }
            tree.0.entry(identity.clone()).or_default();
            above.push(identity);
        }
        Ok(tree)
    }

    pub(super) fn contains(&self, identity: &Identity) -> bool {
        self.0.contains_key(identity)
    }

    pub(super) fn into_packages(self) -> impl Iterator<Item = (Identity, BTreeSet<Identity>)> {
        self.0.into_iter()
    }
}

/// Reads `2 serde v1.0.228 (proc-macro)`.
fn read(line: &str) -> Option<(usize, Identity)> {
    let mut words = line.split(' ');
    let depth = words.next()?.parse().ok()?;
    let (name, version) = (words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned());
    Some((depth, Identity { name, version }))
}

#[cfg(test)]
mod tests {
    use super::{Identity, Tree};

    fn identity(name: &str) -> Identity {
        Identity { name: name.to_owned(), version: "1.0.0".to_owned() }
    }

    #[test]
    fn a_deeper_line_is_what_the_one_above_needs() {
        let printed = "0 page v1.0.0 (/a folder)\n1 one v1.0.0\n2 two v1.0.0 (proc-macro)\n1 two v1.0.0 (proc-macro) (*)\n1 three v1.0.0\n";
        let found: Vec<_> = Tree::parse(printed).unwrap().into_packages().collect();
        let needs = |names: &[&str]| names.iter().map(|name| identity(name)).collect();
        let expected = [
            (identity("one"), needs(&["two"])),
            (identity("page"), needs(&["one", "three", "two"])),
            (identity("three"), needs(&[])),
            (identity("two"), needs(&[])),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_not_understood_is_not_left_out() {
        for printed in ["[build-dependencies]", "0 page", "0 page 1.0.0", "1 one v1.0.0"] {
            assert!(Tree::parse(printed).is_err(), "{printed}");
        }
    }
}
