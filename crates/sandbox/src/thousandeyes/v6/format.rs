//! The format of an answer: by suffix, else by `Accept`, else by `format` (contract, 2). The sandbox plays JSON only, and
//! answers 406 where XML is asked for.

use axum::http::HeaderMap;

use super::address::Suffix;
use crate::thousandeyes::call::parameter;
use crate::thousandeyes::media_type;
use crate::thousandeyes::messages::undocumented;
use crate::thousandeyes::refusal::Refusal;

const XML: &str = "text/xml";

/// Refuses everything but JSON. Where nothing is chosen, the answer is JSON, which no page says.
pub(super) fn require_json(suffix: Option<Suffix>, headers: &HeaderMap, query: Option<&str>) -> Result<(), Refusal> {
    if is_json(suffix, headers, query) { Ok(()) } else { Err(Refusal::NotAcceptable(undocumented::ONLY_JSON)) }
}

fn is_json(suffix: Option<Suffix>, headers: &HeaderMap, query: Option<&str>) -> bool {
    if let Some(suffix) = suffix {
        return suffix == Suffix::Json;
    }
    if media_type::names(headers, media_type::JSON) {
        return true;
    }
    if media_type::names(headers, XML) {
        return false;
    }
    // Lower case only, so that `JSON` names no format at all.
    match parameter(query, "format").as_deref() {
        Some(format) => format == "json",
        None => media_type::leaves_open(headers),
    }
}

#[cfg(test)]
mod tests {
    use axum::http::header;

    use super::*;

    fn accepting(accept: &str) -> HeaderMap {
        [(header::ACCEPT, accept.parse().unwrap())].into_iter().collect()
    }

    #[test]
    fn the_suffix_wins_then_accept_then_the_query() {
        let xml = Some("format=xml");
        for (suffix, accept, query, expected) in [
            (Some(Suffix::Json), "text/xml", xml, true),
            (Some(Suffix::Xml), "application/json", None, false),
            (None, "application/json", xml, true),
            (None, "text/xml", Some("format=json"), false),
            (None, "*/*", xml, false),
            (None, "*/*", Some("aid=75&format=json"), true),
            (None, "*/*", Some("format=JSON"), false),
            (None, "*/*", None, true),
            (None, "text/html", Some("format=json"), true),
            (None, "text/html", None, false),
        ] {
            assert_eq!(is_json(suffix, &accepting(accept), query), expected, "{suffix:?} {accept} {query:?}");
        }
        assert!(is_json(None, &HeaderMap::new(), None));
    }
}
