//! The rules of a password that is decided here (S-07, UX-10 to UX-14).
//!
//! Length decides, there are no composition rules, and what is sent is what was typed, byte for byte.

mod class;

pub use class::{Class, Classes};

use zeroize::Zeroizing;

use crate::issue::Issue;
use crate::secret::Secret;

/// The least any configuration may ask for (ASVS 6.2.1).
pub const FLOOR: usize = 8;

/// How a password is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordPolicy {
    /// The least number of code points; at least [`FLOOR`].
    pub minimum_length: usize,
    /// The classes of which the server wants a character; none of our own (UX-12).
    pub classes: Classes,
}

impl Default for PasswordPolicy {
    /// 15, what NIST SP 800-63B-4 recommends where a password stands alone.
    fn default() -> Self {
        Self { minimum_length: 15, classes: Classes::NONE }
    }
}

/// The passwords everybody tries first. The list is data, loaded when the first secret is typed.
#[derive(Debug, Clone, Default)]
pub struct CommonPasswords(
    /// Each between two line breaks.
    String,
);

impl CommonPasswords {
    /// Reads one password per line, in lower case; blank lines do not count.
    pub fn read(text: &str) -> Self {
        let words = text.lines().map(str::trim).filter(|word| !word.is_empty());
        let lines: String = words.flat_map(|word| ["\n", word]).collect();
        Self(if lines.is_empty() { lines } else { lines.to_ascii_lowercase() + "\n" })
    }

    /// Whether the list has not been loaded.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Looks for a line in the whole text at once: line by line took a tenth of the time from a press to its request, and
    /// sorting them would put a sort into the module.
    fn contains(&self, password: &str) -> bool {
        let line = Secret::new(["\n", password, "\n"].concat());
        !password.contains('\n') && self.0.contains(line.expose())
    }
}

impl PasswordPolicy {
    /// Everything that is wrong with a password. `known` are the words an attacker would try first: the name of the
    /// credential and of what holds it; shorter than three characters they prove nothing.
    pub fn check(&self, password: &Secret, known: &[&str], common: &CommonPasswords) -> Vec<Issue> {
        let length = password.length();
        if length == 0 {
            return vec![Issue::SecretEmpty];
        }
        let mut issues = Vec::new();
        let minimum = self.minimum_length.max(FLOOR);
        if length < minimum {
            issues.push(Issue::SecretTooShort { minimum, length });
        }
        let lacking = self.classes.minus(Classes::of(password.expose()));
        issues.extend(lacking.iter().map(Issue::SecretLacks));
        issues.extend(guessable(password, known, common));
        issues
    }
}

/// Why somebody who attacks the credential would guess a password early, whatever its length (UX-13). It is also told
/// while the form is filled in (UX-14); `known` are the same words as in [`PasswordPolicy::check`].
pub fn guessable(password: &Secret, known: &[&str], common: &CommonPasswords) -> Vec<Issue> {
    let mut issues = Vec::new();
    if password.length() > 0 {
        // Only ASCII: the list holds nothing else, and no tables of the world's scripts are needed.
        let lower = Secret::new(password.expose().to_ascii_lowercase());
        if common.contains(lower.expose()) {
            issues.push(Issue::SecretCommon);
        } else if is_pattern(lower.expose()) {
            issues.push(Issue::SecretPattern);
        }
        let contained =
            known.iter().find(|word| word.chars().count() >= 3 && lower.expose().contains(&word.to_ascii_lowercase()));
        issues.extend(contained.map(|word| Issue::SecretContains((*word).to_owned())));
    }
    issues
}

/// One piece of up to four characters again and again, or a run such as `abcdefgh` or `87654321`.
fn is_pattern(text: &str) -> bool {
    let mut characters = Zeroizing::new(Vec::with_capacity(text.len()));
    characters.extend(text.chars());
    let repeats = |piece: usize| {
        characters.len() > piece && characters.iter().zip(characters.iter().skip(piece)).all(|(a, b)| a == b)
    };
    let step = |by: i64| {
        characters.len() > 2
            && characters
                .iter()
                .zip(characters.iter().skip(1))
                .all(|(a, b)| i64::from(u32::from(*b)) - i64::from(u32::from(*a)) == by)
    };
    (1..=4).any(repeats) || step(1) || step(-1)
}

#[cfg(test)]
mod tests {
    use super::{Class, Classes, CommonPasswords, PasswordPolicy, guessable};
    use crate::issue::Issue;
    use crate::secret::Secret;
    use proptest::prelude::*;

