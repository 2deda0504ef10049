//! The page as it is written: nothing inline that the policy would have to allow (W-05).

use crate::sources::read;

/// The tags of the page, each from its `<` to its `>`.
fn tags(page: &str) -> Vec<&str> {
    page.split('<').skip(1).filter_map(|part| part.split('>').next()).collect()
}

#[test]
fn the_policy_comes_before_everything_it_governs() {
    let page = read("index.html").text;
    let head: Vec<_> = tags(&page).into_iter().skip_while(|tag| *tag != "head").skip(1).collect();
    let without_comments: Vec<_> = head.into_iter().filter(|tag| !tag.starts_with("!--")).collect();
    assert_eq!(without_comments.first(), Some(&"meta charset=\"utf-8\""));
    assert!(without_comments.get(1).is_some_and(|tag| tag.starts_with("meta http-equiv=\"Content-Security-Policy\"")));
}

#[test]
fn every_script_is_a_checked_file() {
    let page = read("index.html").text;
    let scripts: Vec<_> = tags(&page).into_iter().filter(|tag| tag.starts_with("script")).collect();
    assert_eq!(scripts.len(), 1, "{scripts:?}");
    assert!(scripts.iter().all(|tag| tag.contains(" src=") && tag.contains(" integrity=")), "{scripts:?}");
    assert_eq!(page.matches("</script>").count(), page.matches("></script>").count());
}

#[test]
fn nothing_is_inline_but_the_shell_rules() {
    let page = read("index.html").text;
    for tag in tags(&page) {
        let handlers = tag.split_whitespace().skip(1).filter(|word| word.starts_with("on") && word.contains('='));
        assert_eq!(handlers.count(), 0, "{tag}");
        assert!(!tag.contains(" style="), "{tag}");
    }
    assert_eq!(page.matches("<style>").count(), page.matches("<style>{{ shell }}</style>").count());
}

#[test]
fn every_address_is_relative() {
    let page = read("index.html").text;
    for attribute in [" href=\"", " src=\""] {
        for address in page.split(attribute).skip(1).filter_map(|part| part.split('"').next()) {
            assert!(!address.starts_with('/') && !address.contains(':'), "{address}");
        }
    }
}

#[test]
fn the_page_names_no_referrer() {
    let page = read("index.html").text;
    assert!(tags(&page).contains(&"meta name=\"referrer\" content=\"no-referrer\""));
}

#[test]
fn the_example_configuration_is_json() {
    let example = read("public/config.example.json").text;
    serde_json::from_str::<serde_json::Value>(&example).expect("the example is JSON");
}
