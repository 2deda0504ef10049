//! The list of the passwords everybody tries first: data, loaded when the first secret is typed, not code in the module.

use rekey_core::password::CommonPasswords;

use leptos::prelude::*;

use crate::console::Console;
use crate::transport;

/// Loads the list once. Without it the other rules still hold, so a list that cannot be loaded keeps nobody from
/// changing a password.
pub async fn load(console: Console) {
    let known = console.common.try_with_value(|common| !common.is_empty()).unwrap_or(true);
    if known {
        return;
    }
    if let Some(text) = transport::asset(&console.asset("common-passwords.txt")).await {
        let _ = console.common.try_set_value(CommonPasswords::read(&text));
    }
}
