//! The content security policy that the page carries itself, so that a host that sends no headers keeps the core of
//! it (W-12).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// Where the page may connect to as it is built, when it cannot know the systems; a configuration narrows it.
const ANY_SECURE_ORIGIN: &str = "https: http://localhost:* http://127.0.0.1:*";

/// The policy for a page with the given rules inline.
pub(super) fn policy(shell: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(shell));
    [
        "default-src 'none'",
        // `wasm-unsafe-eval` is what WebAssembly needs and allows no `eval` (M1).
        "script-src 'self' 'wasm-unsafe-eval'",
        &format!("style-src 'self' 'sha256-{hash}'"),
        "img-src 'self'",
        "font-src 'self'",
        &format!("connect-src 'self' {ANY_SECURE_ORIGIN}"),
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .join("; ")
}

#[cfg(test)]
mod tests {
    use super::policy;

    #[test]
    fn a_page_as_built_allows_secure_and_local_systems() {
        let policy = policy("a{}");
        assert!(policy.contains("; connect-src 'self' https: http://localhost:* http://127.0.0.1:*; "), "{policy}");
    }

    #[test]
    fn the_hash_is_that_of_the_rules() {
        let expected = "style-src 'self' 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';";
        assert!(policy("abc").contains(expected));
    }

    #[test]
    fn nothing_inline_or_evaluated_is_allowed() {
        let policy = policy("a{}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    }
}
