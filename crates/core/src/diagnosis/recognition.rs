//! Who gave an answer: the API that was asked, another one, or something on the way.

use crate::dialect::Dialect;
use crate::http::{MediaType, Response};
use crate::problem::ApiProblem;

/// What an answer to [`Dialect::probe`] says of who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognition {
    /// The API, which wants a sign-in: the best that an answer without one can prove.
    Itself,
    /// The API, which gave what was asked for without a sign-in.
    Open,
    /// The API, which no longer has this version (T1).
    Retired,
    /// Another API, and whose where that can be told.
    Another(Option<&'static str>),
    /// A page for people, or no content that an API would give.
    Page {
        /// The HTTP status.
        status: u16,
        /// Its title (H-06).
        title: Option<String>,
    },
    /// The server has nothing at this address.
    NotHere(u16),
    /// The server failed.
    Failing(u16),
    /// An answer that says neither.
    Unclear,
}

impl Recognition {
    /// Recognises an answer.
    pub fn of(dialect: Dialect, response: &Response) -> Self {
        let status = response.status;
        let problem = ApiProblem::read(response);
        let is_page = response.media_type() == MediaType::Foreign;
        match status {
            200..=299 => Self::of_success(dialect, response, problem.page_title),
            // The address may be blocked for its many refusals (contracts/thousandeyes.md 2.1): that says who answers to
            // nobody.
            429 => Self::Unclear,
            404 | 410 if dialect.may_be_retired() && !is_page => Self::Retired,
            404 | 405 | 410 => Self::NotHere(status),
            // A gateway that reaches nothing is told where it is asked who is reached at all.
            502..=504 => Self::Unclear,
            500..=599 => Self::Failing(status),
            _ if is_page => Self::Page { status, title: problem.page_title },
            400..=499 => Self::of_refusal(dialect, response),
            _ => Self::Unclear,
        }
    }

    fn of_success(dialect: Dialect, response: &Response, title: Option<String>) -> Self {
        match response.json() {
            Some(value) if response.media_type() == MediaType::Json => {
                if dialect.is_own_answer(&value) {
                    Self::Open
                } else {
                    Self::Another(Self::product_of(|dialect| dialect.is_own_answer(&value)))
                }
            }
            Some(_) | None => Self::Page { status: response.status, title },
        }
    }

    /// A refusal in the words of the API is the proof that it is there. Empty ones, and those of no API, come from
    /// something on the way.
    fn of_refusal(dialect: Dialect, response: &Response) -> Self {
        let Some(value) = response.json() else { return Self::Page { status: response.status, title: None } };
        if dialect.is_own_refusal(&value) {
            Self::Itself
        } else {
            Self::Another(Self::product_of(|dialect| dialect.is_own_refusal(&value)))
        }
    }

    /// Whose answer it is, if only one system can have given it.
    fn product_of(knows: impl Fn(Dialect) -> bool) -> Option<&'static str> {
        let mut possible = Dialect::ALL.into_iter().filter(|dialect| knows(*dialect));
        let first = possible.next()?;
        possible.next().is_none().then(|| first.product())
    }
}
