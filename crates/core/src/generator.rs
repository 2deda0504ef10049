//! Passwords out of random bytes (S-08, UX-18, UX-19). The source is passed in, so that the core reads none.

use crate::secret::Secret;

/// Letters and digits without look-alikes (`0 O o 1 l I i`), and three signs that no shell, address, XML or
/// connection string treats in a special way.
const ALPHABET: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789-_.";

/// Characters of a generated password.
pub const LENGTH: usize = 24;

/// Draws a password of [`LENGTH`] characters, each equally likely: a byte beyond the last whole multiple of the
/// alphabet is thrown away and drawn again (rejection sampling, no modulo bias).
///
/// `fill` fills a buffer with random bytes and tells whether it could. Nothing is returned when it cannot:
/// a weak password is worse than none.
pub fn generate(mut fill: impl FnMut(&mut [u8]) -> bool) -> Option<Secret> {
    let fair = 256 / ALPHABET.len() * ALPHABET.len();
    let mut text = String::with_capacity(LENGTH);
    // 64 bytes give 24 characters on average in less than one round; a source that only gives refused bytes ends too.
    for _ in 0..64 {
        let mut bytes = [0; 64];
        if !fill(&mut bytes) {
            return None;
        }
        for byte in bytes.map(usize::from) {
            if byte < fair && text.len() < LENGTH {
                text.extend(ALPHABET.get(byte % ALPHABET.len()).copied().map(char::from));
            }
        }
        zeroize::Zeroize::zeroize(&mut bytes);
        if text.len() == LENGTH && is_outwardly_plain(&text) {
            return Some(Secret::new(text));
        }
        if text.len() == LENGTH {
            zeroize::Zeroize::zeroize(&mut text);
            text.clear();
        }
    }
    None
}

/// The bits of a generated password: what an attacker who knows the method must guess, rounded down.
pub fn bits() -> usize {
    // log2(58) = 5.857…, as whole thousandths so that no floating point is needed.
    LENGTH * 5857 / 1000
}

/// A sign at either end gets lost when the value is selected by a double click or read as an option.
fn is_outwardly_plain(text: &str) -> bool {
    let plain = |end: Option<char>| end.is_some_and(|c| c.is_ascii_alphanumeric());
    plain(text.chars().next()) && plain(text.chars().next_back())
}

#[cfg(test)]
mod tests {
    use super::{ALPHABET, LENGTH, bits, generate};
    use proptest::prelude::*;

    #[test]
    fn the_alphabet_has_no_twice_and_no_look_alike() {
        let mut sorted = ALPHABET.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), ALPHABET.len());
        assert_eq!(ALPHABET.len(), 58);
        assert!(!ALPHABET.iter().any(|byte| b"0Oo1lIi".contains(byte)));
    }

    #[test]
    fn a_generated_password_has_at_least_128_bits() {
        assert!(bits() >= 128);
    }

    #[test]
    fn without_a_random_source_there_is_no_password() {
        assert!(generate(|_| false).is_none());
        assert!(
            generate(|bytes| {
                bytes.fill(255);
                true
            })
            .is_none()
        );
    }

    #[test]
    fn every_character_is_about_equally_likely() {
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        let mut counts = [0_u32; 256];
        for _ in 0..4000 {
            let secret = generate(|bytes| {
                for byte in bytes {
                    state ^= state << 13;
                    state ^= state >> 7;
                    state ^= state << 17;
                    [*byte, ..] = state.to_be_bytes();
                }
                true
            });
            for byte in secret.unwrap().expose().bytes().skip(1).take(LENGTH - 2) {
                counts[usize::from(byte)] += 1;
            }
        }
        let expected = 4000.0 * f64::from(u32::try_from(LENGTH).unwrap() - 2) / 58.0;
        let chi_square: f64 =
            ALPHABET.iter().map(|byte| (f64::from(counts[usize::from(*byte)]) - expected).powi(2) / expected).sum();
        assert!(chi_square < 110.0, "chi square {chi_square} with 57 degrees of freedom");
    }

    proptest! {
        #[test]
        fn any_source_gives_a_whole_password_or_none(seed in any::<u64>()) {
            let mut state = seed | 1;
            let secret = generate(|bytes| {
                for byte in bytes {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    [*byte, ..] = state.to_be_bytes();
                }
                true
            });
            if let Some(secret) = secret {
                prop_assert_eq!(secret.length(), LENGTH);
                prop_assert!(secret.expose().bytes().all(|byte| ALPHABET.contains(&byte)));
            }
        }
    }
}
