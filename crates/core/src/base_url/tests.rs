use std::net::{Ipv4Addr, Ipv6Addr};

use super::{BaseUrl, BaseUrlProblem, is_ipv4, is_ipv6};
use crate::path::Path;
use proptest::prelude::*;

#[test]
fn accepted_addresses_are_written_in_one_form() {
    for (text, written) in [
        ("https://manager.example", "https://manager.example"),
        ("https://manager.example/", "https://manager.example"),
        ("HTTPS://Manager.Example", "https://manager.example"),
        ("https://manager.example:443", "https://manager.example"),
        ("https://manager.example:8443/base/", "https://manager.example:8443/base"),
        ("https://manager.example./", "https://manager.example."),
        ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
        ("https://10.0.0.7/a/b", "https://10.0.0.7/a/b"),
        ("https://[2001:DB8::1]:444/x", "https://[2001:db8::1]:444/x"),
        ("https://[2001:db8:0:0:0:0:0:7]", "https://[2001:db8:0:0:0:0:0:7]"),
        ("https://host_name.example", "https://host_name.example"),
        ("https://a/%7Euser", "https://a/%7Euser"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://localhost:80", "http://localhost"),
        ("http://127.0.0.1:8080/api", "http://127.0.0.1:8080/api"),
        ("http://127.1.2.3", "http://127.1.2.3"),
        ("http://[::1]:9", "http://[::1]:9"),
        ("/", ""),
        ("/api/apinizer", "/api/apinizer"),
        ("/api/apinizer/", "/api/apinizer"),
    ] {
        assert_eq!(BaseUrl::parse(text).map(|base| base.to_string()).as_deref(), Ok(written), "{text}");
    }
}

#[test]
fn refused_addresses_name_their_reason() {
    use BaseUrlProblem::{ClearText, Host, Path, Port, QueryOrFragment, Scheme, UserInfo};
    for (text, problem) in [
        ("", Scheme),
        ("manager.example", Scheme),
        ("//manager.example", Scheme),
        ("ftp://manager.example", Scheme),
        ("javascript:alert(1)", Scheme),
        ("data:text/html,x", Scheme),
        ("blob:https://manager.example/x", Scheme),
        ("file:///etc/passwd", Scheme),
        ("https:manager.example", Scheme),
        ("https:/manager.example", Scheme),
        ("https:\\\\manager.example", Scheme),
        (" https://manager.example", Scheme),
        ("https://manager.example\n", Scheme),
        ("https://manager example", Scheme),
        ("/\\manager.example", Scheme),
        ("/api\t", Scheme),
        ("http://manager.example", ClearText),
        ("http://10.0.0.7", ClearText),
        ("http://localhost.example", ClearText),
        ("http://[::2]", ClearText),
        ("http://128.0.0.1", ClearText),
        ("https://user@manager.example", UserInfo),
        ("https://user:pass@manager.example", UserInfo),
        ("https://manager.example@evil.example", UserInfo),
        ("https://", Host),
        ("https:///path", Host),
        ("https://.", Host),
        ("https://a..b", Host),
        ("https://-a.example", Host),
        ("https://a-.example", Host),
        ("https://bücher.example", Host),
        ("https://man%61ger.example", Host),
        ("https://127.1", Host),
        ("https://0x7f.0x1", Host),
        ("https://2130706433", Host),
        ("https://010.0.0.1", Host),
        ("https://1.2.3.4.5", Host),
        ("https://256.1.1.1", Host),
        ("https://[::1", Host),
        ("https://[nope]", Host),
        ("https://[::1]x", Host),
        ("https://a*b.example", Host),
        ("https://manager.example:", Port),
        ("https://manager.example:0", Port),
        ("https://manager.example:65536", Port),
        ("https://manager.example:+80", Port),
        ("https://manager.example:8o", Port),
        ("https://manager.example?x=1", QueryOrFragment),
        ("https://manager.example/#x", QueryOrFragment),
        ("https://manager.example/a?b", QueryOrFragment),
        ("/api?x", QueryOrFragment),
        ("/api#x", QueryOrFragment),
        ("https://manager.example//a", Path),
        ("https://manager.example/a//b", Path),
        ("https://manager.example/../a", Path),
        ("https://manager.example/%2e%2E/a", Path),
        ("https://manager.example/a/.", Path),
        ("https://manager.example/%zz", Path),
        ("https://manager.example/%ff", Path),
        ("https://manager.example/<x>", Path),
        ("/api/../x", Path),
        ("/ü", Path),
    ] {
        assert_eq!(BaseUrl::parse(text), Err(problem), "{text}");
    }
}

#[test]
fn a_name_that_begins_like_this_computer_is_another_one() {
    assert_eq!(BaseUrl::parse("http://127.example"), Err(BaseUrlProblem::ClearText));
}

#[test]
fn an_address_in_a_form_that_browsers_write_otherwise_is_refused() {
    for text in ["https://[::ffff:10.0.0.7]", "https://[fe80::1%25eth0]", "https://[1:2:3:4:5:6:7:8::]"] {
        assert_eq!(BaseUrl::parse(text), Err(BaseUrlProblem::Host), "{text}");
    }
}

#[test]
fn a_path_on_the_own_origin_has_no_origin() {
    assert_eq!(BaseUrl::parse("/api").unwrap().origin(), None);
    assert_eq!(BaseUrl::parse("https://a.example/api").unwrap().origin(), Some("https://a.example"));
}

proptest! {
    #[test]
    fn an_address_is_one_where_the_standard_library_says_so(v4 in "[0-9.]{0,16}|([0-9]{1,3}\\.){3}[0-9]{1,3}", v6 in "[0-9a-fA-F:]{0,40}|([0-9a-f]{0,4}:){1,8}[0-9a-f]{0,5}") {
        prop_assert_eq!(is_ipv4(&v4), v4.parse::<Ipv4Addr>().is_ok(), "{}", v4);
        prop_assert_eq!(is_ipv6(&v6), v6.parse::<Ipv6Addr>().is_ok(), "{}", v6);
    }

    #[test]
    fn no_text_makes_the_parser_fail_badly_and_its_output_parses_to_itself(text in ".*") {
        if let Ok(base) = BaseUrl::parse(&text) {
            let again = if base.to_string().is_empty() { "/".to_owned() } else { base.to_string() };
            prop_assert_eq!(BaseUrl::parse(&again), Ok(base));
        }
    }

    #[test]
    fn a_request_stays_below_its_base(value in ".+") {
        let base = BaseUrl::parse("https://manager.example/base").unwrap();
        if let Ok(path) = Path::of("apiops").value(&value) {
            prop_assert!(base.join(&path).starts_with("https://manager.example/base/apiops/"));
        }
    }
}
