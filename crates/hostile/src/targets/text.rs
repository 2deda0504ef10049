//! Texts as they are shown, and moments as they are written.

use rekey_core::address::is_email;
use rekey_core::http::{Response, wait_hint};
use rekey_core::secret::Secret;
use rekey_core::timestamp::Timestamp;
use rekey_core::visible::name::{Disguise, disguise};
use rekey_core::visible::{is_hidden, is_typed, visible};

use super::as_text;
use crate::bytes::Bytes;

/// Nothing hidden is left in what is shown, and nothing of what is shown was not there.
pub(super) fn text(data: &[u8]) {
    let text = as_text(Bytes::new(data));
    let shown = visible(&text);
    assert!(!shown.chars().any(is_hidden), "{shown:?}");
    assert_eq!(visible(&shown), shown);
    assert_eq!(shown == text, !text.chars().any(is_hidden));
    assert!(is_typed(&text, &shown), "{text:?}");
    match disguise(&text) {
        Some(Disguise::Hidden) => assert_ne!(shown, text),
        Some(Disguise::LooksLike(plain)) => assert!(plain.is_ascii() && plain != text),
        Some(Disguise::Mixed | Disguise::Marks) => assert!(!text.is_ascii()),
        Some(Disguise::Blanks) => assert!(text.contains(char::is_whitespace)),
        None => assert_eq!(shown, text),
    }
    if let Some(moment) = Timestamp::parse(&text) {
        assert_eq!(Timestamp::parse(&moment.to_string()), Some(moment), "{text:?}");
    }
    if is_email(&text) {
        assert!(text.is_ascii() && text.contains('@') && !text.contains(char::is_whitespace));
    }
    let secret = Secret::new(text.clone());
    for finding in secret.review() {
        assert!(finding.count > 0 && secret.without(finding.oddity).length() < secret.length());
    }
    for status in [429, 503] {
        let wait = wait_hint(status, Some(&text), None, 0).max(wait_hint(status, None, Some(&text), 0));
        assert!(wait.is_none() || text.trim().trim_start_matches(['+', '-']).bytes().all(|byte| byte.is_ascii_digit()));
    }
    let response = Response { status: 200, content_type: Some(text.clone()), retry_after: None, body: Ok(Vec::new()) };
    let _ = response.media_type();
}
