//! The built page, served as a static host serves it: what is not a file is 404, never the start page.

mod configuration;
mod headers;
mod media_type;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use crate::application::Application;

/// Answers everything that is neither a vendor nor `/_sandbox/`.
pub(crate) async fn answer(
    State(application): State<Arc<Application>>,
    method: Method,
    address: Uri,
    request_headers: HeaderMap,
) -> Response {
    let Some(folder) = application.options.site.clone() else { return StatusCode::NOT_FOUND.into_response() };
    let accepts_brotli = accepts_brotli(&request_headers);
    let portal = application.options.portal.clone();
    let configuration = configuration::demonstration(application.options.systems, portal.as_deref());
    let path = address.path().to_owned();
    let found = tokio::task::spawn_blocking(move || {
        let mut response = if matches!(method, Method::GET | Method::HEAD) {
            find(&folder, &path, accepts_brotli, configuration)
        } else {
            (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response()
        };
        headers::protect(&folder, &path, portal.as_deref(), &mut response);
        response
    });
    found.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn find(folder: &Path, path: &str, accepts_brotli: bool, configuration: String) -> Response {
    let path = if path == "/" { "/index.html" } else { path };
    let Some(file) = file_in(folder, path) else { return StatusCode::NOT_FOUND.into_response() };
    let media_type = media_type::of(path);
    let mut compressed = file.clone().into_os_string();
    compressed.push(".br");
    if accepts_brotli && let Ok(bytes) = std::fs::read(compressed) {
        let encoding = [(header::CONTENT_ENCODING, "br"), (header::VARY, "Accept-Encoding")];
        return ([(header::CONTENT_TYPE, media_type)], encoding, Body::from(bytes)).into_response();
    }
    match std::fs::read(&file) {
        Ok(bytes) => {
            let kind = [(header::CONTENT_TYPE, media_type), (header::VARY, "Accept-Encoding")];
            (kind, Body::from(bytes)).into_response()
        }
        Err(_) if path == "/config.json" => ([(header::CONTENT_TYPE, media_type)], configuration).into_response(),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => StatusCode::FORBIDDEN.into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The file a path names. Built files have plain names, so a path with anything that could leave the folder, or be
/// read in two ways, names none.
fn file_in(folder: &Path, path: &str) -> Option<PathBuf> {
    path.strip_prefix('/')?.split('/').try_fold(folder.to_owned(), |file, segment| {
        let plain = !segment.is_empty() && !segment.starts_with('.') && !segment.contains(['%', '\\', ':']);
        plain.then(|| file.join(segment))
    })
}

fn accepts_brotli(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value: &HeaderValue| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| coding.trim() == "br")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_cannot_leave_the_folder() {
        for path in
            ["/../secret", "/assets/../../secret", "/%2e%2e/secret", "/a\\b", "//etc/passwd", "/.git/config", "/"]
        {
            assert_eq!(file_in(Path::new("site"), path), None, "{path}");
        }
    }

    #[test]
    fn a_plain_path_names_a_file() {
        let file = file_in(Path::new("site"), "/assets/app-0123.js");
        assert_eq!(file, Some(PathBuf::from("site/assets/app-0123.js")));
    }
}
