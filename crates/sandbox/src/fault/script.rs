//! Which request meets which fault.

use std::sync::{Mutex, PoisonError};

use serde::Deserialize;

use super::Fault;

/// One line of the script: the `nth` request that matches (counted from when the script was posted), and the
/// `times - 1` after it, meet the fault.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FaultRule {
    /// Without a method, any.
    method: Option<String>,
    /// The path exactly as the client sends it, still percent-encoded; a `*` at the end stands for any rest.
    path: String,
    /// Whether reads that carry no credentials meet it as well. A page may ask such before anybody has signed in, and
    /// would use up what was meant for a list.
    #[serde(default)]
    unsigned: bool,
    #[serde(default = "one")]
    nth: u32,
    #[serde(default = "one")]
    times: u32,
    fault: Fault,
    #[serde(skip)]
    seen: u32,
}

fn one() -> u32 {
    1
}

impl FaultRule {
    fn matches(&self, method: &str, path: &str) -> bool {
        let path_matches = match self.path.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == self.path,
        };
        path_matches && self.method.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
    }

    /// Counts the request if it matches, and says whether this is one that meets the fault.
    fn fires(&mut self, method: &str, path: &str, is_signed: bool) -> bool {
        let is_other_read = !is_signed && !self.unsigned && method.eq_ignore_ascii_case("GET");
        if is_other_read || !self.matches(method, path) {
            return false;
        }
        self.seen = self.seen.saturating_add(1);
        self.seen >= self.nth && self.seen - self.nth < self.times
    }
}

/// The rules in force.
#[derive(Debug, Default)]
pub(crate) struct FaultScript {
    rules: Mutex<Vec<FaultRule>>,
}

impl FaultScript {
    /// Puts `rules` in the place of all earlier ones.
    pub(crate) fn replace(&self, rules: Vec<FaultRule>) {
        *self.rules.lock().unwrap_or_else(PoisonError::into_inner) = rules;
    }

    /// The fault this request meets. Every matching rule counts the request; the first that fires wins.
    pub(crate) fn next(&self, method: &str, path: &str, is_signed: bool) -> Option<Fault> {
        let mut rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        let mut met = None;
        for rule in rules.iter_mut() {
            if rule.fires(method, path, is_signed) && met.is_none() {
                met = Some(rule.fault.clone());
            }
        }
        met
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script(rules: &str) -> FaultScript {
        let script = FaultScript::default();
        script.replace(serde_json::from_str(rules).unwrap());
        script
    }

    #[test]
    fn a_rule_fires_once_unless_told_otherwise() {
        let script = script(r#"[{"method":"GET","path":"/a","fault":{"kind":"apply-then-drop"}}]"#);
        assert_eq!(script.next("POST", "/a", true), None);
        assert_eq!(script.next("GET", "/a/", true), None);
        assert_eq!(script.next("GET", "/a", true), Some(Fault::ApplyThenDrop {}));
        assert_eq!(script.next("GET", "/a", true), None);
    }

    #[test]
    fn nth_and_times_choose_a_run_of_requests() {
        let script = script(r#"[{"path":"/a/*","nth":2,"times":2,"fault":{"kind":"apply-then-drop"}}]"#);
        let met: Vec<bool> = (0..5).map(|_| script.next("GET", "/a/b", true).is_some()).collect();
        assert_eq!(met, [false, true, true, false, false]);
    }

    #[test]
    fn rules_count_independently() {
        let script = script(
            r#"[{"path":"/a","fault":{"kind":"apply-then-drop"}},{"path":"/a","nth":2,"fault":{"kind":"cut-body","after":1}}]"#,
        );
        assert_eq!(script.next("GET", "/a", true), Some(Fault::ApplyThenDrop {}));
        assert_eq!(script.next("GET", "/a", true), Some(Fault::CutBody { after: 1 }));
    }

    #[test]
    fn a_read_without_credentials_uses_up_no_fault_but_one_that_is_meant_for_it() {
        let script = script(r#"[{"path":"/a","fault":{"kind":"apply-then-drop"}}]"#);
        assert_eq!(script.next("GET", "/a", false), None);
        assert_eq!(script.next("GET", "/a", true), Some(Fault::ApplyThenDrop {}));
        script.replace(
            serde_json::from_str(r#"[{"path":"/a","unsigned":true,"fault":{"kind":"apply-then-drop"}}]"#).unwrap(),
        );
        assert_eq!(script.next("GET", "/a", false), Some(Fault::ApplyThenDrop {}));
        script.replace(serde_json::from_str(r#"[{"path":"/a","fault":{"kind":"apply-then-drop"}}]"#).unwrap());
        assert_eq!(script.next("POST", "/a", false), Some(Fault::ApplyThenDrop {}), "as to the token endpoint");
    }
}
