//! Where a secret may not be, as far as the text of a view says (S-04, S-18).

use crate::sources::files;

/// The elements of a name in the views, as `path: <input …`.
fn elements(name: &str) -> Vec<String> {
    let opening = format!("<{name} ");
    let of_file = |source: crate::sources::Source| {
        let code = source.code().map(|(_, line)| line.trim()).collect::<Vec<_>>().join(" ");
        let found = code.split(&opening).skip(1).map(|rest| {
            // An event handler holds `->` and `>` of its own; `/>` and `" >` end an element of ours.
            let end = rest.find("/>").unwrap_or(rest.len());
            format!("{}: {opening}{}", source.path, &rest[..end])
        });
        found.collect::<Vec<_>>()
    };
    files("src", &[".rs"]).into_iter().flat_map(of_file).collect()
}

#[test]
fn a_field_for_a_secret_has_no_name_and_no_value_that_is_written_down_s04() {
    let fields: Vec<_> = ["input", "textarea"].into_iter().flat_map(elements).collect();
    let secret: Vec<_> = fields.iter().filter(|field| field.contains("data-secret")).collect();
    assert!(secret.len() >= 4, "{fields:#?}");
    for field in secret {
        for written in [" name=", " value=", " prop:value=", " data-value=", " aria-label=", " title="] {
            assert!(!field.contains(written), "{written} in {field}");
        }
    }
    // What is no field for a secret is not hidden either.
    let hidden = fields.iter().filter(|field| field.contains("\"password\"") && !field.contains("data-secret"));
    assert_eq!(hidden.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn no_form_puts_what_is_in_it_into_an_address_s04() {
    for source in files("src", &[".rs"]) {
        for (number, line) in source.code().filter(|(_, line)| line.contains("<form ") || line.contains("<form>")) {
            let is_safe = ["method=\"post\"", "method=\"dialog\""].iter().any(|method| line.contains(method));
            assert!(is_safe, "{}:{number}: {line}", source.path);
        }
    }
}

#[test]
fn nothing_of_the_page_is_stored_s01() {
    let storing = [
        "local_storage",
        "session_storage",
        "localStorage",
        "sessionStorage",
        "indexed_db",
        "indexedDB",
        "set_cookie",
        "document.cookie",
        "get_directory",
        "serviceWorker",
        "SharedWorker",
        "window.name",
        "set_name(",
    ];
    let found: Vec<_> = files("src", &[".rs", ".js"]).iter().flat_map(|source| source.find(&storing)).collect();
    assert!(found.is_empty(), "{found:#?}");
}
