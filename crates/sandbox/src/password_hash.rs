//! Passwords are kept as Argon2id hashes and never given back.

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{self, SaltString};
use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version};

/// 256 KiB, one pass, one lane. A server on the network would take at least 19 MiB and two passes; here every secret is
/// demo data, and the tests, which run without optimisation, make thousands of hashes.
const MEMORY_KIBIBYTES: u32 = 256;
const PASSES: u32 = 1;
const LANES: u32 = 1;

/// Hashes `password` with a fresh salt.
///
/// # Errors
///
/// When the system gives no randomness or the parameters are out of range.
pub(crate) fn hash(password: &str) -> Result<String, password_hash::Error> {
    let parameters = Params::new(MEMORY_KIBIBYTES, PASSES, LANES, None)?;
    let salt = SaltString::generate(&mut OsRng);
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
        .hash_password(password.as_bytes(), &salt)?
        .to_string())
}

/// Whether `password` is the one behind `hash`; an unreadable hash matches nothing.
pub(crate) fn matches(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_password_matches() {
        let hash = hash("correct horse").unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(matches("correct horse", &hash));
        assert!(!matches("correct horse ", &hash));
    }

    #[test]
    fn an_unreadable_hash_matches_nothing() {
        assert!(!matches("", ""));
    }
}
