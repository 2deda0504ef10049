//! What docs/embedding.md shows is what the portals of the tests run, and what it describes is what there is.

use std::collections::BTreeSet;

use crate::sources::{files, read};

#[test]
fn the_portals_side_of_a_frame_is_the_code_that_the_tests_run() {
    let code = read("end2end/portals/plain/console-frame.js").text;
    let page = read("docs/embedding.md").text;
    assert!(page.contains(&format!("```js\n{code}```\n")), "the block in docs/embedding.md differs from the file");
}

#[test]
fn the_rights_of_the_frame_are_those_that_the_tests_give_it() {
    let portal = read("end2end/portals/plain/main.js").text;
    let page = read("docs/embedding.md").text;
    for attribute in ["sandbox", "allow"] {
        let documented = page.split(&format!(" {attribute}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        let documented = documented.expect("the attribute is documented");
        assert!(portal.contains(&format!("\"{documented}\"")), "{attribute}: {documented}");
    }
}

/// What stands between `before` and the next quotation mark or delimiter, wherever it stands in some files.
fn named(folders: &[(&str, &str)], before: &str) -> BTreeSet<String> {
    let files: Vec<_> = folders.iter().flat_map(|(folder, extension)| files(folder, &[*extension])).collect();
    let parts = files.iter().flat_map(|file| file.text.split(before).skip(1).map(str::to_owned).collect::<Vec<_>>());
    let is_name = |sign: char| sign.is_ascii_lowercase() || sign == '-';
    parts
        .map(|part| part.chars().take_while(|sign| is_name(*sign)).collect())
        .filter(|name: &String| !name.is_empty())
        .collect()
}

#[test]
fn every_name_that_a_portal_may_use_is_described() {
    let page = read("docs/embedding.md").text;
    let mut names: BTreeSet<String> = named(&[("src", ".rs")], " part=\"");
    names
        .extend(named(&[("crates/core/src/host", ".rs")], "name: \"rekey-").iter().map(|name| format!("rekey-{name}")));
    // What a frame sets for itself is no part of it.
    let ours = named(&[("style", ".css")], "var(--rekey-").into_iter().filter(|name| name != "view-height");
    names.extend(ours.map(|name| format!("--rekey-{name}")));
    let element = read("src/element.js").text;
    let attributes = ["observedAttributes = [", "SOURCES = ["].map(|list| {
        let list = element.split(list).nth(1).and_then(|rest| rest.split(']').next()).expect("a list of attributes");
        list.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()
    });
    names.extend(attributes.into_iter().flatten());
    assert!(names.len() >= 30, "{names:?}");
    let unknown: Vec<_> = names.iter().filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn every_main_button_and_every_dialog_can_be_styled() {
    let sources = files("src", &[".rs"]);
    for (look, part) in [("class=\"button primary\"", "part=\"button-primary\""), ("<dialog class=", "part=\"dialog\"")]
    {
        let lines = sources.iter().flat_map(|file| file.text.lines()).filter(|line| line.contains(look));
        let bare: Vec<_> = lines.filter(|line| !line.contains(part)).collect();
        assert!(bare.is_empty(), "{bare:#?}");
    }
}
