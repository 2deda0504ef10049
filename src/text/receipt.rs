//! A receipt in words, as Markdown: a list that any ticket system takes.

use rekey_core::outcome::Environment;
use rekey_core::receipt::{Changed, Receipt};

use super::{catalogue as text, environment_state, field, noun, visible};

/// This program and its version, as receipts name it.
pub const TOOL: &str = concat!("Rekey ", env!("CARGO_PKG_VERSION"));

/// The receipt as Markdown. Text from outside stands in code spans, in which nothing is markup.
pub fn receipt(receipt: &Receipt) -> String {
    let mut lines = vec![["### ", text::receipt_heading(), ": ", &code(&receipt.credential)].concat(), String::new()];
    let mut add = |label: &str, value: String| {
        if !value.is_empty() {
            lines.push(["- ", label, ": ", &value].concat());
        }
    };
    add(text::receipt_outcome(), outcome_word(receipt.outcome).to_owned());
    add(text::receipt_changed(), changed_what(receipt));
    add(text::system(), [&code(&receipt.connection), " (", receipt.system, ")"].concat());
    add(text::receipt_address(), code(&receipt.address));
    add(text::receipt_scope(), code(&receipt.scope));
    add(text::receipt_id(), code(&receipt.id));
    add(text::operator(), receipt.operator.as_deref().map(code).unwrap_or_default());
    add(text::receipt_when(), receipt.when.to_string());
    for row in &receipt.environments {
        add(text::environment(), environment(row));
    }
    add(text::the_server_said(), receipt.said.as_deref().map(code).unwrap_or_default());
    add(text::receipt_tool(), TOOL.to_owned());
    lines.push(String::new());
    lines.join("\n")
}

/// What a write changed, as a list of names.
pub fn changed_what(receipt: &Receipt) -> String {
    let name = |changed: &Changed| match changed {
        Changed::Field(changed) => field(*changed),
        Changed::Secret(secret) => noun(*secret),
    };
    receipt.changed.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// How a write ended, in a word or two.
pub fn outcome_word(code: &str) -> &'static str {
    match code {
        "saved" => text::outcome_saved(),
        "saved-not-deployed" => text::saved_not_deployed(),
        "saved-details-lost" => text::outcome_details_lost(),
        "rejected" => text::outcome_rejected(),
        _ => text::outcome_not_known(),
    }
}

fn environment(row: &Environment) -> String {
    let words = row.messages.iter().map(|words| code(words)).collect::<Vec<_>>().join("; ");
    let said = if words.is_empty() { String::new() } else { [" – ", &words].concat() };
    [&code(&row.name), ": ", environment_state(row.state), &said].concat()
}

/// A text in a code span, whose fence is longer than any run of backticks in it.
fn code(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let shown = visible(text);
    let mut fence = String::from("`");
    while shown.contains(&fence) {
        fence.push('`');
    }
    let pad = if shown.starts_with('`') || shown.ends_with('`') { " " } else { "" };
    [&fence, pad, &shown, pad, &fence].concat()
}

#[cfg(test)]
mod tests {
    use super::{code, receipt};
    use rekey_core::outcome::{Environment, EnvironmentState};
    use rekey_core::receipt::{Changed, Receipt};
    use rekey_core::timestamp::Timestamp;
    use rekey_core::visible::is_hidden;

    fn sample() -> Receipt {
        let messages = vec!["no route to `pod`".to_owned()];
        Receipt {
            when: Timestamp::parse("2026-11-21T12:00:00Z").unwrap(),
            system: "Apinizer",
            connection: "Gateway".to_owned(),
            address: String::new(),
            scope: "retail".to_owned(),
            credential: "api-user".to_owned(),
            id: "api-user".to_owned(),
            changed: vec![Changed::Secret(rekey_core::capabilities::SecretNoun::Password)],
            operator: None,
            outcome: "saved-not-deployed",
            environments: vec![Environment {
                name: "production".to_owned(),
                state: EnvironmentState::Failed,
                messages,
            }],
            status: None,
            said: None,
        }
    }

    #[test]
    fn a_receipt_has_a_line_for_each_thing_that_is_known() {
        let words = receipt(&sample());
        assert!(words.starts_with("### Receipt: `api-user`\n\n- Outcome: Saved, but not deployed everywhere\n"));
        assert!(words.contains("- Changed: password\n"));
        assert!(words.contains("- Environment: `production`: Failed – `` no route to `pod` ``\n"));
        assert!(!words.contains("Operator"), "{words}");
    }

    /// Whether a text is one code span and nothing else, by the rule of `CommonMark` 6.1: its fence ends it, and no other
    /// run of as many backticks stands in it.
    fn is_code(span: &str) -> bool {
        let fence = span.len() - span.trim_start_matches('`').len();
        let inside = span.strip_prefix(&"`".repeat(fence)).and_then(|rest| rest.strip_suffix(&"`".repeat(fence)));
        let runs = |inside: &str| inside.split(|sign| sign != '`').any(|run| run.len() == fence);
        fence > 0 && inside.is_some_and(|inside| !inside.is_empty() && !runs(inside))
    }

    #[test]
    fn no_hostile_text_leaves_its_line_or_its_code_span_h11() {
        let plain = receipt(&Receipt { operator: Some("a".to_owned()), said: Some("a".to_owned()), ..sample() });
        let labels = |words: &str| -> Vec<String> {
            let label = |line: &str| line.split_once(": ").map_or(line, |(label, _)| label).to_owned();
            words.lines().map(label).collect()
        };
        for text in rekey_hostile::texts::texts().iter().map(rekey_hostile::texts::Text::text) {
            let words = receipt(&Receipt {
                connection: text.clone(),
                scope: text.clone(),
                credential: text.clone(),
                id: text.clone(),
                operator: Some(text.clone()),
                said: Some(text.clone()),
                environments: vec![Environment {
                    name: text.clone(),
                    state: EnvironmentState::Failed,
                    messages: vec![text.clone()],
                }],
                ..sample()
            });
            assert_eq!(labels(&words), labels(&plain), "{text:?}");
            assert!(is_code(&code(&text)), "{text:?}");
            assert!(words.lines().filter(|line| line.contains(&code(&text))).count() >= 7, "{text:?}");
            assert!(!words.chars().any(|character| is_hidden(character) && character != '\n'), "{text:?}");
        }
    }

    #[test]
    fn text_from_outside_is_never_markup() {
        for (text, expected) in [
            ("a", "`a`"),
            ("", ""),
            ("a`b", "``a`b``"),
            ("`", "`` ` ``"),
            ("**x** [y](z)", "`**x** [y](z)`"),
            ("a\nb", "`a\\u{a}b`"),
        ] {
            assert_eq!(code(text), expected);
        }
    }
}
