//! The classes of characters that some servers ask for (UX-12, UX-18).

/// A class of printable ASCII characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// `A` to `Z`.
    Upper,
    /// `a` to `z`.
    Lower,
    /// `0` to `9`.
    Digit,
    /// Everything else that is printed and is no blank.
    Sign,
}

impl Class {
    /// All of them, in their order on screen.
    pub const ALL: [Self; 4] = [Self::Upper, Self::Lower, Self::Digit, Self::Sign];

    /// The class of a character; none for a blank, and for what is not ASCII.
    pub fn of(character: char) -> Option<Self> {
        match character {
            'A'..='Z' => Some(Self::Upper),
            'a'..='z' => Some(Self::Lower),
            '0'..='9' => Some(Self::Digit),
            '!'..='~' => Some(Self::Sign),
            _ => None,
        }
    }

    fn bit(self) -> u8 {
        match self {
            Self::Upper => 1,
            Self::Lower => 2,
            Self::Digit => 4,
            Self::Sign => 8,
        }
    }
}

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(u8);

impl Classes {
    /// None of them.
    pub const NONE: Self = Self(0);
    /// All of them.
    pub const ALL: Self = Self(15);

    /// The classes that occur in a text.
    pub fn of(text: &str) -> Self {
        text.chars().filter_map(Class::of).collect()
    }

    /// Whether a character is of one of them.
    pub fn hold(self, character: char) -> bool {
        Class::of(character).is_some_and(|class| self.has(class))
    }

    /// Whether a class is among them.
    pub fn has(self, class: Class) -> bool {
        self.0 & class.bit() != 0
    }

    /// These and one more.
    #[must_use]
    pub fn with(self, class: Class) -> Self {
        Self(self.0 | class.bit())
    }

    /// These without one of them.
    #[must_use]
    pub fn without(self, class: Class) -> Self {
        Self(self.0 & !class.bit())
    }

    /// These without all of those.
    #[must_use]
    pub fn minus(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// How many there are.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Each of them, in their order on screen.
    pub fn iter(self) -> impl Iterator<Item = Class> {
        Class::ALL.into_iter().filter(move |class| self.has(*class))
    }

    /// Every set of some of these, none and all of them included.
    pub fn subsets(self) -> impl Iterator<Item = Self> {
        (0..=self.0).map(Self).filter(move |subset| subset.minus(self).is_empty())
    }
}

impl FromIterator<Class> for Classes {
    fn from_iter<I: IntoIterator<Item = Class>>(classes: I) -> Self {
        classes.into_iter().fold(Self::NONE, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Classes};

    #[test]
    fn every_printable_ascii_sign_has_a_class_and_a_blank_has_none() {
        assert!(('!'..='~').all(|character| Class::of(character).is_some()));
        assert!([' ', '\t', '\n', 'ü', '\u{a0}', '鍵'].iter().all(|character| Class::of(*character).is_none()));
        assert_eq!(Classes::of("aA1-"), Classes::ALL);
        assert_eq!(Classes::of("ab 12"), [Class::Lower, Class::Digit].into_iter().collect());
    }

    #[test]
    fn the_subsets_of_two_classes_are_four() {
        let two: Classes = [Class::Upper, Class::Sign].into_iter().collect();
        let subsets: Vec<Classes> = two.subsets().collect();
        assert_eq!(subsets.len(), 4);
        assert!(subsets.contains(&Classes::NONE) && subsets.contains(&two));
        assert_eq!(Classes::ALL.subsets().count(), 16);
    }
}
