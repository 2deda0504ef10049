//! What the browser has measured, as `end2end/bench` writes it.

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

/// Who was visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// The console.
    Rekey,
    /// The peer made with React.
    Peer,
}

/// One visit to one page. Times are milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Visit {
    pub(super) page: Page,
    /// How many times slower the processor was made.
    pub(super) slowdown: u64,
    /// From the last byte of the list to its first rows on screen.
    pub(super) last_byte_to_rows: f64,
    /// From asking for the list to its first rows on screen.
    pub(super) request_to_rows: f64,
    /// From each key in the filter to its rows on screen.
    pub(super) key_to_rows: Vec<f64>,
    /// From scrolling to the end to the last row on screen.
    pub(super) scroll_to_end: f64,
    /// Elements of the page with the list, those in shadow roots as well.
    pub(super) elements: f64,
    /// Bytes of the JavaScript heap after a collection and of the memories of WebAssembly.
    pub(super) heap: f64,
}

/// Reads a list of visits.
pub(super) fn read(text: &str) -> Result<Vec<Visit>> {
    let visits: Vec<Value> = serde_json::from_str(text)?;
    visits.iter().map(visit).collect()
}

fn visit(value: &Value) -> Result<Visit> {
    let number = |key: &str| value.get(key).and_then(Value::as_f64).with_context(|| format!("no number `{key}`"));
    let keys = value.get("keyToRows").and_then(Value::as_array).context("no list `keyToRows`")?;
    Ok(Visit {
        page: match value.get("page").and_then(Value::as_str) {
            Some("rekey") => Page::Rekey,
            Some("peer") => Page::Peer,
            unknown => bail!("nobody knows the page {unknown:?}"),
        },
        slowdown: value.get("slowdown").and_then(Value::as_u64).context("no whole number `slowdown`")?,
        last_byte_to_rows: number("lastByteToRows")?,
        request_to_rows: number("requestToRows")?,
        key_to_rows: keys.iter().map(Value::as_f64).collect::<Option<_>>().context("a key without a time")?,
        scroll_to_end: number("scrollToEnd")?,
        elements: number("elements")?,
        heap: number("heap")?,
    })
}

#[cfg(test)]
mod tests {
    use super::{Page, read};

    const VISIT: &str = r#"[{"page": "peer", "slowdown": 4, "lastByteToRows": 70.5, "requestToRows": 300,
        "keyToRows": [20, 21.5], "scrollToEnd": 17, "elements": 570, "heap": 8000000}]"#;

    #[test]
    fn a_visit_is_read() {
        let visits = read(VISIT).unwrap();
        assert_eq!((visits[0].page, visits[0].slowdown, visits[0].elements), (Page::Peer, 4, 570.0));
        assert_eq!(visits[0].key_to_rows, [20.0, 21.5]);
    }

    #[test]
    fn what_was_not_measured_is_no_zero() {
        for (whole, broken) in [("70.5", "null"), ("[20, 21.5]", "[20, null]"), ("peer", "stranger"), ("heap", "hoop")]
        {
            assert!(read(&VISIT.replace(whole, broken)).is_err(), "{broken}");
        }
    }
}
