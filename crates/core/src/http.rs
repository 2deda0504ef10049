//! Requests and answers as plain data. The transport of the app is the only place that turns them into a `fetch`.

mod allowance;

use std::time::Duration;

use serde_json::{Map, Value};
use zeroize::{Zeroize as _, Zeroizing};

pub use allowance::Allowance;
pub use rekey_records::Wiped;

use crate::access::Access;
use crate::base_url::BaseUrl;
use crate::path::{Path, push_encoded};
use crate::secret::Secret;

/// The methods the vendors use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates, or asks for a token.
    Post,
    /// Replaces a record.
    Put,
    /// Changes a part of a record.
    Patch,
}

impl Method {
    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
        }
    }
}

/// How long an answer may take and how large it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// A list: 30 s to the headers (N-09), 32 MiB of decoded bytes (H-04).
    List,
    /// A short exchange such as a sign-in: 30 s, 1 MiB.
    Exchange,
    /// A write, which may deploy to every environment: 120 s, 1 MiB.
    Write,
}

impl Patience {
    /// From the start of the request to the headers of the answer.
    pub fn headers(self) -> Duration {
        match self {
            Self::List | Self::Exchange => Duration::from_secs(30),
            Self::Write => Duration::from_mins(2),
        }
    }

    /// Between two pieces of the body.
    pub fn silence(self) -> Duration {
        Duration::from_secs(15)
    }

    /// The largest body that is read, in decoded bytes; what a refusal says is never longer than 64 KiB.
    pub fn body_limit(self, status: u16) -> usize {
        match self {
            _ if status >= 400 => 64 * 1024,
            Self::List => 32 * 1024 * 1024,
            Self::Exchange | Self::Write => 1024 * 1024,
        }
    }
}

/// The `Accept` of most vendors.
pub(crate) const JSON: &str = "application/json";

/// What a body is made of.
#[derive(Debug, Clone)]
pub enum Body {
    /// `application/json`.
    Json(Secret),
    /// `application/x-www-form-urlencoded`, for the token endpoint alone.
    Form(Secret),
}

impl Body {
    /// A form of names and values, percent-encoded. As in [`Body::json`], all of it is written into the one buffer that is
    /// sent: room is reserved first, so that no copy of a secret stays behind in memory that was moved away from (S-13).
    pub(crate) fn form(fields: &[(&str, &str)]) -> Self {
        let mut text = String::with_capacity(room_of_form(fields));
        for (name, value) in fields {
            if !text.is_empty() {
                text.push('&');
            }
            text.push_str(name);
            text.push('=');
            push_encoded(&mut text, value);
        }
        Self::Form(Secret::new(text))
    }

    /// An object of members and, where one is sent, a secret.
    pub(crate) fn json(members: &Map<String, Value>, secret: Option<(&'static str, &Secret)>) -> Self {
        let members = Zeroizing::new(serde_json::to_string(members).unwrap_or_default());
        let Some((name, secret)) = secret else { return Self::Json(Secret::new(members.to_string())) };
        // A control character takes six bytes in JSON, any other character at most twice its own.
        let mut text = String::with_capacity(members.len() + name.len() + secret.expose().len() * 6 + 8);
        text.push_str(members.strip_suffix('}').unwrap_or_default());
        text.push_str(if members.len() > 2 { ",\"" } else { "\"" });
        text.push_str(name);
        text.push_str("\":");
        push_json_string(&mut text, secret.expose());
        text.push('}');
        Self::Json(Secret::new(text))
    }

    /// The value of `Content-Type`.
    pub fn media_type(&self) -> &'static str {
        match self {
            Self::Json(_) => JSON,
            Self::Form(_) => "application/x-www-form-urlencoded",
        }
    }

    /// The bytes to send.
    pub fn text(&self) -> &Secret {
        match self {
            Self::Json(text) | Self::Form(text) => text,
        }
    }
}

/// How many bytes a form needs at most: each byte of a value takes up to three.
fn room_of_form(fields: &[(&str, &str)]) -> usize {
    fields.iter().map(|(name, value)| name.len() + value.len() * 3 + 2).sum()
}

/// One request, complete but for the base address. `Authorization`, `Accept` and `Content-Type` are the only
/// headers there are (N-07).
#[derive(Debug, Clone)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The path below the base address, encoded.
    pub path: Path,
    /// The value of `Accept`.
    pub accept: &'static str,
    /// The value of `Authorization`; nothing at the token endpoint and behind a proxy that adds it.
    pub authorization: Option<Secret>,
    /// The body, if there is one.
    pub body: Option<Body>,
    /// Limits for the answer.
    pub patience: Patience,
}

impl Request {
    /// A read, signed.
    pub(crate) fn read(access: &Access, path: Path) -> Self {
        let authorization = access.header();
        Self { method: Method::Get, path, accept: JSON, authorization, body: None, patience: Patience::List }
    }

    /// A write, signed.
    pub(crate) fn write(access: &Access, method: Method, path: Path, body: Body) -> Self {
        let authorization = access.header();
        Self { method, path, accept: JSON, authorization, body: Some(body), patience: Patience::Write }
    }

