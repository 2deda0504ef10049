//! Numbers as the language that is spoken writes them, and the forms of what is counted (UX-56). Tests run without a
//! browser, in plain digits and English.

#[cfg(target_family = "wasm")]
use js_sys::{Array, Intl, Number, Object};

/// A count in digits.
#[cfg(target_family = "wasm")]
pub(super) fn number(count: usize) -> String {
    #[allow(clippy::cast_precision_loss, reason = "nothing is counted that does not fit into 53 bits")]
    let count = Number::from(count as f64);
    count.to_locale_string(super::language_tag()).into()
}

/// Whether what is counted stands in the form for one.
#[cfg(target_family = "wasm")]
pub(super) fn is_one(count: usize) -> bool {
    #[allow(clippy::cast_precision_loss, reason = "nothing is counted that does not fit into 53 bits")]
    let count = count as f64;
    let rules = Intl::PluralRules::new(&Array::of1(&super::language_tag().into()), &Object::new());
    rules.select(count) == "one"
}

#[cfg(not(target_family = "wasm"))]
pub(super) fn number(count: usize) -> String {
    count.to_string()
}

#[cfg(not(target_family = "wasm"))]
pub(super) fn is_one(count: usize) -> bool {
    count == 1
}
