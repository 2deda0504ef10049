//! Which file answers a path.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::{headers, media_type};

/// Where the configuration of the page is asked for.
const CONFIGURATION: &str = "/config.json";

/// A folder with a built page.
#[derive(Debug, Clone)]
pub struct Site {
    folder: Arc<Path>,
    configuration: Configuration,
    portal: Option<Arc<str>>,
}

/// What answers `config.json`.
#[derive(Debug, Clone)]
pub enum Configuration {
    /// The file in the folder, and this text where there is none.
    Unless(Arc<str>),
    /// This text, whatever is in the folder.
    Always(Arc<str>),
}

impl Site {
    /// Serves `folder`.
    pub fn new(folder: &Path, configuration: Configuration) -> Self {
        Self { folder: folder.into(), configuration, portal: None }
    }

    /// The same for pages of this origin as well: they may load the files, and hold `embed.html` in a frame.
    #[must_use]
    pub fn shown_by(self, portal: Option<&str>) -> Self {
        Self { portal: portal.map(Arc::from), ..self }
    }

    /// The answer to a request for `path`.
    pub async fn answer(&self, method: Method, path: &str, request_headers: &HeaderMap) -> Response {
        let accepts_brotli = accepts_brotli(request_headers);
        let (site, path) = (self.clone(), path.to_owned());
        let found = tokio::task::spawn_blocking(move || {
            let mut response = if matches!(method, Method::GET | Method::HEAD) {
                site.find(&path, accepts_brotli)
            } else {
                (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response()
            };
            headers::protect(&path, site.portal.as_deref(), &mut response);
            response
        });
        found.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
    }

    fn find(&self, path: &str, accepts_brotli: bool) -> Response {
        let path = if path == "/" { "/index.html" } else { path };
        if let (CONFIGURATION, Configuration::Always(text)) = (path, &self.configuration) {
            return ([(header::CONTENT_TYPE, media_type::of(path))], text.to_string()).into_response();
        }
        let Some(file) = file_in(&self.folder, path) else { return StatusCode::NOT_FOUND.into_response() };
        let media_type = media_type::of(path);
        let mut compressed = file.clone().into_os_string();
        compressed.push(".br");
        if accepts_brotli && let Ok(bytes) = std::fs::read(compressed) {
            let encoding = [(header::CONTENT_ENCODING, "br"), (header::VARY, "Accept-Encoding")];
            return ([(header::CONTENT_TYPE, media_type)], encoding, Body::from(bytes)).into_response();
        }
        match (std::fs::read(&file), &self.configuration) {
            (Ok(bytes), _) => {
                let kind = [(header::CONTENT_TYPE, media_type), (header::VARY, "Accept-Encoding")];
                (kind, Body::from(bytes)).into_response()
            }
            (Err(_), Configuration::Unless(text)) if path == CONFIGURATION => {
                ([(header::CONTENT_TYPE, media_type)], text.to_string()).into_response()
            }
            (Err(error), _) if error.kind() == ErrorKind::PermissionDenied => StatusCode::FORBIDDEN.into_response(),
            (Err(_), _) => StatusCode::NOT_FOUND.into_response(),
        }
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
