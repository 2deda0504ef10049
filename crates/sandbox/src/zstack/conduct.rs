//! What the contract leaves open and a client must survive either way: switched under `/_sandbox/settings`.

use serde::{Deserialize, Serialize};

/// Whether an update must carry a field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Presence {
    /// What is left out stays as it is.
    #[default]
    Optional,
    /// What is left out is refused: the mark on the page taken at its word (section 3.1).
    Required,
}

/// Whether the list of credentials says how many there are. Its last part was not seen (section 4.3).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum TotalForm {
    /// Only `items`.
    #[default]
    Absent,
    /// `items` and `total`.
    Present,
}

/// How the counters are told: typed String, with numbers in the example (section 4.5).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum StatisticsForm {
    /// As in the example.
    #[default]
    Numbers,
    /// As in the table of fields.
    Strings,
    /// A server without them: 404.
    Off,
}

/// How long a page of a list is (Z10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PageLimits {
    /// Without a `limit`, or with 0.
    pub(super) default: usize,
    /// Whatever the `limit`.
    pub(super) maximum: usize,
}

impl Default for PageLimits {
    fn default() -> Self {
        Self { default: 20, maximum: 100 }
    }
}

impl PageLimits {
    /// The length of the page for what was asked.
    pub(super) fn length(self, limit: Option<usize>) -> usize {
        let wanted = limit.filter(|limit| *limit > 0).unwrap_or(self.default);
        wanted.min(self.maximum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_as_long_as_asked_up_to_the_maximum() {
        let limits = PageLimits { default: 20, maximum: 100 };
        for (asked, length) in [(None, 20), (Some(0), 20), (Some(1), 1), (Some(100), 100), (Some(101), 100)] {
            assert_eq!(limits.length(asked), length, "{asked:?}");
        }
    }
}