    /// The full address.
    pub fn url(&self, base: &BaseUrl) -> String {
        base.join(&self.path)
    }
}

/// An answer whose headers have arrived.
#[derive(Debug, Clone)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// `Content-Type` as it came.
    pub content_type: Option<String>,
    /// What [`wait_hint`] makes of the headers, where the browser lets a page read them (M7).
    pub retry_after: Option<u32>,
    /// The decoded bytes, or why they could not be read to the end.
    pub body: Result<Vec<u8>, BodyFault>,
}

/// Why a body could not be read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyFault {
    /// The connection ended early.
    Cut,
    /// Nothing came for longer than [`Patience::silence`].
    Stalled,
    /// More than this many bytes came.
    TooLarge(usize),
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The browser knew that it is offline; nothing was sent (X06).
    Offline,
    /// The page's own policy blocked this origin; nothing was sent (X04).
    BlockedByPolicy(String),
    /// The request broke off: server down, name or certificate wrong, CORS refused. The browser does not tell which (M6).
    Unreachable,
    /// The person stopped before anything was sent, as while waiting for a rate limit to end.
    Withdrawn,
    /// No headers within [`Patience::headers`].
    TimedOut,
    /// The person stopped waiting (F-02).
    Stopped,
    /// The server tried to send the request elsewhere; it was not followed (N-02).
    Redirected,
}

impl Fault {
    /// Whether it is certain that no byte of the request left the browser.
    pub fn never_sent(&self) -> bool {
        match self {
            Self::Offline | Self::BlockedByPolicy(_) | Self::Withdrawn => true,
            Self::Unreachable | Self::TimedOut | Self::Stopped | Self::Redirected => false,
        }
    }
}

/// What came of one request.
pub type Reply = Result<Response, Fault>;

/// What the content type says of a body (H-06).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaType {
    /// `application/json` or `application/*+json`.
    Json,
    /// Anything else that was named.
    Foreign,
    /// Nothing was named.
    Missing,
}

/// The header with the moment at which the window of a rate limit ends (contracts/thousandeyes.md 2.2).
pub const RATE_LIMIT_RESET: &str = "x-organization-rate-limit-reset";

/// Seconds until a server takes requests again, from the headers that a page may read: `Retry-After` in seconds, or
/// with 429 the moment at which a window of the rate limit ends, in seconds since 1970 (T10); that one comes with every
/// answer and says nothing about any other. The moment is a server's and `now` a computer's, in milliseconds: the
/// difference is clamped to two minutes (N-11).
pub fn wait_hint(status: u16, retry_after: Option<&str>, reset: Option<&str>, now: i64) -> Option<u32> {
    let number = |text: &str| text.trim().parse::<i64>().ok();
    let seconds = retry_after.and_then(number).map(|seconds| seconds.clamp(0, i64::from(u32::MAX)));
    let reset = reset.filter(|_| status == 429);
    let until = || reset.and_then(number).map(|reset| reset.saturating_sub(now / 1000).clamp(0, 120));
    seconds.or_else(until).and_then(|seconds| u32::try_from(seconds).ok())
}

impl Response {
    /// The kind of the body by its header; the bytes are not sniffed.
    pub fn media_type(&self) -> MediaType {
        let Some(text) = &self.content_type else { return MediaType::Missing };
        let essence = text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let subtype = essence.strip_prefix("application/").unwrap_or_default();
        match subtype {
            "json" => MediaType::Json,
            other if other.ends_with("+json") => MediaType::Json,
            _ if essence.is_empty() => MediaType::Missing,
            _ => MediaType::Foreign,
        }
    }

    /// Whether the status is one of success (Q18: any 2xx).
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The body as JSON: UTF-8 only, one leading byte-order mark tolerated, depth at most 64 (H-05).
    pub fn json(&self) -> Option<Value> {
        let bytes = self.body.as_deref().ok()?;
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        is_shallow(bytes).then(|| serde_json::from_slice(bytes).ok()).flatten()
    }

    /// Whether the body was read to its end and holds nothing.
    pub fn is_empty(&self) -> bool {
        self.body.as_ref().is_ok_and(Vec::is_empty)
    }
}

/// Wipes every text of an answer that has been read: a server may send a secret back (T6), and a sign-in's is one.
pub(crate) fn wipe(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Array(values) => values.iter_mut().for_each(wipe),
        Value::Object(members) => members.values_mut().for_each(wipe),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Writes a JSON string (RFC 8259, section 7).
fn push_json_string(text: &mut String, value: &str) {
    text.push('"');
    for character in value.chars() {
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            '\u{0}'..='\u{1f}' => {
                let code = u32::from(character);
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                text.extend(['\\', 'u', '0', '0', digit(code >> 4), digit(code & 15)]);
            }
            _ => text.push(character),
        }
    }
    text.push('"');
}

/// Whether no bracket outside a string nests deeper than 64, decided before the parser runs (H-05).
fn is_shallow(bytes: &[u8]) -> bool {
    let (mut depth, mut in_string, mut escaped) = (0_u32, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => depth += 1,
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 64 {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests;
