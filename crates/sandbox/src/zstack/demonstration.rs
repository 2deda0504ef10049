//! Demo data: what a first look, the documentation and the browser tests find.

mod records;
mod samples;

use jiff::Timestamp;
use rusqlite::{Connection, Transaction};

use self::records::{ADMINISTRATOR, MAIN, Record};
use super::audit::{self, Action, Entry};
use super::{storage, token};
use crate::password_hash;

/// Token, whose it is, and whether it may write.
const TOKENS: [(&str, &str, bool); 2] =
    [("rekey-demo-token", ADMINISTRATOR, true), ("rekey-viewer-token", "viewer@example.com", false)];

const OPERATOR: &str = "ops@example.com";
const REVEALED: &str = "Revealed by automation pipeline for deployment job #42";

/// Puts the demo data in the place of everything, with `additional` generated credentials at the end.
pub(crate) fn insert(transaction: &Transaction<'_>, additional: u32) -> rusqlite::Result<()> {
    for table in ["token", "credential", "audit"] {
        transaction.execute(&format!("DELETE FROM zstack_{table}"), [])?;
    }
    for (name, principal, may_write) in TOKENS {
        token::insert(transaction, name, principal, may_write)?;
    }
    let now = Timestamp::now();
    for (sample, position) in samples::ALL.iter().zip(0..) {
        insert_record(transaction, &records::record(sample, position, now))?;
    }
    insert_generated(transaction, additional, now)
}

fn insert_record(connection: &Connection, Record { credential, created, updated }: &Record) -> rusqlite::Result<()> {
    storage::insert(connection, credential, &hash(&records::value(&credential.name))?)?;
    let write =
        |action, operator, details, at| audit::write(connection, &Entry::of(credential, action, operator, details), at);
    write(Action::Create, ADMINISTRATOR, "Created", *created)?;
    let Some(updated) = *updated else { return Ok(()) };
    write(Action::Update, OPERATOR, "Metadata updated", updated)?;
    if credential.name == MAIN {
        write(Action::Reveal, OPERATOR, REVEALED, updated)?;
    }
    Ok(())
}

/// One hash for all of them: ten thousand of their own would take minutes.
fn insert_generated(connection: &Connection, count: u32, now: Timestamp) -> rusqlite::Result<()> {
    if count == 0 {
        return Ok(());
    }
    let hash = hash(&records::value("generated"))?;
    for number in 1..=count {
        storage::insert(connection, &records::generated(number, now), &hash)?;
    }
    Ok(())
}

fn hash(value: &str) -> rusqlite::Result<String> {
    // The reset has one kind of failure for its caller; a hash fails only where the system has no randomness.
    password_hash::hash(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.to_string().into()))
}
