//! Identifiers as published: a prefix and the form of a UUID (section 2).

use argon2::password_hash::rand_core::{OsRng, RngCore};

use crate::fingerprint;

/// Where the form of a UUID has its dashes: before these digits.
const DASHES_BEFORE: [usize; 4] = [8, 12, 16, 20];
const DIGITS: usize = 32;

/// A new identifier.
pub(super) fn random(prefix: &str) -> String {
    let mut bytes = [0; DIGITS / 2];
    OsRng.fill_bytes(&mut bytes);
    with_dashes(prefix, &fingerprint::hexadecimal(&bytes))
}

/// An identifier that is the same on every run.
pub(super) fn derived(prefix: &str, name: &str) -> String {
    with_dashes(prefix, &fingerprint::sha256(name))
}

fn with_dashes(prefix: &str, digits: &str) -> String {
    let mut identifier = format!("{prefix}-");
    for (position, digit) in digits.chars().take(DIGITS).enumerate() {
        if DASHES_BEFORE.contains(&position) {
            identifier.push('-');
        }
        identifier.push(digit);
    }
    identifier
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_has_the_published_form() {
        let digits = "a1b2c3d4e5f67890abcdef1234567890 and more";
        assert_eq!(with_dashes("cred", digits), "cred-a1b2c3d4-e5f6-7890-abcd-ef1234567890");
    }

    #[test]
    fn derived_ones_stay_and_random_ones_do_not() {
        assert_eq!(derived("cred", "a"), derived("cred", "a"));
        assert_ne!(random("cred"), random("cred"));
    }
}
