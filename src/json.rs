//! JSON by the browser's own parser, for what the first part of the program reads.

use js_sys::{Array, Error, JSON, Object};
use rekey_core::json::{DEEPEST, Json, TOO_DEEP};
use wasm_bindgen::{JsCast, JsValue};

/// Parses a text.
///
/// # Errors
/// The browser's words, in English, which may quote some of the text.
pub fn parse(text: &str) -> Result<Json, String> {
    let value = JSON::parse(text).map_err(|error| String::from(error.unchecked_into::<Error>().message()))?;
    within(DEEPEST, &value).ok_or_else(|| TOO_DEEP.to_owned())
}

fn within(depth: usize, value: &JsValue) -> Option<Json> {
    let below = |value: &JsValue| within(depth.checked_sub(1)?, value);
    if let Some(text) = value.as_string() {
        return Some(Json::Text(text));
    }
    if let Some(number) = value.as_f64() {
        return Some(Json::Number(number));
    }
    if let Some(flag) = value.as_bool() {
        return Some(Json::Flag(flag));
    }
    if let Some(entries) = value.dyn_ref::<Array>() {
        return Some(Json::List(entries.iter().map(|entry| below(&entry)).collect::<Option<_>>()?));
    }
    let Some(object) = value.dyn_ref::<Object>() else { return Some(Json::Null) };
    let member = |member: JsValue| {
        let member: Array = member.unchecked_into();
        Some((member.get(0).as_string()?, below(&member.get(1))?))
    };
    Some(Json::Object(Object::entries(object).iter().map(member).collect::<Option<_>>()?))
}
