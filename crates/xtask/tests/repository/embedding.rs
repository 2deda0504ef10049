//! What docs/embedding.md shows is what the portals of the tests run.

use crate::sources::read;

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
