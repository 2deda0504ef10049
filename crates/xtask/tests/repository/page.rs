//! The pages as they are written: nothing inline that the policy would have to allow (W-05).

use crate::sources::read;

/// The page of its own and the one for frames, with the number of their scripts.
const PAGES: [(&str, usize); 2] = [("index.html", 1), ("embed.html", 2)];

/// Looks at each of them.
fn each(look: impl Fn(&str, usize)) {
    for (page, scripts) in PAGES {
        look(&read(page).text, scripts);
    }
}

/// The tags of the page, each from its `<` to its `>`.
fn tags(page: &str) -> Vec<&str> {
    page.split('<').skip(1).filter_map(|part| part.split('>').next()).collect()
}

#[test]
fn the_policy_comes_before_everything_it_governs() {
    each(|page, _| {
        let head: Vec<_> = tags(page).into_iter().skip_while(|tag| *tag != "head").skip(1).collect();
        let tags: Vec<_> = head.into_iter().filter(|tag| !tag.starts_with("!--")).collect();
        assert_eq!(tags.first(), Some(&"meta charset=\"utf-8\""));
        assert!(tags.get(1).is_some_and(|tag| tag.starts_with("meta http-equiv=\"Content-Security-Policy\"")));
    });
}

#[test]
fn every_script_is_a_checked_file() {
    each(|page, number| {
        let scripts: Vec<_> = tags(page).into_iter().filter(|tag| tag.starts_with("script")).collect();
        assert_eq!(scripts.len(), number, "{scripts:?}");
        assert!(scripts.iter().all(|tag| tag.contains(" src=") && tag.contains(" integrity=")), "{scripts:?}");
        assert_eq!(page.matches("</script>").count(), page.matches("></script>").count());
    });
}

#[test]
fn nothing_is_inline_but_the_shell_rules() {
    each(|page, _| {
        for tag in tags(page) {
            let handlers = tag.split_whitespace().skip(1).filter(|word| word.starts_with("on") && word.contains('='));
            assert_eq!(handlers.count(), 0, "{tag}");
            assert!(!tag.contains(" style="), "{tag}");
        }
        assert_eq!(page.matches("<style>").count(), page.matches("<style>{{ shell }}</style>").count());
    });
}

#[test]
fn every_address_is_relative() {
    each(|page, _| {
        for attribute in [" href=\"", " src=\""] {
            for address in page.split(attribute).skip(1).filter_map(|part| part.split('"').next()) {
                assert!(!address.starts_with('/') && !address.contains(':'), "{address}");
            }
        }
    });
}

#[test]
fn the_page_names_no_referrer() {
    each(|page, _| assert!(tags(page).contains(&"meta name=\"referrer\" content=\"no-referrer\"")));
}

/// In a frame a page is pressed by the hand of somebody who does not see it: the one may stand there if a portal has
/// answered it, the other never (E-01).
#[test]
fn only_the_page_for_frames_starts_in_a_frame_and_only_by_its_own_script() {
    assert!(read("index.html").text.contains("<rekey-console addresses=\"hash\" framed=\"never\">"));
    assert!(!read("embed.html").text.contains("<rekey-console"));
}

#[test]
fn the_example_configuration_is_json() {
    let example = read("public/config.example.json").text;
    serde_json::from_str::<serde_json::Value>(&example).expect("the example is JSON");
}
