//! What the browser has measured, as `end2end/bench` writes it.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

/// Who was visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Page {
    /// The console.
    Rekey,
    /// A page made with React.
    React,
    /// A page written by hand, without any library.
    Plain,
}

impl Page {
    /// What it is called in a table.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Rekey => "Rekey",
            Self::React => "React",
            Self::Plain => "by hand",
        }
    }
}

/// One visit to one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Visit {
    pub(super) page: Page,
    /// The network or the processor that was played.
    pub(super) setting: String,
    /// By its name, what was measured once or several times: milliseconds, bytes, or a count.
    pub(super) figures: BTreeMap<String, Vec<f64>>,
}

/// Reads a list of visits.
pub(super) fn read(text: &str) -> Result<Vec<Visit>> {
    let visits: Vec<Value> = serde_json::from_str(text)?;
    visits.iter().map(visit).collect()
}

fn visit(value: &Value) -> Result<Visit> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).with_context(|| format!("no text `{key}`"));
    let figures = value.get("figures").and_then(Value::as_object).context("no object `figures`")?;
    Ok(Visit {
        page: match text("page")? {
            "rekey" => Page::Rekey,
            "react" => Page::React,
            "plain" => Page::Plain,
            unknown => bail!("nobody knows the page `{unknown}`"),
        },
        setting: text("setting")?.to_owned(),
        figures: figures
            .iter()
            .map(|(name, figure)| Ok((name.clone(), numbers(name, figure)?)))
            .collect::<Result<_>>()?,
    })
}

/// A number, or a list of them.
fn numbers(name: &str, figure: &Value) -> Result<Vec<f64>> {
    let several = figure.as_array().map_or(std::slice::from_ref(figure), Vec::as_slice);
    let numbers: Option<Vec<_>> = several.iter().map(Value::as_f64).collect();
    numbers.with_context(|| format!("`{name}` is not a number"))
}

#[cfg(test)]
mod tests {
    use super::{Page, read};

    const VISIT: &str = r#"[{"page": "react", "setting": "slow 4G",
        "figures": {"firstPaint": 70.5, "keyToRows": [20, 21.5]}}]"#;

    #[test]
    fn a_visit_is_read() {
        let visits = read(VISIT).unwrap();
        assert_eq!((visits[0].page, visits[0].setting.as_str()), (Page::React, "slow 4G"));
        assert_eq!(visits[0].figures["firstPaint"], [70.5]);
        assert_eq!(visits[0].figures["keyToRows"], [20.0, 21.5]);
    }

    #[test]
    fn what_was_not_measured_is_no_zero() {
        for (whole, broken) in [("70.5", "null"), ("[20, 21.5]", "[20, null]"), ("react", "stranger"), ("figures", "f")]
        {
            assert!(read(&VISIT.replace(whole, broken)).is_err(), "{broken}");
        }
    }
}
