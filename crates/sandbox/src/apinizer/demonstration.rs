//! Demo data: what a first look, the documentation and the browser tests find.

mod credentials;
mod large;

use jiff::Timestamp;
use rusqlite::{Connection, Transaction};

use super::environments::ENVIRONMENTS;
use super::token::{self, Permissions};
use super::{live, projects, storage};
use crate::password_hash;

pub(crate) use large::insert as insert_large;

const ROLES: [&str; 5] = ["billing", "orders", "partner", "reports", "stock"];

const PROJECTS: [(&str, &str); 3] = [
    ("retail", "Shops, kiosks and the web store"),
    ("wholesale", "Trade customers and their warehouses"),
    ("empty", "No credential yet"),
];

const TOKENS: [(&str, Permissions); 3] = [
    ("rekey-demo-token", Permissions::ALL),
    ("rekey-viewer-token", Permissions { manage: false, deploy: false }),
    ("rekey-nodeploy-token", Permissions { manage: true, deploy: false }),
];

/// Puts the demo data in the place of everything, with `additional` generated credentials in `retail`.
pub(crate) fn insert(transaction: &Transaction<'_>, additional: u32) -> rusqlite::Result<()> {
    for table in ["account", "token", "project", "role", "credential", "live"] {
        transaction.execute(&format!("DELETE FROM apinizer_{table}"), [])?;
    }
    transaction.execute("INSERT INTO apinizer_account VALUES ('admin', ?1)", [hash("rekey-demo-password")?])?;
    for (name, permissions) in TOKENS {
        token::insert(transaction, name, permissions, None)?;
    }
    for role in ROLES {
        transaction.execute("INSERT INTO apinizer_role VALUES (?1)", [role])?;
    }
    for (name, description) in PROJECTS {
        transaction.execute("INSERT INTO apinizer_project VALUES (?1, ?2)", [name, description])?;
    }
    for (project, credential) in credentials::all(Timestamp::now()) {
        let hash = hash(&format!("old-password-of-{}", credential.username))?;
        storage::insert_credential(transaction, project, &credential, &hash)?;
    }
    insert_generated(transaction, additional)?;
    deploy_all(transaction, projects::ADMIN)
}

/// One hash for all of them: ten thousand of their own would take minutes.
fn insert_generated(connection: &Connection, count: u32) -> rusqlite::Result<()> {
    if count == 0 {
        return Ok(());
    }
    let hash = hash("old-password-of-generated")?;
    for number in 1..=count {
        storage::insert_credential(connection, "retail", &credentials::generated(number), &hash)?;
    }
    Ok(())
}

/// Lets every environment know the credentials of a project.
fn deploy_all(connection: &Connection, project: &str) -> rusqlite::Result<()> {
    ENVIRONMENTS.iter().try_for_each(|environment| live::deploy_project(connection, environment, project))
}

fn hash(password: &str) -> rusqlite::Result<String> {
    // The reset has one kind of failure for its caller; a hash fails only where the system has no randomness.
    password_hash::hash(password).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.to_string().into()))
}
