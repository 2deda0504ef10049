//! Names that one may take for another one (H-03): what is hidden in them, and letters that look like others.
//!
//! The names that matter here are typed by machines and on keyboards: what does not look like what it is gets a mark.
//! It is no more than that: a name in another alphabet is a name like any other.

use super::is_hidden;

/// Why a name may be taken for another one; of several reasons the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disguise {
    /// Something in it cannot be seen, or turns the text.
    Hidden,
    /// Every letter of it looks like one of ASCII; with them it reads so.
    LooksLike(String),
    /// A word of it has Latin letters and letters of another alphabet that look alike.
    Mixed,
    /// An accent or the like is a character of its own: the same name exists in another spelling.
    Marks,
    /// A blank at an end, two in a row, or one that is not the one of the space bar.
    Blanks,
}

/// What each of these looks like, by twos: Cyrillic, Greek, Armenian, Latin, Roman numerals, punctuation (UTS #39 is the
/// full list; these are the letters that keyboards have, and their neighbours).
const LOOK_ALIKES: &str = "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwӏlАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSҮYԌGԚQԜW\
    ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvρpαaιiυu\
    օoսuհhոn\
    ɑaɡgꓮAꓰEꓳO\
    ⅠIⅤVⅩXⅬLⅭCⅮDⅯMⅰiⅴvⅹxⅼlⅽcⅾdⅿm\
    ‐-‑-‒-–-—-−-․.∕/⁄/ʼ'’'‚,꞉:˗-";

/// What a name may be taken for, if anything.
pub fn disguise(name: &str) -> Option<Disguise> {
    if name.chars().any(is_hidden) {
        return Some(Disguise::Hidden);
    }
    let plain: Option<String> = name.chars().map(plain).collect();
    match plain {
        Some(plain) if plain != name => return Some(Disguise::LooksLike(plain)),
        _ => {}
    }
    let mixes = |word: &str| word.chars().any(|letter| letter.is_ascii_alphabetic()) && word.chars().any(is_relative);
    if name.split(|letter: char| !letter.is_alphanumeric()).any(mixes) {
        return Some(Disguise::Mixed);
    }
    if name.chars().any(is_mark) {
        return Some(Disguise::Marks);
    }
    let is_odd = |blank: char| blank.is_whitespace() && blank != ' ';
    let has_blanks = name.trim() != name || name.contains("  ") || name.contains(is_odd);
    has_blanks.then_some(Disguise::Blanks)
}

/// The character of ASCII that another one looks like.
fn plain(letter: char) -> Option<char> {
    let code = u32::from(letter);
    let from = |first: u8, at: u32| u8::try_from(at).ok().map(|at| char::from(first + at));
    match letter {
        _ if letter.is_ascii() => Some(letter),
        // The full-width forms of all of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(code - 0xfee0),
        // The letters and digits of mathematics: thirteen alphabets of 52 letters, five rows of digits.
        '\u{1d400}'..='\u{1d6a3}' => match (code - 0x1d400) % 52 {
            at @ 0..26 => from(b'A', at),
            at => from(b'a', at - 26),
        },
        '\u{1d7ce}'..='\u{1d7ff}' => from(b'0', (code - 0x1d7ce) % 10),
        _ => {
            let mut all = LOOK_ALIKES.chars();
            while let (Some(other), Some(plain)) = (all.next(), all.next()) {
                if other == letter {
                    return Some(plain);
                }
            }
            None
        }
    }
}

/// Whether a letter is of an alphabet that shares the shapes of some letters with the Latin one: Greek, Cyrillic,
/// Armenian, Cherokee.
fn is_relative(letter: char) -> bool {
    matches!(letter, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{58f}' | '\u{13a0}'..='\u{13ff}' | '\u{1c80}'..='\u{1c8f}'
        | '\u{1f00}'..='\u{1fff}' | '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}' | '\u{ab70}'..='\u{abbf}')
}

/// Whether a character stands on the one before it, as accents do that are not part of a letter.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::{Disguise, LOOK_ALIKES, disguise};

    #[test]
    fn a_name_that_may_be_taken_for_another_one_is_found_h03() {
        for (name, expected) in [
            ("", None),
            ("api-user", None),
            ("DOMAIN\\user 50%", None),
            ("müller", None),
            ("ılgın", None),
            ("Ольга", None),
            ("Δημήτρης", None),
            ("山田", None),
            ("user\u{200b}", Some(Disguise::Hidden)),
            ("\u{202e}resu", Some(Disguise::Hidden)),
            ("user\u{3164}", Some(Disguise::Hidden)),
            ("аpi-user", Some(Disguise::LooksLike("api-user".to_owned()))),
            ("сор", Some(Disguise::LooksLike("cop".to_owned()))),
            ("ａｄｍｉｎ", Some(Disguise::LooksLike("admin".to_owned()))),
            ("𝐚𝐝𝐦𝐢𝐧𝟏", Some(Disguise::LooksLike("admin1".to_owned()))),
            ("𝙰𝙿𝙸", Some(Disguise::LooksLike("API".to_owned()))),
            ("api–user", Some(Disguise::LooksLike("api-user".to_owned()))),
            ("вopoн", Some(Disguise::Mixed)),
            ("вopoн and", Some(Disguise::Mixed)),
            ("ops Ольга", None),
            ("mu\u{308}ller", Some(Disguise::Marks)),
            (" api-user", Some(Disguise::Blanks)),
            ("api  user", Some(Disguise::Blanks)),
            ("api\u{a0}user", Some(Disguise::Blanks)),
        ] {
            assert_eq!(disguise(name), expected, "{name:?}");
        }
    }

    #[test]
    fn each_look_alike_has_its_character_of_ascii() {
        let all: Vec<char> = LOOK_ALIKES.chars().collect();
        for pair in all.chunks(2) {
            let [other, plain] = pair else { panic!("{pair:?}") };
            assert!(!other.is_ascii() && plain.is_ascii(), "{pair:?}");
        }
    }
}
