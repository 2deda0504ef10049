//! What `cargo-mutants` says of each mutant, in its `outcomes.json`.

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::group::Group;

/// How a mutant ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A test failed.
    Killed,
    /// Every test passed: nothing noticed.
    Missed,
    /// The tests did not come to an end, which somebody would notice.
    TimedOut,
    /// It did not compile, so it says nothing.
    Unviable,
}

/// One mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mutant {
    pub(super) group: Group,
    pub(super) end: End,
    /// What was changed and where.
    pub(super) name: String,
}

/// The mutants of one run, without the unchanged tree that is tested first.
pub(super) fn read(text: &str) -> Result<Vec<Mutant>> {
    let report: Value = serde_json::from_str(text)?;
    let outcomes = report.get("outcomes").and_then(Value::as_array).context("there is no list `outcomes`")?;
    let mutants = outcomes.iter().filter(|outcome| outcome.pointer("/scenario/Mutant").is_some());
    mutants.map(|outcome| of(outcome).with_context(|| format!("this is no mutant: {outcome}"))).collect()
}

fn of(outcome: &Value) -> Option<Mutant> {
    let text = |place: &str| outcome.pointer(place).and_then(Value::as_str);
    let end = match text("/summary")? {
        "CaughtMutant" => End::Killed,
        "MissedMutant" => End::Missed,
        "Timeout" => End::TimedOut,
        "Unviable" => End::Unviable,
        _ => return None,
    };
    // A constant or a static has no function around it.
    let function = text("/scenario/Mutant/function/function_name").unwrap_or_default();
    let group = Group::of(text("/scenario/Mutant/file")?, function);
    Some(Mutant { group, end, name: text("/scenario/Mutant/name")?.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::{End, Group, Mutant, read};

    #[test]
    fn mutants_are_read_and_the_unchanged_tree_is_not_one() {
        let text = r#"{"outcomes": [
            {"scenario": "Baseline", "summary": "Success"},
            {"scenario": {"Mutant": {"name": "a.rs: replace a", "file": "crates/core/src/path.rs",
                "function": {"function_name": "encode"}}}, "summary": "MissedMutant"}]}"#;
        let expected = Mutant { group: Group::Requests, end: End::Missed, name: "a.rs: replace a".to_owned() };
        assert_eq!(read(text).unwrap(), [expected]);
    }

    #[test]
    fn an_end_that_nobody_knows_is_no_result() {
        let text = r#"{"outcomes": [{"scenario": {"Mutant": {"name": "a", "file": "b"}}, "summary": "Perhaps"}]}"#;
        assert!(read(text).is_err() && read("{}").is_err());
    }
}
