//! HTTP Basic (RFC 7617), read for every part of the sandbox that asks for it.

use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// User name and password. The first colon parts them; what follows it is the password, line ends and all.
pub(crate) fn read(headers: &HeaderMap) -> Option<(String, String)> {
    let (scheme, encoded) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(STANDARD.decode(encoded).ok()?).ok()?;
    let (username, password) = decoded.split_once(':')?;
    Some((username.to_owned(), password.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(authorization: &str) -> HeaderMap {
        [(header::AUTHORIZATION, authorization.parse().unwrap())].into_iter().collect()
    }

    #[test]
    fn the_first_colon_parts_user_and_password() {
        let headers = sent(&format!("basic {}", STANDARD.encode("someone:a:b\r\nc\n ")));
        assert_eq!(read(&headers), Some(("someone".to_owned(), "a:b\r\nc\n ".to_owned())));
    }

    #[test]
    fn anything_else_is_nobody() {
        for authorization in ["Bearer c29tZW9uZTph", "Basic", "Basic ?", "Basic c29tZW9uZQ=="] {
            assert_eq!(read(&sent(authorization)), None, "{authorization}");
        }
        assert_eq!(read(&HeaderMap::new()), None);
    }
}