    fn check(password: &str) -> Vec<Issue> {
        let common = CommonPasswords::read("password1234567\nQWERTYUIOPASDFG\n");
        PasswordPolicy::default().check(&Secret::new(password.to_owned()), &["api-user", "retail", "eu"], &common)
    }

    #[test]
    fn a_common_password_is_a_whole_line_of_the_list() {
        let common = CommonPasswords::read("\n  Password1 \r\nletmein22\n\nqwertyuiop");
        for (password, is_common) in [
            ("password1", true),
            ("letmein22", true),
            ("qwertyuiop", true),
            ("password", false),
            ("letmein", false),
            ("password1\nletmein22", false),
            ("\npassword1", false),
            ("", false),
        ] {
            assert_eq!(common.contains(password), is_common, "{password:?}");
        }
        assert!(!CommonPasswords::default().contains("password1"));
        assert!(CommonPasswords::read(" \n\r\n").is_empty());
    }

    #[test]
    fn each_reason_is_told_by_itself() {
        for (password, issues) in [
            ("", vec![Issue::SecretEmpty]),
            ("short", vec![Issue::SecretTooShort { minimum: 15, length: 5 }]),
            ("fourteen chars", vec![Issue::SecretTooShort { minimum: 15, length: 14 }]),
            ("fifteen chars !", vec![]),
            ("Password1234567", vec![Issue::SecretCommon]),
            ("qwertyuiopasdfg", vec![Issue::SecretCommon]),
            ("aaaaaaaaaaaaaaaa", vec![Issue::SecretPattern]),
            ("abcabcabcabcabcabc", vec![Issue::SecretPattern]),
            ("abcdefghijklmnopq", vec![Issue::SecretPattern]),
            ("my-API-USER-is-great", vec![Issue::SecretContains("api-user".to_owned())]),
            ("the europe gate 7", vec![]),
            (
                "Retail",
                vec![Issue::SecretTooShort { minimum: 15, length: 6 }, Issue::SecretContains("retail".to_owned())],
            ),
        ] {
            assert_eq!(check(password), issues, "{password}");
        }
    }

    #[test]
    fn length_is_counted_in_code_points() {
        assert_eq!(check("ключ от двери 🔑"), []);
    }

    #[test]
    fn a_class_that_the_server_wants_and_that_is_missing_is_named_ux12() {
        let policy = PasswordPolicy { classes: Classes::ALL, ..PasswordPolicy::default() };
        let check = |password: &str| policy.check(&Secret::new(password.to_owned()), &[], &CommonPasswords::default());
        assert_eq!(check("Correct horse, 7 staples"), []);
        // A blank is no sign, and a letter beyond ASCII is not what such a rule means.
        assert_eq!(check("correct horse Éstaple"), [Class::Upper, Class::Digit, Class::Sign].map(Issue::SecretLacks));
    }

    #[test]
    fn a_configuration_cannot_go_below_the_floor() {
        let policy = PasswordPolicy { minimum_length: 1, ..PasswordPolicy::default() };
        let issues = policy.check(&Secret::new("x7!kq".to_owned()), &[], &CommonPasswords::default());
        assert_eq!(issues, [Issue::SecretTooShort { minimum: 8, length: 5 }]);
    }

    #[test]
    fn what_is_easy_to_guess_is_told_without_the_other_rules_ux14() {
        let common = CommonPasswords::read("password1234567\nsecret\n");
        for (password, issues) in [
            ("", vec![]),
            ("short", vec![]),
            ("Secret", vec![Issue::SecretCommon]),
            ("aaaa", vec![Issue::SecretPattern]),
            ("my-API-USER", vec![Issue::SecretContains("api-user".to_owned())]),
            ("correct horse, new staple", vec![]),
        ] {
            let found = guessable(&Secret::new(password.to_owned()), &["api-user", "eu"], &common);
            assert_eq!(found, issues, "{password}");
        }
    }

    proptest! {
        #[test]
        fn what_is_told_while_typing_is_told_on_submit_as_well(password in "[a-zA-Z0-9 ]{1,30}") {
            let (password, common) = (Secret::new(password), CommonPasswords::read("password\n"));
            let issues = PasswordPolicy::default().check(&password, &["user"], &common);
            prop_assert!(guessable(&password, &["user"], &common).iter().all(|issue| issues.contains(issue)));
        }

        #[test]
        fn no_script_blank_or_length_is_refused_for_itself(password in "\\PC{15,300}") {
            let issues = PasswordPolicy::default().check(&Secret::new(password), &[], &CommonPasswords::default());
            prop_assert!(issues.iter().all(|issue| *issue == Issue::SecretPattern), "{:?}", issues);
        }
    }
}
