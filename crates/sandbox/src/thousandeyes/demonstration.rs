//! Demo data: what a first look, the documentation and the browser tests find.

use rusqlite::{Connection, Transaction, params};

use super::storage;
use super::token::{self, Scheme};
use crate::password_hash;

const ADMIN: &str = "admin@example.com";
const VIEWER: &str = "viewer@example.com";
const SECURITY: &str = "security@example.com";

/// E-mail, may write, may see values.
const ACCOUNTS: [(&str, bool, bool); 3] = [(ADMIN, true, false), (VIEWER, false, false), (SECURITY, true, true)];

const TOKENS: [(&str, Scheme, &str); 5] = [
    ("rekey-demo-token", Scheme::Bearer, ADMIN),
    ("rekey-demo-api-token", Scheme::Basic, ADMIN),
    ("rekey-viewer-token", Scheme::Bearer, VIEWER),
    ("rekey-viewer-api-token", Scheme::Basic, VIEWER),
    ("rekey-sensitive-token", Scheme::Bearer, SECURITY),
];

const RETAIL: i64 = 75;
const WHOLESALE: i64 = 1234;
/// Exists, and nobody of the demonstration is assigned to it.
const FINANCE: i64 = 9001;

const ACCOUNT_GROUPS: [(i64, &str); 3] =
    [(RETAIL, "Retail operations"), (WHOLESALE, "Wholesale operations"), (FINANCE, "Corporate finance")];

const CREDENTIALS: [(i64, i64, &str); 9] = [
    (RETAIL, 405, "Checkout login"),
    (RETAIL, 406, "Store locator API key"),
    (RETAIL, 411, "Kundenkonto Zürich"),
    (RETAIL, 418, "Loyalty <b>beta</b> & friends"),
    (RETAIL, 427, "Payment gateway"),
    (RETAIL, 433, "Returns portal"),
    (WHOLESALE, 502, "EDI upload"),
    (WHOLESALE, 509, "Trade customer portal"),
    (FINANCE, 601, "Treasury reports"),
];

/// Where the ids of generated credentials begin.
const FIRST_GENERATED: i64 = 10_001;

/// Puts the demo data in the place of everything, with `additional` generated credentials in the default group.
pub(crate) fn insert(transaction: &Transaction<'_>, additional: u32) -> rusqlite::Result<()> {
    for table in ["account", "token", "account_group", "membership", "credential"] {
        transaction.execute(&format!("DELETE FROM thousandeyes_{table}"), [])?;
    }
    // New ids start again where they started.
    transaction.execute("DELETE FROM sqlite_sequence WHERE name = 'thousandeyes_credential'", [])?;
    for (aid, name) in ACCOUNT_GROUPS {
        transaction.execute("INSERT INTO thousandeyes_account_group VALUES (?1, ?2)", params![aid, name])?;
    }
    for (email, may_write, may_see_values) in ACCOUNTS {
        transaction.execute(
            "INSERT INTO thousandeyes_account (email, may_write, may_see_values) VALUES (?1, ?2, ?3)",
            params![email, may_write, may_see_values],
        )?;
        for aid in [RETAIL, WHOLESALE] {
            let membership = params![email, aid, aid == RETAIL];
            transaction.execute("INSERT INTO thousandeyes_membership VALUES (?1, ?2, ?3)", membership)?;
        }
    }
    for (name, scheme, email) in TOKENS {
        token::insert(transaction, name, scheme, email)?;
    }
    for (aid, id, name) in CREDENTIALS {
        storage::insert(transaction, aid, Some(id), name, &hash(&format!("old-value-of-{id}"))?)?;
    }
    insert_generated(transaction, additional)
}

/// One hash for all of them: ten thousand of their own would take minutes.
fn insert_generated(connection: &Connection, count: u32) -> rusqlite::Result<()> {
    if count == 0 {
        return Ok(());
    }
    let hash = hash("old-value-of-generated")?;
    for (id, number) in (FIRST_GENERATED..).zip(1..=count) {
        storage::insert(connection, RETAIL, Some(id), &format!("Generated {number:06}"), &hash)?;
    }
    Ok(())
}

fn hash(value: &str) -> rusqlite::Result<String> {
    // The reset has one kind of failure for its caller; a hash fails only where the system has no randomness.
    password_hash::hash(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.to_string().into()))
}
