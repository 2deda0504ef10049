use rekey_core::configuration::Configuration;

use super::{Api, apis};
use crate::hosting::upstream::Upstream;

fn of(connections: &str, upstreams: &[(&str, &str)]) -> anyhow::Result<Vec<Api>> {
    let configuration = Configuration::parse(&format!(r#"{{"connections": [{connections}]}}"#)).unwrap();
    let upstreams: Vec<(String, Upstream)> =
        upstreams.iter().map(|(id, address)| ((*id).to_owned(), address.parse().unwrap())).collect();
    apis(&configuration.connections, &upstreams)
}

fn error(connections: &str, upstreams: &[(&str, &str)]) -> String {
    of(connections, upstreams).unwrap_err().to_string()
}

const GATEWAY: &str = r#"{"id": "gateway-1", "kind": "apinizer", "baseUrl": "/apinizer/"}"#;
const CLOUD: &str = r#"{"id": "cloud", "kind": "zstack", "baseUrl": "/", "auth": "proxy"}"#;

#[test]
fn each_system_has_its_own_place_below_the_base() {
    let v6 = r#"{"id": "six", "kind": "thousandeyes", "version": "v6", "baseUrl": "/te"}"#;
    let v7 = r#"{"id": "seven", "kind": "thousandeyes", "baseUrl": "/te"}"#;
    let far = r#"{"id": "far", "kind": "apinizer", "baseUrl": "https://manager.example"}"#;
    let apis = of(&[GATEWAY, CLOUD, v6, v7, far].join(","), &[("cloud", "https://zstack.example")]).unwrap();
    let places: Vec<String> = apis.iter().map(Api::place).collect();
    assert_eq!(places, ["/apinizer/apiops/", "/api/v1/", "/te/v6/", "/te/v7/"]);
    assert_eq!(apis[0].name(), "gateway_1");
    assert_eq!(apis[0].upstream.authority(), "upstream-of-gateway-1.invalid");
    assert_eq!((apis[1].upstream.authority(), apis[1].holds_token), ("zstack.example", true));
}

#[test]
fn a_proxy_that_signs_offers_no_sign_in() {
    let routes = |connection: &str| of(connection, &[]).unwrap()[0].routes();
    let signs_in = |routes: &[(&str, String)]| routes.iter().any(|(_, path)| path.contains("token"));
    assert!(signs_in(&routes(GATEWAY)));
    assert!(!signs_in(&routes(r#"{"id": "a", "kind": "apinizer", "baseUrl": "/", "auth": "proxy"}"#)));
}

#[test]
fn nothing_can_be_created_or_deleted_through_it() {
    for (methods, path) in of(&[GATEWAY, CLOUD].join(","), &[]).unwrap().iter().flat_map(Api::routes) {
        assert!(!methods.contains("DELETE"), "{path}");
        assert!(!methods.contains("POST") || path.starts_with("/apiops/auth/token"), "{path}");
    }
}

#[test]
fn a_dot_of_an_address_is_a_dot() {
    let v6 = r#"{"id": "six", "kind": "thousandeyes", "version": "v6", "baseUrl": "/te.st"}"#;
    let api = &of(v6, &[]).unwrap()[0];
    assert_eq!(api.base_pattern(), "/te\\.st");
    assert_eq!(api.routes()[2], ("POST", "/v6/credentials/[A-Za-z0-9._~%-]+/update\\.json(?:\\?.*)?".to_owned()));
}

#[test]
fn what_no_proxy_can_do_is_refused() {
    let far = r#"{"id": "far", "kind": "apinizer", "baseUrl": "https://manager.example", "auth": "proxy"}"#;
    assert!(error(far, &[]).contains("by no proxy"));
    assert!(error(GATEWAY, &[("gateway", "https://a.example")]).contains("no connection `gateway`"));
    assert!(error(r#"{"id": "a", "kind": "zstack", "baseUrl": "/a;b"}"#, &[]).contains("not the same to every server"));
}

#[test]
fn two_connections_at_one_place_have_one_upstream() {
    let other = GATEWAY.replace("gateway-1", "other");
    let both = [GATEWAY, &other].join(",");
    assert!(error(&both, &[]).contains("share /apinizer/apiops/"));
    let one = "https://manager.example";
    assert_eq!(of(&both, &[("gateway-1", one), ("other", one)]).unwrap().len(), 1);
}
