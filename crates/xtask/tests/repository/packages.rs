//! The packages of npm that tests and measurements use, and the crates that all of it is made of.

use serde_json::Value;

use crate::sources::{self, Source, files};

fn read(file: &Source) -> Value {
    serde_json::from_str(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path))
}

fn is_exact(version: &str) -> bool {
    let numbers: Vec<_> = version.split('.').collect();
    numbers.len() == 3 && numbers.iter().all(|number| number.parse::<u32>().is_ok())
}

#[test]
fn every_package_is_named_in_one_version() {
    let manifests = files("end2end", &["/package.json"]);
    assert_eq!(manifests.len(), 4, "the tests, two peers of the measurements, and the portals");
    for manifest in &manifests {
        let content = read(manifest);
        for kind in ["dependencies", "devDependencies"] {
            for (name, version) in content.get(kind).and_then(Value::as_object).into_iter().flatten() {
                assert!(version.as_str().is_some_and(is_exact), "{}: {name} {version}", manifest.path);
            }
        }
    }
}

#[test]
fn lock_files_prove_what_is_installed_and_leave_open_where_it_comes_from() {
    for lock in &files("end2end", &["/package-lock.json"]) {
        let content = read(lock);
        let packages = content.get("packages").and_then(Value::as_object).expect("a lock file lists packages");
        for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            assert!(package.get("integrity").is_some(), "{}: {name} has no integrity", lock.path);
            assert!(package.get("resolved").is_none(), "{}: {name} names a host", lock.path);
        }
    }
}

#[test]
fn every_crate_comes_from_the_one_registry_with_its_hash() {
    for (file, at_least, of_ours) in [("Cargo.lock", 100, 5), ("fuzz/Cargo.lock", 10, 1)] {
        let lock: toml::Table = sources::read(file).text.parse().expect("a lock file is TOML");
        let packages = lock.get("package").and_then(toml::Value::as_array).expect("it lists packages");
        let (mut crates, mut ours) = (0, 0);
        for package in packages {
            let text = |key: &str| package.get(key).and_then(toml::Value::as_str);
            let name = text("name").unwrap_or_default();
            if let Some(source) = text("source") {
                crates += 1;
                assert!(source.starts_with("registry+") && source.ends_with("/crates.io-index"), "{name}: {source}");
                assert!(text("checksum").is_some_and(|sum| sum.len() == 64), "{name} has no hash");
            } else {
                ours += 1;
                assert!(name.starts_with("rekey"), "{name} comes from nowhere");
            }
        }
        assert!(crates > at_least && ours > of_ours, "{file}: {crates} crates and {ours} of ours were read");
    }
}
