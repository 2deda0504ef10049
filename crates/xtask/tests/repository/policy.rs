//! What of `deny.toml` can be held without a tool. `cargo xtask deny` holds the rest.

use std::collections::BTreeSet;
use std::env;
use std::process::Command;

use serde_json::Value;
use spdx::{Expression, ParseMode};

use crate::sources::{read, root};

fn policy() -> toml::Table {
    read("deny.toml").text.parse().expect("the policy is TOML")
}

/// The member of the policy at a path such as `licenses.allow`.
fn at<'policy>(policy: &'policy toml::Table, path: &str) -> &'policy toml::Value {
    let mut parts = path.split('.');
    let first = parts.next().and_then(|part| policy.get(part));
    let found = parts.try_fold(first.expect("a section"), |value, part| value.get(part));
    found.unwrap_or_else(|| panic!("deny.toml has no {path}"))
}

pub(crate) fn cargo(arguments: &[&str]) -> String {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(program).args(arguments).current_dir(root()).output().expect("Cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("Cargo prints UTF-8")
}

/// Names, versions and terms of the packages of others, for every system that one can build on.
fn packages() -> Vec<(String, String)> {
    let metadata = cargo(&["metadata", "--locked", "--format-version=1"]);
    let metadata: Value = serde_json::from_str(&metadata).expect("Cargo prints JSON");
    let packages = metadata.get("packages").and_then(Value::as_array).expect("it lists packages");
    let theirs = packages.iter().filter(|package| package.get("source").is_some_and(Value::is_string));
    let text = |package: &Value, key: &str| package.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    theirs.map(|one| (format!("{}@{}", text(one, "name"), text(one, "version")), text(one, "license"))).collect()
}

#[test]
fn every_package_has_terms_that_the_policy_allows() {
    let policy = policy();
    let allowed: BTreeSet<_> =
        at(&policy, "licenses.allow").as_array().expect("a list").iter().filter_map(toml::Value::as_str).collect();
    let is_allowed = |terms: &str| {
        let expression = Expression::parse_mode(terms, ParseMode::LAX).ok()?;
        Some(expression.evaluate(|need| {
            need.addition.is_none() && need.license.id().is_some_and(|licence| allowed.contains(licence.name))
        }))
    };
    assert_eq!(is_allowed("GPL-3.0-only"), Some(false));
    assert_eq!(is_allowed("GPL-3.0-only OR MIT"), Some(true));
    let packages = packages();
    let refused: Vec<_> = packages.iter().filter(|(_, terms)| is_allowed(terms) != Some(true)).collect();
    assert!(packages.len() > 200 && refused.is_empty(), "{refused:#?}");
}

#[test]
fn a_package_is_there_in_one_version_unless_the_policy_says_why_not() {
    let policy = policy();
    let skipped = at(&policy, "bans.skip").as_array().expect("a list").iter();
    let skipped: BTreeSet<_> = skipped
        .map(|entry| {
            let text = |key: &str| entry.get(key).and_then(toml::Value::as_str).expect("a crate and its reason");
            assert!(text("reason").len() > 8, "{entry:?}");
            text("crate").to_owned()
        })
        .collect();
    let tree = ["tree", "--locked", "--workspace", "--edges", "normal,build,dev", "--target", "all", "--duplicates"];
    let printed = cargo(&[&tree[..], &["--depth", "0", "--prefix", "none", "--format", "{p}"]].concat());
    let mut double: BTreeSet<String> = BTreeSet::new();
    for line in printed.lines() {
        let mut words = line.split(' ');
        if let (Some(name), Some(version)) = (words.next(), words.next().and_then(|word| word.strip_prefix('v'))) {
            double.insert(format!("{name}@{version}"));
        }
    }
    // A package that is built once for the page and once for a tool is listed twice, in one version.
    let name = |package: &str| package.split('@').next().unwrap_or_default().to_owned();
    let versions = |of: &str| double.iter().filter(|package| name(package) == of).count();
    let (expected, stale): (Vec<_>, Vec<_>) =
        skipped.iter().partition(|package| double.contains(*package) && versions(&name(package)) > 1);
    assert!(stale.is_empty(), "the policy has a reason for what is not there: {stale:#?}");
    for package in &double {
        let others = versions(&name(package)) - expected.iter().filter(|skip| name(skip) == name(package)).count();
        assert_eq!(others, 1, "{package} is there in several versions, and the policy does not say why");
    }
}

#[test]
fn what_was_taken_back_or_comes_from_elsewhere_is_refused() {
    let policy = policy();
    for path in ["advisories.yanked", "sources.unknown-registry", "sources.unknown-git", "bans.multiple-versions"] {
        assert_eq!(at(&policy, path).as_str(), Some("deny"), "{path}");
    }
    assert_eq!(at(&policy, "advisories.ignore").as_array().map(Vec::len), Some(0), "each one needs its reason");
}
