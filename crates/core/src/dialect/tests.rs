use super::{Change, Dialect};
use crate::access::Access;
use crate::credential::tests::api_user;
use crate::draft::{CredentialEdit, ExpiryEdit};
use crate::http::Method;
use crate::issue::Issue;
use crate::secret::Secret;

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
    let dialects = [Dialect::Apinizer, Dialect::ThousandEyesV6, Dialect::ThousandEyesV7, Dialect::ZStack];
    let names = ["Apinizer", "ThousandEyes v6", "ThousandEyes v7", "ZStack Cloud"];
    assert_eq!(dialects.map(Dialect::product), names);
}

#[test]
fn counters_are_asked_for_where_the_server_has_them_z11() {
    for dialect in [Dialect::Apinizer, Dialect::ThousandEyesV6, Dialect::ThousandEyesV7, Dialect::ZStack] {
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
