//! What a person cannot see, and how it is shown all the same (H-03).

pub mod name;

/// How many characters of a text [`visible_start`] shows.
const LONGEST_START: usize = 1_000;

/// Whether a character is invisible or turns the text around it: the control characters, what Unicode lets a program
/// leave out when it draws (`Default_Ignorable_Code_Point`), the separators of lines and paragraphs, the marks of
/// annotations, and the empty pattern of Braille.
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A text from outside with what cannot be seen in it as visible escapes, such as `\u{202e}`. Shown twice it is the same.
/// A text may have such an escape written in it, letter by letter; a name with something hidden in it has a mark besides
/// (see [`name`]). What is sent back is never this text.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// The beginning of a text as it can be shown where many stand side by side: a text of a megabyte in each of them would
/// keep a page busy for seconds (H-10).
pub fn visible_start(text: &str) -> String {
    match text.char_indices().nth(LONGEST_START) {
        Some((end, _)) => visible(text.get(..end).unwrap_or_default()) + "…",
        None => visible(text),
    }
}

/// Whether somebody who was shown a name has typed it: to the letter, or as it is shown, because nobody can type what
/// cannot be seen (UX-30). Blanks around it say nothing.
pub fn is_typed(name: &str, typed: &str) -> bool {
    let typed = typed.trim();
    typed == name.trim() || typed == visible(name).trim()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_START, is_typed, visible, visible_start};
    use proptest::prelude::*;

    /// What was shown, read back: an independent reading of the escapes.
    fn read_back(shown: &str) -> String {
        let mut text = String::new();
        let mut rest = shown;
        while let Some((before, after)) = rest.split_once("\\u{") {
            let (digits, after) = after.split_once('}').unwrap();
            text.push_str(before);
            text.push(char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap());
            rest = after;
        }
        text + rest
    }

    #[test]
    fn invisible_and_turning_characters_are_shown_h03() {
        assert_eq!(visible("a\u{202e}b\u{200b}\n\u{feff}ü🔑"), "a\\u{202e}b\\u{200b}\\u{a}\\u{feff}ü🔑");
        assert_eq!(visible("a\u{3164}\u{e0041}\u{fe0f}\u{ad}"), "a\\u{3164}\\u{e0041}\\u{fe0f}\\u{ad}");
    }

    #[test]
    fn a_name_that_nobody_can_type_is_confirmed_as_it_is_shown_ux30() {
        for (name, typed, is_it) in [
            ("api-user", "api-user", true),
            ("api-user", " api-user ", true),
            (" api-user", "api-user", true),
            ("api\u{200b}user", "api\\u{200b}user", true),
            ("api\u{200b}user", "apiuser", false),
            ("api-user", "API-user", false),
            ("api-user", "", false),
        ] {
            assert_eq!(is_typed(name, typed), is_it, "{name:?} {typed:?}");
        }
    }

    #[test]
    fn a_long_text_is_shown_by_its_beginning_h10() {
        let long = "ü".repeat(LONGEST_START);
        assert_eq!(visible_start(&long), long);
        assert_eq!(visible_start(&format!("{long}\0")), format!("{long}…"));
        assert_eq!(visible_start("a\0"), "a\\u{0}");
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left_and_nothing_is_lost_h03(text in r"(\PC|.|[\u{200b}\u{202e}\u{0}-\u{20}]){0,40}") {
            prop_assume!(!text.contains("\\u{"));
            let shown = visible(&text);
            prop_assert!(!shown.chars().any(super::is_hidden));
            prop_assert_eq!(&visible(&shown), &shown);
            prop_assert_eq!(read_back(&shown), text);
        }
    }
}
