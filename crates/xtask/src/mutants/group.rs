//! What a mutant belongs to.

/// The files that are broken, as patterns of `cargo-mutants`.
pub(super) const FILES: [&str; 14] = [
    "crates/core/src/dialect.rs",
    "crates/core/src/dialect/**/*.rs",
    "crates/core/src/draft.rs",
    "crates/core/src/http.rs",
    "crates/core/src/merge.rs",
    "crates/core/src/merge/**/*.rs",
    "crates/core/src/operation/list.rs",
    "crates/core/src/operation/pace.rs",
    "crates/core/src/operation/read.rs",
    "crates/core/src/operation/trace.rs",
    "crates/core/src/operation/write.rs",
    "crates/core/src/outcome.rs",
    "crates/core/src/path.rs",
    "crates/core/src/problem.rs",
];

/// The functions of the dialects that make requests; the others read answers.
const REQUESTS: [&str; 16] = [
    "account_groups",
    "address",
    "body",
    "carried",
    "credentials",
    "hal",
    "in_group",
    "list",
    "look",
    "parts",
    "projects",
    "scopes",
    "sign_in",
    "statistics",
    "token_request",
    "write",
];

/// A part of the core that has its own figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// What an answer means.
    Outcomes,
    /// What is sent again, when, and when not.
    Repeats,
    /// What is sent.
    Requests,
    /// What becomes of two changes of one record.
    Merge,
}

impl Group {
    /// All of them, in the order of the table.
    pub(super) const ALL: [Self; 4] = [Self::Outcomes, Self::Repeats, Self::Requests, Self::Merge];

    /// The name in the table.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Outcomes => "outcome classification",
            Self::Repeats => "retry policy",
            Self::Requests => "request building",
            Self::Merge => "merge",
        }
    }

    /// The group of a function, such as `Dialect::interpret_write` in `crates/core/src/dialect.rs`.
    pub(super) fn of(file: &str, function: &str) -> Self {
        let place = file.strip_prefix("crates/core/src/").unwrap_or(file);
        let name = function.rsplit("::").next().unwrap_or_default();
        match place {
            _ if place.starts_with("merge") => Self::Merge,
            "outcome.rs" | "problem.rs" | "operation/trace.rs" => Self::Outcomes,
            _ if place.starts_with("operation/") => Self::Repeats,
            "http.rs" => Self::of_exchange(name),
            _ if place.starts_with("dialect") && !REQUESTS.contains(&name) => Self::Outcomes,
            _ => Self::Requests,
        }
    }

    /// Requests and answers share a file.
    fn of_exchange(function: &str) -> Self {
        match function {
            "wait_hint" => Self::Repeats,
            "media_type" | "is_success" | "json" | "is_empty" | "is_shallow" | "never_sent" => Self::Outcomes,
            _ => Self::Requests,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Group;

    #[test]
    fn a_function_belongs_to_what_it_decides() {
        for (place, function, group) in [
            ("dialect.rs", "Dialect::interpret_write", Group::Outcomes),
            ("dialect.rs", "Dialect::write", Group::Requests),
            ("dialect/apinizer/deployment.rs", "collect", Group::Outcomes),
            ("dialect/thousandeyes/v7.rs", "hal", Group::Requests),
            ("http.rs", "wait_hint", Group::Repeats),
            ("http.rs", "Response::json", Group::Outcomes),
            ("http.rs", "push_json_string", Group::Requests),
            ("operation/pace.rs", "Pace::hold", Group::Repeats),
            ("operation/trace.rs", "Trace::find", Group::Outcomes),
            ("path.rs", "encode", Group::Requests),
            ("draft.rs", "CredentialDraft::parse", Group::Requests),
            ("merge.rs", "merge", Group::Merge),
        ] {
            assert_eq!(Group::of(&format!("crates/core/src/{place}"), function), group, "{place} {function}");
        }
    }
}
