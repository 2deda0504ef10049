//! Media types, without their parameters.

/// `application/json` out of `Application/JSON; charset=utf-8`.
pub(crate) fn essence(text: &str) -> String {
    text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether a body of this type is JSON.
pub(crate) fn is_json(essence: &str) -> bool {
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}

/// Whether an `Accept` allows a type; weights are not looked at, but a weight of zero refuses.
pub(crate) fn accepts(accept: &str, offered: &str) -> bool {
    let kind = offered.split('/').next().unwrap_or_default();
    accept.split(',').any(|range| {
        let refused = range.split(';').skip(1).any(|parameter| matches!(parameter.trim(), "q=0" | "q=0.0"));
        let range = essence(range);
        !refused && (range == "*/*" || range == offered || range == format!("{kind}/*"))
    })
}

#[cfg(test)]
mod tests {
    use super::{accepts, essence, is_json};

    #[test]
    fn parameters_and_letter_case_do_not_matter() {
        assert_eq!(essence("Application/Problem+JSON ; charset=utf-8"), "application/problem+json");
        assert!(is_json("application/problem+json"));
        assert!(!is_json("text/json"));
    }

    #[test]
    fn an_accept_is_a_list_of_ranges() {
        for (accept, accepted) in [
            ("application/json", false),
            ("application/hal+json", true),
            ("application/json, application/hal+json;q=0.5", true),
            ("application/hal+json;q=0, application/json", false),
            ("application/*", true),
            ("text/*", false),
            ("*/*", true),
            ("", false),
        ] {
            assert_eq!(accepts(accept, "application/hal+json"), accepted, "{accept}");
        }
    }
}
