//! A sentence with values in it.

pub use rekey_core::visible::{visible, visible_start};
use web_sys::Node;

use super::catalogue;
use crate::view::{Child, view};

/// A sentence of the catalogue whose places are filled. Each value stands in an isolate of its own, so that no name
/// can turn the words around it (H-03), and a style sheet can set identifiers in another face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Words(String),
    /// A vendor's documented sentence, which is English in every language of ours.
    Documented(&'static str),
    Value(String),
    Name(String),
    Identifier(String),
}

/// The places that hold identifiers, which are set in their own face.
const IDENTIFIERS: [&str; 4] = ["name", "role", "address", "entry"];

/// The places that hold names and addresses of systems and what is in them. Presenter mode blurs both kinds, and nothing
/// else: other values are counts, times and the like.
const NAMES: [&str; 10] = ["label", "scope", "group", "base", "product", "other", "place", "origin", "filter", "title"];

impl Phrase {
    /// Fills the places `{name}` of a template. A place without a value stays as it is, which a test would see.
    ///
    /// Where a language inflects, the noun of a secret has its form in the place itself, for a password and for a value:
    /// `{noun:parolayı|değeri}`.
    pub fn fill(template: &str, values: &[(&str, &str)]) -> Self {
        let mut parts = Vec::new();
        let mut rest = template;
        while let Some((words, after)) = rest.split_once('{') {
            let Some((place, after)) = after.split_once('}') else { break };
            let (name, forms) = place.split_once(':').unwrap_or((place, ""));
            parts.push(Part::Words(words.to_owned()));
            let value = values.iter().find(|(place, _)| *place == name);
            parts.push(match value {
                // The noun is a word of ours; everything else comes from outside.
                Some((_, noun)) if name == "noun" => Part::Words(inflected(noun, forms).to_owned()),
                Some((_, value)) if IDENTIFIERS.contains(&name) => Part::Identifier(visible(value)),
                Some((_, value)) if NAMES.contains(&name) => Part::Name(visible(value)),
                Some((_, value)) => Part::Value(visible(value)),
                None => Part::Words(["{", name, "}"].concat()),
            });
            rest = after;
        }
        parts.push(Part::Words(rest.to_owned()));
        Self(parts)
    }

    /// A vendor's documented sentence, letter for letter, marked with its language.
    pub fn documented(words: &'static str) -> Self {
        Self(vec![Part::Documented(words)])
    }

    /// The sentence as plain text, for attributes and titles.
    pub fn text(&self) -> String {
        self.0
            .iter()
            .map(|part| match part {
                Part::Words(text) | Part::Value(text) | Part::Name(text) | Part::Identifier(text) => text.as_str(),
                Part::Documented(text) => text,
            })
            .collect()
    }
}

/// The form of a noun, where there are some.
fn inflected<'a>(noun: &'a str, forms: &'a str) -> &'a str {
    match forms.split_once('|') {
        Some((password, _)) if noun == catalogue::password() => password,
        Some((_, value)) => value,
        None => noun,
    }
}

impl From<String> for Phrase {
    fn from(words: String) -> Self {
        Self(vec![Part::Words(words)])
    }
}

impl From<&str> for Phrase {
    fn from(words: &str) -> Self {
        Self(vec![Part::Words(words.to_owned())])
    }
}

impl Child for Phrase {
    fn add_to(self, parent: &Node) {
        for part in self.0 {
            match part {
                Part::Words(text) => text.add_to(parent),
                Part::Documented(text) => view! { <bdi lang="en">{text}</bdi> }.add_to(parent),
                Part::Value(text) => view! { <bdi data-plain="">{text}</bdi> }.add_to(parent),
                Part::Name(text) => view! { <bdi>{text}</bdi> }.add_to(parent),
                Part::Identifier(text) => view! { <bdi class="mono">{text}</bdi> }.add_to(parent),
            }
        }
    }
}

/// A text as a filter compares it: in lower case, by the browser's rules for the world's scripts. The Turkish letters
/// `ı` and `İ` are `i` as well, whatever is spoken: who types one of the four means any of them.
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // Alone, `İ` becomes an `i` with a dot of its own.
    String::from(js_sys::JsString::from(text).to_lower_case()).replace("i\u{307}", "i").replace('ı', "i")
}

/// A text from outside as it can be shown, or what stands for none.
pub fn shown(text: &str, none: &'static str) -> String {
    if text.is_empty() { none.to_owned() } else { visible(text) }
}

#[cfg(test)]
mod tests {
    use super::Phrase;
    use crate::text::catalogue;

    #[test]
    fn places_are_filled_once_and_values_are_never_templates() {
        let phrase = Phrase::fill("Edit {name} in {place}.", &[("name", "{place}"), ("place", "retail")]);
        assert_eq!(phrase.text(), "Edit {place} in retail.");
    }

    #[test]
    fn a_noun_may_have_its_form_in_its_place_ux56() {
        let inflected = |noun| Phrase::fill("Yeni {noun:parolayı|değeri} girin", &[("noun", noun)]).text();
        assert_eq!(inflected(catalogue::password()), "Yeni parolayı girin");
        assert_eq!(inflected(catalogue::value()), "Yeni değeri girin");
    }
}
