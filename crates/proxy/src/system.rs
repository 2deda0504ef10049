//! What a proxy has to know of the systems: how the names of their connections begin, what the configuration of the page
//! calls them, and what of their hosts the console asks for.

use rekey_core::dialect::Dialect;

/// What the name of a connection is, or begins with. A word that begins with another one stands before it.
const WORDS: [(&str, Dialect); 5] = [
    ("apinizer", Dialect::Apinizer),
    ("thousandeyes-v6", Dialect::ThousandEyesV6),
    ("thousandeyes-v7", Dialect::ThousandEyesV7),
    ("thousandeyes", Dialect::ThousandEyesV7),
    ("zstack", Dialect::ZStack),
];

/// The system of a name such as `zstack` or `apinizer-live`.
pub(crate) fn of(name: &str) -> Option<Dialect> {
    let is = |word: &str| name.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    WORDS.iter().find(|(word, _)| is(word)).map(|(_, system)| *system)
}

/// Its `kind` in the configuration of the page, and its `version` where it has several.
pub(crate) fn kind(system: Dialect) -> (&'static str, Option<&'static str>) {
    match system {
        Dialect::Apinizer => ("apinizer", None),
        Dialect::ThousandEyesV6 => ("thousandeyes", Some("v6")),
        Dialect::ThousandEyesV7 => ("thousandeyes", Some("v7")),
        Dialect::ZStack => ("zstack", None),
    }
}

/// What the paths of its API begin with.
pub(crate) fn prefix(system: Dialect) -> &'static str {
    match system {
        Dialect::Apinizer => "/apiops/",
        Dialect::ThousandEyesV6 => "/v6/",
        Dialect::ThousandEyesV7 => "/v7/",
        Dialect::ZStack => "/api/v1/",
    }
}

/// The methods that the console calls it with.
pub(crate) fn methods(system: Dialect) -> &'static [&'static str] {
    match system {
        Dialect::Apinizer => &["GET", "POST", "PUT", "PATCH"],
        Dialect::ThousandEyesV6 => &["GET", "POST"],
        Dialect::ThousandEyesV7 | Dialect::ZStack => &["GET", "PUT"],
    }
}

#[cfg(test)]
mod tests {
    use super::{Dialect, of};

    #[test]
    fn a_name_begins_with_its_system() {
        for (name, system) in [
            ("apinizer", Dialect::Apinizer),
            ("apinizer-live", Dialect::Apinizer),
            ("thousandeyes", Dialect::ThousandEyesV7),
            ("thousandeyes-emea", Dialect::ThousandEyesV7),
            ("thousandeyes-v7", Dialect::ThousandEyesV7),
            ("thousandeyes-v6", Dialect::ThousandEyesV6),
            ("thousandeyes-v6-emea", Dialect::ThousandEyesV6),
            ("zstack-2", Dialect::ZStack),
        ] {
            assert_eq!(of(name), Some(system), "{name}");
        }
        for name in ["", "gateway", "apinizer2", "my-apinizer", "zstackcloud"] {
            assert_eq!(of(name), None, "{name}");
        }
    }
}
