//! How many credentials a system has, by their health.

/// The counters; one that could not be read is shown as a dash (Z11).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statistics {
    /// All of them.
    pub total: Option<String>,
    /// Nothing to do.
    pub ok: Option<String>,
    /// They end soon.
    pub expiring: Option<String>,
    /// They have ended.
    pub expired: Option<String>,
    /// The server does not know.
    pub unknown: Option<String>,
}
