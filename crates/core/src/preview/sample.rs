//! The request as the dialect makes it, with a marker in the place of the secret.

use super::{Entry, Preview, Signing, Wish};
use crate::access::Access;
use crate::base_url::BaseUrl;
use crate::credential::{Credential, Scope};
use crate::dialect::{Change, Dialect};
use crate::http::Body;
use crate::path::SegmentProblem;
use crate::secret::Secret;
use crate::visible::is_hidden;

/// Stands where the secret will; a body ends with its secret, so the last one of these is it.
const MARKER: &str = "secret";

impl Preview {
    /// The request that a write of `wish` sends. `own_origin` is the page's own, for a base address that is a path.
    ///
    /// # Errors
    /// Refuses names that cannot be part of an address.
    pub fn new(
        dialect: Dialect,
        signing: Signing,
        (base, own_origin): (&BaseUrl, &str),
        (scope, credential): (&Scope, &Credential),
        wish: Wish,
    ) -> Result<Self, SegmentProblem> {
        let Wish { edit, entry, operator } = wish;
        let marker = (entry != Entry::Nothing).then(|| Secret::new(MARKER.to_owned()));
        let change = match edit {
            Some(edit) => Change::details(edit, marker, operator),
            None => Change::secret(marker.unwrap_or_default(), operator),
        };
        // A request behind a proxy is the one without a token.
        let request = dialect.write(&Access::Proxy, scope, credential, &change)?;
        let origin = if base.origin().is_some() { "" } else { own_origin };
        let body = request.body.as_ref().map_or("", |body| body.text().expose());
        let (before, after) = if entry == Entry::Nothing { None } else { split(body) }.unwrap_or((body, ""));
        Ok(Self {
            method: request.method.name(),
            url: [origin, &request.url(base)].concat(),
            signing,
            accept: request.accept,
            content_type: request.body.as_ref().map_or("", Body::media_type),
            before: escape_hidden(before),
            entry,
            after: after.to_owned(),
        })
    }
}

fn split(body: &str) -> Option<(&str, &str)> {
    let (before, after) = body.rsplit_once(MARKER)?;
    Some((before.strip_suffix('"')?, after.strip_prefix('"')?))
}

/// JSON with every character that cannot be seen as the escape for it: another spelling of the same text (H-03).
fn escape_hidden(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        if is_hidden(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let digit = |shift: u32| char::from_digit(u32::from(*unit) >> shift & 15, 16).unwrap_or('0');
                text.extend(['\\', 'u', digit(12), digit(8), digit(4), digit(0)]);
            }
        } else {
            text.push(character);
        }
    }
    text
}
