//! Every error shape of every vendor as one [`ApiProblem`] (N-14). The server's words are kept word for word.

use serde_json::Value;

use crate::http::{Response, wipe};

/// The longest text of a server that is kept, in characters (P-07).
const LONGEST_TEXT: usize = 500;

/// What a server said when it refused or failed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ApiProblem {
    /// The HTTP status.
    pub status: u16,
    /// A code for machines, such as `bad_request`.
    pub code: Option<String>,
    /// The sentence for people.
    pub text: Option<String>,
    /// Sentences about single fields: the server's field name, if it gave one, and its words.
    pub fields: Vec<(String, String)>,
    /// Seconds to wait before the next try, by header or body (Q10).
    pub retry_after: Option<u32>,
    /// The title of a page that answered instead of the API (H-06); never rendered as markup.
    pub page_title: Option<String>,
}

impl ApiProblem {
    /// Reads whatever an answer says of itself.
    pub fn read(response: &Response) -> Self {
        let mut value = response.json().unwrap_or_default();
        let mut problem = Self::from_json(&value);
        wipe(&mut value);
        problem.status = response.status;
        problem.retry_after = response.retry_after.or(problem.retry_after);
        if problem.text.is_none() && problem.code.is_none() {
            problem.page_title = response.body.as_deref().ok().and_then(page_title);
        }
        problem
    }

    /// Whether the server gave a reason in a shape that an API would give.
    pub fn is_explained(&self) -> bool {
        self.text.is_some() || self.code.is_some()
    }

    /// Whether it is the rate limit. Apinizer documents no HTTP status for it, only its code (Q10).
    pub fn is_rate_limit(&self) -> bool {
        self.status == 429 || self.code.as_deref() == Some("rate_limit_exceeded")
    }

    /// Reads the shapes `error`/`error_description`, `status`/`resultMessage`, `errorMessage`, RFC 9457,
    /// `error.details` and the gRPC gateway's. Unknown members and wrong types are ignored.
    pub fn from_json(value: &Value) -> Self {
        let nested = &value["error"];
        let text = [
            &value["error_description"],
            &value["resultMessage"],
            &value["errorMessage"],
            &value["detail"],
            &nested["details"],
            &nested["message"],
            &nested["description"],
            &value["message"],
            &value["title"],
        ]
        .into_iter()
        .find_map(sentence)
        .or_else(|| value.pointer("/errors/0").and_then(sentence));
        let code = [nested, &nested["code"], &value["code"]].into_iter().find_map(sentence);
        Self {
            text,
            code,
            fields: [&value["validation_errors"], &value["errors"]].into_iter().flat_map(field_sentences).collect(),
            retry_after: value["retry_after"].as_u64().and_then(|seconds| u32::try_from(seconds).ok()),
            ..Self::default()
        }
    }
}

fn sentence(value: &Value) -> Option<String> {
    let text = without_status(value.as_str()?.trim());
    (!text.is_empty()).then(|| text.chars().take(LONGEST_TEXT).collect())
}

/// Text of several lines without a first one that only repeats the status, such as `400 Bad Request` (T8).
fn without_status(text: &str) -> &str {
    let Some((first, rest)) = text.split_once('\n') else { return text };
    let is_status = |code: &str| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit());
    if first.split_once(' ').is_some_and(|(code, _)| is_status(code)) { rest.trim() } else { text }
}

fn field_sentences(value: &Value) -> Vec<(String, String)> {
    let entries = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let read = |entry: &Value| Some((sentence(&entry["field"]).unwrap_or_default(), sentence(&entry["message"])?));
    entries.iter().filter_map(read).collect()
}

/// The text of the first `<title>`, at most 200 characters. Found by plain search: the page is never parsed as markup.
fn page_title(body: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(body.get(..body.len().min(8192))?);
    let lower = text.to_ascii_lowercase();
    let start = lower.find("<title>")? + "<title>".len();
    let end = start + lower.get(start..)?.find("</title>")?;
    let title = text.get(start..end)?.trim();
    (!title.is_empty()).then(|| title.chars().take(200).collect())
}

#[cfg(test)]
mod tests {
    use super::ApiProblem;
    use crate::http::Response;
    use serde_json::json;

    #[test]
    fn every_documented_shape_gives_its_sentence_and_code() {
        for (body, text, code) in [
            (
                json!({"error":"bad_request","error_description":"Credential email can not be empty!"}),
                Some("Credential email can not be empty!"),
                Some("bad_request"),
            ),
            (json!({"status":"FAILURE","resultMessage":"Token was expired!"}), Some("Token was expired!"), None),
            (json!({"errorMessage":"Credential not found"}), Some("Credential not found"), None),
            (
                json!({"type":"x","title":"Unauthorized","status":401,"detail":"Token invalid"}),
                Some("Token invalid"),
                None,
            ),
            (json!({"error":{"code":"SYS.1","details":"no such resource"}}), Some("no such resource"), Some("SYS.1")),
            (json!({"code":5,"message":"not found","details":[]}), Some("not found"), None),
            (json!({"error":7,"error_description":["x"],"resultMessage":null}), None, None),
            (json!({"error":"text alone"}), None, Some("text alone")),
            (json!({"errorMessage":"400 Bad Request\nInvalid aid"}), Some("Invalid aid"), None),
            (json!({"errorMessage":"one\ntwo"}), Some("one\ntwo"), None),
            (
                json!({"error":"invalid_token","error_description":"Invalid access token"}),
                Some("Invalid access token"),
                Some("invalid_token"),
            ),
            (json!({"httpStatus":"PRECONDITION_FAILED","errors":["too many"]}), Some("too many"), None),
            (
                json!({"error":{"code":"SYS.1001","description":"A message","details":"Delete timeout"}}),
                Some("Delete timeout"),
                Some("SYS.1001"),
            ),
            (json!([1, 2]), None, None),
            (json!({"__proto__":{"x":1}}), None, None),
        ] {
            let problem = ApiProblem::from_json(&body);
            assert_eq!((problem.text.as_deref(), problem.code.as_deref()), (text, code), "{body}");
        }
    }

