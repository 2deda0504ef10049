//! Holds the languages against the catalogue (UX-56). The files are edited by hand; what is wrong with them is told by
//! the entry's name.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use rekey_core::json::Json;
use rekey_core::language::{Language, Table, number};
use serde_json::Value;

use super::catalogue::entries;

/// Entries whose words may be the same as the English ones: names, and what is made of places alone.
const NAMES: [&str; 7] = ["product", "text_direction", "http_status", "powershell", "health_is", "bash", "came_answer"];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("languages")
}

fn tags() -> impl Iterator<Item = &'static str> {
    Language::ALL.into_iter().filter(|language| *language != Language::English).map(Language::tag)
}

fn file(tag: &str) -> String {
    fs::read_to_string(folder().join(format!("{tag}.json"))).unwrap()
}

/// The names and words of a language.
fn words(tag: &str) -> Vec<(String, String)> {
    let Value::Object(entries) = serde_json::from_str(&file(tag)).unwrap() else { panic!("{tag} is no object") };
    entries.into_iter().map(|(name, words)| (name, words.as_str().unwrap().to_owned())).collect()
}

/// The places of a text, each once: what stands between braces, without the forms of a noun.
fn places(words: &str) -> BTreeSet<&str> {
    words.split('{').skip(1).filter_map(|part| part.split('}').next()?.split(':').next()).collect()
}

#[test]
fn every_language_has_a_file_and_every_file_a_language() {
    let found = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let wanted: BTreeSet<_> = tags().map(|tag| format!("{tag}.json")).collect();
    assert_eq!(found.collect::<BTreeSet<_>>(), wanted);
}

#[test]
fn every_entry_has_a_number_of_its_own() {
    let mut numbers: Vec<u32> = entries().map(|(name, _)| number(name)).collect();
    let all = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), all);
}

#[test]
fn every_entry_is_translated_and_nothing_else() {
    let wanted: BTreeSet<_> = entries().map(|(name, _)| name.to_owned()).collect();
    for tag in tags() {
        let translated: BTreeSet<_> = words(tag).into_iter().map(|(name, _)| name).collect();
        let lacking: Vec<_> = wanted.difference(&translated).collect();
        let superfluous: Vec<_> = translated.difference(&wanted).collect();
        assert!(lacking.is_empty() && superfluous.is_empty(), "{tag} lacks {lacking:#?}, and has {superfluous:#?}");
        // One line each: an entry that is there twice would be lost without a word.
        assert_eq!(file(tag).lines().count(), translated.len() + 2, "{tag}: an entry is there twice");
    }
}

#[test]
fn every_translation_has_the_places_of_the_english_words() {
    for tag in tags() {
        let words = words(tag);
        for (name, english) in entries() {
            let Some((_, translated)) = words.iter().find(|(own, _)| own == name) else { continue };
            assert_eq!(places(translated), places(english), "{tag}: {name}");
            assert_eq!(translated.matches('{').count(), translated.matches('}').count(), "{tag}: {name}");
        }
    }
}

#[test]
fn a_noun_has_a_form_for_a_password_and_one_for_a_value() {
    for (tag, name, words) in tags().flat_map(|tag| words(tag).into_iter().map(move |(name, words)| (tag, name, words)))
    {
        for place in words.split('{').skip(1).filter_map(|part| part.split('}').next()) {
            let Some((noun, forms)) = place.split_once(':') else { continue };
            assert_eq!(noun, "noun", "{tag}: {name}");
            assert!(forms.split('|').count() == 2 && !forms.split('|').any(str::is_empty), "{tag}: {name}: {forms}");
        }
    }
}

#[test]
fn every_translation_says_something_of_its_own() {
    for tag in tags() {
        for (name, words) in words(tag) {
            assert!(!words.trim().is_empty() && words.trim() == words, "{tag}: {name}");
            let english = entries().find(|(own, _)| *own == name).map(|(_, english)| english);
            assert!(NAMES.contains(&name.as_str()) || english != Some(&words), "{tag}: {name} is still English");
        }
    }
}

#[test]
fn every_file_is_a_table_that_the_console_reads() {
    for tag in tags() {
        let table = Table::of(Json::parse(&file(tag)).unwrap()).unwrap();
        assert!(entries().all(|(name, _)| table.words(number(name)).is_some()), "{tag}");
    }
}

#[test]
fn what_is_unknown_is_called_neither_failed_nor_an_error_in_any_language_rule_2_3_1() {
    let doubts = ["outcome_unknown", "either_valid", "details_either", "may_still_arrive", "no_answer_yet"];
    for (tag, failures) in [("tr", ["başarısız", "hata"]), ("zh", ["失败", "错误"])] {
        let words = words(tag);
        for name in doubts {
            let (_, said) = words.iter().find(|(own, _)| own == name).unwrap();
            assert!(!failures.iter().any(|word| said.to_lowercase().contains(word)), "{tag}: {name}: {said}");
        }
    }
}

#[test]
fn what_a_shell_asks_needs_no_quotation_marks_of_its_own() {
    // PowerShell takes typographic ones for its own.
    for tag in tags() {
        for (name, words) in
            words(tag).iter().filter(|(name, _)| name.starts_with("new_noun") || name.ends_with("_token"))
        {
            assert!(!words.contains(['\'', '"', '‘', '’', '“', '”']), "{tag}: {name}");
        }
    }
}
