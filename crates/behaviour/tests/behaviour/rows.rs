//! The rows of the table, a file for each vendor.

pub(crate) mod apinizer;
pub(crate) mod thousandeyes;
pub(crate) mod zstack;

use rekey_core::access::SignIn;
use rekey_core::secret::Secret;

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn token(text: &str) -> SignIn {
    SignIn::AccessToken(secret(text))
}
