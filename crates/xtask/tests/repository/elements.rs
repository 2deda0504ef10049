//! Elements are made in one place, and never out of a text (H-01).

use crate::boundaries::violations;
use crate::sources::{Source, files, read};

/// Where the console makes its elements.
const VIEW: &str = "src/view";

/// Ways to make an element or a text that a view would be tempted to use.
const MAKING: [&str; 4] = ["create_element", "create_text_node", "create_document_fragment", "create_comment"];

/// Ways to turn a text into markup or code, in Rust and in JavaScript.
const SINKS: [&str; 10] = [
    "innerHTML",
    "inner_html",
    "outerHTML",
    "outer_html",
    "insertAdjacentHTML",
    "insert_adjacent_html",
    "document.write",
    "eval(",
    "new Function",
    "srcdoc",
];

#[test]
fn elements_are_made_by_the_view_module() {
    let found = violations(&files("src", &[".rs"]), &[VIEW], &MAKING);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn nothing_turns_text_into_markup_or_code() {
    let mut sources = files("src", &[".js", ".rs"]);
    sources.extend(["index.html", "embed.html"].map(read));
    // As built, with the glue, once it was: the build itself refuses them too.
    sources.extend(files("dist", &[".js", ".html"]));
    let found = violations(&sources, &[], &SINKS);
    assert!(found.is_empty(), "{found:#?}");
}

/// Leptos' own macro gives every element a type of its own, and makes unchanging ones through `innerHTML`.
#[test]
fn the_view_macro_is_never_that_of_leptos() {
    let sources: Vec<_> = ["src", "crates"].into_iter().flat_map(|folder| files(folder, &[".rs"])).collect();
    let found = violations(&sources, &[], &["leptos::view", "leptos_macro", "leptos::prelude::view"]);
    assert!(found.is_empty(), "{found:#?}");
    // `leptos::prelude::*` brings its macro along; ours takes its place where it is imported by name.
    let using = files("src", &[".rs"]).into_iter().filter(|file| !file.find(&["view! {"]).is_empty());
    let strangers: Vec<_> = using.filter(|file| !imports_our_view(file)).map(|file| file.path).collect();
    assert!(strangers.is_empty(), "`crate::view::view` is not imported in {strangers:#?}");
}

fn imports_our_view(file: &Source) -> bool {
    let names = file.code().filter_map(|(_, line)| line.strip_prefix("use crate::view::"));
    names.flat_map(|names| names.split(['{', '}', ',', ' ', ';'])).any(|name| name == "view")
}
