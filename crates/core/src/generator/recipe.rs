//! How a generated secret is made: how long, of which characters, and which of them must be there (UX-18, UX-19).

use std::ops::RangeInclusive;

use super::share::share;
use crate::password::{Class, Classes, FLOOR, PasswordPolicy};

/// What a generated secret has without any choice (S-08).
const LENGTH: usize = 24;

/// What nobody guesses (UX-18).
const BITS: usize = 128;

/// No server documents a limit; this is what a configuration may ask for at most, and more helps nobody.
const LONGEST: usize = 256;

/// Letters and digits without look-alikes (`0 O o 1 l I i`), and three signs that no shell, address, XML or
/// connection string treats in a special way.
const READABLE: &str = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789-_.";

/// What the characters are taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// What can be read out, typed and pasted into a command.
    Readable,
    /// Every printable ASCII sign of the chosen classes.
    Full,
}

/// A recipe. Whatever is chosen, it stays within its bounds and keeps what the policy requires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipe {
    length: usize,
    alphabet: Alphabet,
    classes: Classes,
    policy: Option<PasswordPolicy>,
}

impl Recipe {
    /// What is used while nobody chooses. A value that is decided elsewhere has no policy.
    pub fn new(policy: Option<PasswordPolicy>) -> Self {
        Self { length: LENGTH, alphabet: Alphabet::Readable, classes: Classes::ALL, policy }.within_bounds()
    }

    /// How many characters there will be.
    pub fn length(self) -> usize {
        self.length
    }

    /// What they are taken from.
    pub fn alphabet(self) -> Alphabet {
        self.alphabet
    }

    /// Whether characters of a class are taken.
    pub fn takes(self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether a class can be left out: the policy does not require it, and another one is left.
    pub fn can_leave_out(self, class: Class) -> bool {
        let others = self.classes.without(class);
        !self.requires(class) && !others.is_empty()
    }

    /// Whether the policy requires a class.
    pub fn requires(self, class: Class) -> bool {
        self.demanded().has(class)
    }

    /// Another length, as near to it as the bounds allow.
    #[must_use]
    pub fn with_length(self, length: usize) -> Self {
        Self { length, ..self }.within_bounds()
    }

    /// Another alphabet.
    #[must_use]
    pub fn with_alphabet(self, alphabet: Alphabet) -> Self {
        Self { alphabet, ..self }.within_bounds()
    }

    /// With a class or without it, if it can be left out.
    #[must_use]
    pub fn with_class(self, class: Class, taken: bool) -> Self {
        let classes = match taken {
            true => self.classes.with(class),
            false if self.can_leave_out(class) => self.classes.without(class),
            false => self.classes,
        };
        Self { classes, ..self }.within_bounds()
    }

    /// The lengths that can be chosen. The least is the policy's; where none applies, it is what gives 128 bits.
    pub fn lengths(self) -> RangeInclusive<usize> {
        let least = match self.policy {
            Some(policy) => policy.minimum_length.max(FLOOR),
            None => (FLOOR..LONGEST).find(|length| Self { length: *length, ..self }.bits() >= BITS).unwrap_or(LONGEST),
        };
        least.min(LONGEST)..=LONGEST
    }

    /// The whole bits that an attacker who knows the recipe must guess: the logarithm of the number of values that it
    /// accepts, each of which is equally likely.
    pub fn bits(self) -> usize {
        let signs = self.signs();
        let ends = signs.iter().copied().filter(|sign| self.may_end_with(*sign)).collect::<Vec<_>>();
        let share = share(&signs, &ends, self.present(), self.length);
        let count = u32::try_from(signs.len()).unwrap_or_default();
        let length = u32::try_from(self.length).unwrap_or_default();
        let bits = f64::from(length) * f64::from(count).log2() + share.log2();
        (1..=2048_u32).take_while(|whole| f64::from(*whole) <= bits).count()
    }

    /// Whether these are fewer bits than are recommended.
    pub fn is_weak(self) -> bool {
        self.bits() < BITS
    }

    /// The characters that are drawn from.
    pub(super) fn signs(self) -> Vec<char> {
        match self.alphabet {
            Alphabet::Readable => READABLE.chars().collect(),
            Alphabet::Full => ('!'..='~').filter(|sign| self.classes.hold(*sign)).collect(),
        }
    }

    /// Whether a value that was drawn is one of those that the recipe allows.
    pub(super) fn accepts(self, text: &str) -> bool {
        let ends = [text.chars().next(), text.chars().next_back()];
        self.present().minus(Classes::of(text)).is_empty()
            && ends.into_iter().all(|end| end.is_some_and(|end| self.may_end_with(end)))
    }

    /// A sign at either end gets lost when a readable value is selected by a double click or read as an option.
    fn may_end_with(self, sign: char) -> bool {
        match self.alphabet {
            Alphabet::Readable => sign.is_ascii_alphanumeric(),
            Alphabet::Full => true,
        }
    }

    /// The classes of which there must be a character.
    fn present(self) -> Classes {
        match self.alphabet {
            Alphabet::Readable => self.demanded(),
            Alphabet::Full => self.classes,
        }
    }

    fn demanded(self) -> Classes {
        self.policy.map_or(Classes::NONE, |policy| policy.classes)
    }

    fn within_bounds(self) -> Self {
        let lengths = self.lengths();
        Self { length: self.length.clamp(*lengths.start(), *lengths.end()), ..self }
    }
}
