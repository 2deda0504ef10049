//! The systems, as far as a proxy has to know them: what people call them, and what of their hosts the console asks for.

/// A system that the console speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum System {
    Apinizer,
    ThousandEyesV6,
    ThousandEyesV7,
    ZStack,
}

/// What the name of a connection is, or begins with. A word that begins with another one stands before it.
const WORDS: [(&str, System); 5] = [
    ("apinizer", System::Apinizer),
    ("thousandeyes-v6", System::ThousandEyesV6),
    ("thousandeyes-v7", System::ThousandEyesV7),
    ("thousandeyes", System::ThousandEyesV7),
    ("zstack", System::ZStack),
];

impl System {
    /// The system of a name such as `zstack` or `apinizer-live`.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let is = |word: &str| name.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
        WORDS.iter().find(|(word, _)| is(word)).map(|(_, system)| *system)
    }

    /// What people call it.
    pub(crate) fn product(self) -> &'static str {
        match self {
            Self::Apinizer => "Apinizer",
            Self::ThousandEyesV6 => "ThousandEyes v6",
            Self::ThousandEyesV7 => "ThousandEyes",
            Self::ZStack => "ZStack Cloud",
        }
    }

    /// Its `kind` in the configuration of the page, and its `version` where it has several.
    pub(crate) fn kind(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Apinizer => ("apinizer", None),
            Self::ThousandEyesV6 => ("thousandeyes", Some("v6")),
            Self::ThousandEyesV7 => ("thousandeyes", Some("v7")),
            Self::ZStack => ("zstack", None),
        }
    }

    /// What the paths of its API begin with.
    pub(crate) fn prefix(self) -> &'static str {
        match self {
            Self::Apinizer => "/apiops/",
            Self::ThousandEyesV6 => "/v6/",
            Self::ThousandEyesV7 => "/v7/",
            Self::ZStack => "/api/v1/",
        }
    }

    /// The methods that the console calls it with.
    pub(crate) fn methods(self) -> &'static [&'static str] {
        match self {
            Self::Apinizer => &["GET", "POST", "PUT", "PATCH"],
            Self::ThousandEyesV6 => &["GET", "POST"],
            Self::ThousandEyesV7 | Self::ZStack => &["GET", "PUT"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::System;

    #[test]
    fn a_name_begins_with_its_system() {
        for (name, system) in [
            ("apinizer", System::Apinizer),
            ("apinizer-live", System::Apinizer),
            ("thousandeyes", System::ThousandEyesV7),
            ("thousandeyes-emea", System::ThousandEyesV7),
            ("thousandeyes-v7", System::ThousandEyesV7),
            ("thousandeyes-v6", System::ThousandEyesV6),
            ("thousandeyes-v6-emea", System::ThousandEyesV6),
            ("zstack-2", System::ZStack),
        ] {
            assert_eq!(System::of(name), Some(system), "{name}");
        }
        for name in ["", "gateway", "apinizer2", "my-apinizer", "zstackcloud"] {
            assert_eq!(System::of(name), None, "{name}");
        }
    }
}
