//! Knowledge points one way: the core knows no browser, no clock and no chance; the sandbox does not know the core, and
//! what checks both of them knows neither.

use crate::sources::{files, read};

/// Holds exchanges against `OpenAPI` documents.
const CHECKER: &str = "rekey-openapi-check";
/// Serves files, and knows no contract.
const SITE: &str = "rekey-site";

/// The names under `[dependencies]` of a package.
fn dependencies(manifest: &str) -> Vec<String> {
    names_under("[dependencies]", manifest)
}

fn names_under(heading: &str, manifest: &str) -> Vec<String> {
    let source = read(manifest);
    let section = source.text.lines().skip_while(|line| *line != heading).skip(1);
    let entries = section.take_while(|line| !line.starts_with('['));
    let names = entries.filter_map(|line| line.split(['.', ' ', '=']).next());
    names.filter(|name| !name.is_empty() && !name.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn the_core_knows_no_browser() {
    let foreign = ["web-sys", "js-sys", "leptos", "gloo", "wasm-bindgen", "reactive", "getrandom", "rand", "tokio"];
    let manifests = ["crates/core/Cargo.toml", "crates/records/Cargo.toml"];
    let dependencies: Vec<_> = manifests.iter().flat_map(|manifest| dependencies(manifest)).collect();
    let found: Vec<_> =
        dependencies.iter().filter(|name| foreign.iter().any(|start| name.starts_with(start))).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_core_reads_no_clock_and_no_random_source() {
    let sources = [
        "SystemTime",
        "Instant",
        "std::time::UNIX_EPOCH",
        "getrandom",
        "rand::",
        "std::env",
        "std::fs",
        "TcpStream",
        "UdpSocket",
    ];
    let folders = ["crates/core/src", "crates/records/src"];
    let files: Vec<_> = folders.iter().flat_map(|folder| files(folder, &[".rs"])).collect();
    let found: Vec<_> = files.iter().flat_map(|file| file.find(&sources)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_sandbox_reads_the_contracts_independently_of_the_core() {
    let names = dependencies("crates/sandbox/Cargo.toml");
    let ours: Vec<_> = names.iter().filter(|name| name.starts_with("rekey")).collect();
    assert_eq!(ours, [SITE]);
    let names = dependencies("crates/site/Cargo.toml");
    assert!(!names.iter().any(|name| name.starts_with("rekey")), "{names:?}");
}

/// The documents are a third reading of the contracts: who checks with them must not learn from who is checked.
#[test]
fn console_and_sandbox_share_nothing_but_the_checker_and_only_in_tests() {
    for package in ["core", "sandbox"] {
        let names = names_under("[dev-dependencies]", &format!("crates/{package}/Cargo.toml"));
        let shared: Vec<_> = names.iter().filter(|name| name.starts_with("rekey")).collect();
        assert!(shared.iter().all(|name| *name == CHECKER), "{package}: {shared:?}");
    }
    let names = dependencies("crates/openapi-check/Cargo.toml");
    assert!(!names.iter().any(|name| name.starts_with("rekey")), "{names:?}");
    for manifest in ["Cargo.toml", "crates/core/Cargo.toml", "crates/sandbox/Cargo.toml", "crates/xtask/Cargo.toml"] {
        assert!(!dependencies(manifest).iter().any(|name| name == CHECKER), "{manifest}");
    }
}

/// What the page and the core under it are made of, without tests (ASVS 15.2.3).
#[test]
fn the_page_ships_no_test_server() {
    for manifest in ["Cargo.toml", "crates/core/Cargo.toml", "crates/records/Cargo.toml", "crates/markup/Cargo.toml"] {
        let ours: Vec<_> = dependencies(manifest).into_iter().filter(|name| name.starts_with("rekey")).collect();
        let shipped = ["rekey-core", "rekey-markup", "rekey-records"];
        assert!(ours.iter().all(|name| shipped.contains(&name.as_str())), "{manifest}: {ours:?}");
    }
}

#[test]
fn native_packages_forbid_unsafe_code() {
    let packages = [
        "behaviour/tests/behaviour/main.rs",
        "core/src/lib.rs",
        "hostile/src/lib.rs",
        "hostile/src/main.rs",
        "markup/src/lib.rs",
        "openapi-check/src/lib.rs",
        "proxy/src/lib.rs",
        "proxy/src/main.rs",
        "records/src/lib.rs",
        "sandbox/src/lib.rs",
        "sandbox/src/main.rs",
        "site/src/lib.rs",
        "xtask/src/main.rs",
    ];
    for file in packages.map(|file| format!("crates/{file}")) {
        assert!(read(&file).text.contains("#![forbid(unsafe_code)]"), "{file}");
    }
}
