//! The content security policy of a page: as the page carries it, and as a header. The one is made of the other, so the
//! two cannot differ (W-06).

use anyhow::{Context as _, Result};

/// What stands before the policy in a page.
const BEFORE: &str = "http-equiv=\"Content-Security-Policy\" content=\"";

/// The policy that a page carries.
pub(crate) fn of_page(page: &str) -> Result<&str> {
    let rest = page.split_once(BEFORE).map(|(_, rest)| rest).context("the page carries no policy")?;
    rest.split_once('"').map(|(policy, _)| policy).context("the policy of the page has no end")
}

/// The page with a policy that allows its own origin and `origins`, in the place of any secure one.
pub(crate) fn narrow(page: &str, origins: &[String]) -> Result<String> {
    let policy = of_page(page)?;
    let connections = format!("connect-src 'self' {}", origins.join(" "));
    let narrowed: Vec<&str> = policy
        .split("; ")
        .map(|directive| if directive.starts_with("connect-src ") { connections.trim_end() } else { directive })
        .collect();
    Ok(page.replacen(policy, &narrowed.join("; "), 1))
}

/// The policy as a header: with what a page cannot say itself, and what has no use here named as forbidden (3.1).
/// `default-src 'none'` is part of it, so a manifest stays forbidden as well, because there is none.
pub(super) fn header(policy: &str, ancestors: &[String]) -> String {
    let ancestors = if ancestors.is_empty() { "'none'".to_owned() } else { ancestors.join(" ") };
    let more = "frame-src 'none'; worker-src 'none'; object-src 'none'";
    format!("{policy}; {more}; frame-ancestors {ancestors}")
}

/// For what is no page and must not act as one: an answer of an API comes from somebody else, and through the proxy it
/// stands on the page's own origin. Opened by itself, it runs nothing and has an origin of its own.
pub(super) const CLOSED: &str =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

#[cfg(test)]
mod tests {
    use super::{header, narrow, of_page};

    const PAGE: &str = "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src \
        'none'; connect-src 'self' https: http://localhost:*; base-uri 'none'\">\n<p>https:</p>";

    #[test]
    fn a_configuration_names_its_origins_and_no_others() {
        let page = narrow(PAGE, &["https://manager.example".to_owned()]).unwrap();
        assert_eq!(
            of_page(&page).unwrap(),
            "default-src 'none'; connect-src 'self' https://manager.example; base-uri 'none'"
        );
        assert_eq!(
            of_page(&narrow(&page, &[]).unwrap()).unwrap(),
            "default-src 'none'; connect-src 'self'; base-uri 'none'"
        );
        assert!(page.ends_with("<p>https:</p>"));
    }

    #[test]
    fn the_header_adds_what_a_page_cannot_say() {
        let framed = ["https://a.example".to_owned(), "https://b.example".to_owned()];
        assert!(
            header("default-src 'none'", &framed).ends_with("; frame-ancestors https://a.example https://b.example")
        );
        assert!(header("default-src 'none'", &[]).ends_with("; object-src 'none'; frame-ancestors 'none'"));
    }

    #[test]
    fn a_page_without_a_policy_is_refused() {
        assert!(of_page("<p></p>").is_err());
    }
}
