//! SHA-256 in hexadecimal: the only form in which the truth log and the token table know a secret.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The SHA-256 of `secret`, in lower-case hexadecimal.
pub(crate) fn sha256(secret: impl AsRef<[u8]>) -> String {
    hexadecimal(&Sha256::digest(secret))
}

/// `bytes` in lower-case hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_example_gives_the_standard_digest() {
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
