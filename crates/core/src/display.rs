//! How the console looks and listens: what a configuration, a portal or a person may choose of it (UX-55, UX-57, M).

/// All choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Display {
    /// The colours.
    pub theme: Theme,
    /// How much stands on a screen.
    pub density: Density,
    /// What is kept from those who watch.
    pub presenter: Presenter,
    /// Whether single keys do something (WCAG 2.1.4).
    pub shortcuts: Shortcuts,
}

impl Display {
    /// The same after a host has set an attribute of the element, or has taken it away, which chooses what is usual. A
    /// value that names no choice changes nothing.
    #[must_use]
    pub fn after(self, attribute: &str, value: Option<&str>) -> Self {
        fn read<T: Choice + Default>(value: Option<&str>, now: T) -> T {
            value.map_or_else(T::default, |value| T::named(value).unwrap_or(now))
        }
        match attribute {
            "theme" => Self { theme: read(value, self.theme), ..self },
            "density" => Self { density: read(value, self.density), ..self },
            "presenter" => Self { presenter: read(value, self.presenter), ..self },
            "shortcuts" => Self { shortcuts: read(value, self.shortcuts), ..self },
            _ => self,
        }
    }
}

/// The closed choices of one kind, each with the name that configurations, attributes and addresses use.
pub trait Choice: Copy + PartialEq + 'static {
    /// All of them, in their order on screen.
    const ALL: &'static [Self];

    /// The name.
    fn name(self) -> &'static str;

    /// The choice with a name.
    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.name() == name)
    }
}

/// The colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Choice for Theme {
    const ALL: &'static [Self] = &[Self::System, Self::Light, Self::Dark];

    fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How much stands on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Density {
    /// With room around everything.
    #[default]
    Comfortable,
    /// More rows on a screen. What is pressed keeps at least 24 pixels (WCAG 2.5.8).
    Compact,
}

impl Choice for Density {
    const ALL: &'static [Self] = &[Self::Comfortable, Self::Compact];

    fn name(self) -> &'static str {
        match self {
            Self::Comfortable => "comfortable",
            Self::Compact => "compact",
        }
    }
}

/// Presenter mode (ux.md 3 M): for a screen that others see, or that is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Presenter {
    /// Nobody watches.
    #[default]
    Off,
    /// Secrets can be neither shown nor copied.
    Secrets,
    /// That, and names are blurred. Who has them read out still hears them.
    Names,
}

impl Presenter {
    /// Whether secrets can be neither shown nor copied.
    pub fn keeps_secrets(self) -> bool {
        match self {
            Self::Off => false,
            Self::Secrets | Self::Names => true,
        }
    }

    /// Whether names are blurred.
    pub fn blurs_names(self) -> bool {
        self == Self::Names
    }
}

impl Choice for Presenter {
    const ALL: &'static [Self] = &[Self::Off, Self::Secrets, Self::Names];

    fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Secrets => "secrets",
            Self::Names => "names",
        }
    }
}

/// Whether single keys do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shortcuts {
    /// They do, while no field has the focus.
    #[default]
    On,
    /// They do not.
    Off,
}

impl Choice for Shortcuts {
    const ALL: &'static [Self] = &[Self::On, Self::Off];

    fn name(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Off => "off",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, Density, Display, Presenter, Shortcuts, Theme};

    fn every_name_leads_back<T: Choice + std::fmt::Debug>() {
        for choice in T::ALL {
            assert_eq!(T::named(choice.name()), Some(*choice));
        }
        assert_eq!(T::named(""), None);
        assert_eq!(T::named("ON"), None);
    }

    #[test]
    fn a_choice_is_found_by_its_name_and_by_no_other() {
        every_name_leads_back::<Theme>();
        every_name_leads_back::<Density>();
        every_name_leads_back::<Presenter>();
        every_name_leads_back::<Shortcuts>();
    }

    #[test]
    fn a_host_chooses_by_an_attribute_and_takes_it_back_by_taking_it_away() {
        let before = Display { theme: Theme::Dark, ..Display::default() };
        for (attribute, value, after) in [
            ("theme", Some("light"), Display { theme: Theme::Light, ..before }),
            ("theme", Some("purple"), before),
            ("theme", None, Display::default()),
            ("density", Some("compact"), Display { density: Density::Compact, ..before }),
            ("presenter", Some("names"), Display { presenter: Presenter::Names, ..before }),
            ("shortcuts", Some("off"), Display { shortcuts: Shortcuts::Off, ..before }),
            ("token", Some("light"), before),
        ] {
            assert_eq!(before.after(attribute, value), after, "{attribute} {value:?}");
        }
    }

    #[test]
    fn blurred_names_come_with_kept_secrets() {
        for presenter in Presenter::ALL {
            assert!(presenter.keeps_secrets() || !presenter.blurs_names());
        }
    }
}
