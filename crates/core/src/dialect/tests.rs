use serde_json::json;

use super::{Change, Dialect};
use crate::access::Access;
use crate::credential::tests::api_user;
use crate::draft::{CredentialEdit, ExpiryEdit};
use crate::http::{Method, Patience};
use crate::issue::Issue;
use crate::secret::Secret;

const ALL: [Dialect; 4] = [Dialect::Apinizer, Dialect::ThousandEyesV6, Dialect::ThousandEyesV7, Dialect::ZStack];

#[test]
fn documented_sentences_are_given_letter_for_letter() {
    for (issue, sentence) in [
        (Issue::SecretEmpty, Some("Credential password can not be empty!")),
        (Issue::FullNameEmpty, Some("Credential full name can not be empty!")),
        (Issue::EmailEmpty, Some("Credential email can not be empty!")),
        (Issue::RoleEmpty, None),
    ] {
        assert_eq!(Dialect::Apinizer.documented_text(&issue), sentence);
        assert_eq!(Dialect::ZStack.documented_text(&issue), None);
    }
}

#[test]
fn a_product_is_named_as_its_vendor_writes_it() {
    let names = ["Apinizer", "ThousandEyes v6", "ThousandEyes v7", "ZStack Cloud"];
    assert_eq!(ALL.map(Dialect::product), names);
}

/// The shapes of section 7 of Apinizer's contract, 4 of ThousandEyes' and 5 of ZStack's; half of one is none.
#[test]
fn a_refusal_is_told_by_the_shape_of_its_own_system() {
    use Dialect::{Apinizer, ThousandEyesV6, ThousandEyesV7, ZStack};
    let both = &[Apinizer, ThousandEyesV6, ThousandEyesV7][..];
    for (body, own) in [
        (json!({"error": "a", "error_description": "b"}), both),
        (json!({"status": "FAILURE", "resultMessage": "b"}), &[Apinizer]),
        (json!({"error": "a"}), &[ZStack]),
        (json!({"error": {"code": "SYS.1000"}}), &[ZStack]),
        (json!({"code": 5, "message": "b"}), &[ZStack]),
        (json!({"title": "a"}), &[ThousandEyesV6, ThousandEyesV7]),
        (json!({"detail": "a"}), &[ThousandEyesV6, ThousandEyesV7]),
        (json!({"errorMessage": "a"}), &[ThousandEyesV6]),
        (json!({"error_description": "b"}), &[]),
        (json!({"status": "FAILURE"}), &[]),
        (json!({"resultMessage": "b"}), &[]),
        (json!({"error": 1, "error_description": 2}), &[]),
        (json!({"code": 5}), &[]),
        (json!({"message": "b"}), &[]),
        (json!({}), &[]),
        (json!([]), &[]),
    ] {
        let claimed: Vec<_> = ALL.into_iter().filter(|dialect| dialect.is_own_refusal(&body)).collect();
        assert_eq!(claimed, own, "{body}");
    }
}

#[test]
fn an_answer_is_told_by_the_list_that_its_own_system_gives() {
    use Dialect::{Apinizer, ThousandEyesV6, ThousandEyesV7, ZStack};
    for (body, own) in [
        (json!({"resultList": []}), &[Apinizer][..]),
        (json!({"accountGroups": []}), &[ThousandEyesV6, ThousandEyesV7]),
        (json!({"items": []}), &[ZStack]),
        (json!({"resultList": {}, "accountGroups": null, "items": "x"}), &[]),
        (json!({}), &[]),
    ] {
        let claimed: Vec<_> = ALL.into_iter().filter(|dialect| dialect.is_own_answer(&body)).collect();
        assert_eq!(claimed, own, "{body}");
    }
}

/// T1: v6 is the one that its vendor has announced an end of.
#[test]
fn one_version_may_be_retired() {
    let retired: Vec<_> = ALL.into_iter().filter(|dialect| dialect.may_be_retired()).collect();
    assert_eq!(retired, [Dialect::ThousandEyesV6]);
}

#[test]
fn who_answers_is_asked_in_short_and_without_a_token_n13() {
    for dialect in ALL {
        let asked = dialect.probe();
        assert_eq!((asked.method, asked.patience), (Method::Get, Patience::Exchange), "{dialect:?}");
        assert!(asked.authorization.is_none(), "{dialect:?}");
    }
}

#[test]
fn counters_are_asked_for_where_the_server_has_them_z11() {
    for dialect in ALL {
        let asked = dialect.statistics(&Access::Proxy);
        assert_eq!(asked.is_some(), dialect.capabilities().statistics, "{dialect:?}");
    }
    let asked = Dialect::ZStack.statistics(&Access::Proxy).unwrap();
    assert_eq!((asked.method, asked.path.as_str()), (Method::Get, "/api/v1/credentials/statistics"));
}

#[test]
fn a_change_knows_whether_a_secret_goes_with_it() {
    let secret = || Secret::new("new".to_owned());
    let base = api_user();
    let edit = CredentialEdit {
        name: base.name,
        full_name: base.full_name,
        email: base.email,
        description: base.description,
        roles: base.roles,
        addresses: base.addresses,
        enabled: base.enabled,
        expiry: ExpiryEdit::Untouched,
    };
    assert!(Change::secret(secret(), None).has_secret());
    assert!(Change::details(edit.clone(), Some(secret()), None).has_secret());
    assert!(!Change::details(edit, None, None).has_secret());
}
