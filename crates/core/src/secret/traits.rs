//! Compiles only while nothing that holds a secret can be displayed or serialised (S-12). That `Debug` redacts is tested
//! beside it.

use std::fmt::Display;

use serde_core::Serialize;
use static_assertions::assert_not_impl_any;

use super::Secret;
use crate::access::{Access, Granted, SignIn};
use crate::dialect::Change;
use crate::http::{Body, Request, Response, Wiped};

assert_not_impl_any!(Secret: Display, Serialize, Copy, AsRef<str>, std::ops::Deref);
assert_not_impl_any!(Access: Display, Serialize, Copy);
assert_not_impl_any!(SignIn: Display, Serialize, Copy);
assert_not_impl_any!(Granted: Display, Serialize, Copy);
assert_not_impl_any!(Change: Display, Serialize, Copy);
assert_not_impl_any!(Body: Display, Serialize, Copy);
assert_not_impl_any!(Request: Display, Serialize, Copy);
assert_not_impl_any!(Response: Display, Serialize, Copy);
assert_not_impl_any!(Wiped: Display, Serialize, Copy);

/// Every type that may hold one, printed.
#[test]
fn nothing_that_holds_a_secret_prints_it_s12() {
    let secret = || Secret::new("hunter2-canary".to_owned());
    let access = Access::bearer(&secret()).unwrap();
    let printed = [
        format!("{:?}", Granted { access: access.clone(), expires_in: None }),
        format!("{:?}", SignIn::UserNameAndPassword { user_name: "ada".to_owned(), password: secret() }),
        format!("{:?}", SignIn::EmailAndApiToken { email: "ada".to_owned(), token: secret() }),
        format!("{:?}", Change::secret(secret(), None)),
        format!("{:?}", Wiped::from(b"hunter2-canary".to_vec())),
    ];
    for text in printed {
        assert!(!text.contains("hunter2"), "{text}");
        // "hunter2" as numbers.
        assert!(!text.contains("104, 117, 110"), "{text}");
    }
}
