//! The questions of the connection check: reads that carry no secret and no cookie (N-13).

use gloo_net::http::Request as FetchRequest;
use rekey_core::base_url::BaseUrl;
use rekey_core::diagnosis::{Answer, Probe};
use rekey_core::http::{Request, Wiped};
use web_sys::{Headers, RequestInit};

use super::{Kind, Stop, open, read};

/// Asks once, if wanted with the empty headers of a signed request.
pub async fn probe(base: &BaseUrl, question: &Request, with_headers: bool) -> Probe {
    let kind = if with_headers { Kind::Preflighted } else { Kind::Request };
    let (answer, controller) = open(base, question, kind, &Stop::default()).await?;
    let date = answer.headers().get("date").map(|date| js_sys::Date::parse(&date));
    let mut pieces: Vec<Wiped> = Vec::new();
    let mut response = read(&answer, question.patience, &controller, &mut |piece| pieces.push(piece)).await?;
    if let Ok(body) = &mut response.body {
        for piece in &pieces {
            body.extend_from_slice(piece.after(0));
        }
    }
    #[allow(clippy::cast_possible_truncation, reason = "a date has no fraction and less than 53 bits")]
    let date = date.filter(|date| date.is_finite()).map(|date| date as i64);
    Ok(Answer { response, date })
}

/// Whether anything answers there, even what this page may not read (M6). A page whose policy isolates it cannot find out.
pub async fn something_answers(base: &BaseUrl, question: &Request) -> bool {
    open(base, question, Kind::Opaque, &Stop::default()).await.is_ok()
}

/// Whether the page's own policy keeps answers without CORS from it (COEP). The browser tells it of a page that is isolated
/// as a whole; of a frame only the header of its own document says so, which is asked for once more.
pub async fn is_isolated() -> bool {
    let Some(window) = web_sys::window() else { return false };
    if js_sys::Reflect::get(&window, &"crossOriginIsolated".into()).is_ok_and(|isolated| isolated.is_truthy()) {
        return true;
    }
    let options = RequestInit::new();
    options.set_method("HEAD");
    options.set_credentials(web_sys::RequestCredentials::Omit);
    options.set_redirect(web_sys::RequestRedirect::Manual);
    options.set_cache(web_sys::RequestCache::NoStore);
    let Ok(own) = web_sys::Request::new_with_str_and_init("", &options) else { return false };
    let answer = FetchRequest::from(own).send().await.ok();
    let policy = answer.and_then(|answer| answer.headers().get("cross-origin-embedder-policy"));
    policy.is_some_and(|policy| policy.contains("require-corp"))
}

/// Makes a question of a request.
pub(super) fn prepare(kind: Kind, options: &RequestInit, headers: &Headers) -> Option<()> {
    match kind {
        Kind::Request => {}
        Kind::Preflighted => {
            headers.set("Authorization", "").ok()?;
            headers.set("Content-Type", "application/json").ok()?;
        }
        Kind::Opaque => {
            options.set_mode(web_sys::RequestMode::NoCors);
            // The browser refuses any other choice without CORS. A redirect would have been seen by CORS before.
            options.set_redirect(web_sys::RequestRedirect::Follow);
        }
    }
    Some(())
}
