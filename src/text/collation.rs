//! The order of texts in the language that is spoken, by the browser's tables.

use js_sys::{Array, Function, Intl, Map, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The rank of each text; texts that the language takes for the same have the same one. Digits count as numbers, so that
/// `user-9` comes before `user-10`.
pub fn rank(texts: &[&str]) -> Vec<u32> {
    let options = Object::new();
    let _ = Reflect::set(&options, &"numeric".into(), &true.into());
    let compare = Intl::Collator::new(&Array::of1(&super::language_tag().into()), &options).compare();
    let sorted: Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
    // The browser compares by itself: a closure of ours would be called a hundred thousand times.
    if let Ok(sort) = Reflect::get(&sorted, &"sort".into()).and_then(JsCast::dyn_into::<Function>) {
        let _ = sort.call1(&sorted, &compare);
    }
    let ranks = Map::new();
    let (mut rank, mut before) = (0_u32, None);
    for text in sorted.iter() {
        let is_same = before.as_ref().is_some_and(|before| {
            compare.call2(&JsValue::NULL, before, &text).is_ok_and(|order| order.as_f64() == Some(0.0))
        });
        rank += u32::from(!is_same);
        ranks.set(&text, &rank.into());
        before = Some(text);
    }
    let number = |text: &str| ranks.get(&JsValue::from_str(text)).as_f64().unwrap_or_default();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank that was counted above")]
    texts.iter().map(|text| number(text) as u32).collect()
}