    #[test]
    fn field_sentences_and_the_wait_in_the_body_are_read() {
        let problem = ApiProblem::from_json(&json!({
            "error": "validation_failed", "error_description": "Validation failed", "retry_after": 60,
            "validation_errors": [{"field": "name", "message": "Name is required"}, {"field": 1}, "x"],
        }));
        assert_eq!(problem.fields, [("name".to_owned(), "Name is required".to_owned())]);
        assert_eq!(problem.retry_after, Some(60));
        let problem = ApiProblem::from_json(&json!({
            "title": "Validation", "detail": "Invalid fields", "errors": [{"code": "X", "field": "name", "message": "Taken"}],
        }));
        assert_eq!(problem.text.as_deref(), Some("Invalid fields"));
        assert_eq!(problem.fields, [("name".to_owned(), "Taken".to_owned())]);
    }

    #[test]
    fn a_page_instead_of_an_api_is_quoted_by_its_title_only() {
        let body = b"<html><head><TITLE> Sign in &amp; go </TITLE><script>alert(1)</script>".to_vec();
        let response =
            Response { status: 200, content_type: Some("text/html".to_owned()), retry_after: None, body: Ok(body) };
        let problem = ApiProblem::read(&response);
        assert_eq!(problem.page_title.as_deref(), Some("Sign in &amp; go"));
        assert!(!problem.is_explained());
    }

    fn answer(status: u16, body: &str) -> Response {
        Response { status, content_type: None, retry_after: None, body: Ok(body.as_bytes().to_vec()) }
    }

    #[test]
    fn a_word_or_a_code_explains_a_refusal_and_a_title_does_not() {
        for (body, is_explained, title) in [
            (r#"{"message":"no"}"#, true, None),
            (r#"{"code":"X"}"#, true, None),
            (r#"{"x":"<title>In</title>"}"#, false, Some("In")),
            (r#"{"message":"<title>In</title>"}"#, true, None),
            (r#"{"code":"<title>In</title>"}"#, true, None),
            ("<title> </title>", false, None),
            ("<title>A</title><title>B</title>", false, Some("A")),
            ("a page with <b>bold</b> words", false, None),
        ] {
            let problem = ApiProblem::read(&answer(502, body));
            assert_eq!((problem.is_explained(), problem.page_title.as_deref()), (is_explained, title), "{body}");
            assert_eq!(problem.status, 502);
        }
    }

    #[test]
    fn a_rate_limit_is_a_status_or_apinizers_code_q10() {
        for (status, body, is_limit) in [
            (429, "{}", true),
            (429, r#"{"error":"forbidden"}"#, true),
            (400, r#"{"error":"rate_limit_exceeded"}"#, true),
            (400, r#"{"error":"bad_request"}"#, false),
            (503, "{}", false),
        ] {
            assert_eq!(ApiProblem::read(&answer(status, body)).is_rate_limit(), is_limit, "{status} {body}");
        }
    }

    #[test]
    fn a_wait_in_a_header_goes_before_one_in_the_body() {
        let body = r#"{"error":"rate_limit_exceeded","retry_after":9}"#;
        assert_eq!(ApiProblem::read(&answer(429, body)).retry_after, Some(9));
        let both = Response { retry_after: Some(3), ..answer(429, body) };
        assert_eq!(ApiProblem::read(&both).retry_after, Some(3));
    }

    #[test]
    fn only_a_first_line_that_is_a_status_is_left_out_t8() {
        for (text, words) in [
            ("400 Bad Request\n Invalid aid ", "Invalid aid"),
            ("4000 things\nare wrong", "4000 things\nare wrong"),
            ("abc of it\nis wrong", "abc of it\nis wrong"),
            ("40a of it\nis wrong", "40a of it\nis wrong"),
            ("400\nis wrong", "400\nis wrong"),
            ("400 Bad Request", "400 Bad Request"),
        ] {
            assert_eq!(ApiProblem::from_json(&json!({"errorMessage": text})).text.as_deref(), Some(words), "{text}");
        }
    }

    #[test]
    fn long_sentences_are_cut() {
        let problem = ApiProblem::from_json(&json!({"resultMessage": "x".repeat(10_000)}));
        assert_eq!(problem.text.map(|text| text.len()), Some(500));
    }
}
