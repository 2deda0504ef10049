//! The languages of the console: which one is chosen, and the table of its words (UX-56).

use crate::json::Json;

/// A language that the console speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English, which is part of the program.
    English,
    /// Turkish.
    Turkish,
    /// Chinese in simplified characters.
    Chinese,
}

impl Language {
    /// All of them, in their order on screen.
    pub const ALL: [Self; 3] = [Self::English, Self::Turkish, Self::Chinese];

    /// How the configuration and the table's file name it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Turkish => "tr",
            Self::Chinese => "zh",
        }
    }

    /// What those who speak it call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Turkish => "Türkçe",
            Self::Chinese => "简体中文",
        }
    }

    /// The language of a tag such as `tr-TR` or `zh-Hans-CN`. Traditional Chinese is another writing, and not ours.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let language = Self::ALL.into_iter().find(|language| tag.split('-').next() == Some(language.tag()))?;
        let is_traditional = |part| ["hant", "tw", "hk", "mo"].contains(&part);
        (language != Self::Chinese || !tag.split('-').any(is_traditional)).then_some(language)
    }

    /// What is spoken: what somebody chose, else the first of the browser's languages that is known, else English.
    pub fn choose<'a>(chosen: Option<Self>, browser: impl IntoIterator<Item = &'a str>) -> Self {
        chosen.or_else(|| browser.into_iter().find_map(Self::of_tag)).unwrap_or(Self::English)
    }
}

/// The number of an entry of the catalogue, made of its name when the program is built: the names themselves stand in
/// the tables alone. A test of the catalogue sees to it that no two names have the same number.
pub const fn number(name: &str) -> u32 {
    // FNV-1a.
    let mut number = 0x811c_9dc5_u32;
    let mut rest = name.as_bytes();
    while let [byte, after @ ..] = rest {
        number = (number ^ *byte as u32).wrapping_mul(0x0100_0193);
        rest = after;
    }
    number
}

/// The words of a language by the numbers of their entries. They are kept for as long as the program runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table(Vec<(u32, &'static str)>);

impl Table {
    /// Takes an object of names and words. What is no such object is no table.
    pub fn of(value: Json) -> Option<Self> {
        let Json::Object(entries) = value else { return None };
        let entry = |(name, words): (String, Json)| match words {
            Json::Text(words) => Some((number(&name), &*words.leak())),
            Json::Null | Json::Flag(_) | Json::Number(_) | Json::List(_) | Json::Object(_) => None,
        };
        entries.into_iter().map(entry).collect::<Option<_>>().map(Self)
    }

    /// The words of an entry, if it has been translated.
    pub fn words(&self, number: u32) -> Option<&&'static str> {
        // Looked at one by one: a page has a hundred texts, and a sort would weigh more than it saves.
        self.0.iter().find(|(own, _)| *own == number).map(|(_, words)| words)
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Table, number};
    use crate::json::Json;
    use proptest::prelude::*;

    #[test]
    fn a_tag_names_a_language_whatever_follows_it() {
        for (tag, language) in [
            ("en", Some(Language::English)),
            ("en-GB", Some(Language::English)),
            ("TR", Some(Language::Turkish)),
            ("tr-TR", Some(Language::Turkish)),
            ("zh", Some(Language::Chinese)),
            ("zh-CN", Some(Language::Chinese)),
            ("zh-Hans-SG", Some(Language::Chinese)),
            ("zh-TW", None),
            ("zh-Hant", None),
            ("zh-hant-hk", None),
            ("tru", None),
            ("de", None),
            ("", None),
        ] {
            assert_eq!(Language::of_tag(tag), language, "{tag}");
        }
    }

    #[test]
    fn every_language_is_found_by_its_own_tag() {
        for language in Language::ALL {
            assert_eq!(Language::of_tag(language.tag()), Some(language));
        }
    }

    #[test]
    fn what_was_chosen_wins_then_the_browser_then_english_ux56() {
        let chosen = |language| Language::choose(language, ["de-DE", "zh-TW", "tr-TR", "en"]);
        assert_eq!(chosen(Some(Language::Chinese)), Language::Chinese);
        assert_eq!(chosen(None), Language::Turkish);
        assert_eq!(Language::choose(None, ["de", "fr-CH"]), Language::English);
        assert_eq!(Language::choose(None, []), Language::English);
    }

    #[test]
    fn a_table_has_the_words_of_its_names() {
        let table = Table::of(Json::parse(r#"{"sign_in": "Oturum aç", "never": "Hiçbir zaman"}"#).unwrap()).unwrap();
        assert_eq!(table.words(number("never")), Some(&"Hiçbir zaman"));
        assert_eq!(table.words(number("sign_in")), Some(&"Oturum aç"));
        assert_eq!(table.words(number("sign_out")), None);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for text in ["[]", "7", r#"{"sign_in": 7}"#, r#"{"sign_in": {"en": "Sign in"}}"#] {
            assert_eq!(Table::of(Json::parse(text).unwrap()), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_tag_makes_the_reader_fail_badly(text in ".*") {
            let _ = Language::of_tag(&text);
        }
    }
}
