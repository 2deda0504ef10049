//! What a request sends and what it accepts.

use axum::http::{HeaderMap, HeaderName, header};

use super::refusal::Refusal;

pub(super) const JSON: &str = "application/json";

/// Refuses a body that is not declared as JSON.
pub(super) fn require_json_body(headers: &HeaderMap) -> Result<(), Refusal> {
    let declared = items(headers, header::CONTENT_TYPE);
    match declared.as_slice() {
        [only] if essence(only).eq_ignore_ascii_case(JSON) => Ok(()),
        _ => Err(Refusal::UnsupportedMediaType),
    }
}

/// Whether `Accept` names `media_type` itself.
pub(super) fn names(headers: &HeaderMap, media_type: &str) -> bool {
    items(headers, header::ACCEPT).iter().any(|item| essence(item).eq_ignore_ascii_case(media_type) && is_wanted(item))
}

/// Whether `Accept` leaves the choice to the server: there is none, or it has a range that covers everything.
pub(super) fn leaves_open(headers: &HeaderMap) -> bool {
    let accepted = items(headers, header::ACCEPT);
    accepted.is_empty()
        || accepted.iter().any(|item| matches!(essence(item), "*/*" | "application/*") && is_wanted(item))
}

/// The comma-separated items of a header, however many lines they are spread over.
fn items(headers: &HeaderMap, name: HeaderName) -> Vec<&str> {
    let lines = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim).filter(|item| !item.is_empty()).collect()
}

/// The media type without its parameters.
fn essence(item: &str) -> &str {
    item.split(';').next().unwrap_or_default().trim()
}

/// `q=0` means "anything but this".
fn is_wanted(item: &str) -> bool {
    let quality = item.split(';').skip(1).find_map(|parameter| parameter.trim().strip_prefix("q="));
    quality.is_none_or(|quality| quality.parse::<f32>().is_ok_and(|weight| weight > 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepting(text: &str) -> HeaderMap {
        [(header::ACCEPT, text.parse().unwrap())].into_iter().collect()
    }

    #[test]
    fn a_media_type_is_named_with_or_without_parameters() {
        for text in [JSON, "text/xml, application/json;q=0.5", "APPLICATION/JSON; charset=utf-8"] {
            assert!(names(&accepting(text), JSON), "{text}");
        }
        for text in ["*/*", "application/json;q=0", "application/jsonp"] {
            assert!(!names(&accepting(text), JSON), "{text}");
        }
    }

    #[test]
    fn no_accept_or_a_wide_one_leaves_the_choice_open() {
        assert!(leaves_open(&HeaderMap::new()));
        assert!(leaves_open(&accepting("text/html, */*;q=0.8")));
        assert!(!leaves_open(&accepting("text/*, */*;q=0")));
    }
}
