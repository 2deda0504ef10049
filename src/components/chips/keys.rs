//! What the keys do in an editable combobox with a list of options, as the ARIA Authoring Practices describe it (UX-48).

/// How the list stands when a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    /// Whether options are on screen.
    pub(super) is_open: bool,
    /// How many there are, or would be.
    pub(super) count: usize,
    /// Which of them is marked.
    pub(super) marked: Option<usize>,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Press {
    /// Opens the list if it is closed, and marks an option of it or none.
    Mark(Option<usize>),
    /// Goes back to the text: no option is marked, and the key does in it what it does in any text.
    BackToText,
    /// Takes an option.
    Take(usize),
    /// Closes the list, and nothing else.
    Close,
}

impl Standing {
    /// What a key does; nothing where it is the input's own.
    pub(super) fn press(self, key: &str, with_alt: bool) -> Option<Press> {
        let Self { is_open, count, marked } = self;
        match key {
            "ArrowDown" if count == 0 => None,
            "ArrowDown" if with_alt => Some(Press::Mark(marked)),
            "ArrowDown" => Some(Press::Mark(Some(marked.map_or(0, |at| (at + 1) % count)))),
            "ArrowUp" if with_alt => is_open.then_some(Press::Close),
            "ArrowUp" if count == 0 => None,
            "ArrowUp" => Some(Press::Mark(Some(marked.map_or(count - 1, |at| (at + count - 1) % count)))),
            "Home" | "End" | "ArrowLeft" | "ArrowRight" => marked.map(|_| Press::BackToText),
            "Enter" => marked.filter(|_| is_open).map(Press::Take),
            "Escape" => is_open.then_some(Press::Close),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Press, Standing};
    use proptest::prelude::*;

    const CLOSED: Standing = Standing { is_open: false, count: 3, marked: None };
    const OPEN: Standing = Standing { is_open: true, count: 3, marked: None };
    const FIRST: Standing = Standing { is_open: true, count: 3, marked: Some(0) };
    const LAST: Standing = Standing { is_open: true, count: 3, marked: Some(2) };
    const EMPTY: Standing = Standing { is_open: false, count: 0, marked: None };

    #[test]
    fn the_keys_do_what_the_pattern_says_ux48() {
        for (standing, key, does) in [
            (CLOSED, "ArrowDown", Some(Press::Mark(Some(0)))),
            (CLOSED, "ArrowUp", Some(Press::Mark(Some(2)))),
            (OPEN, "ArrowDown", Some(Press::Mark(Some(0)))),
            (FIRST, "ArrowDown", Some(Press::Mark(Some(1)))),
            (LAST, "ArrowDown", Some(Press::Mark(Some(0)))),
            (FIRST, "ArrowUp", Some(Press::Mark(Some(2)))),
            (FIRST, "Enter", Some(Press::Take(0))),
            (FIRST, "Home", Some(Press::BackToText)),
            (LAST, "ArrowLeft", Some(Press::BackToText)),
            (OPEN, "Escape", Some(Press::Close)),
            (FIRST, "Escape", Some(Press::Close)),
            // The input's own, or the form's, or whoever's dialog it is.
            (OPEN, "Enter", None),
            (OPEN, "Home", None),
            (CLOSED, "Enter", None),
            (CLOSED, "Escape", None),
            (EMPTY, "ArrowDown", None),
            (EMPTY, "ArrowUp", None),
            (FIRST, "Tab", None),
            (FIRST, "a", None),
        ] {
            assert_eq!(standing.press(key, false), does, "{standing:?} {key}");
        }
    }

    #[test]
    fn with_alt_the_list_opens_without_a_mark_and_closes() {
        assert_eq!(CLOSED.press("ArrowDown", true), Some(Press::Mark(None)));
        assert_eq!(LAST.press("ArrowUp", true), Some(Press::Close));
        assert_eq!(CLOSED.press("ArrowUp", true), None);
    }

    proptest! {
        #[test]
        fn no_key_marks_an_option_that_is_not_there(
            count in 0usize..5, at in 0usize..5, has_mark: bool, is_open: bool, with_alt: bool,
            key in prop::sample::select(vec!["ArrowDown", "ArrowUp", "Home", "End", "Enter", "Escape", "x"]),
        ) {
            let marked = (has_mark && at < count).then_some(at);
            match (Standing { is_open, count, marked }).press(key, with_alt) {
                Some(Press::Mark(Some(at)) | Press::Take(at)) => prop_assert!(at < count),
                Some(Press::Mark(None) | Press::BackToText | Press::Close) | None => {}
            }
        }
    }
}
